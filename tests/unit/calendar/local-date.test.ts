import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOfMonth,
  daysBetween,
  instantOf,
  isInstant,
  isTimezone,
  latest,
  type LocalDate,
  localDate,
  localDateOf,
  monthOf,
  parseLocalDate,
  weekdayOf,
  yearOf,
} from '@/lib/domain/calendar/local-date';

const DAY = 86_400_000;
// Date.UTC reads the years 0 to 99 as 1900 to 1999, so the comparison starts at 1000.
const someDate = fc
  .integer({ min: Date.UTC(1000, 0, 1) / DAY, max: Date.UTC(9900, 11, 31) / DAY })
  .map((days) => new Date(days * DAY).toISOString().slice(0, 10) as LocalDate);
const utc = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`);

describe('a calendar day', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2100-02-29',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ])('is not %j', (text) => {
    expect(parseLocalDate(text)).toBeNull();
    expect(() => localDate(text)).toThrow(RangeError);
  });

  it.each(['2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-12-31'])('is %j', (text) => {
    expect(parseLocalDate(text)).toBe(text);
    expect(localDate(text)).toBe(text);
  });

  it('has parts', () => {
    const date = localDate('2026-11-05');
    expect([yearOf(date), monthOf(date), dayOfMonth(date)]).toEqual([2026, 11, 5]);
  });
});

describe('counting days', () => {
  it('agrees with the proleptic Gregorian calendar of the platform', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(addDays(date, days)).toBe(new Date(utc(date) + days * DAY).toISOString().slice(0, 10));
      }),
    );
  });

  it('is undone by counting back', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('knows the day of the week', () => {
    fc.assert(
      fc.property(someDate, (date) => {
        expect(weekdayOf(date) % 7).toBe(new Date(utc(date)).getUTCDay());
      }),
    );
  });

  it.each([
    ['2026-04-05', 7],
    ['2026-04-06', 1],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2026-11-22', 7],
  ])('%s is day %i of its week', (date, weekday) => {
    expect(weekdayOf(localDate(date))).toBe(weekday);
  });

  it('stops at the ends of the calendar', () => {
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addMonths(localDate('9999-12-01'), 1)).toThrow(RangeError);
  });
});

describe('counting months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-01-29', 1, '2028-02-29'],
    ['2027-01-29', 1, '2027-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to);
  });

  it('keeps the day, or takes the last one of a shorter month', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 0, max: 600 }), (date, months) => {
        const end = addMonths(date, months);
        const nextIsNewMonth = monthOf(addDays(end, 1)) !== monthOf(end);
        expect(dayOfMonth(end) === dayOfMonth(date) || (dayOfMonth(end) < dayOfMonth(date) && nextIsNewMonth)).toBe(
          true,
        );
        expect((yearOf(end) - yearOf(date)) * 12 + monthOf(end) - monthOf(date)).toBe(months);
      }),
    );
  });

  it('never goes backwards for a later start', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 24 }), (date, later, months) => {
        expect(addMonths(addDays(date, later), months) >= addMonths(date, months)).toBe(true);
      }),
    );
  });
});

describe('the latest of several days', () => {
  it('is the last in time', () => {
    expect(latest(localDate('2026-03-01'), localDate('2027-01-01'), localDate('2026-12-31'))).toBe('2027-01-01');
    expect(latest(localDate('2026-03-01'))).toBe('2026-03-01');
  });
});

describe('an instant', () => {
  it.each(['2026-03-05T00:30:00+01:00', '2026-03-05T00:30:00Z', '2026-03-05T00:30Z', '2026-03-05T00:30:00.123Z'])(
    'is %s',
    (text) => {
      expect(isInstant(text)).toBe(true);
    },
  );

  it.each([
    '2026-03-05',
    '2026-03-05T00:30:00',
    '2026-02-30T00:00:00Z',
    '2026-03-05T25:00:00Z',
    'now',
    '2026-03-05 00:30:00Z',
    '',
  ])('is not %j', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => localDateOf(text, 'UTC')).toThrow(RangeError);
  });
});

describe('the local day of an instant', () => {
  it.each([
    ['2026-03-04T23:30:00Z', 'Europe/Luxembourg', '2026-03-05'],
    ['2026-03-04T22:59:59Z', 'Europe/Luxembourg', '2026-03-04'],
    // Clocks in Luxembourg go back at 03:00 on 25 October 2026: the day has 25 hours.
    ['2026-10-24T22:00:00Z', 'Europe/Luxembourg', '2026-10-25'],
    ['2026-10-25T22:59:59Z', 'Europe/Luxembourg', '2026-10-25'],
    ['2026-10-25T23:00:00Z', 'Europe/Luxembourg', '2026-10-26'],
    ['2026-03-29T21:00:00Z', 'Europe/Sofia', '2026-03-30'],
    ['2026-01-01T07:59:00Z', 'America/Los_Angeles', '2025-12-31'],
    ['2026-01-01T08:00:00Z', 'America/Los_Angeles', '2026-01-01'],
    ['2026-06-30T18:14:59Z', 'Asia/Kathmandu', '2026-06-30'],
    ['2026-06-30T18:15:00Z', 'Asia/Kathmandu', '2026-07-01'],
  ])('%s in %s is %s', (instant, timezone, day) => {
    expect(localDateOf(instant, timezone)).toBe(day);
  });

  it('depends on the instant, not on how its offset is written', () => {
    expect(localDateOf('2026-03-05T00:30:00+01:00', 'UTC')).toBe(localDateOf('2026-03-04T23:30:00Z', 'UTC'));
  });

  it('asks for a known time zone', () => {
    expect(isTimezone('Europe/Sofia')).toBe(true);
    expect(isTimezone('Europe/Atlantis')).toBe(false);
    expect(() => localDateOf('2026-03-05T00:30:00Z', 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('the instant of a time of a day', () => {
  it.each([
    ['2026-11-22', '12:00', 'Europe/Luxembourg', '2026-11-22T11:00:00.000Z'],
    ['2026-06-30', '00:00', 'Asia/Kathmandu', '2026-06-29T18:15:00.000Z'],
    ['2026-01-01', '23:59', 'America/Los_Angeles', '2026-01-02T07:59:00.000Z'],
    // 02:30 is shown twice on 25 October 2026, and on 29 March 2026 not at all.
    ['2026-10-25', '02:30', 'Europe/Luxembourg', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:30', 'Europe/Luxembourg', '2026-10-25T02:30:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Luxembourg', '2026-03-29T01:30:00.000Z'],
  ])('%s, %s in %s is %s', (day, time, timezone, instant) => {
    expect(instantOf(localDate(day), time, timezone)).toBe(instant);
  });

  it('falls on the day that was named, in every zone and at every hour', () => {
    const hour = fc.integer({ min: 4, max: 23 }).map((at) => `${String(at).padStart(2, '0')}:59`);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        hour,
        fc.constantFrom('UTC', 'Europe/Sofia', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Auckland'),
        (days, time, timezone) => {
          const date = addDays(localDate('2000-01-01'), days);
          const shown = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, timeStyle: 'short' }).format(
            new Date(instantOf(date, time, timezone)),
          );
          expect([localDateOf(instantOf(date, time, timezone), timezone), shown]).toEqual([date, time]);
        },
      ),
    );
  });
});
