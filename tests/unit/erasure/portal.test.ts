import fc from 'fast-check';
import { expect, it } from 'vitest';
import { portalKept } from '@/lib/domain/erasure/portal';
import { keepingGround } from '@/lib/domain/law/keeping';
import { type RegimeId, REGIME_IDS } from '@/lib/domain/law/types';

it('stays in this portal on a ground of each law that was asked, for the days of a closed case', () => {
  expect(portalKept(['GDPR', 'CCPA'], 1095)).toEqual({ grounds: ['GDPR-17-3-e', 'CCPA-105-d-8'], days: 1095 });
  expect(portalKept(['CA_DELETE_ACT'], 30)).toEqual({ grounds: [], days: 30 });
});

it('names each ground once, and none of a law that was not asked', () => {
  const grounds = (regime: RegimeId) =>
    ['a', 'b', 'c', 'd', 'e'].map((at) => keepingGround(`GDPR-17-3-${at}`, regime)?.id);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...REGIME_IDS)), fc.nat(), (regimes, days) => {
      const kept = portalKept(regimes, days);
      expect(new Set(kept.grounds).size).toBe(kept.grounds.length);
      for (const id of kept.grounds) expect(regimes.flatMap(grounds)).toContain(id);
    }),
  );
});
