import { calendarOf } from './clocks';
import { calendarFor, type CalendarId, type Calendars, knowsYearOf } from '../calendar/holiday-calendar';
import { addDays, addMonths, type LocalDate, localDate } from '../calendar/local-date';
import { LAW } from '../law/law';
import type { Law, Period, RegimeId } from '../law/types';
import { NO_HOLIDAYS } from '../calendar/holidays/snapshots';

/** `endsSoon`: clocks that begin in these months may need a year that is not there. `missing`: a clock that begins today does. */
export type OutlookState = 'ok' | 'endsSoon' | 'missing';

export interface CalendarOutlook {
  readonly calendar: CalendarId;
  /** Null where the product has no calendar of that place. */
  readonly knownUntil: number | null;
  readonly state: OutlookState;
}

/** What a controller says about where and under which laws it answers. */
export interface Place {
  readonly calendar: CalendarId;
  readonly regimes: readonly RegimeId[];
}

/** A year's holidays are settled and shipped in the December before; a controller that updates twice a year hears of it in time. */
const MONTHS_AHEAD = 9;

type Use = { readonly calendar: CalendarId; readonly period: Period | null };

/** Which calendars the clocks of a controller are counted by, and how long: its own, those its laws name, and that of an earlier reading. */
function usesOf({ calendar, regimes }: Place, law: Law): readonly Use[] {
  const rules = law.filter(({ id }) => regimes.includes(id)).flatMap(({ clocks }) => clocks);
  const named = rules.flatMap((rule): Use[] => [
    { calendar: calendarOf(rule, calendar), period: rule.period },
    ...(rule.earliest?.by === 'civilCodeDays' ? [{ calendar: rule.earliest.calendar, period: rule.period }] : []),
  ]);
  return [{ calendar, period: null }, ...named].filter((use) => use.calendar !== NO_HOLIDAYS.id);
}

/** Every calendar by which a clock of these controllers can be counted, each once. */
export const calendarsInUse = (places: readonly Place[], law: Law = LAW): readonly CalendarId[] => [
  ...new Set(places.flatMap((place) => usesOf(place, law)).map(({ calendar }) => calendar)),
];

/** Business days are taken with their weekends. */
const endOf = (today: LocalDate, { length, unit }: Period): LocalDate =>
  unit === 'months' ? addMonths(today, length) : addDays(today, unit === 'days' ? length : Math.ceil(length / 5) * 7);

/** Whether the holidays that the clocks of these controllers will need are known long enough from a day on. */
export function outlookOf(
  calendars: Calendars,
  places: readonly Place[],
  today: LocalDate,
  law: Law = LAW,
): readonly CalendarOutlook[] {
  const uses = places.flatMap((place) => usesOf(place, law));
  return calendarsInUse(places, law).map((id) => {
    const calendar = calendarFor(calendars, id);
    const knownUntil = calendars(id)?.lastYear ?? null;
    const ends = uses.flatMap((use) => (use.calendar === id && use.period ? [endOf(today, use.period)] : []));
    if (![today, ...ends].every((day) => knowsYearOf(calendar, day)))
      return { calendar: id, knownUntil, state: 'missing' };
    const warnFrom = addMonths(localDate(`${calendar.lastYear}-12-31`), -MONTHS_AHEAD);
    return { calendar: id, knownUntil, state: today >= warnFrom ? 'endsSoon' : 'ok' };
  });
}
