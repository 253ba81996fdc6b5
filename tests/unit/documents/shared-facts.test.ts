import { expect, it } from 'vitest';
import { sharedFacts } from '@/lib/documents/shared-facts';

const besides = (term: string): string => `${term}, besides`;

it('says once what holds for all kinds, and leaves each its own', () => {
  const [why, kept, own] = [
    ['Why', ['calls']],
    ['Kept', ['a year']],
    ['Kept', ['a week']],
  ] as const;
  expect(
    sharedFacts(
      [
        [why, kept],
        [own, why],
      ],
      besides,
    ),
  ).toEqual({ shared: [why], own: [[kept], [own]] });
});

it('says the values that all kinds have in common once, and beside them only what a kind has more', () => {
  const whom = (...names: string[]) => ['Who receives it', names] as const;
  expect(sharedFacts([[whom('group', 'host')], [whom('host', 'bank', 'group')]], besides)).toEqual({
    shared: [whom('group', 'host')],
    own: [[], [['Who receives it, besides', ['bank']]]],
  });
});

it('shares nothing of one kind, or of none', () => {
  expect(sharedFacts([[['Why', ['calls']]]], besides)).toEqual({ shared: [], own: [[['Why', ['calls']]]] });
  expect(sharedFacts([], besides)).toEqual({ shared: [], own: [] });
});
