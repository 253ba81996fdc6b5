import 'server-only';
import { calendarFor } from '@/lib/domain/calendar/holiday-calendar';
import { describeHoliday, describePlace } from '@/lib/domain/wording';
import { yearOf } from '@/lib/domain/calendar/local-date';
import { type CalendarOutlook, calendarsInUse, outlookOf } from '@/lib/domain/clock/outlook';
import { SNAPSHOTS } from '@/lib/domain/calendar/holidays/snapshots';
import { todayOf } from '@/lib/features/staff/loaders/today';
import { seesController } from '@/lib/features/staff/ability';
import { staffNames } from '@/lib/features/staff/data/staff';
import type { Staff } from '@/lib/features/staff/types/staff';
import { controllers } from '@/lib/platform/controllers/registry';
import { translator } from '@/lib/platform/i18n/translator';
import { overrideRows } from './data';
import { calendarsInForce, overrideOf } from '@/lib/features/case-file/data/calendars';
import type { CalendarFilters } from './schema';
import type { CalendarEntry, CalendarPage, OverrideView } from './types';

// "the United States" stands inside sentences; here it begins one.
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const definitionsFor = (staff: Staff) =>
  [...controllers().values()].map(({ definition }) => definition).filter(({ id }) => seesController(staff, id));

/** The calendars of the controllers that a person sees, each with until when it is known. */
export async function loadOutlook(staff: Staff, now: Date = new Date()): Promise<readonly CalendarOutlook[]> {
  return outlookOf(await calendarsInForce(), definitionsFor(staff), todayOf(staff, now));
}

/** One calendar and one of its years, with everything that is known about where its days come from. */
export async function loadCalendarPage(
  staff: Staff,
  filters: CalendarFilters,
  now: Date = new Date(),
): Promise<CalendarPage | null> {
  const say = translator('en', 'law');
  const definitions = definitionsFor(staff);
  const today = todayOf(staff, now);
  const calendars = await calendarsInForce();
  const all = outlookOf(calendars, definitions, today).map((outlook): CalendarEntry => ({
    ...outlook,
    name: capitalised(describePlace(outlook.calendar, say)),
    usedBy: definitions
      .filter((definition) => calendarsInUse([definition]).includes(outlook.calendar))
      .map(({ name }) => name),
  }));
  const shown = all.find(({ calendar }) => calendar === filters.place) ?? all[0];
  if (!shown) return null;
  const calendar = calendarFor(calendars, shown.calendar);
  const years = Array.from(
    { length: Math.max(0, calendar.lastYear - calendar.firstYear + 1) },
    (_, index) => calendar.firstYear + index,
  );
  const year =
    years.find((one) => one === filters.year) ??
    years.find((one) => one === yearOf(today)) ??
    years.at(-1) ??
    yearOf(today);
  const days = [...calendar.holidays]
    .filter(([on]) => yearOf(on) === year)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const snapshot = SNAPSHOTS.find(({ id }) => id === shown.calendar);
  return {
    all,
    shown,
    years,
    year,
    holidays: days.map(([on, name]) => {
      const added = calendar.overrides?.get(on)?.change === 'add';
      return { on, name: added ? name : describeHoliday(name, say), added };
    }),
    source: snapshot?.source ?? '',
    corrections: snapshot?.corrections ?? [],
    overrides: await overridesOf(shown.calendar),
  };
}

async function overridesOf(calendar: string): Promise<OverrideView[]> {
  const [rows, names] = await Promise.all([overrideRows(calendar), staffNames()]);
  const nameOf = (id: string): string => names.get(id) ?? '–';
  return rows.map((row) => ({
    ...overrideOf(row),
    id: row.id,
    by: nameOf(row.byId),
    at: row.createdAt,
    withdrawn: row.withdrawnAt && row.withdrawnById ? { by: nameOf(row.withdrawnById), at: row.withdrawnAt } : null,
  }));
}
