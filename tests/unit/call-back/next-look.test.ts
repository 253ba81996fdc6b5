import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextLook, waitOf } from '@/lib/domain/call-back/next-look';

const TAKEN = new Date('2026-11-28T08:00:00Z');
const wait = waitOf(4, TAKEN);

it.each([
  ['2026-11-28T08:00:00Z', '2026-11-30T08:00:00.000Z'],
  ['2026-11-30T07:59:59Z', '2026-11-30T08:00:00.000Z'],
  ['2026-11-30T08:00:00Z', '2026-12-02T08:00:00.000Z'],
  ['2026-12-02T08:00:00Z', null],
])('at %s it is looked for next at %s', (now, next) => {
  expect(nextLook(wait, new Date(now))?.toISOString() ?? null).toBe(next);
});

it.each([
  ['2026-11-29T08:00:00Z', '2026-11-29T08:00:00.000Z'],
  ['2026-12-01T08:00:00Z', '2026-11-30T08:00:00.000Z'],
  ['2026-12-24T08:00:00Z', '2026-11-30T08:00:00.000Z'],
  ['2026-11-27T08:00:00Z', '2026-11-30T08:00:00.000Z'],
])(
  'is looked for on the day that it names, %s, where that is before the next look, and at no other time than is left',
  (expected, next) => {
    expect(nextLook(wait, TAKEN, new Date(expected))?.toISOString()).toBe(next);
    expect(nextLook(wait, wait.answerBy, new Date(expected))).toBeNull();
  },
);

it('is asked twice at most by itself, whatever its time, and then a person has it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), (days) => {
      const looks: Date[] = [];
      for (let at: Date | null = TAKEN; at !== null && looks.length < 9; at = nextLook(waitOf(days, TAKEN), at))
        looks.push(at);
      expect(looks.slice(1)).toHaveLength(2);
      expect(looks.at(-1)).toEqual(waitOf(days, TAKEN).answerBy);
    }),
  );
});
