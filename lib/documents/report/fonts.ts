import { Font } from '@react-pdf/renderer';
import { loadFaces } from './faces';

// A longer word than this would run over the edge of its column: an address, a fingerprint, a token.
const LONGEST_WORD = 18;
// A German word made of others is longer and is no token: broken without a hyphen it would read as two. The narrowest column holds one of these.
const COMPOUND = /^\p{P}*\p{L}{1,24}\p{P}*$/u;

/** Reads the typefaces that these texts need and says how words break. Needed before they are rendered. */
export async function loadFonts(texts: Iterable<string> = []): Promise<void> {
  Font.registerHyphenationCallback(breakWord);
  await loadFaces(texts);
}

/**
 * Where a word may break. The built-in rules are English and put hyphens into addresses; an empty syllable between two parts
 * lets a long token break without any, so that it can still be copied.
 */
export const breakWord = (word: string): string[] =>
  word.length <= LONGEST_WORD || COMPOUND.test(word)
    ? [word]
    : (word.match(/.{1,4}/gsu) ?? []).flatMap((part, i) => (i === 0 ? [part] : ['', part]));
