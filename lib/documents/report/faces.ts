import { Font } from '@react-pdf/renderer';

/** One typeface of the report: what the renderer registers it as, its file, and whether its letters run from right to left. */
export type Face = {
  readonly family: string;
  readonly file: string;
  readonly weight: 400 | 600;
  readonly rightToLeft: boolean;
};

// Asked of the process and not imported: the bundler of the pages takes a file that is named to a `require` it knows for a module.
const { resolve } = process.getBuiltinModule('node:module').createRequire(import.meta.url);
const face = (family: string, file: string, weight: 400 | 600 = 400, rightToLeft = false): Face => ({
  family,
  file: resolve(`@expo-google-fonts/${file}.ttf`),
  weight,
  rightToLeft,
});

// What nearly all texts are made of; the report's own family has all of it.
export const COMMON =
  /^[\n\x20-\x7e\xa0-\xac\xae-\u017f\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0400-\u045f\u2010-\u2014\u2018-\u201e\u2026\u202f\u20ac\u2116]*$/u;

export const EAST_ASIAN_SIGN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;

/** The family of everything that Latin, Cyrillic, Greek and Devanagari can say. One full TTF a weight: subsets and WOFF files corrupt text or multiply in the PDF. */
export const FAMILY = 'Noto Sans';
export const REGULAR = face(FAMILY, 'noto-sans/400Regular/NotoSans_400Regular');
export const SEMIBOLD = face(FAMILY, 'noto-sans/600SemiBold/NotoSans_600SemiBold', 600);

// In the order in which they are asked for a sign. Vazirmatn has a letter of its own for each dotted letter of Arabic, Persian and Urdu:
// faces that put dots on as marks had them set beside their letters.
const OTHERS = [
  face('Vazirmatn', 'vazirmatn/400Regular/Vazirmatn_400Regular', 400, true),
  face('Noto Sans Hebrew', 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular', 400, true),
  face('Noto Sans Georgian', 'noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular'),
  face('Noto Sans Armenian', 'noto-sans-armenian/400Regular/NotoSansArmenian_400Regular'),
  face('Noto Sans Thai', 'noto-sans-thai/400Regular/NotoSansThai_400Regular'),
  face('Sawarabi Gothic', 'sawarabi-gothic/400Regular/SawarabiGothic_400Regular'),
  face('ZCOOL XiaoWei', 'zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular'),
  face('Nanum Gothic', 'nanum-gothic/400Regular/NanumGothic_400Regular'),
  face('Noto Sans Math', 'noto-sans-math/400Regular/NotoSansMath_400Regular'),
  face('Noto Emoji', 'noto-emoji/400Regular/NotoEmoji_400Regular'),
  face('Noto Sans Symbols 2', 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular'),
];

const loaded = new Set<Face>();

async function load(face: Face): Promise<void> {
  const { family, weight, file } = face;
  if (loaded.has(face)) return;
  Font.register({ family, fonts: [{ src: file, fontWeight: weight }] });
  await Font.load({ fontFamily: family, fontWeight: weight, fontStyle: 'normal' });
  loaded.add(face);
}

/**
 * Reads the report's own family and what else these texts need, in the order in which faces are asked: most texts need no other, and all of
 * them together are forty megabytes. Needed before these texts are measured or rendered.
 */
export async function loadFaces(texts: Iterable<string>): Promise<void> {
  for (const own of [REGULAR, SEMIBOLD]) await load(own);
  const missing = new Set<string>();
  let eastAsian = false;
  for (const text of texts) {
    if (COMMON.test(text)) continue;
    eastAsian ||= EAST_ASIAN_SIGN.test(text);
    for (const sign of text) if (!hasAll(REGULAR, sign)) missing.add(sign);
  }
  covered.clear();
  for (const other of OTHERS) {
    if (missing.size === 0 && !(eastAsian && EAST_ASIAN.includes(other))) continue;
    await load(other);
    for (const sign of missing) if (hasAll(other, sign)) missing.delete(sign);
  }
}

/** The typeface as the renderer has read it. */
export function fontOf({ family, weight }: Face) {
  const font = Font.getFont({ fontFamily: family, fontWeight: weight, fontStyle: 'normal' }).data;
  if (!font) throw new Error('loadFaces() has to come before any text is measured or made printable');
  return font;
}

const MOST_REMEMBERED = 20_000;
const widths = new Map<Face, Map<string, number>>();

/** Width of a piece of text in one face at size 1. */
export function widthIn(face: Face, text: string): number {
  const known = widths.get(face) ?? new Map<string, number>();
  widths.set(face, known);
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const font = fontOf(face);
  const width = font.layout(text).advanceWidth / font.unitsPerEm;
  // Signs and short words come again and again.
  if (text.length <= 12 && known.size < MOST_REMEMBERED) known.set(text, width);
  return width;
}

// Latin, Greek and Cyrillic: a table is looked into faster than a map, and nearly every sign of a report is one of these.
const TABLED = 0x500;
const tables = new Map<Face, Float64Array>();

/** Width at size 1 of a text whose signs do not depend on their neighbours. */
export function widthOfSigns(face: Face, text: string): number {
  const table = tables.get(face) ?? new Float64Array(TABLED).fill(NaN);
  tables.set(face, table);
  let width = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    const known = code < TABLED ? table[code]! : widthIn(face, sign);
    width += Number.isNaN(known) ? (table[code] = widthIn(face, sign)) : known;
  }
  return width;
}

const covered = new Map<string, Face | null>();

// Joiners and variation selectors only change how their neighbours look, and no face needs a glyph for them.
const SELECTOR = /[\u200C\u200D\uFE00-\uFE0F]/u;

/** The face that has every sign of a grapheme, or null where none has. */
export function faceOf(grapheme: string): Face | null {
  const remembered = covered.get(grapheme);
  if (remembered !== undefined) return remembered;
  const found = [REGULAR, ...OTHERS].find((candidate) => hasAll(candidate, grapheme)) ?? null;
  if (covered.size < MOST_REMEMBERED) covered.set(grapheme, found);
  return found;
}

/** Whether a face has every sign of a text; one that was not read has none. */
export function hasAll(candidate: Face, text: string): boolean {
  if (!loaded.has(candidate)) return false;
  const font = fontOf(candidate);
  return Array.from(text).every((sign) => SELECTOR.test(sign) || font.hasGlyphForCodePoint(sign.codePointAt(0)!));
}

/** Every face that can print Chinese, Japanese and Korean signs: one of them for a whole run looks better than two in turn. */
export const EAST_ASIAN: readonly Face[] = OTHERS.filter(({ family }) =>
  ['Sawarabi Gothic', 'ZCOOL XiaoWei', 'Nanum Gothic'].includes(family),
);
