import { type Calendars, type HolidayOverride, withOverrides } from '@/lib/domain/clock/holiday-calendar';
import type { LocalDate } from '@/lib/domain/clock/local-date';
import { shippedCalendars } from '@/lib/domain/law/holidays/snapshots';
import { type Db, db } from '@/lib/platform/db/client';
import type { HolidayOverride as OverrideRow } from '@/lib/platform/db/generated/client';

const overrideOf = ({ calendar, onDate, change, reason, byId }: OverrideRow): HolidayOverride => ({
  calendar,
  on: onDate.toISOString().slice(0, 10) as LocalDate,
  change: change as HolidayOverride['change'],
  reason,
  by: byId,
});

/**
 * The calendars by which last days are found: as shipped, and as this operator corrected them. One query, however many cases are
 * counted with the answer, so ask once for a page or a transaction.
 */
export async function calendarsInForce(tx: Db = db()): Promise<Calendars> {
  const rows = await tx.holidayOverride.findMany({ where: { withdrawnAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  return withOverrides(shippedCalendars, rows.map(overrideOf));
}
