/** Without vowels and without I, O, Q, Z, 0, 1, 2: nothing that reads as another sign, and nothing that spells a word. */
export const REFERENCE_ALPHABET = '3456789BCDFGHJKLMNPRSTVWX';

// Cyrillic and Greek capitals that look as Latin ones: a keyboard that was left in the other script.
const LOOKALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  Ѕ: 'S',
  Ј: 'J',
  Β: 'B',
  Η: 'H',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ρ: 'P',
  Τ: 'T',
  Χ: 'X',
};

const OF_ALPHABET = new RegExp(`^[${REFERENCE_ALPHABET}]+$`);

/** What a text may say of a reference: all of it, how it begins, or one or both of its two groups. */
export type WantedReference = { readonly by: 'whole' | 'beginning' | 'groups'; readonly text: string };

/** Groups by which a reference `CA-TM5H-CC89` is found when only they are said. */
export function referenceGroups(reference: string): string[] {
  const [, first = '', last = ''] = reference.split('-');
  return [first, last, first + last];
}

/**
 * A reference as people say, write and copy it: "CA TM5H CC89", "catm5hcc89", "#CA-TM5H-CC89.", "cc89".
 * @param prefixes of the controllers, two capital letters each; in them 0 and 1 are read as O and I.
 * @returns null when it is not one: "Al-Masri" has letters that no reference has.
 */
export function wantedReference(text: string, prefixes: readonly string[]): WantedReference | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .trim()
    .replace(/[^\x00-\x7f]/g, (sign) => LOOKALIKES[sign] ?? sign);
  if (/[^A-Z0-9\s\p{P}\p{Cf}]/u.test(plain)) return null;
  const compact = plain.replace(/[^A-Z0-9]/g, '');
  const start = compact.slice(0, 2).replaceAll('0', 'O').replaceAll('1', 'I');
  const rest = compact.slice(2);
  if (prefixes.includes(start) && rest.length <= 8 && OF_ALPHABET.test(rest)) {
    if (rest.length === 8) return { by: 'whole', text: `${start}-${rest.slice(0, 4)}-${rest.slice(4)}` };
    // "Carl" begins as a reference of the prefix CA would: only a sign after the prefix or a digit makes it one.
    if (/\d/.test(rest) || /^[A-Z0-9]{2}[^A-Z0-9]/.test(plain.replace(/^[^A-Z0-9]+/, '')))
      return {
        by: 'beginning',
        text: rest.length > 4 ? `${start}-${rest.slice(0, 4)}-${rest.slice(4)}` : `${start}-${rest}`,
      };
  }
  return (compact.length === 4 || compact.length === 8) && OF_ALPHABET.test(compact)
    ? { by: 'groups', text: compact }
    : null;
}
