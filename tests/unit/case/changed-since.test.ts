import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecisionLine, decisionsSince, standingSince } from '@/lib/domain/case/changed-since';

const on = (minute: number) => new Date(Date.UTC(2026, 10, 28, 9, minute));
const granted = { outcome: 'granted', grounds: [] } as const;
const partly = { outcome: 'partlyGranted', grounds: ['GDPR-15-4'] } as const;
const line = (minute: number, what: DecisionLine['what'], right = 'access', by = 'ann'): DecisionLine => ({
  at: on(minute),
  by,
  right,
  what,
});

describe('what was decided since somebody looked', () => {
  it('is an outcome that changed, with what it was, by whom and when', () => {
    expect(
      decisionsSince(on(10), [line(5, granted), line(12, 'takenBack'), line(15, partly, 'access', 'bob')]),
    ).toEqual([{ right: 'access', was: granted, now: partly, by: 'bob', at: on(15) }]);
  });

  it('is compared with the proposal that was sent back, whoever sent it back', () => {
    const lines = [line(5, granted), line(10, 'sentBack', 'access', 'me'), line(15, granted)];
    expect(decisionsSince(on(10), lines)).toEqual([
      { right: 'access', was: granted, now: granted, by: 'ann', at: on(15) },
    ]);
    expect(decisionsSince(on(7), lines.slice(0, 2))).toEqual([
      { right: 'access', was: granted, now: null, by: 'me', at: on(10) },
    ]);
  });

  it('is a right that nobody had decided on then, each by itself', () => {
    const lines = [line(5, granted), line(11, partly, 'portability'), line(12, granted, 'erasure')];
    expect(decisionsSince(on(10), lines).map(({ right, was }) => [right, was])).toEqual([
      ['portability', null],
      ['erasure', null],
    ]);
  });

  it('is nothing that was decided and taken back meanwhile, and nothing where nothing happened', () => {
    expect(decisionsSince(on(10), [line(11, granted), line(12, 'takenBack')])).toEqual([]);
    expect(decisionsSince(on(10), [line(5, granted), line(6, 'takenBack'), line(12, 'takenBack')])).toEqual([]);
    expect(decisionsSince(on(10), [line(5, granted)])).toEqual([]);
  });
});

describe('what stands since somebody looked', () => {
  const row = fc.record({
    createdAt: fc.integer({ min: 0, max: 40 }).map(on),
    undoneAt: fc.option(fc.integer({ min: 20, max: 59 }).map(on)),
  });

  it('tells, with what stood then, what stands now', () => {
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 0, max: 59 }).map(on), (given, at) => {
        const rows = given.map((one) =>
          one.undoneAt && one.undoneAt < one.createdAt ? { ...one, undoneAt: null } : one,
        );
        const { added, undone } = standingSince(at, rows);
        const then = rows.filter(({ createdAt, undoneAt }) => createdAt <= at && (undoneAt === null || undoneAt > at));
        const now = rows.filter(({ undoneAt }) => undoneAt === null);
        expect(new Set([...then.filter((one) => !undone.includes(one)), ...added])).toEqual(new Set(now));
        for (const one of undone) expect(then).toContain(one);
      }),
    );
  });
});
