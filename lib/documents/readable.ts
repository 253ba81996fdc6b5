import type { Locale } from '@/lib/domain/locale';
import { formatTag } from '@/lib/platform/i18n/dates';

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}(?::?\d{2})?)?)?$/u;

/**
 * A date or an instant as a person reads it: "7 Mar 2019, 14:00:00.5 UTC". Every digit of its time and its distance from UTC stays;
 * any other text comes back as it is.
 */
export function readable(text: string, locale: Locale): string {
  const [, day, time, zone] = INSTANT.exec(text) ?? [];
  if (day === undefined) return text;
  const date = new Date(`${day}T00:00:00Z`);
  // The 31st of February is somebody's text, not a day.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return text;
  const shown = dayFormat(locale).format(date);
  return time === undefined ? shown : `${shown}, ${time}${zoneOf(zone)}`;
}

// Making one takes a hundred times as long as using it.
const formats = new Map<Locale, Intl.DateTimeFormat>();

function dayFormat(locale: Locale): Intl.DateTimeFormat {
  const known =
    formats.get(locale) ??
    new Intl.DateTimeFormat(formatTag(locale), { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  formats.set(locale, known);
  return known;
}

const zoneOf = (zone: string | undefined): string =>
  zone === undefined ? '' : /^(Z|[+-]00(:?00)?)$/u.test(zone) ? ' UTC' : ` UTC${zone}`;
