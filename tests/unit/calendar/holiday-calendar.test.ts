import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  calendarFor,
  dayOff,
  declaredWorkingDays,
  type HolidayCalendar,
  judgeOverride,
  knowsYearOf,
  rollForward,
  withOverrides,
} from '@/lib/domain/calendar/holiday-calendar';
import { addDays, daysBetween, localDate, type LocalDate, weekdayOf } from '@/lib/domain/calendar/local-date';
import { CALENDAR_IDS } from '@/lib/domain/calendar/holidays/places';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';

const easter: HolidayCalendar = {
  id: 'LU',
  firstYear: 2026,
  lastYear: 2027,
  holidays: new Map([
    [localDate('2026-04-06'), 'Easter Monday'],
    [localDate('2027-01-01'), 'New Year’s Day'],
  ]),
};

const inShippedYears = fc.integer({ min: 0, max: 2300 }).map((days) => addDays(localDate('2024-01-01'), days));
const someCalendar = fc.constantFrom(...CALENDAR_IDS).map((id) => calendarFor(shippedCalendars, id));

describe('a day off', () => {
  it('is a weekend or a holiday', () => {
    expect(dayOff(easter, localDate('2026-04-04'))).toEqual({ kind: 'weekend' });
    expect(dayOff(easter, localDate('2026-04-05'))).toEqual({ kind: 'weekend' });
    expect(dayOff(easter, localDate('2026-04-06'))).toEqual({ kind: 'holiday', name: 'Easter Monday' });
    expect(dayOff(easter, localDate('2026-04-07'))).toBeNull();
  });
});

describe('rolling forward', () => {
  it('passes over weekend and holiday and says so', () => {
    const rolled = rollForward(easter, localDate('2026-04-04'));
    expect(rolled.on).toBe('2026-04-07');
    expect(rolled.skipped.map(({ on, off }) => [on, off.kind])).toEqual([
      ['2026-04-04', 'weekend'],
      ['2026-04-05', 'weekend'],
      ['2026-04-06', 'holiday'],
    ]);
  });

  it('leaves a working day where it is', () => {
    expect(rollForward(easter, localDate('2026-04-07'))).toEqual({
      on: '2026-04-07',
      skipped: [],
      calendarKnown: true,
    });
  });

  it.each(['2025-12-31', '2028-01-01', '2030-06-02'])('moves nothing in a year it does not know: %s', (date) => {
    expect(rollForward(easter, localDate(date))).toEqual({ on: date, skipped: [], calendarKnown: false });
  });

  it('moves nothing where the next working day lies in an unknown year', () => {
    const lastOfYear = { ...easter, holidays: new Map([[localDate('2027-12-31'), 'Bank day']]) };
    expect(rollForward(lastOfYear, localDate('2027-12-31'))).toEqual({
      on: '2027-12-31',
      skipped: [],
      calendarKnown: false,
    });
  });

  it('ends on a working day, never earlier, and passes only days off', () => {
    fc.assert(
      fc.property(someCalendar, inShippedYears, (calendar, date) => {
        const rolled = rollForward(calendar, date);
        expect(rolled.calendarKnown).toBe(true);
        expect(dayOff(calendar, rolled.on)).toBeNull();
        expect(daysBetween(date, rolled.on)).toBe(rolled.skipped.length);
        expect(rolled.skipped.every(({ on }) => dayOff(calendar, on) !== null)).toBe(true);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(someCalendar, inShippedYears, (calendar, date) => {
        const { on } = rollForward(calendar, date);
        expect(rollForward(calendar, on).on).toBe(on);
      }),
    );
  });
});

describe('counting business days', () => {
  it('leaves out the first day, weekends and holidays', () => {
    expect(addBusinessDays(easter, localDate('2026-04-03'), 1, 'mondayToFriday').on).toBe('2026-04-07');
    expect(addBusinessDays(easter, localDate('2026-04-03'), 2, 'mondayToFriday').on).toBe('2026-04-08');
  });

  it('counts Saturdays where the week has six days', () => {
    expect(addBusinessDays(easter, localDate('2026-04-03'), 1, 'mondayToSaturday').on).toBe('2026-04-04');
    expect(addBusinessDays(easter, localDate('2026-04-03'), 2, 'mondayToSaturday').on).toBe('2026-04-07');
  });

  it('counts every weekday in an unknown year, which ends earlier, and says so', () => {
    const counted = addBusinessDays(easter, localDate('2027-12-30'), 3, 'mondayToFriday');
    expect(counted).toEqual({ on: '2028-01-04', skipped: [], calendarKnown: false });
  });

  it('ends later the more days, and never on a day off', () => {
    fc.assert(
      fc.property(someCalendar, inShippedYears, fc.integer({ min: 1, max: 30 }), (calendar, date, count) => {
        const { on } = addBusinessDays(calendar, date, count, 'mondayToFriday');
        expect(dayOff(calendar, on)).toBeNull();
        expect(addBusinessDays(calendar, date, count + 1, 'mondayToFriday').on > on).toBe(true);
      }),
    );
  });

  it('ends no later with Saturdays than without', () => {
    fc.assert(
      fc.property(someCalendar, inShippedYears, fc.integer({ min: 1, max: 30 }), (calendar, date, count) => {
        const week = (name: 'mondayToFriday' | 'mondayToSaturday') => addBusinessDays(calendar, date, count, name).on;
        expect(week('mondayToSaturday') <= week('mondayToFriday')).toBe(true);
      }),
    );
  });
});

describe('an operator’s override', () => {
  const strike = { calendar: 'LU', on: localDate('2026-04-07'), reason: 'Day off by decree', by: 'A. Admin' };
  const calendars = (id: string) => (id === 'LU' ? easter : null);

  it('adds a day', () => {
    const calendar = calendarFor(withOverrides(calendars, [{ ...strike, change: 'add' }]), 'LU');
    expect(rollForward(calendar, localDate('2026-04-05')).on).toBe('2026-04-08');
    expect(dayOff(calendar, strike.on)).toEqual({ kind: 'added', reason: 'Day off by decree' });
  });

  it('removes a day, and the later of two counts', () => {
    const calendar = calendarFor(
      withOverrides(calendars, [
        { ...strike, change: 'add' },
        { ...strike, change: 'remove' },
      ]),
      'LU',
    );
    expect(rollForward(calendar, localDate('2026-04-05')).on).toBe('2026-04-07');
  });

  it('declares a holiday a working day, and says for which days of a count', () => {
    const monday = { ...strike, on: localDate('2026-04-06'), change: 'remove' } as const;
    const calendar = calendarFor(withOverrides(calendars, [monday, { ...strike, change: 'add' }]), 'LU');
    expect(rollForward(calendar, localDate('2026-04-04')).on).toBe('2026-04-06');
    expect(addBusinessDays(calendar, localDate('2026-04-03'), 2, 'mondayToFriday')).toEqual({
      on: '2026-04-08',
      skipped: [{ on: '2026-04-07', off: { kind: 'added', reason: 'Day off by decree' } }],
      calendarKnown: true,
    });
    expect(declaredWorkingDays(calendar, localDate('2026-04-05'), localDate('2026-04-06'))).toEqual([monday]);
    expect(declaredWorkingDays(calendar, localDate('2026-04-06'), localDate('2026-04-30'))).toEqual([]);
    expect(declaredWorkingDays(easter, localDate('2026-01-01'), localDate('2026-12-31'))).toEqual([]);
  });

  it('touches no other place and not the shipped calendar', () => {
    const other = withOverrides(calendars, [{ ...strike, calendar: 'BG', change: 'add' }]);
    expect(other('LU')).toBe(easter);
    expect(other('BG')).toBeNull();
    expect(easter.holidays.has(strike.on)).toBe(false);
  });
});

describe('whether a day may be overridden', () => {
  const judged = (on: string, change: 'add' | 'remove', calendar = easter) => {
    const result = judgeOverride(calendar, localDate(on), change);
    return result.ok ? result.value : result.reason;
  };

  it.each([
    ['2026-04-07', 'add', { onWeekend: false }],
    ['2026-04-04', 'add', { onWeekend: true }],
    ['2026-04-06', 'add', 'alreadyOff'],
    ['2028-04-03', 'add', 'unknownYear'],
    ['2025-12-31', 'remove', 'unknownYear'],
    ['2026-04-06', 'remove', { onWeekend: false }],
    ['2026-04-07', 'remove', 'noHoliday'],
    ['2026-04-04', 'remove', 'weekend'],
  ] as const)('%s, %s: %j', (on, change, answer) => {
    expect(judged(on, change)).toEqual(answer);
  });

  it('is not asked twice: the first is to be withdrawn', () => {
    const overridden = calendarFor(
      withOverrides(
        (id) => (id === 'LU' ? easter : null),
        [
          { calendar: 'LU', on: localDate('2026-04-07'), change: 'add', reason: 'By decree', by: 'a' },
          { calendar: 'LU', on: localDate('2026-04-06'), change: 'remove', reason: 'By decree', by: 'a' },
        ],
      ),
      'LU',
    );
    for (const on of ['2026-04-06', '2026-04-07'])
      for (const change of ['add', 'remove'] as const) expect(judged(on, change, overridden)).toBe('alreadyChanged');
  });

  it('one change on top of others leaves them', () => {
    const first = { calendar: 'LU', on: localDate('2026-04-07'), change: 'add', reason: 'One', by: 'a' } as const;
    const second = { ...first, on: localDate('2026-04-08'), reason: 'Two' };
    const both = withOverrides(
      withOverrides(() => easter, [first]),
      [second],
    )('LU');
    expect([...(both?.overrides?.values() ?? [])]).toEqual([first, second]);
  });
});

describe('a place without calendar', () => {
  it('is known for no year', () => {
    const unknown = calendarFor(() => null, 'XX');
    expect(knowsYearOf(unknown, localDate('2026-01-01'))).toBe(false);
    const saturday = localDate('2026-04-04');
    expect(weekdayOf(saturday)).toBe(6);
    expect(rollForward(unknown, saturday as LocalDate).on).toBe(saturday);
  });
});
