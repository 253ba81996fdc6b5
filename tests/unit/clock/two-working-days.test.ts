import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarFor, dayOff, type HolidayCalendar } from '@/lib/domain/calendar/holiday-calendar';
import { addDays, type LocalDate, localDate } from '@/lib/domain/calendar/local-date';
import { endOfPeriod, rolledEnd } from '@/lib/domain/clock/period';
import { CALENDAR_IDS } from '@/lib/domain/calendar/holidays/places';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import type { Period } from '@/lib/domain/law/types';

// Reg. (EEC, Euratom) 1182/71, Art. 3(5): a period of two days or more includes at least two working days. Nothing in the product
// adds days for it, because no period that it ships is short enough to need them; a law with a shorter one would.

// What is counted backwards ends no later for a day off.
const rules = LAW.flatMap(({ clocks }) => clocks)
  .filter(({ period }) => period.unit !== 'daysBefore')
  .flatMap((rule) =>
    [rule.period, ...(rule.extension?.total ? [rule.extension.total] : [])].map((period) => ({
      period,
      roll: rule.roll,
    })),
  );
const shipped = [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];

/** Counted to two: more is enough. */
function workingDaysIn(calendar: HolidayCalendar, from: LocalDate, period: Period, roll: string | null): number {
  const { on } = endOfPeriod(from, period, calendar, 'counting');
  const end = period.unit === 'businessDays' ? on : rolledEnd(on, calendar, roll, 'law').on;
  let count = 0;
  for (let day = addDays(from, 1); day <= end && count < 2; day = addDays(day, 1))
    if (dayOff(calendar, day) === null) count += 1;
  return count;
}

it('every period that ships includes at least two working days, from every day in every place', () => {
  const calendar = fc.constantFrom(...CALENDAR_IDS).map((id) => calendarFor(shippedCalendars, id));
  const from = fc.integer({ min: 0, max: 2400 }).map((days) => addDays(localDate('2024-01-01'), days));
  fc.assert(
    fc.property(calendar, from, fc.constantFrom(...shipped), (place, day, { period, roll }) => {
      expect(workingDaysIn(place, day, period, roll)).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 2000 },
  );
});

it('so does each around the longest rests of the year, day by day', () => {
  const rests = ['2024-05-02', '2025-12-23', '2026-04-01', '2026-12-23', '2027-04-28', '2029-12-21'].flatMap((first) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map((days) => addDays(localDate(first), days)),
  );
  const short = CALENDAR_IDS.flatMap((id) =>
    shipped.flatMap(({ period, roll }) =>
      rests
        .filter((from) => workingDaysIn(calendarFor(shippedCalendars, id), from, period, roll) < 2)
        .map((from) => [id, period, from]),
    ),
  );
  expect(short).toEqual([]);
});

it('a period of two days would not: from a Friday it includes its Monday alone', () => {
  const luxembourg = calendarFor(shippedCalendars, 'LU');
  expect(workingDaysIn(luxembourg, localDate('2026-11-20'), { length: 2, unit: 'days' }, 'roll')).toBe(1);
  expect(shipped.length).toBeGreaterThan(4);
});
