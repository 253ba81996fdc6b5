import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { Locale } from '@/lib/domain/locale';

const NO_BREAK = '\u00A0';

// A date is read as one word: "22 December" and "22. Dezember" do not break across lines.
const bound = (text: string): string => text.replace(/(\d\.?) (?=\p{L})/gu, `$1${NO_BREAK}`);

/** What formats of the platform know a language by. British English writes the day first. */
export const formatTag = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

const format = (at: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  bound(new Intl.DateTimeFormat(formatTag(locale), options).format(at));

const clock = (at: Date, locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  format(at, locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...options });

// Where the day of the week would have to follow the case that the words before it ask for, it stands behind the date in brackets.
const WEEKDAY_BEHIND: ReadonlySet<Locale> = new Set(['bg', 'ru']);

/** "Tuesday 22 December 2026", "22 декември 2026 г. (вторник)": how a date is said the first time. */
export function longDate(on: LocalDate, locale: Locale): string {
  if (WEEKDAY_BEHIND.has(locale)) {
    const weekday = format(new Date(`${on}T00:00:00Z`), locale, { timeZone: 'UTC', weekday: 'long' });
    return `${plainDate(on, locale)} (${weekday})`;
  }
  const text = format(new Date(`${on}T00:00:00Z`), locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  // Whether English has a comma here changes with the version of Node.
  return locale === 'en' ? text.replace(',', '') : text;
}

/** "Tue 22 Dec": in rows and on the rule. */
export function shortDate(on: LocalDate, locale: Locale): string {
  const text = format(new Date(`${on}T00:00:00Z`), locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return locale === 'en' ? text.replace(',', '') : text;
}

/** "22 December 2026": for days that can be years away, where the day of the week says nothing. */
export const plainDate = (on: LocalDate, locale: Locale): string =>
  format(new Date(`${on}T00:00:00Z`), locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** "22 November 2026, 09:24" on the clock of a place. */
export const dateAndTime = (at: Date, locale: Locale, timeZone: string): string =>
  `${format(at, locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' })}, ${clock(at, locale, timeZone, {})}`;

/** "22 Nov 09:24:51" on the clock of a place; for dense lists. */
export const shortDateAndTime = (at: Date, locale: Locale, timeZone: string): string =>
  `${format(at, locale, { timeZone, day: 'numeric', month: 'short' })} ${clock(at, locale, timeZone, { second: '2-digit' })}`;

/** The same with whose clock it is, for those who read it elsewhere: "22 November 2026, 09:24 (Luxembourg time)". */
export function dateTimeAndZone(at: Date, locale: Locale, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(formatTag(locale), {
    timeZone,
    timeZoneName: 'shortGeneric',
    hour: '2-digit',
  }).formatToParts(at);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return `${dateAndTime(at, locale, timeZone)} (${zone.replace(/ Time$/, ' time')})`;
}
