import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { localText } from '@/lib/domain/datamap/local-text';
import { certificateOf } from '@/lib/domain/erasure/certificate';
import { changesSince } from '@/lib/domain/erasure/changes';
import { countsOf, touched } from '@/lib/domain/erasure/plan';
import type { ErasurePlan } from '@/lib/domain/erasure/types';
import { wholeOf } from '@/lib/domain/erasure/whole';
import { factsOf, systemFacts } from './facts';

const GONE = factsOf('tracker.profile', { erased: 1, fingerprint: 'a', uncounted: true });
const HELD = factsOf('tracker.profile', { kept: 1, undated: 1, fingerprint: 'a', uncounted: true });
const NOTHING = factsOf('tracker.profile', { uncounted: true });

describe('what nobody can count', () => {
  it('is no record in any sum, and is said beside it where something goes', () => {
    expect(countsOf([factsOf('app.note', { erased: 3, kept: 1 }), GONE])).toEqual({
      deleted: 3,
      blanked: 0,
      kept: 1,
      uncounted: 1,
    });
    expect(countsOf([HELD])).toEqual({ deleted: 0, blanked: 0, kept: 0 });
    expect(countsOf([NOTHING])).toEqual({ deleted: 0, blanked: 0, kept: 0 });
  });

  it('goes as one, so that others are told of it and a plan that is not the same is seen', () => {
    expect(touched(GONE)).toBe(1);
    expect(touched(HELD)).toBe(0);
    expect(changesSince(systemFacts([GONE]), systemFacts([GONE]))).toEqual([]);
    expect(changesSince(systemFacts([GONE]), systemFacts([{ ...GONE, fingerprint: 'b' }]))).toMatchObject([
      { kind: 'others' },
    ]);
    expect(changesSince(systemFacts([NOTHING]), systemFacts([GONE]))).toMatchObject([{ kind: 'more' }]);
  });

  it('stays uncounted over all the plans that reached it, and on the certificate', () => {
    const whole = wholeOf([systemFacts([GONE])], systemFacts([GONE]));
    expect(whole.collections[0]).toMatchObject({ uncounted: true });
    const plan: ErasurePlan = {
      asOf: localDate('2026-11-28'),
      regimes: ['GDPR'],
      problems: [],
      systems: [
        {
          systemId: 'tracker',
          by: 'product',
          order: [],
          schema: [],
          collections: [
            {
              collectionId: 'tracker.profile',
              title: localText('Profile', ['en']),
              fate: 'erase',
              facts: GONE,
              reason: null,
              keep: null,
            },
          ],
        },
      ],
    };
    const about = {
      reference: 'CH-AAAA-BBBB',
      controller: 'chinook',
      plan: '',
      searchedAgainAt: '2026-11-28T12:00:00Z',
    };
    const { systems } = certificateOf(plan, new Map([['tracker', systemFacts([GONE])]]), about, plan.asOf);
    expect(systems).toMatchObject([{ erasedByTheProduct: true, collections: [{ uncounted: true, stays: null }] }]);
  });
});
