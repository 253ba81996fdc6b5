import { ok, refuse, type Result } from '../result';
import { addDays, type LocalDate, weekdayOf, yearOf } from './local-date';

/** Place whose public holidays count: ISO 3166 country or region ('LU', 'GB-ENG', 'DE-BY'), 'US-FED', 'US-CA', or 'NONE'. */
export type CalendarId = string;

/** The public holidays of one place, for the years in which they are known. */
export interface HolidayCalendar {
  readonly id: CalendarId;
  /** First and last year whose holidays are known; outside them nothing rolls. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Day → name in English; for a day that the operator added, the reason. */
  readonly holidays: ReadonlyMap<LocalDate, string>;
  /** What the operator changed, by day; absent from a calendar as it is shipped. */
  readonly overrides?: ReadonlyMap<LocalDate, HolidayOverride>;
}

/** Looks a calendar up; null where the product has none for that place. */
export type Calendars = (id: CalendarId) => HolidayCalendar | null;

export const OVERRIDE_CHANGES = ['add', 'remove'] as const;

/** A day added to or taken from a calendar by the operator, who says why and signs with a name: `by` is their id. */
export interface HolidayOverride {
  readonly calendar: CalendarId;
  readonly on: LocalDate;
  readonly change: (typeof OVERRIDE_CHANGES)[number];
  readonly reason: string;
  readonly by: string;
}

/** Why a day is no working day, or null where it is one. `added`: the operator's day, with the operator's words. */
export type DayOff =
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'added'; readonly reason: string };

/** The calendar of a place without holidays known for any year: everything about it is uncertain, so nothing rolls. */
const unknownCalendar = (id: CalendarId): HolidayCalendar => ({ id, firstYear: 1, lastYear: 0, holidays: new Map() });

export const calendarFor = (calendars: Calendars, id: CalendarId): HolidayCalendar =>
  calendars(id) ?? unknownCalendar(id);

export const knowsYearOf = (calendar: HolidayCalendar, date: LocalDate): boolean =>
  yearOf(date) >= calendar.firstYear && yearOf(date) <= calendar.lastYear;

/** Reg. (EEC, Euratom) 1182/71 Art. 2: working days are all days other than public holidays, Sundays and Saturdays. */
export function dayOff(calendar: HolidayCalendar, date: LocalDate): DayOff | null {
  const name = calendar.holidays.get(date);
  if (name !== undefined)
    return calendar.overrides?.get(date)?.change === 'add'
      ? { kind: 'added', reason: name }
      : { kind: 'holiday', name };
  return weekdayOf(date) >= 6 ? { kind: 'weekend' } : null;
}

/** The days after one and up to another that would be holidays, had the operator not declared them working days. */
export const declaredWorkingDays = (
  calendar: HolidayCalendar,
  after: LocalDate,
  upTo: LocalDate,
): readonly HolidayOverride[] =>
  [...(calendar.overrides?.values() ?? [])].filter(({ on, change }) => change === 'remove' && after < on && on <= upTo);

/** One day that a count or a roll passed over, and why. */
export interface SkippedDay {
  readonly on: LocalDate;
  readonly off: DayOff;
}

/** The day itself or the next working day, with the days passed over; calendarKnown is false (and nothing rolled) where a needed year is missing. */
export interface RolledDay {
  readonly on: LocalDate;
  readonly skipped: readonly SkippedDay[];
  readonly calendarKnown: boolean;
}

/** Reg. (EEC, Euratom) 1182/71 Art. 3(4). An unknown year leaves the day where it is: earlier is safe. */
export function rollForward(calendar: HolidayCalendar, date: LocalDate): RolledDay {
  const skipped: SkippedDay[] = [];
  for (let on = date; ; on = addDays(on, 1)) {
    if (!knowsYearOf(calendar, on)) return { on: date, skipped: [], calendarKnown: false };
    const off = dayOff(calendar, on);
    if (!off) return { on, skipped, calendarKnown: true };
    skipped.push({ on, off });
  }
}

export type BusinessWeek = 'mondayToFriday' | 'mondayToSaturday';

/**
 * The nth business day after a day that is itself not counted, with the weekdays passed over as holidays.
 * In a year without known holidays weekdays all count, which ends earlier: calendarKnown says so.
 */
export function addBusinessDays(
  calendar: HolidayCalendar,
  from: LocalDate,
  count: number,
  week: BusinessWeek,
): RolledDay {
  const lastWeekday = week === 'mondayToFriday' ? 5 : 6;
  const skipped: SkippedDay[] = [];
  let [on, left, calendarKnown] = [from, count, true];
  while (left > 0) {
    on = addDays(on, 1);
    if (weekdayOf(on) > lastWeekday) continue;
    if (!knowsYearOf(calendar, on)) calendarKnown = false;
    const off = calendar.holidays.has(on) ? dayOff(calendar, on) : null;
    if (off === null) left -= 1;
    else skipped.push({ on, off });
  }
  return { on, skipped, calendarKnown };
}

/** The calendars as the operator corrected them: a later override of the same day wins. */
export function withOverrides(calendars: Calendars, overrides: readonly HolidayOverride[]): Calendars {
  return (id) => {
    const calendar = calendars(id);
    const own = overrides.filter((override) => override.calendar === id);
    if (!calendar || own.length === 0) return calendar;
    const holidays = new Map(calendar.holidays);
    for (const override of own) {
      if (override.change === 'add') holidays.set(override.on, override.reason);
      else holidays.delete(override.on);
    }
    return {
      ...calendar,
      holidays,
      overrides: new Map([...(calendar.overrides ?? []), ...own.map((override) => [override.on, override] as const)]),
    };
  };
}

/** `unknownYear`: nothing rolls in a year without holidays, whatever single day is added to it. `alreadyChanged`: an override of that day is in force. */
export type OverrideRefusal = 'unknownYear' | 'alreadyChanged' | 'alreadyOff' | 'noHoliday' | 'weekend';

/** Whether a day can be changed so. What falls on a weekend may be, but moves nothing by itself: Saturdays and Sundays are days off by law (Reg. 1182/71 Art. 2(2)). */
export function judgeOverride(
  calendar: HolidayCalendar,
  on: LocalDate,
  change: HolidayOverride['change'],
): Result<{ readonly onWeekend: boolean }, OverrideRefusal> {
  const onWeekend = weekdayOf(on) >= 6;
  if (!knowsYearOf(calendar, on)) return refuse('unknownYear');
  if (calendar.overrides?.has(on)) return refuse('alreadyChanged');
  const isHoliday = calendar.holidays.has(on);
  if (change === 'add') return isHoliday ? refuse('alreadyOff') : ok({ onWeekend });
  if (isHoliday) return ok({ onWeekend });
  return refuse(onWeekend ? 'weekend' : 'noHoliday');
}
