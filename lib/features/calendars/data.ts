import { bindingOf, clocksOf } from '@/lib/domain/case/due';
import {
  calendarFor,
  type Calendars,
  type HolidayOverride,
  judgeOverride,
  type OverrideRefusal,
  withOverrides,
} from '@/lib/domain/calendar/holiday-calendar';
import { addDays, weekdayOf } from '@/lib/domain/calendar/local-date';
import { calendarsInUse } from '@/lib/domain/clock/outlook';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { calendarsInForce, overrideOf } from '@/lib/features/case-file/data/calendars';
import { caseOf, type CaseRow, rulesOf, WHOLE_CASE } from '@/lib/features/case-file/data/case';
import { controllers } from '@/lib/platform/controllers/registry';
import { db, type Db } from '@/lib/platform/db/client';
import type { HolidayOverride as OverrideRow } from '@/lib/platform/db/generated/client';
import type { Move, NewOverride, Preview } from './types';

/** Every override of a place, those that were withdrawn too, newest first. */
export const overrideRows = (calendar: string): Promise<OverrideRow[]> =>
  db().holidayOverride.findMany({ where: { calendar }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });

/** An override that is in force; null for one that was withdrawn or never was. */
export const overrideInForce = (id: string, tx: Db = db()): Promise<OverrideRow | null> =>
  tx.holidayOverride.findFirst({ where: { id, withdrawnAt: null } });

/** What would follow from adding an override, or why it cannot be. */
export async function previewOverride(
  given: NewOverride,
  at: Date,
  tx: Db = db(),
): Promise<Result<Preview, OverrideRefusal>> {
  const before = await calendarsInForce(tx);
  const judged = judgeOverride(calendarFor(before, given.calendar), given.on, given.change);
  if (!judged.ok) return judged;
  const moves = await movesBetween(tx, { before, after: withOverrides(before, [{ ...given, by: '' }]) }, given, at);
  return ok({ moves, onWeekend: judged.value.onWeekend });
}

/** What would follow from withdrawing one. */
export async function previewWithdrawal(
  overrideId: string,
  at: Date,
  tx: Db = db(),
): Promise<Result<Preview & { override: HolidayOverride }, 'alreadyWithdrawn'>> {
  const row = await overrideInForce(overrideId, tx);
  if (!row) return refuse('alreadyWithdrawn');
  const override = overrideOf(row);
  const [before, after] = [await calendarsInForce(tx), await calendarsInForce(tx, row.id)];
  const moves = await movesBetween(tx, { before, after }, override, at);
  return ok({ moves, onWeekend: weekdayOf(override.on) >= 6, override });
}

// A stored last day may lag behind until the sweep has counted anew.
const MARGIN_DAYS = 31;

/** Open cases that end on another day after a change of one day. Only a day between receipt and last day can move a clock, so only such cases are read. */
async function movesBetween(
  tx: Db,
  { before, after }: { before: Calendars; after: Calendars },
  { calendar, on }: NewOverride,
  at: Date,
): Promise<Move[]> {
  const concerned = [...controllers().values()]
    .filter(({ definition }) => calendarsInUse([definition]).includes(calendar))
    .map(({ definition }) => definition.id);
  const rows = await tx.case.findMany({
    where: {
      state: { not: 'closed' },
      controllerId: { in: concerned },
      receivedAt: { lt: new Date(addDays(on, 2)) },
      dueOn: { gte: new Date(addDays(on, -MARGIN_DAYS)) },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    include: WHOLE_CASE,
  });
  const lastDay = (row: CaseRow, calendars: Calendars) =>
    bindingOf(clocksOf(caseOf(row), rulesOf(row, calendars), at.toISOString())).lastDayOn;
  return rows.flatMap((row) => {
    const [fromOn, toOn] = [lastDay(row, before), lastDay(row, after)];
    return fromOn === toOn ? [] : [{ caseId: row.id, reference: row.reference, fromOn, toOn }];
  });
}
