import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { fateOf } from '@/lib/domain/erasure/fate';
import type { StepRule } from '@/lib/domain/erasure/types';
import { JsonText } from '@/lib/domain/records/json-text';
import type { CollectionStep } from '@/lib/domain/datamap/plan';
import { byLocale } from '@/lib/domain/locale';

const asOf = localDate('2026-11-27');

const step: CollectionStep = {
  collectionId: 'shop.invoice',
  systemId: 'shop',
  schema: null,
  name: 'invoice',
  where: [],
  columns: [],
  orderBy: ['id'],
  through: [],
  circles: [],
  needs: [],
};

const kept = (period: string, endOfYear = false): StepRule => ({
  kind: 'keep',
  until: { kind: 'counted', field: 'paid_at', period, endOfYear },
});

const fate = (rule: StepRule, paid_at: unknown) => fateOf({ step, rule }, { id: 1, paid_at }, { asOf });

describe('what becomes of a record of a system that cannot say it itself', () => {
  it.each([
    ['P10Y', '2016-11-26', 'erase', null],
    ['P10Y', '2016-11-27', 'keep', '2026-11-27'],
    ['P10Y', '2016-11-28', 'keep', '2026-11-28'],
    ['P6M', '2026-05-26', 'erase', null],
    ['P6M', '2026-08-31', 'keep', '2027-02-28'],
    ['P2W', '2026-11-12', 'erase', null],
    ['P2W', '2026-11-13', 'keep', '2026-11-27'],
    ['P30D', '2026-10-29', 'keep', '2026-11-28'],
    ['P1Y6M', '2025-05-27', 'keep', '2026-11-27'],
    ['P1Y', '2024-02-29T23:59:59.999Z', 'erase', null],
    ['P3Y', '2024-02-29 10:00:00', 'keep', '2027-02-28'],
  ])('is kept for %s from %s: %s', (period, day, kind, until) => {
    expect(fate(kept(period), day)).toEqual({ kind, until });
  });

  it.each([
    ['P10Y', '2016-01-01', 'keep', '2026-12-31'],
    ['P10Y', '2015-12-31', 'erase', null],
    ['P6M', '2026-01-01', 'keep', '2027-06-30'],
  ])('is kept for %s from the end of the year of %s: %s', (period, day, kind, until) => {
    expect(fate(kept(period, true), day)).toEqual({ kind, until });
  });

  it.each([null, undefined, '', 'soon', '31.12.2015', '2015-13-01', 1446336000, new JsonText('{"day":"2010-01-01"}')])(
    'stays where nobody could say that its time has run: %j',
    (day) => {
      expect(fate(kept('P10Y'), day)).toEqual({ kind: 'keep', until: null });
    },
  );

  it('stays where nobody can name a day, and goes or is blanked where the map says so', () => {
    const reason = byLocale(() => 'a dispute');
    expect(fate({ kind: 'keep', until: { kind: 'open', reason } }, '2000-01-01')).toEqual({
      kind: 'keep',
      until: null,
    });
    expect(fate({ kind: 'erase', whileKept: null, named: false }, null)).toEqual({ kind: 'erase', until: null });
    expect(fate({ kind: 'anonymise', blanks: { name: null } }, null)).toEqual({ kind: 'anonymise', until: null });
  });
});
