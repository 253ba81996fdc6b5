import { toLocalDate } from '@/lib/domain/calendar/local-date';
import { type Calendars, type HolidayOverride, withOverrides } from '@/lib/domain/calendar/holiday-calendar';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { db, type Db } from '@/lib/platform/db/client';
import type { HolidayOverride as OverrideRow } from '@/lib/platform/db/generated/client';
import { overrideColumns } from '@/lib/features/case-file/schema/rows';
import { parseRow } from '@/lib/platform/db/parse-row';

export function overrideOf(row: OverrideRow): HolidayOverride {
  const { calendar, onDate, change, reason, byId } = parseRow(overrideColumns, row);
  return { calendar, on: toLocalDate(onDate), change, reason, by: byId };
}

const ORDER = [{ createdAt: 'asc' }, { id: 'asc' }] as const;

/**
 * The calendars by which last days are found: as shipped, and as this operator corrected them. One query, however many cases are
 * counted with the answer, so ask once for a page or a transaction.
 * @param without an override that is left out, to see what were without it.
 */
export async function calendarsInForce(tx: Db = db(), without?: string): Promise<Calendars> {
  const rows = await tx.holidayOverride.findMany({
    where: { withdrawnAt: null, ...(without && { id: { not: without } }) },
    orderBy: [...ORDER],
  });
  return withOverrides(shippedCalendars, rows.map(overrideOf));
}
