import type { IdentityKind, IdentityMatch } from './types';

/** What the requester can be found by, after they have proved it is theirs: `{ email: ['a@example.com'] }`. */
export type Identities = Readonly<Record<IdentityKind, readonly string[] | undefined>>;

// Shorter than any subscriber number in use; what is left of "n/a" or "-" would otherwise match every empty column.
const FEWEST_DIGITS = 5;

// No PostgreSQL text can hold it, so nothing stored can be equal to a value with it.
const holdsNul = (value: string): boolean => value.includes('\0');

/**
 * The form in which a value is compared: e-mail in small letters, a telephone number by its digits without the international prefix.
 * @returns null where the value can identify nobody
 */
export function normalIdentity(match: IdentityMatch, value: string): string | null {
  const text = value.normalize('NFC').trim();
  if (text === '' || holdsNul(text)) return null;
  if (match === 'email') return text.toLowerCase();
  if (match === 'exact') return text;
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  return digits.length < FEWEST_DIGITS ? null : digits;
}

/** Values worth looking for, each once, in the order given. */
export function normalIdentities(match: IdentityMatch, values: readonly string[] | undefined): string[] {
  return [...new Set((values ?? []).map((value) => normalIdentity(match, value)).filter((value) => value !== null))];
}
