import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeStep } from '@/lib/domain/clock/describe';
import {
  addDays,
  type LocalDate,
  localDate,
  parseLocalDate,
  weekdayOf,
  yearOf,
} from '@/lib/domain/calendar/local-date';
import { HOLIDAY_KEYS, SUBSTITUTE } from '@/lib/domain/calendar/holidays/names';
import { CALENDAR_IDS, EEA, isEea } from '@/lib/domain/calendar/holidays/places';
import { shippedCalendars, SNAPSHOTS } from '@/lib/domain/calendar/holidays/snapshots';
import { LOCALES } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';
import { nthWeekday, orthodoxEaster } from '../../support/holidays/corrections';
import { snapshotOf } from '../../support/holidays/snapshot';

const holidaysOf = (id: string) => shippedCalendars(id)?.holidays ?? new Map<LocalDate, string>();
const weekdaysOff = (id: string, year: number) =>
  [...holidaysOf(id).keys()]
    .filter((day) => yearOf(day) === year && weekdayOf(day) < 6)
    .map((day) => day.slice(5))
    .join(' ');

/** Gregorian Easter Sunday (Meeus, Jones, Butcher): worked out here apart from the library the snapshots come from. */
function easter(year: number): LocalDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const two = (part: number) => String(part).padStart(2, '0');
  return localDate(`${year}-${two(Math.floor(f / 31))}-${two((f % 31) + 1)}`);
}

const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
const ORTHODOX = ['BG', 'CY', 'GR', 'RO'];

describe('the snapshots', () => {
  it('are one file for each place, and each place is loaded', () => {
    const folder = new URL('../../../lib/domain/calendar/holidays/', import.meta.url);
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replace('.json', ''));
    expect(files.sort()).toEqual([...CALENDAR_IDS].sort());
    expect(SNAPSHOTS.map(({ id }) => id).sort()).toEqual([...CALENDAR_IDS].sort());
  });

  it.each(SNAPSHOTS.map((snapshot) => [snapshot.id, snapshot] as const))(
    '%s has days of the years it claims, in order, with names',
    (_, snapshot) => {
      const days = Object.keys(snapshot.holidays);
      expect(days.every((day) => parseLocalDate(day) !== null)).toBe(true);
      expect(days).toEqual([...days].sort());
      expect([...new Set(days.map((day) => Number(day.slice(0, 4))))]).toEqual(YEARS);
      expect([snapshot.firstYear, snapshot.lastYear]).toEqual([2024, 2030]);
      expect(Object.values(snapshot.holidays).every((name) => name.length > 3)).toBe(true);
    },
  );

  it('are what the library and our corrections give, with nothing changed by hand', { timeout: 60_000 }, () => {
    for (const snapshot of SNAPSHOTS) expect(snapshotOf(snapshot.id, 2024, 2030)).toEqual(snapshot);
  });

  it('cover the thirty states of the EEA', () => {
    expect(EEA).toHaveLength(30);
    expect(new Set(EEA).size).toBe(30);
    expect(isEea('LI')).toBe(true);
    expect(isEea('GB')).toBe(false);
    expect(isEea('CH')).toBe(false);
  });
});

describe('Easter', () => {
  it('is on the known days', () => {
    expect(YEARS.map(easter)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
      '2029-04-01',
      '2030-04-21',
    ]);
    expect(YEARS.map(orthodoxEaster)).toEqual([
      '2024-05-05',
      '2025-04-20',
      '2026-04-12',
      '2027-05-02',
      '2028-04-16',
      '2029-04-08',
      '2030-04-28',
    ]);
  });

  it.each(EEA.filter((country) => !['ES', 'EE', 'MT', 'PT', ...ORTHODOX].includes(country)))(
    'gives %s its Monday',
    (country) => {
      for (const year of YEARS) expect(holidaysOf(country).has(addDays(easter(year), 1))).toBe(true);
    },
  );

  it.each(ORTHODOX)('is the Orthodox one in %s, Good Friday and Monday', (country) => {
    for (const year of YEARS) {
      for (const days of [-2, 1]) expect(holidaysOf(country).has(addDays(orthodoxEaster(year), days))).toBe(true);
    }
    // Years in which the Western Easter Monday is no other holiday of these places either.
    for (const year of [2026, 2027, 2030]) expect(holidaysOf(country).has(addDays(easter(year), 1))).toBe(false);
  });

  it.each(
    ['AT', 'BE', 'BG', 'FR', 'GR', 'HR', 'IE', 'IT', 'LT', 'LU', 'NL', 'PL', 'SI'].filter(
      (country) => !ORTHODOX.includes(country),
    ),
  )('leaves Good Friday a working day in %s', (country) => {
    for (const year of YEARS) expect(holidaysOf(country).has(addDays(easter(year), -2))).toBe(false);
  });
});

describe('weekdays off in 2026, read against the statutes place by place', () => {
  it.each([
    ['AT', '01-01 01-06 04-06 05-01 05-14 05-25 06-04 10-26 12-08 12-25'],
    ['BE', '01-01 04-06 05-01 05-14 05-25 07-21 11-11 12-25'],
    ['BG', '01-01 01-02 03-03 04-10 04-13 05-01 05-06 05-25 09-07 09-22 12-24 12-25 12-28'],
    ['CH', ''],
    ['CY', '01-01 01-06 02-23 03-25 04-01 04-10 04-13 05-01 06-01 10-01 10-28 12-25'],
    ['CZ', '01-01 04-03 04-06 05-01 05-08 07-06 09-28 10-28 11-17 12-24 12-25'],
    ['DE', '01-01 04-03 04-06 05-01 05-14 05-25 12-25'],
    ['DE-BE', '01-01 04-03 04-06 05-01 05-14 05-25 12-25'],
    ['DE-BY', '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25'],
    ['DE-NW', '01-01 04-03 04-06 05-01 05-14 05-25 06-04 12-25'],
    ['DE-SN', '01-01 04-03 04-06 05-01 05-14 05-25 11-18 12-25'],
    ['DK', '01-01 04-02 04-03 04-06 05-14 05-25 12-25'],
    ['EE', '01-01 02-24 04-03 05-01 06-23 06-24 08-20 12-24 12-25'],
    ['ES', '01-01 01-06 04-03 05-01 10-12 12-08 12-25'],
    ['FI', '01-01 01-06 04-03 04-06 05-01 05-14 12-25'],
    ['FR', '01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25'],
    ['GB-ENG', '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['GB-NIR', '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
    ['GB-SCT', '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
    ['GB-WLS', '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['GR', '01-01 01-06 02-23 03-25 04-10 04-13 05-01 06-01 10-28 12-25'],
    ['HR', '01-01 01-06 04-06 05-01 06-04 06-22 08-05 11-18 12-25'],
    ['HU', '01-01 04-03 04-06 05-01 05-25 08-20 10-23 12-25'],
    ['IE', '01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25'],
    ['IS', '01-01 04-02 04-03 04-06 04-23 05-01 05-14 05-25 06-17 08-03 12-25'],
    ['IT', '01-01 01-06 04-06 05-01 06-02 12-08 12-25'],
    ['LI', '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 09-08 12-08 12-25'],
    ['LT', '01-01 02-16 03-11 04-06 05-01 06-24 07-06 11-02 12-24 12-25'],
    ['LU', '01-01 04-06 05-01 05-14 05-25 06-23 12-25'],
    ['LV', '01-01 04-03 04-06 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-31'],
    ['MT', '01-01 02-10 03-19 03-31 04-03 05-01 06-29 09-08 09-21 12-08 12-25'],
    ['NL', '01-01 04-06 04-27 05-05 05-14 05-25 12-25'],
    ['NO', '01-01 04-02 04-03 04-06 05-01 05-14 05-25 12-25'],
    ['PL', '01-01 01-06 04-06 05-01 06-04 11-11 12-24 12-25'],
    ['PT', '01-01 04-03 05-01 06-04 06-10 10-05 12-01 12-08 12-25'],
    ['RO', '01-01 01-02 01-06 01-07 04-10 04-13 05-01 06-01 11-30 12-01 12-25'],
    ['SE', '01-01 01-06 04-03 04-06 05-01 05-14 12-25'],
    ['SI', '01-01 01-02 04-06 04-27 05-01 06-25 12-25'],
    ['SK', '01-01 01-06 04-03 04-06 05-01 12-24 12-25'],
    ['US-FED', '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    ['US-CA', '01-01 01-19 02-12 02-16 03-31 04-24 05-25 06-19 09-07 09-09 09-25 10-12 11-11 11-26 12-25'],
  ])('%s: %s', (id, days) => {
    expect(weekdaysOff(id, 2026)).toBe(days);
  });
});

describe('Bulgaria, by Art. 154 of its Labour Code', () => {
  // Weekdays off, Easter worked out above and substitutes counted by hand.
  it.each([
    [2024, '01-01 03-04 05-01 05-03 05-06 05-24 09-06 09-23 12-24 12-25 12-26'],
    [2025, '01-01 03-03 04-18 04-21 05-01 05-06 05-26 09-08 09-22 12-24 12-25 12-26'],
    [2027, '01-01 03-03 04-30 05-03 05-04 05-06 05-24 09-06 09-22 12-24 12-27 12-28'],
    [2028, '01-03 03-03 04-14 04-17 05-01 05-08 05-24 09-06 09-22 12-25 12-26 12-27'],
    [2029, '01-01 03-05 04-06 04-09 05-01 05-07 05-24 09-06 09-24 12-24 12-25 12-26'],
    [2030, '01-01 03-04 04-26 04-29 05-01 05-06 05-24 09-06 09-23 12-24 12-25 12-26'],
  ])('%i: %s', (year, days) => {
    expect(weekdaysOff('BG', year)).toBe(days);
  });
});

describe('Luxembourg', () => {
  it.each(YEARS)('has its eleven statutory days in %i', (year) => {
    const fixed = ['01-01', '05-01', '05-09', '06-23', '08-15', '11-01', '12-25', '12-26'].map(
      (day) => `${year}-${day}`,
    );
    const moving = [1, 39, 50].map((days) => addDays(easter(year), days));
    const found = [...holidaysOf('LU').keys()].filter((day) => yearOf(day) === year);
    // Ascension Day 2024 was on Europe Day: one day, two holidays.
    expect(found).toEqual([...new Set([...fixed, ...moving])].sort());
  });
});

describe('the United States', () => {
  it.each([
    [2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    [2028, '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
    [2029, '01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25'],
  ])('observes in %i: %s', (year, days) => {
    expect(weekdaysOff('US-FED', year)).toBe(days);
  });

  it.each([
    [2028, '01-17 02-21 03-31 04-24 05-29 06-19 07-04 09-04 09-22 10-09 11-10 11-23 12-25'],
    [2029, '01-01 01-15 02-12 02-19 04-24 05-28 06-19 07-04 09-03 09-10 09-28 10-08 11-12 11-22 12-25'],
  ])('California keeps in %i: %s', (year, days) => {
    expect(weekdaysOff('US-CA', year)).toBe(days);
  });

  it('California does not observe Friday 3 July 2026', () => {
    expect(holidaysOf('US-FED').has(localDate('2026-07-03'))).toBe(true);
    expect(holidaysOf('US-CA').has(localDate('2026-07-03'))).toBe(false);
  });
});

describe('the nth weekday of a month', () => {
  it.each([
    [2026, 1, 1, 3, '2026-01-19'],
    [2026, 5, 1, -1, '2026-05-25'],
    [2027, 5, 1, -1, '2027-05-31'],
    [2026, 11, 4, 4, '2026-11-26'],
    [2026, 9, 5, 4, '2026-09-25'],
  ])('%i-%i, weekday %i, number %i is %s', (year, month, weekday, n, day) => {
    expect(nthWeekday(year, month, weekday, n)).toBe(day);
  });
});

describe('names of holidays', () => {
  const names = new Set(
    SNAPSHOTS.flatMap(({ holidays }) => Object.values(holidays)).map((name) => name.replace(SUBSTITUTE, '')),
  );

  it('that have words are names of the snapshots', () => {
    expect([...HOLIDAY_KEYS.keys()].filter((name) => !names.has(name))).toEqual([]);
  });

  it('all have words of their own', () => {
    expect([...names].filter((name) => !HOLIDAY_KEYS.has(name))).toEqual([]);
    expect(names.size).toBeGreaterThan(100);
  });

  it.each(LOCALES)('are all spoken in %s, wherever they are kept', (locale) => {
    const say = translator(locale, 'law');
    for (const name of names) {
      const words = describeStep({ key: 'holiday', values: { dayOn: '2026-01-01', name }, citation: '' }, say);
      // Where the language has another script, English letters are a name that was left as it was.
      if (new Intl.Locale(locale).maximize().script !== 'Latn')
        expect([name, words.replace('Sette Giugno', '')]).toEqual([name, expect.not.stringMatching(/[A-Za-z]/)]);
    }
  });

  it('differ within one place, so that a day is told from another', () => {
    for (const { id, holidays } of SNAPSHOTS) {
      const own = [...new Set(Object.values(holidays).map((name) => name.replace(SUBSTITUTE, '')))];
      expect([id, new Set(own.map((name) => HOLIDAY_KEYS.get(name))).size]).toEqual([id, own.length]);
    }
  });
});
