import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counselState } from '@/lib/domain/law/confirmation';

const aFingerprint = fc.stringMatching(/^[0-9a-f]{8}$/);

describe('where a rule stands with counsel', () => {
  it('is unconfirmed while nobody confirmed anything of it', () => {
    expect(counselState('aa', [])).toBe('unconfirmed');
  });

  it('is confirmed by one word on today’s wording, whatever else was confirmed', () => {
    fc.assert(
      fc.property(
        aFingerprint,
        fc.array(aFingerprint),
        (now, others) => counselState(now, [...others, now]) === 'confirmed',
      ),
    );
  });

  it('lapses with the wording and comes back with it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aFingerprint, { minLength: 2 }),
        ([now = '', ...earlier]) =>
          counselState(now, earlier) === 'earlierWording' && counselState(earlier[0] ?? '', earlier) === 'confirmed',
      ),
    );
  });
});
