import { fold } from './fold';
import { type WantedName, wantedName } from './name';
import { wantedPhoneForms } from './phone';
import { type WantedReference, wantedReference } from './reference';

/** One reading of what was typed; several are tried where it may mean several things. */
export type Wanted =
  | { readonly by: 'reference'; readonly reference: WantedReference }
  | { readonly by: 'email'; readonly email: string }
  | { readonly by: 'phone'; readonly forms: readonly string[] }
  | { readonly by: 'account'; readonly account: string }
  | { readonly by: 'name'; readonly name: WantedName };

/** An address as it is compared: without case, width, blanks and unseen signs. Accents stay: with them it is another mailbox. */
export const emailForm = (text: string): string =>
  (/<([^<>]*)>/.exec(text)?.[1] ?? text)
    .normalize('NFKC')
    .replace(/^\s*mailto:/i, '')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase()
    // The lower case of İ is i with a dot above it: nobody types that.
    .replaceAll('i\u0307', 'i');

/** An account, a nickname or a number of a customer, as it is compared. */
export const accountForm = (text: string): string => fold(text).trim().replace(/\s+/g, ' ');

const LOOKS_LIKE_A_NUMBER = /^(tel:)?[\s\p{Cf}]*\+?[\p{Nd}\s().\-/\p{Pd}\p{Cf}]+$/iu;
const FEWEST_DIGITS = 5;

/**
 * What a typed text may ask for; nothing where no word, number or address is left of it.
 * @param prefixes of the controllers' references
 */
export function wantedBy(text: string, prefixes: readonly string[]): Wanted[] {
  if (text.includes('@')) return /[^\s@]@[^\s@]/.test(text) ? [{ by: 'email', email: emailForm(text) }] : [];
  const reference = wantedReference(text, prefixes);
  const found: Wanted[] = reference ? [{ by: 'reference', reference }] : [];
  if (reference?.by === 'whole') return found;
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  const number = digits >= FEWEST_DIGITS && LOOKS_LIKE_A_NUMBER.test(text);
  if (number) found.push({ by: 'phone', forms: wantedPhoneForms(text) });
  const name = wantedName(text);
  if (name) found.push({ by: 'account', account: accountForm(text) });
  if (name && !number) found.push({ by: 'name', name });
  return found;
}
