import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOf } from '@/lib/domain/audit/digest';

it('is SHA-256 over canonical JSON', () => {
  // sha256 of the two bytes {}, as any tool computes it: printf '{}' | sha256sum
  expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  expect(digestOf({ b: 1, a: 2 })).toBe(digestOf({ a: 2, b: 1 }));
});

it('tells any two different texts apart, and no two equal ones', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      (a, b) => (digestOf([a]) === digestOf([b])) === (a === b),
    ),
  );
});
