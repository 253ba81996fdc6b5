import { fold, foldSpeltOut } from './fold';

// A name of the form is 200 UTF-16 units long at most; beyond this many words it is no name.
const MOST_WORDS = 24;

/** A beginning is found from three letters on, and kept up to six; longer ones are compared with the opened name. */
export const BEGINNING = { shortest: 3, longest: 6 } as const;

// Writing systems in which one sign is a syllable or a word: there a family name is a beginning of one sign.
const ONE_SIGN_SAYS_MUCH = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

// The accent and the letter apostrophe stand for the sign that keyboards have; NFKD would make a blank of the first.
// The letter U+0149 is an apostrophe and an n, and becomes the two when it is written as a capital.
const withPlainApostrophes = (text: string): string =>
  text.replace(/\u0149/g, "'n").replace(/[\u00b4\u0060\u02bb\u02bc\u2018\u2019\u2032\uff07]/g, "'");

/** What blanks part: "O'Brien" and "Al-Masri" are one each. */
const chunks = (text: string): string[] =>
  withPlainApostrophes(text)
    .split(/[^\p{L}\p{M}\p{N}\p{Cf}\p{Pd}.']+/u)
    .filter((chunk) => /[\p{L}\p{N}]/u.test(chunk));

const pieces = (chunk: string): string[] =>
  chunk.split(/[^\p{L}\p{M}\p{N}\p{Cf}]+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece));

/** Ways to write what stands between two blanks, each as the words that must all be there: `[['obrien'], ['o', 'brien']]`. */
function waysOf(chunk: string): string[][] {
  const parts = pieces(chunk);
  const ways = [fold, foldSpeltOut].flatMap((form) => [[form(parts.join(''))], parts.map(form)]);
  return [...new Map(ways.map((way) => [way.join(' '), way])).values()];
}

/** Every word by which a name is found, each once and folded. */
export const nameWords = (name: string): string[] => [
  ...new Set(
    chunks(name)
      .slice(0, MOST_WORDS)
      .flatMap((chunk) => waysOf(chunk).flat()),
  ),
];

const signs = (word: string): string[] => [...word];

const shortestOf = (word: string): number => (ONE_SIGN_SAYS_MUCH.test(word) ? 1 : BEGINNING.shortest);

/** The beginnings by which a word is found before it is whole. */
export function beginningsOf(word: string): string[] {
  const all = signs(word);
  const longest = Math.min(BEGINNING.longest, all.length - 1);
  return Array.from({ length: Math.max(0, longest - shortestOf(word) + 1) }, (_, at) =>
    all.slice(0, shortestOf(word) + at).join(''),
  );
}

/** One word that is looked for: whole, or as the beginning of one where it is long enough. */
export type WantedWord = { readonly word: string; readonly beginning: string | null };

/**
 * What a typed name asks for: every chunk, in any of its ways, with all words of that way.
 * `exact` says whether the index alone can answer; else what it finds has to be compared with `hasName`.
 */
export type WantedName = { readonly chunks: readonly (readonly (readonly WantedWord[])[])[]; readonly exact: boolean };

/** @returns null when no word is left of what was typed. */
export function wantedName(text: string): WantedName | null {
  const wanted = chunks(text)
    .slice(0, MOST_WORDS)
    .map((chunk) => waysOf(chunk).map((way) => way.map(wantedWord)));
  if (wanted.length === 0) return null;
  return {
    chunks: wanted,
    exact: wanted.flat(2).every(({ word, beginning }) => beginning === null || beginning === word),
  };
}

function wantedWord(word: string): WantedWord {
  const all = signs(word);
  return { word, beginning: all.length < shortestOf(word) ? null : all.slice(0, BEGINNING.longest).join('') };
}

/** Whether a name has every chunk that is looked for, as a whole word or as the beginning of one. */
export function hasName(wanted: WantedName, names: readonly string[]): boolean {
  const words = names.flatMap(nameWords);
  const has = ({ word, beginning }: WantedWord): boolean =>
    words.some((one) => one === word || (beginning !== null && one.startsWith(word)));
  return wanted.chunks.every((ways) => ways.some((way) => way.every(has)));
}
