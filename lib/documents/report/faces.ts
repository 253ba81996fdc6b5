import { createRequire } from 'node:module';
import { Font } from '@react-pdf/renderer';

/** One typeface of the report: what the renderer registers it as, its file, and whether its letters run from right to left. */
export type Face = {
  readonly family: string;
  readonly file: string;
  readonly weight: 400 | 600;
  readonly rightToLeft: boolean;
};

const require = createRequire(import.meta.url);
const face = (family: string, file: string, weight: 400 | 600 = 400, rightToLeft = false): Face => ({
  family,
  file: require.resolve(`@expo-google-fonts/${file}.ttf`),
  weight,
  rightToLeft,
});

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

/** Registers the typefaces. Needed once in a process, before anything is measured or rendered. */
export async function loadFaces(): Promise<void> {
  Font.register({
    family: FAMILY,
    fonts: [REGULAR, SEMIBOLD].map(({ file, weight }) => ({ src: file, fontWeight: weight })),
  });
  for (const { family, file } of OTHERS) Font.register({ family, src: file });
  await Promise.all(
    [REGULAR, SEMIBOLD, ...OTHERS].map(({ family, weight }) =>
      Font.load({ fontFamily: family, fontWeight: weight, fontStyle: 'normal' }),
    ),
  );
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

/** Whether a face has every sign of a text. */
export function hasAll(candidate: Face, text: string): boolean {
  const font = fontOf(candidate);
  return Array.from(text).every((sign) => SELECTOR.test(sign) || font.hasGlyphForCodePoint(sign.codePointAt(0)!));
}

/** Every face that can print Chinese, Japanese and Korean signs: one of them for a whole run looks better than two in turn. */
export const EAST_ASIAN: readonly Face[] = OTHERS.filter(({ family }) =>
  ['Sawarabi Gothic', 'ZCOOL XiaoWei', 'Nanum Gothic'].includes(family),
);
