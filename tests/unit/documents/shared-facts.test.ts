import { expect, it } from 'vitest';
import { sharedFacts } from '@/lib/documents/shared-facts';

it('says once what holds for all kinds, and leaves each its own', () => {
  const [why, kept, own] = [
    ['Why', ['calls']],
    ['Kept', ['a year']],
    ['Kept', ['a week']],
  ] as const;
  expect(
    sharedFacts([
      [why, kept],
      [own, why],
    ]),
  ).toEqual({ shared: [why], own: [[kept], [own]] });
});

it('shares nothing of one kind, or of none', () => {
  expect(sharedFacts([[['Why', ['calls']]]])).toEqual({ shared: [], own: [[['Why', ['calls']]]] });
  expect(sharedFacts([])).toEqual({ shared: [], own: [] });
});
