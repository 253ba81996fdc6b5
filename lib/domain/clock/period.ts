import type { Period } from '../law/types';
import {
  addBusinessDays,
  dayOff,
  declaredWorkingDays,
  type HolidayCalendar,
  knowsYearOf,
  rollForward,
  type SkippedDay,
} from '../calendar/holiday-calendar';
import { addDays, addMonths, dayOfMonth, type LocalDate, yearOf } from '../calendar/local-date';
import type { WorkingStep } from './types';

/** A day found by counting, with the steps that led to it. */
export interface Counted {
  readonly on: LocalDate;
  readonly calendarKnown: boolean;
  readonly working: readonly WorkingStep[];
}

function skippedStep({ on, off }: SkippedDay, citation: string): WorkingStep {
  switch (off.kind) {
    case 'weekend':
      return { key: 'weekend', values: { dayOn: on }, on, citation };
    case 'holiday':
      return { key: 'holiday', values: { dayOn: on, name: off.name }, on, citation };
    case 'added':
      return { key: 'addedDayOff', values: { dayOn: on, reason: off.reason }, on, citation };
    default:
      return off satisfies never;
  }
}

/** A holiday that the operator took away matters only where a count passed it or a last day fell on it. */
const declaredSteps = (calendar: HolidayCalendar, after: LocalDate, upTo: LocalDate, citation: string): WorkingStep[] =>
  declaredWorkingDays(calendar, after, upTo).map(({ on, reason }) => ({
    key: 'declaredWorkingDay',
    values: { dayOn: on, reason },
    on,
    citation,
  }));

const missingYearStep = (calendar: HolidayCalendar, on: LocalDate, citation: string): WorkingStep => ({
  key: 'calendarMissing',
  values: { place: calendar.id, year: String(yearOf(on)), dayOn: on },
  on,
  citation,
});

/** The last day of a period whose first day is not counted, before any rolling. */
export function endOfPeriod(from: LocalDate, period: Period, calendar: HolidayCalendar, citation: string): Counted {
  const { length } = period;
  if (period.unit === 'businessDays') {
    const { on, skipped, calendarKnown } = addBusinessDays(calendar, from, length, 'mondayToFriday');
    const counted: WorkingStep = {
      key: 'businessDays',
      values: { length, place: calendar.id, endOn: on },
      on,
      citation,
    };
    const missing = calendarKnown ? [] : [missingYearStep(calendar, on, citation)];
    const passed = [
      ...skipped.map((day) => skippedStep(day, citation)),
      ...declaredSteps(calendar, from, on, citation),
    ];
    return { on, calendarKnown, working: [...passed, counted, ...missing] };
  }
  if (period.unit === 'daysBefore') {
    const on = addDays(from, -length);
    return { on, calendarKnown: true, working: [{ key: 'daysBefore', values: { length, endOn: on }, on, citation }] };
  }
  const on = period.unit === 'months' ? addMonths(from, length) : addDays(from, length);
  const clamped = period.unit === 'months' && dayOfMonth(on) !== dayOfMonth(from);
  const key = clamped ? 'monthsShort' : period.unit;
  const values: WorkingStep['values'] = clamped
    ? { length, day: String(dayOfMonth(from)), endOn: on }
    : { length, endOn: on };
  return { on, calendarKnown: true, working: [{ key, values, on, citation }] };
}

/** Moves a last day that is no working day to the next one. `citation` null: this law moves nothing. */
export function rolledEnd(on: LocalDate, calendar: HolidayCalendar, citation: string | null, law: string): Counted {
  if (citation === null)
    return { on, calendarKnown: true, working: [{ key: 'notRolled', values: { endOn: on }, on, citation: law }] };
  const rolled = rollForward(calendar, on);
  if (!rolled.calendarKnown) {
    const missingOn = knowsYearOf(calendar, on) ? addDays(on, 7) : on;
    return { on, calendarKnown: false, working: [missingYearStep(calendar, missingOn, citation)] };
  }
  if (dayOff(calendar, on) === null) {
    const stays: WorkingStep = { key: 'workingDay', values: { endOn: on, place: calendar.id }, on, citation };
    return { on, calendarKnown: true, working: [...declaredSteps(calendar, addDays(on, -1), on, citation), stays] };
  }
  const moved: WorkingStep = {
    key: 'moved',
    values: { endOn: rolled.on, place: calendar.id },
    on: rolled.on,
    citation,
  };
  const passed = [
    ...rolled.skipped.map((day) => skippedStep(day, citation)),
    ...declaredSteps(calendar, on, rolled.on, citation),
  ];
  return { on: rolled.on, calendarKnown: true, working: [...passed, moved] };
}
