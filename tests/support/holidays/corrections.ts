import { addDays, type LocalDate, localDate, weekdayOf, yearOf } from '@/lib/domain/calendar/local-date';

/** What date-holidays 3.37.0 has wrong for one place, mended by rule, with the reason that is printed into the snapshot. */
export interface Correction {
  readonly reason: string;
  readonly apply: (holidays: Map<LocalDate, string>, year: number) => void;
}

const on = (year: number, monthDay: string): LocalDate => localDate(`${year}-${monthDay}`);
const isWeekend = (date: LocalDate) => weekdayOf(date) >= 6;

/** Orthodox Easter Sunday in the Gregorian calendar, 1900 to 2099 (Meeus). */
export function orthodoxEaster(year: number): LocalDate {
  const [a, b, c] = [year % 4, year % 7, year % 19];
  const d = (19 * c + 15) % 30;
  const e = (2 * a + 4 * b - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const day = ((d + e + 114) % 31) + 1;
  return addDays(on(year, `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`), 13);
}

/** The nth given weekday of a month; n = -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): LocalDate {
  const first = on(year, `${String(month).padStart(2, '0')}-01`);
  const start = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  if (n > 0) return addDays(start, (n - 1) * 7);
  const fifth = addDays(start, 28);
  return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(start, 21);
}

const BULGARIAN_FIXED: readonly (readonly [string, string])[] = [
  ['01-01', 'New Year’s Day'],
  ['03-03', 'Liberation Day'],
  ['05-01', 'Labour Day'],
  ['05-06', 'St. George’s Day'],
  ['05-24', 'Day of Bulgarian Education and Culture'],
  ['09-06', 'Unification Day'],
  ['09-22', 'Independence Day'],
  ['12-24', 'Christmas Eve'],
  ['12-25', 'Christmas Day'],
  ['12-26', 'Second Day of Christmas'],
];

function bulgaria(holidays: Map<LocalDate, string>, year: number): void {
  holidays.clear();
  const easter = orthodoxEaster(year);
  for (const [monthDay, name] of BULGARIAN_FIXED) holidays.set(on(year, monthDay), name);
  const easterDays = ['Good Friday', 'Holy Saturday', 'Easter Sunday', 'Easter Monday'];
  easterDays.forEach((name, index) => {
    const day = addDays(easter, index - 2);
    if (!holidays.has(day)) holidays.set(day, name);
  });
  for (const [monthDay, name] of BULGARIAN_FIXED) {
    const day = on(year, monthDay);
    if (!isWeekend(day)) continue;
    let substitute = addDays(day, 1);
    while (isWeekend(substitute) || holidays.has(substitute)) substitute = addDays(substitute, 1);
    holidays.set(substitute, `${name} (substitute day)`);
  }
  if (year === 2026) holidays.set(on(2026, '01-02'), 'Day off declared by the Council of Ministers');
}

/** 5 U.S.C. 6103(b) with Executive Order 11582: a fixed holiday on a Saturday is observed on Friday, on a Sunday on Monday. */
function observedFederally(holidays: Map<LocalDate, string>, year: number): void {
  for (const near of [year, year + 1]) {
    for (const monthDay of ['01-01', '06-19', '07-04', '11-11', '12-25']) {
      const day = on(near, monthDay);
      const observed = addDays(day, weekdayOf(day) === 6 ? -1 : weekdayOf(day) === 7 ? 1 : 0);
      if (yearOf(observed) === year && !holidays.has(observed))
        holidays.set(observed, 'Federal holiday observed for the weekend');
    }
  }
}

export const CORRECTIONS: Readonly<Record<string, readonly Correction[]>> = {
  BG: [
    {
      reason:
        'Built from Art. 154 of the Labour Code: 26 December and Holy Saturday are holidays, weekend holidays other than Easter give the next one or two working days, 2 January 2026 was declared by the Council of Ministers.',
      apply: bulgaria,
    },
  ],
  CY: [
    {
      reason:
        'Green Monday is 48 days before Orthodox Easter, a Monday; Whit Monday (Kataklysmos) is a public holiday.',
      apply: (holidays, year) => {
        const easter = orthodoxEaster(year);
        holidays.delete(addDays(easter, -47));
        holidays.set(addDays(easter, -48), 'Green Monday');
        holidays.set(addDays(easter, 50), 'Whit Monday');
      },
    },
  ],
  GR: [
    {
      reason: 'Name of Clean Monday.',
      apply: (holidays, year) => holidays.set(addDays(orthodoxEaster(year), -48), 'Clean Monday'),
    },
  ],
  LI: [
    {
      reason: 'Bridge days are no public holidays; 15 August and 1 November are.',
      apply: (holidays, year) => {
        for (const [day, name] of holidays) if (name === 'Feiertagsbrücke') holidays.delete(day);
        holidays.set(on(year, '08-15'), 'National Day, Assumption');
        holidays.set(on(year, '11-01'), 'All Saints’ Day');
      },
    },
  ],
  NL: [
    {
      reason:
        'Algemene termijnenwet, Art. 3(1) counts 5 May among the public holidays of every year. Good Friday is only equated with them for that Act (Art. 3(2)).',
      apply: (holidays, year) => {
        if (!holidays.has(on(year, '05-05'))) holidays.set(on(year, '05-05'), 'Liberation Day (5 May)');
      },
    },
  ],
  SK: [
    {
      reason:
        'Act 241/1993: 8 May and 15 September are working days in 2026 only (consolidation of 2025). 17 November has been one since 2025, for good.',
      apply: (holidays, year) => {
        if (year < 2027) return;
        holidays.set(on(year, '05-08'), 'Day of victory over fascism');
        holidays.set(on(year, '09-15'), 'Day of Our Lady of the Seven Sorrows');
      },
    },
  ],
  'GB-SCT': [
    {
      reason:
        'Monday 15 June 2026 is a bank holiday in Scotland alone, by Royal Proclamation of 4 February 2026 (World Cup).',
      apply: (holidays, year) => {
        if (year === 2026) holidays.set(on(2026, '06-15'), 'Bank holiday for the World Cup');
      },
    },
  ],
  'US-FED': [
    {
      reason: 'Fixed federal holidays on a weekend are observed on Friday or Monday (10 November 2028 was missing).',
      apply: observedFederally,
    },
  ],
  CH: [
    {
      reason: 'Only 1 August is a holiday of the Confederation; all others are cantonal.',
      apply: (holidays, year) => {
        holidays.clear();
        holidays.set(on(year, '08-01'), 'Swiss National Day');
      },
    },
  ],
};

/**
 * Holidays of the State of California by Gov. Code 6700 and 6701: a listed date on a Sunday moves to Monday, 11 November on a Saturday to Friday.
 * Left out, so that a count ends rather too early than too late: Lunar New Year and Diwali (found by observation) and Good Friday (noon to 3 p.m. only).
 */
export function californianHolidays(year: number): Map<LocalDate, string> {
  const fixed: readonly (readonly [string, string])[] = [
    ['01-01', 'New Year’s Day'],
    ['02-12', 'Lincoln Day'],
    ['03-31', 'Cesar Chavez Day'],
    ['04-24', 'Genocide Remembrance Day'],
    ['06-19', 'Juneteenth'],
    ['07-04', 'Independence Day'],
    ['09-09', 'Admission Day'],
    ['11-11', 'Veterans Day'],
    ['12-25', 'Christmas Day'],
  ];
  const holidays = new Map<LocalDate, string>([
    [nthWeekday(year, 1, 1, 3), 'Martin Luther King Jr. Day'],
    [nthWeekday(year, 2, 1, 3), 'Presidents’ Day'],
    [nthWeekday(year, 5, 1, -1), 'Memorial Day'],
    [nthWeekday(year, 9, 1, 1), 'Labor Day'],
    [nthWeekday(year, 9, 5, 4), 'Native American Day'],
    [nthWeekday(year, 10, 1, 2), 'Columbus Day'],
    [nthWeekday(year, 11, 4, 4), 'Thanksgiving Day'],
  ]);
  for (const [monthDay, name] of fixed) {
    const day = on(year, monthDay);
    const shift = weekdayOf(day) === 7 ? 1 : monthDay === '11-11' && weekdayOf(day) === 6 ? -1 : 0;
    if (yearOf(addDays(day, shift)) === year) holidays.set(addDays(day, shift), name);
  }
  return holidays;
}
