import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { LAW_HISTORY } from '@/lib/domain/law/history';
import { LAW } from '@/lib/domain/law/law';
import type { LawChange, LawVersion } from '@/lib/domain/law/law-change';
import { allRules } from '@/lib/domain/law/rights';
import type { ClockRule, Law, Regime } from '@/lib/domain/law/types';
import released from '../../support/law/released-law.json';
import { releasedAs, unexplained } from '../../support/law/released-law';

describe('the history of the law', () => {
  it('says of every rule that differs from the released version why, and names no other', () => {
    expect(unexplained(released, LAW, LAW_HISTORY)).toEqual([]);
  });

  it('numbers its versions one by one and is at most one ahead of what was released', () => {
    expect(LAW_HISTORY.map(({ number }) => number)).toEqual(LAW_HISTORY.map((_, at) => at + 1));
    expect([released.version, released.version + 1]).toContain(LAW_HISTORY.at(-1)?.number);
  });

  it('never goes back in time', () => {
    const days = LAW_HISTORY.map(({ releasedOn }) => releasedOn);
    expect(days).toEqual(days.toSorted());
  });

  it('says of each change once, in a sentence and with a citation', () => {
    for (const { number, changes } of LAW_HISTORY) {
      expect([number, new Set(changes.map(({ rule }) => rule)).size]).toEqual([number, changes.length]);
      for (const change of changes) {
        expect(change.why).toMatch(/^\p{Lu}.{10,}\.$/u);
        expect(change.citation).toMatch(/\d/);
      }
    }
  });

  it('began with 132 rules, each of which is still there', () => {
    const ids = new Set(allRules().map(({ id }) => id));
    expect(Object.keys(released.rules).filter((id) => !ids.has(id))).toEqual([]);
    expect(Object.keys(released.rules).length).toBeGreaterThanOrEqual(132);
    expect(LAW_HISTORY[0]).toMatchObject({ number: 1, changes: [] });
  });
});

const BEFORE = releasedAs(1, LAW);
const on = localDate('2030-01-01');
const next = (...changes: Pick<LawChange, 'rule' | 'what'>[]): LawVersion[] => [
  {
    number: 2,
    releasedOn: on,
    changes: changes.map((change) => ({ ...change, why: 'So it was decided.', citation: 'Art. 1' })),
  },
];

const withClocks = (change: (clock: ClockRule) => ClockRule, more: readonly ClockRule[] = []): Law =>
  LAW.map((regime): Regime => ({
    ...regime,
    clocks: [...regime.clocks.map(change), ...more.filter(({ regime: id }) => id === regime.id)],
  }));

const clocks = LAW.flatMap((regime) => regime.clocks);
const [one] = clocks.filter(({ inForceTo }) => inForceTo === null) as [ClockRule];

describe('what the history leaves unexplained', () => {
  it('is nothing as long as nothing changed', () => {
    expect(unexplained(BEFORE, LAW, [])).toEqual([]);
    expect(unexplained(BEFORE, LAW, next())).toEqual([]);
  });

  it('is a rule that reads otherwise, by name and with the way to mend it', () => {
    const law = withClocks((clock) => (clock === one ? { ...clock, text: 'Another text.' } : clock));
    expect(unexplained(BEFORE, law, next())).toEqual([
      `${one.id} differs from version 1 and the history does not say why: add it as "changed" to version 2 in lib/domain/law/history.ts`,
    ]);
    expect(unexplained(BEFORE, law, next({ rule: one.id, what: 'changed' }))).toEqual([]);
    expect(unexplained(BEFORE, law, next({ rule: one.id, what: 'ended' }))).toEqual([
      `the history calls ${one.id} "ended", but it is "changed"`,
    ]);
  });

  it('is a new rule', () => {
    const law = withClocks((clock) => clock, [{ ...one, id: 'NEW-1' }]);
    expect(unexplained(BEFORE, law, next())).toEqual([
      'NEW-1 differs from version 1 and the history does not say why: add it as "added" to version 2 in lib/domain/law/history.ts',
    ]);
    expect(unexplained(BEFORE, law, next({ rule: 'NEW-1', what: 'added' }))).toEqual([]);
    expect(unexplained(BEFORE, law, next({ rule: 'NEW-1', what: 'changed' }))).toEqual([
      'the history calls NEW-1 "changed", but it is "added"',
    ]);
  });

  it('is not a rule that got a last day and is called ended', () => {
    const law = withClocks((clock) => (clock === one ? { ...clock, inForceTo: on } : clock));
    expect(unexplained(BEFORE, law, next({ rule: one.id, what: 'ended' }))).toEqual([]);
    expect(unexplained(BEFORE, law, next())).toHaveLength(1);
  });

  it('is always a rule that is gone: no word of the history makes up for it', () => {
    const law = LAW.map((regime) => ({ ...regime, clocks: regime.clocks.filter((clock) => clock !== one) }));
    const gone = `${one.id} is gone since version 1: cases keep the rule of their day, so give it a last day (inForceTo) instead`;
    expect(unexplained(BEFORE, law, next())).toEqual([gone]);
    expect(unexplained(BEFORE, law, next({ rule: one.id, what: 'ended' }))).toEqual([
      gone,
      `the history names ${one.id}, which no law has`,
    ]);
  });

  it('is a word about a rule that did not change', () => {
    expect(unexplained(BEFORE, LAW, next({ rule: one.id, what: 'changed' }))).toEqual([
      `the history names ${one.id}, which says what it said in version 1`,
    ]);
  });

  it('is what is older than the released version, never asked for again', () => {
    expect(unexplained({ ...BEFORE, version: 2 }, LAW, next({ rule: one.id, what: 'changed' }))).toEqual([]);
  });

  it(
    'is, for any set of rules that changed, exactly that set; and nothing once it is named',
    { timeout: 30_000 },
    () => {
      const some = fc.subarray([...clocks]);
      fc.assert(
        fc.property(some, (chosen) => {
          const ids = chosen.map(({ id }) => id);
          const law = withClocks((clock) =>
            ids.includes(clock.id) ? { ...clock, citation: `${clock.citation}, as amended` } : clock,
          );
          const found = unexplained(BEFORE, law, next()).map((line) => line.split(' ')[0]);
          const named = next(...ids.map((rule) => ({ rule, what: 'changed' as const })));
          return found.sort().join() === [...ids].sort().join() && unexplained(BEFORE, law, named).length === 0;
        }),
        { numRuns: 40 },
      );
    },
  );
});
