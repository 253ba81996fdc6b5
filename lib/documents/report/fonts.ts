import { createRequire } from 'node:module';
import { Font } from '@react-pdf/renderer';

/** Files of the typeface: one full TTF a weight, since subsets and WOFF files corrupt text or multiply in the PDF. */
const require = createRequire(import.meta.url);
export const REGULAR = require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
export const SEMIBOLD = require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf');
export const FAMILY = 'Noto Sans';

// A longer word than this would run over the edge of its column: an address, a fingerprint, a token.
const LONGEST_WORD = 18;

/** Registers the typeface and how words break. Needed once in a process, before anything is rendered. */
export async function loadFonts(): Promise<void> {
  Font.register({ family: FAMILY, fonts: [{ src: REGULAR, fontWeight: 400 }, { src: SEMIBOLD, fontWeight: 600 }] });
  Font.registerHyphenationCallback(breakWord);
  await Promise.all([400, 600].map((fontWeight) => Font.load({ fontFamily: FAMILY, fontWeight, fontStyle: 'normal' })));
}

/**
 * Where a word may break. The built-in rules are English and put hyphens into addresses; an empty syllable between two parts
 * lets a long token break without any, so that it can still be copied.
 */
export const breakWord = (word: string): string[] =>
  word.length <= LONGEST_WORD ? [word] : (word.match(/.{1,4}/gsu) ?? []).flatMap((part, i) => (i === 0 ? [part] : ['', part]));

function loaded(fontWeight: 400 | 600) {
  const font = Font.getFont({ fontFamily: FAMILY, fontWeight, fontStyle: 'normal' }).data;
  if (!font) throw new Error('loadFonts() has to come before any text is measured or made printable');
  return font;
}

/** Width of a line of text in the heavier weight, in points. */
export function semiboldWidth(text: string, fontSize: number): number {
  const font = loaded(600);
  return (font.layout(text).advanceWidth / font.unitsPerEm) * fontSize;
}

const known = new Map<number, boolean>();

function hasGlyph(codePoint: number): boolean {
  const remembered = known.get(codePoint);
  if (remembered !== undefined) return remembered;
  const has = loaded(400).hasGlyphForCodePoint(codePoint);
  known.set(codePoint, has);
  return has;
}

// Joiners and variation selectors only change how their neighbours look; alone they have no glyph to miss.
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/gu;

/**
 * The text as it can be printed. What the typeface has no letter for becomes "?": otherwise the renderer would put other
 * letters there without a word. The data files keep every text as it is.
 * @param oneLine whether line breaks become spaces, as in a cell
 */
export function printable(text: string, oneLine = false): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/gu, '\n').replace(INVISIBLE, '');
  const spaced = oneLine ? lines.replace(/\s+/gu, ' ').trim() : lines.replace(/\t/gu, ' ');
  return Array.from(spaced, (character) => {
    if (character === '\n') return character;
    // The typeface has empty glyphs for some control characters; a reader should see that something stands there.
    return !/\p{Cc}/u.test(character) && hasGlyph(character.codePointAt(0)!) ? character : '?';
  }).join('');
}
