import { COMMON, faceOf, REGULAR } from './faces';

/** A text as it can be printed, and whether signs of it could not be and stand as MISSING. */
export type Printable = { readonly text: string; readonly missing: boolean };

/** Stands for what no typeface has, and for control characters: a reader sees that something is there. */
export const MISSING = '\u25A1';

// Marks that only steer the direction of a text are worked out anew from its letters, so that none can turn "gpj.exe" into "exe.jpg".
const STEERING = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The graphemes of a text, each a piece that no line may break. */
export const graphemesOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/**
 * The text with line breaks as "\n" and nothing in it that the report's typefaces cannot show: the renderer would put other letters
 * there without a word. The data files keep every text as it is.
 */
export function printable(text: string): Printable {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, '    ')
    .replace(STEERING, '');
  if (COMMON.test(plain)) return { text: plain, missing: false };
  let missing = false;
  const shown = graphemesOf(plain).map((grapheme) => {
    if (grapheme === '\n' || (!/\p{Cc}|\p{Surrogate}/u.test(grapheme) && faceOf(grapheme) !== null)) return grapheme;
    const composed = grapheme.normalize('NFC');
    if (composed !== grapheme && faceOf(composed) !== null) return composed;
    missing = true;
    return MISSING;
  });
  return { text: shown.join(''), missing };
}

/** Whether the report's own family shows all of a printable text, left to right, as the renderer's own texts do. */
export const isPlain = (text: string): boolean =>
  COMMON.test(text) || graphemesOf(text).every((grapheme) => grapheme === '\n' || faceOf(grapheme) === REGULAR);
