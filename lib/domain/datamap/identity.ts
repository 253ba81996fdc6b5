import type { IdentityKind, IdentityMatch } from './types';

/** What the requester can be found by, after they have proved it is theirs: `{ email: ['a@example.com'] }`. */
export type Identities = Readonly<Record<IdentityKind, readonly string[] | undefined>>;

// Shorter than any subscriber number in use; what is left of "n/a" or "-" would otherwise match every empty column.
const FEWEST_DIGITS = 5;

/** What may stand around a value without being of it: white space, and marks that show nothing. */
export const BLANKS =
  ' \t\n\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff';

const AROUND = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, 'g');

// No PostgreSQL text can hold it, so nothing stored can be equal to a value with it.
const holdsNul = (value: string): boolean => value.includes('\0');

/**
 * The form in which a value is looked for: e-mail in small letters, everything else as it was given, without blanks around. How a source
 * compares it is the connector's affair; a telephone number is read there, since what is national in it depends on the country.
 * @returns null where the value can identify nobody
 */
export function normalIdentity(match: IdentityMatch, value: string): string | null {
  const text = value.normalize('NFC').replace(AROUND, '');
  if (text === '' || holdsNul(text)) return null;
  if (match === 'email') return text.toLowerCase();
  if (match !== 'phone') return text;
  return (text.match(/\p{Nd}/gu) ?? []).length < FEWEST_DIGITS ? null : text;
}

/** Values worth looking for, each once, in the order given. */
export function normalIdentities(match: IdentityMatch, values: readonly string[] | undefined): string[] {
  return [...new Set((values ?? []).map((value) => normalIdentity(match, value)).filter((value) => value !== null))];
}
