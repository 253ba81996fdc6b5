import { describe, expect, it, test } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { type CollectionHold, heldBy, isHolding, isRestOf, underHolds } from '@/lib/domain/erasure/holds';
import type { CollectionFacts, ErasurePlan, MadePlan } from '@/lib/domain/erasure/types';
import { collectionOf, dataMapOf, text } from '@/tests/unit/datamap/maps';
import { factsOf, systemFacts } from './facts';

const HOLD: CollectionHold = {
  id: 'hold-1',
  collectionIds: ['app.bill'],
  groundId: 'GDPR-17-3-e',
  reason: text('a court asked for it'),
  until: text('held until May'),
};

const MAP = dataMapOf([
  collectionOf('app.account', { id: { key: true } }, { erasure: null }),
  collectionOf('app.bill', { id: { key: true } }, { erasure: { kind: 'erase', whileKept: null, reason: null } }),
  collectionOf('app.product', { id: { key: true } }, { erasure: { kind: 'shared', reason: text('ours') } }),
]);

const ruleUnder = (holds: readonly CollectionHold[], id: string) =>
  underHolds(MAP, holds).systems[0]?.collections.find((one) => one.id === id)?.erasure;

test.each([
  [null, '2030-01-01', true],
  ['2026-12-31', '2026-12-30', true],
  ['2026-12-31', '2026-12-31', true],
  ['2026-12-31', '2027-01-01', false],
])('a hold until %s on %s holds: %s', (until, today, holds) => {
  expect(isHolding({ until: until === null ? null : localDate(until) }, localDate(today))).toBe(holds);
});

describe('the map while something is held', () => {
  it('keeps what is covered on the ground of the hold, whatever its own rule', () => {
    expect(ruleUnder([HOLD], 'app.bill')).toEqual({
      kind: 'keep',
      groundId: 'GDPR-17-3-e',
      reason: HOLD.reason,
      until: { kind: 'open', reason: HOLD.until },
    });
  });

  it('leaves everything else as it is', () => {
    expect(ruleUnder([HOLD], 'app.account')).toBeNull();
    expect(underHolds(MAP, [])).toEqual(MAP);
  });

  it('makes nothing the person’s that is not', () => {
    expect(ruleUnder([{ ...HOLD, collectionIds: ['app.product'] }], 'app.product')).toMatchObject({ kind: 'shared' });
  });

  it('takes the first of two holds over the same', () => {
    const other = { ...HOLD, id: 'hold-2', groundId: 'GDPR-17-3-b' } as const;
    expect(ruleUnder([HOLD, other], 'app.bill')).toMatchObject({ groundId: 'GDPR-17-3-e' });
    expect(ruleUnder([other, HOLD], 'app.bill')).toMatchObject({ groundId: 'GDPR-17-3-b' });
  });
});

describe('what a plan says of the holds that it was made under', () => {
  const planOf = (by: 'product' | 'person', facts: CollectionFacts | null): ErasurePlan => ({
    asOf: localDate('2026-11-27'),
    regimes: ['GDPR'],
    problems: [],
    systems: [
      {
        systemId: 'app',
        by,
        order: [],
        schema: [],
        collections: [
          { collectionId: 'app.bill', title: text('Bills'), fate: 'keep', facts, reason: null, keep: null },
          { collectionId: 'app.note', title: text('Notes'), fate: 'erase', facts: null, reason: null, keep: null },
        ],
      },
    ],
  });

  it.each([
    ['product', factsOf('app.bill', { kept: 1 }), [{ id: 'hold-1', keeps: true }]],
    ['product', factsOf('app.bill'), [{ id: 'hold-1', keeps: false }]],
    ['person', null, [{ id: 'hold-1', keeps: true }]],
  ] as const)('erased by a %s, with %o: %o', (by, facts, expected) => {
    expect(heldBy(planOf(by, facts), [HOLD])).toEqual(expected);
  });

  it('is nothing of a hold over something else', () => {
    expect(
      heldBy(planOf('product', factsOf('app.bill', { kept: 1 })), [{ ...HOLD, collectionIds: ['app.note'] }]),
    ).toEqual([]);
  });
});

describe('the rest of an erasure', () => {
  const made = (...collections: readonly CollectionFacts[]): MadePlan => ({
    plan: { asOf: localDate('2026-11-27'), regimes: ['GDPR'], systems: [], problems: [] },
    erasures: [],
    facts: new Map([['app', systemFacts(collections)]]),
  });
  const before = made(factsOf('app.account', { blanked: 1 }), factsOf('app.bill', { kept: 3 }));

  it('needs nobody where it takes what was held and no more', () => {
    expect(isRestOf(made(factsOf('app.bill', { erased: 3 })), before)).toBe(true);
    expect(isRestOf(made(factsOf('app.bill', { erased: 1, kept: 2 })), before)).toBe(true);
    expect(isRestOf(made(factsOf('app.account', { erased: 1 }), factsOf('app.bill', { erased: 3 })), before)).toBe(
      true,
    );
    expect(isRestOf(made(factsOf('app.bill')), before)).toBe(true);
  });

  it('needs a second person where it would take more, or something else', () => {
    expect(isRestOf(made(factsOf('app.bill', { erased: 4 })), before)).toBe(false);
    expect(isRestOf(made(factsOf('app.bill', { erased: 2, anonymised: 2 })), before)).toBe(false);
    expect(isRestOf(made(factsOf('app.note', { erased: 1 })), before)).toBe(false);
    expect(isRestOf(made(factsOf('app.account', { erased: 2 })), before)).toBe(false);
  });
});
