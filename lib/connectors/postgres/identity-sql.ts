import { escapeLiteral } from 'pg';
import { BLANKS } from '@/lib/domain/datamap/identity';
import type { Condition } from '@/lib/domain/datamap/plan';
import type { ComparedAs } from '@/lib/domain/datamap/sought';
import { EXTENSION, type PhoneReading, phoneReading } from '../phone-forms';

export type IdentityCondition = Extract<Condition, { kind: 'identity' }>;

const list = (values: readonly string[], wrap: (literal: string) => string = (literal) => literal): string =>
  [...new Set(values)].map((value) => wrap(escapeLiteral(value))).join(', ');

// A server that does not hold Unicode could not even be told these letters.
const blanks = (unicode: boolean): string => escapeLiteral(unicode ? BLANKS : ' \t\n\r\v\f');

/** Without blanks around, each letter in one spelling. */
const cleaned = (value: string, unicode: boolean): string =>
  unicode
    ? `btrim(normalize((${value})::text, NFC), ${blanks(unicode)})`
    : `btrim((${value})::text, ${blanks(unicode)})`;

// Dotted and dotless i, and the dot that small letters of the first are left with.
const TURKISH = /[İı\u0307]/;

/**
 * What a Turkish keyboard or server makes of an i counts as an i where it is stored. Where the requester wrote it, it counts as itself: an
 * address at a domain with a dotless i belongs to whoever registered that domain.
 */
function emailSql(value: string, values: readonly string[], unicode: boolean): string {
  // Both cases of the value: a server with the "C" locale knows capitals of ASCII only.
  const cases = (written: readonly string[]) =>
    list(
      written.flatMap((one) => [one, one.toUpperCase()]),
      (literal) => `lower(${literal})`,
    );
  const text = cleaned(value, unicode);
  if (!unicode) return `lower(${text}) IN (${cases(values)})`;
  const [turkish, plain] = [values.filter((one) => TURKISH.test(one)), values.filter((one) => !TURKISH.test(one))];
  return [
    ...(plain.length === 0
      ? []
      : [`replace(lower(translate(${text}, 'İıI', 'iii')), 'i\u0307', 'i') IN (${cases(plain)})`]),
    ...(turkish.length === 0
      ? []
      : [`lower(replace(${text}, 'İ', 'i\u0307')) IN (${list(turkish, (literal) => `lower(${literal})`)})`]),
  ].join(' OR ');
}

const ZEROES = ['\u0660', '\u06f0', '\u0966', '\uff10'];
const OTHER_DIGITS = ZEROES.flatMap((zero) =>
  Array.from({ length: 10 }, (_, n) => String.fromCodePoint(zero.codePointAt(0)! + n)),
).join('');

/** A stored number as `i` and its digits where it begins with + or 00, else its digits: without extension and the (0) of a trunk line. */
function phoneSql(value: string, values: readonly string[], country: string, unicode: boolean): string {
  const digits = unicode
    ? `translate((${value})::text, '${OTHER_DIGITS}\uff0b', '${'0123456789'.repeat(ZEROES.length)}+')`
    : `(${value})::text`;
  const line = `regexp_replace(${digits}, ${escapeLiteral(unicode ? EXTENSION : EXTENSION.replace(/[^\x20-\x7e]+\\\.\?\|/g, ''))}, '', 'i')`;
  const untrunked = `regexp_replace(${line}, '^([^0-9+]*(\\+|00).*?)\\(\\s*0\\s*\\)', '\\1')`;
  const marked = `regexp_replace(regexp_replace(${untrunked}, '[^0-9+]', '', 'g'), '^(\\+|00)', 'i')`;
  const forms = values
    .flatMap((one) => phoneReading(one, country).forms)
    .map(({ international, digits: own }) => (international ? `i${own}` : own));
  return `${marked} IN (${list(forms)})`;
}

export type Compare = { readonly isText: boolean; readonly foldsCase: boolean; readonly unicode: boolean };

/** The value of a place is one of those that somebody is known by, compared as its kind wants; null where letters are compared as they are. */
export function identitySql(
  value: string,
  { match, values, country }: IdentityCondition,
  { isText, foldsCase, unicode }: Compare,
): string | null {
  if (match === 'email') return emailSql(value, values, unicode);
  if (match === 'phone') return phoneSql(value, values, country, unicode);
  if (match === 'exact' || !isText) return null;
  // The type citext means capitals not to matter.
  return foldsCase
    ? `lower(${cleaned(value, unicode)}) IN (${list(values, (literal) => `lower(${literal})`)})`
    : `${cleaned(value, unicode)} IN (${list(values)})`;
}

const PHONE: Readonly<Record<PhoneReading['kind'], ComparedAs>> = {
  everywhere: 'phoneEverywhere',
  international: 'phoneInternational',
  asGiven: 'phoneAsGiven',
};

/** What the SQL above compares, in the words of an answer. */
export function comparedAs(
  { match, values, country }: IdentityCondition,
  { isText, foldsCase, unicode }: Compare,
): ComparedAs[] {
  if (match === 'phone') return [...new Set(values.map((value) => PHONE[phoneReading(value, country).kind]))];
  if (match === 'exact' || (match === 'text' && !isText)) return ['exact'];
  return match === 'email' || foldsCase ? [unicode ? 'lowerUnicode' : 'lower'] : [unicode ? 'unicode' : 'trimmed'];
}
