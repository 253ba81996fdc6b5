import type { Period } from '../law/types';
import { addBusinessDays, dayOff, type HolidayCalendar, knowsYearOf, rollForward, type SkippedDay } from './holiday-calendar';
import { addDays, addMonths, dayOf, type LocalDate, yearOf } from './local-date';
import type { WorkingStep } from './types';

/** A day found by counting, with the steps that led to it. */
export interface Counted {
  readonly on: LocalDate;
  readonly calendarKnown: boolean;
  readonly working: readonly WorkingStep[];
}

const skippedStep = ({ on, off }: SkippedDay, citation: string): WorkingStep =>
  off.kind === 'holiday'
    ? { key: 'holiday', values: { dayOn: on, name: off.name }, on, citation }
    : { key: 'weekend', values: { dayOn: on }, on, citation };

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
    const counted: WorkingStep = { key: 'businessDays', values: { length, place: calendar.id, endOn: on }, on, citation };
    const missing = calendarKnown ? [] : [missingYearStep(calendar, on, citation)];
    return { on, calendarKnown, working: [...skipped.map((day) => skippedStep(day, citation)), counted, ...missing] };
  }
  const on = period.unit === 'months' ? addMonths(from, length) : addDays(from, length);
  const clamped = period.unit === 'months' && dayOf(on) !== dayOf(from);
  const key = clamped ? 'monthsShort' : period.unit;
  const values: WorkingStep['values'] = clamped ? { length, day: String(dayOf(from)), endOn: on } : { length, endOn: on };
  return { on, calendarKnown: true, working: [{ key, values, on, citation }] };
}

/** Moves a last day that is no working day to the next one. `citation` null: this law moves nothing. */
export function rolledEnd(on: LocalDate, calendar: HolidayCalendar, citation: string | null, law: string): Counted {
  if (citation === null) return { on, calendarKnown: true, working: [{ key: 'notRolled', values: { endOn: on }, on, citation: law }] };
  const rolled = rollForward(calendar, on);
  if (!rolled.calendarKnown) {
    const missingOn = knowsYearOf(calendar, on) ? addDays(on, 7) : on;
    return { on, calendarKnown: false, working: [missingYearStep(calendar, missingOn, citation)] };
  }
  if (dayOff(calendar, on) === null) {
    const working = [{ key: 'workingDay', values: { endOn: on, place: calendar.id }, on, citation }];
    return { on, calendarKnown: true, working };
  }
  const moved: WorkingStep = { key: 'moved', values: { endOn: rolled.on, place: calendar.id }, on: rolled.on, citation };
  return { on: rolled.on, calendarKnown: true, working: [...rolled.skipped.map((day) => skippedStep(day, citation)), moved] };
}
