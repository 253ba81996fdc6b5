import { expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { localText } from '@/lib/domain/datamap/local-text';
import { certificateOf } from '@/lib/domain/erasure/certificate';
import type { ErasurePlan, PlannedCollection } from '@/lib/domain/erasure/types';
import { factsOf, KEPT_UNTIL, systemFacts } from './facts';

const text = (words: string) => localText(words, ['en']);
const ABOUT = {
  reference: 'CH-AAAA-BBBB',
  controller: 'chinook',
  plan: 'ab'.repeat(32),
  searchedAgainAt: '2026-11-27T12:00:00.000Z',
};

const planned = (collectionId: string, more: Partial<PlannedCollection>): PlannedCollection => ({
  collectionId,
  title: text(collectionId),
  fate: 'erase',
  facts: null,
  reason: null,
  keep: null,
  ...more,
});

const PLAN: ErasurePlan = {
  asOf: localDate('2026-11-27'),
  regimes: ['GDPR'],
  problems: [],
  systems: [
    {
      systemId: 'app',
      by: 'product',
      order: [],
      schema: [],
      collections: [
        planned('app.note', { facts: factsOf('app.note', { erased: 9 }) }),
        planned('app.bill', {
          fate: 'keep',
          reason: text('tax law'),
          keep: { grounds: ['GDPR-17-3-b'], openBecause: null },
        }),
        planned('app.colleague', { fate: 'shared', reason: text('ours') }),
      ],
    },
    {
      systemId: 'paper',
      by: 'person',
      order: [],
      schema: [],
      backups: [{ title: text('tapes'), period: 'P35D' }],
      collections: [planned('paper.letter', {})],
    },
    {
      systemId: 'catalogue',
      by: 'product',
      order: [],
      schema: [],
      collections: [planned('catalogue.track', { fate: 'shared' })],
    },
  ],
};

it('says what was counted as it went, not what was planned, and why what stays does', () => {
  const done = new Map([
    [
      'app',
      systemFacts([
        factsOf('app.note', { erased: 7 }),
        factsOf('app.bill', { erased: 1, kept: 2, keptUntil: KEPT_UNTIL, undated: 1 }),
      ]),
    ],
  ]);
  const portal = { grounds: ['GDPR-17-3-e'], days: 1095 };
  const { systems, ...about } = certificateOf({ ...PLAN, portal }, done, ABOUT, localDate('2026-11-27'));
  expect(about).toEqual({ format: 'rightsdesk-erasure/1', laws: ['GDPR'], portal, ...ABOUT });
  expect(systems).toMatchObject([
    {
      system: 'app',
      erasedByTheProduct: true,
      collections: [
        { collection: 'app.note', deleted: 7, kept: 0, stays: null },
        {
          collection: 'app.bill',
          deleted: 1,
          kept: 2,
          stays: { reason: { en: 'tax law' }, grounds: ['GDPR-17-3-b'], until: KEPT_UNTIL, withoutDay: 1 },
        },
      ],
    },
    { system: 'paper', erasedByTheProduct: false, leftToAPerson: ['paper.letter'], backups: [{ until: '2027-01-01' }] },
  ]);
  expect(systems).toHaveLength(2);
});

it('certifies nothing that nobody counted', () => {
  expect(() => certificateOf(PLAN, new Map(), ABOUT, localDate('2026-11-27'))).toThrow('app.note');
});
