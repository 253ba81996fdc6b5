/** A calendar day written YYYY-MM-DD, years 0001 to 9999, without time or zone. Text order is time order. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lastDayOfMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** The day as a branded date, or null where the text is not a day of the calendar (30 February, year 0). */
export function parseLocalDate(text: string): LocalDate | null {
  const parts = FORM.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month);
  return exists ? (text as LocalDate) : null;
}

/** @throws RangeError for a text that is no day of the calendar. For dates written in our own law data. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new RangeError(`Not a calendar day: ${text}`);
  return date;
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));
/** A date column as it leaves the database: midnight UTC of that day. */
export const toLocalDate = (midnight: Date): LocalDate => localDate(midnight.toISOString().slice(0, 10));

/** The same the other way. */
export const toDbDate = (date: LocalDate): Date => new Date(date);

export const dayOfMonth = (date: LocalDate): number => Number(date.slice(8, 10));

function dateOf(year: number, month: number, day: number): LocalDate {
  if (year < 1 || year > 9999) throw new RangeError(`Outside the calendar: year ${year}`);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as LocalDate;
}

/** Days since 1970-01-01. March counts as the first month, so that the leap day is the last of a year. */
function dayNumber(date: LocalDate): number {
  const year = monthOf(date) <= 2 ? yearOf(date) - 1 : yearOf(date);
  const monthFromMarch = (monthOf(date) + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth(date) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - 719_468;
}

function dateOfNumber(number: number): LocalDate {
  const days = number + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return dateOf(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfNumber(dayNumber(date) + days);

/** Calendar days from the first to the second date; negative where the second lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** The same day of a later month, or that month's last day where it is shorter: Reg. (EEC, Euratom) 1182/71 Art. 3(2)(c). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return dateOf(year, month, Math.min(dayOfMonth(date), lastDayOfMonth(year, month)));
}

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (date: LocalDate): Weekday => (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;

export const latest = (first: LocalDate, ...rest: readonly LocalDate[]): LocalDate =>
  rest.reduce((last, date) => (date > last ? date : last), first);

/** True for an ISO 8601 instant with an offset or Z, on an existing day: a local time without offset is not an instant. */
export const isInstant = (text: string): boolean =>
  INSTANT.test(text) && parseLocalDate(text.slice(0, 10)) !== null && !Number.isNaN(Date.parse(text));

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timezone, made);
  return made;
}

/**
 * The day on which an instant falls in a time zone: the day of receipt is the controller's day, never that of UTC (rulebook D9).
 * @param instant ISO 8601 with offset; @param timezone IANA name
 * @throws RangeError for a text that is no instant or an unknown time zone.
 */
export function localDateOf(instant: string, timezone: string): LocalDate {
  if (!isInstant(instant)) throw new RangeError(`Not an instant with an offset: ${instant}`);
  const parts = formatterFor(timezone).formatToParts(new Date(instant));
  const part = (type: 'year' | 'month' | 'day') => Number(parts.find((found) => found.type === type)?.value);
  return dateOf(part('year'), part('month'), part('day'));
}

/** What a clock at this place shows at an instant, counted as if it were UTC; in milliseconds. */
function shownAt(instant: number, timezone: string): number {
  const at = new Date(instant).toISOString();
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
  return Date.parse(`${localDateOf(at, timezone)}T${time}Z`);
}

/**
 * The instant at which clocks at this place show a time of a day: the first where they show it twice, and where they skip it the one that
 * comes as long after the change as it would have.
 * @param time HH:MM; @param timezone IANA name
 */
export function instantOf(date: LocalDate, time: string, timezone: string): string {
  const shown = Date.parse(`${date}T${time}Z`);
  const day = 24 * 3600 * 1000;
  const [before, after] = [shown - day, shown + day].map((near) => shown - (shownAt(near, timezone) - near)) as [
    number,
    number,
  ];
  return new Date([before, after].find((instant) => shownAt(instant, timezone) === shown) ?? before).toISOString();
}

export function isTimezone(text: string): boolean {
  try {
    formatterFor(text);
    return true;
  } catch {
    return false;
  }
}
