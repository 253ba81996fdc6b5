import type { BundleFacts, DateOn } from '@/lib/domain/bundle/types';
import { localDate, localDateOf } from '@/lib/domain/calendar/local-date';
import type { Locale } from '@/lib/domain/locale';
import { formatTag, longDate } from '@/lib/platform/i18n/dates';
import { translator, type Translate } from '@/lib/platform/i18n/translator';

/** The words, dates and figures of one document in the requester's language. */
export type Wording = {
  readonly locale: Locale;
  readonly t: Translate;
  /** "22 November 2026" */
  readonly day: (on: DateOn) => string;
  /** "Sunday 22 November 2026", or where that language has its weekday behind, "22 ноември 2026 г. (неделя)" */
  readonly weekday: (on: DateOn) => string;
  /** The calendar day of an instant where the controller is. */
  readonly dayOf: (at: string) => DateOn;
  readonly count: (n: number) => string;
  /** "6.4 MB", in powers of ten as operating systems and the portal show them. */
  readonly bytes: (n: number) => string;
};

export function wordingOf({ locale, timezone }: Pick<BundleFacts, 'locale' | 'timezone'>): Wording {
  const format = formatTag(locale);
  const utc = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const day = new Intl.DateTimeFormat(format, utc);
  const number = new Intl.NumberFormat(format, { maximumFractionDigits: 1 });
  return {
    locale,
    t: translator(locale, 'bundle'),
    day: (on) => keepTogether(day.format(new Date(`${on}T00:00:00Z`))),
    weekday: (on) => keepTogether(longDate(localDate(on), locale)),
    dayOf: (at) => localDateOf(at, timezone),
    count: (n) => number.format(n),
    bytes: (n) => sizeIn(['B', 'kB', 'MB', 'GB', 'TB'], n, (value) => number.format(value)),
  };
}

/** A date does not break across lines, except where its weekday ends or begins. */
const keepTogether = (date: string): string => date.replace(/(?<!,) (?!\()/gu, '\u00a0');

function sizeIn(units: readonly string[], n: number, format: (value: number) => string): string {
  const [unit, ...larger] = units;
  // 999.95 would be shown as 1,000.0 of the smaller unit.
  return n < 999.95 || larger.length === 0 ? `${format(n)}\u00a0${unit}` : sizeIn(larger, n / 1000, format);
}
