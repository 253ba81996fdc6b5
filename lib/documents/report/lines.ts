import bidiFactory from 'bidi-js';
import {
  EAST_ASIAN,
  EAST_ASIAN_SIGN,
  type Face,
  faceOf,
  hasAll,
  REGULAR,
  SEMIBOLD,
  widthIn,
  widthOfSigns,
} from './faces';
import { graphemesOf, isPlain } from './printable';

/** A piece of a line in one face, drawn at once; pieces follow each other from left to right as they are seen. */
export type Piece = { readonly face: Face; readonly text: string; readonly width: number };

/** One line of a text: its pieces, and their width in points. `atRight`: of a right-to-left paragraph that takes several lines. */
export type Line = { readonly pieces: readonly Piece[]; readonly width: number; readonly atRight: boolean };

export type Type = { readonly size: number; readonly weight: 400 | 600 };

const bidi = bidiFactory();
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const EAST_ASIAN_RUN = new RegExp(`${EAST_ASIAN_SIGN.source}+`, 'gu');
// A line may end after a blank, save those that hold a day to its month and French marks to their word, and within what has none after a
// mark that joins: addresses, lists, JSON.
const STRETCH =
  /[/,;&?=_-]*(?:[^\s/,;&?=_-]|[\u00A0\u202F])+[/,;&?=_-]*[^\S\u00A0\u202F]*|[/,;&?=_-]+[^\S\u00A0\u202F]*|[^\S\u00A0\u202F]+/gu;
const WITHOUT_BLANKS = /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * A printable text in lines of at most `width` points. Every sign of it is in one of them, blanks at a line's end excepted; a word that is
 * longer than a line is broken anywhere.
 */
export const linesOf = (text: string, width: number, type: Type): Line[] =>
  text.split('\n').flatMap((paragraph) => paragraphLines(paragraph, width, type));

/** How wide a printable text is without being broken, and its widest part that a line would keep together. */
export function extentOf(text: string, type: Type): { readonly whole: number; readonly part: number } {
  let [whole, part] = [0, 0];
  for (const paragraph of text.split('\n')) {
    whole = Math.max(whole, widthOf(paragraph, type));
    for (const stretch of stretchesOf(paragraph)) part = Math.max(part, widthOf(stretch.trimEnd(), type));
  }
  return { whole, part };
}

function paragraphLines(paragraph: string, width: number, type: Type): Line[] {
  const levels = RIGHT_TO_LEFT.test(paragraph) ? bidi.getEmbeddingLevels(paragraph) : null;
  const breaks = breaksOf(paragraph, width, type);
  const atRight = levels?.paragraphs[0]?.level === 1 && breaks.length > 1;
  return breaks.map(([from, to]) => {
    const pieces =
      levels === null
        ? logicalPieces(paragraph.slice(from, to), type)
        : visualPieces(paragraph.slice(from, to), levels.levels.subarray(from, to), type);
    return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0), atRight };
  });
}

/** Where each line begins and ends, without the blanks at its end. */
function breaksOf(paragraph: string, width: number, type: Type): [number, number][] {
  const lines: [number, number][] = [];
  let [from, at, used] = [0, 0, 0];
  const end = (): void => {
    lines.push([from, from + paragraph.slice(from, at).trimEnd().length]);
    [from, used] = [at, 0];
  };
  const put = (text: string): void => {
    const wide = widthOf(text.trimEnd(), type);
    if (used > 0 && used + wide > width) end();
    used += widthOf(text, type);
    at += text.length;
  };
  for (const stretch of stretchesOf(paragraph)) {
    if (widthOf(stretch.trimEnd(), type) <= width) put(stretch);
    else graphemesOf(stretch).forEach(put);
  }
  if (from < at || lines.length === 0) end();
  return lines;
}

function stretchesOf(paragraph: string): string[] {
  const stretches = paragraph.match(STRETCH) ?? [];
  return WITHOUT_BLANKS.test(paragraph)
    ? stretches.flatMap((stretch) =>
        WITHOUT_BLANKS.test(stretch) ? Array.from(words.segment(stretch), ({ segment }) => segment) : [stretch],
      )
    : stretches;
}

function widthOf(text: string, type: Type): number {
  if (!isPlain(text)) return runsOf(text, type).reduce((sum, run) => sum + widthIn(run.face, run.text) * type.size, 0);
  return widthOfSigns(own(type), text) * type.size;
}

const own = ({ weight }: Type): Face => (weight === 600 ? SEMIBOLD : REGULAR);

/** Neighbouring graphemes of one face. Only the report's own family has two weights. */
function runsOf(text: string, type: Type): { face: Face; text: string }[] {
  const runs: { face: Face; text: string }[] = [];
  for (const { grapheme, face } of facesIn(text)) {
    const shown = face === REGULAR ? own(type) : face;
    const last = runs.at(-1);
    if (last?.face === shown) last.text += grapheme;
    else runs.push({ face: shown, text: grapheme });
  }
  return runs;
}

/** Each grapheme with its face; Chinese, Japanese and Korean take one face for a whole run where one has all of it. */
function facesIn(text: string): { grapheme: string; face: Face }[] {
  const found: { grapheme: string; face: Face }[] = [];
  const add = (part: string, common?: Face): void => {
    for (const grapheme of graphemesOf(part)) found.push({ grapheme, face: common ?? faceOf(grapheme) ?? REGULAR });
  };
  let at = 0;
  for (const { index, 0: run } of text.matchAll(EAST_ASIAN_RUN)) {
    add(text.slice(at, index));
    add(
      run,
      EAST_ASIAN.find((face) => hasAll(face, run)),
    );
    at = index + run.length;
  }
  add(text.slice(at));
  return found;
}

const logicalPieces = (text: string, type: Type): Piece[] =>
  isPlain(text)
    ? [{ face: own(type), text, width: widthOf(text, type) }]
    : runsOf(text, type).map((run) => ({ ...run, width: widthIn(run.face, run.text) * type.size }));

/** The pieces of a line in which some letters run from right to left, in the order in which they are seen (Unicode Standard Annex #9, L2 and L4). */
function visualPieces(text: string, levels: Uint8Array, type: Type): Piece[] {
  const pieces: (Piece & { level: number })[] = [];
  let at = 0;
  for (const { text: run, face } of runsOf(text, type)) {
    for (const part of partsOf(run, levels.subarray(at, at + run.length), face)) {
      const shown =
        part.level % 2 === 1 && !face.rightToLeft ? (bidi.getMirroredCharacter(part.text) ?? part.text) : part.text;
      pieces.push({ face, text: shown, width: widthIn(face, shown) * type.size, level: part.level });
    }
    at += run.length;
  }
  const highest = Math.max(0, ...pieces.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) reverseRuns(pieces, level);
  return pieces;
}

/**
 * A run in parts that the renderer sets as they are seen: words of a right-to-left face one by one, since it would put them in a row from
 * the left, and single signs wherever it would turn them round or would have to and does not.
 */
function partsOf(run: string, levels: Uint8Array, face: Face): { text: string; level: number }[] {
  const parts: { text: string; level: number }[] = [];
  let at = 0;
  for (const grapheme of graphemesOf(run)) {
    const level = levels[at]!;
    const last = parts.at(-1);
    const single = /^\s$/u.test(grapheme) || (level % 2 === 1) !== face.rightToLeft;
    if (last && !single && last.level === level && !/\s$/u.test(last.text)) last.text += grapheme;
    else if (last && level % 2 === 0 && !face.rightToLeft && last.level === level) last.text += grapheme;
    else parts.push({ text: grapheme, level });
    at += grapheme.length;
  }
  return parts;
}

function reverseRuns(pieces: { readonly level: number }[], level: number): void {
  for (let from = 0; from < pieces.length; from += 1) {
    if (pieces[from]!.level < level) continue;
    let to = from;
    while (to < pieces.length && pieces[to]!.level >= level) to += 1;
    pieces.splice(from, to - from, ...pieces.slice(from, to).reverse());
    from = to;
  }
}
