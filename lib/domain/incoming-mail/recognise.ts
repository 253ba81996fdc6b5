import { CALIFORNIAN, REQUEST_WORDS, type RequestWords } from '../law/request-words';
import { WISH_IDS, type WishId } from '../law/wishes';

/** What a letter seems to be about. Everything in it is for a person to check: nothing is decided by it. */
export type Recognised = {
  readonly wishes: readonly WishId[];
  /** One of the languages offered, or null where none stands out. */
  readonly language: string | null;
  readonly californian: boolean;
  /** Under which the writer keeps it, as generated letters say ("My reference: 2026-K3JX9PTM"). */
  readonly theirReference: string | null;
  /** Of a case of ours that is named. */
  readonly caseReference: string | null;
  /** As a line of its own says it, or null. */
  readonly name: string | null;
};

// Straight and curled apostrophes, and every gap, count as one.
const folded = (text: string): string => text.toLowerCase().replaceAll(/['`´]/g, '’').replaceAll(/\s+/g, ' ');

const cites = (text: string, article: string): boolean =>
  new RegExp(`(?:art(?:icle|ikel|ículo|icolo)?|чл|ст(?:атья|атьи|атье)?)\\.? ?${escaped(article)}(?!\\d)`).test(text);

const escaped = (text: string): string => text.replaceAll(/[.()]/g, '\\$&').replace('\\(', ' ?\\(');

/** Where a phrase stands at the beginning of a word. */
const says = (text: string, phrase: string): boolean => {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
};

const phrasesIn = ({ phrases }: RequestWords, text: string): readonly string[] =>
  Object.entries(phrases).flatMap(([language, all]) => all.filter((one) => says(text, one)).map(() => language));

const isAsked = (words: RequestWords, text: string): boolean =>
  words.articles.some((article) => cites(text, article)) ||
  words.sections.some(
    (section) => text.includes(section) && !/\d/.test(text.charAt(text.indexOf(section) + section.length)),
  ) ||
  phrasesIn(words, text).length > 0;

// Letters that one of these languages has and the other has not, for letters in which no phrase stands out.
const LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ru', /[ыэё]/g],
  ['bg', /ъ/g],
];

function languageOf(text: string, offered: readonly string[]): string | null {
  const count = new Map<string, number>();
  const add = (language: string, by: number) => count.set(language, (count.get(language) ?? 0) + by);
  for (const words of Object.values(REQUEST_WORDS)) for (const language of phrasesIn(words, text)) add(language, 1);
  for (const [language, letters] of LETTERS) add(language, (text.match(letters)?.length ?? 0) / 10);
  const [best] = [...count]
    .filter(([language, by]) => by > 0 && offered.includes(language))
    .sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

const THEIR_REFERENCE =
  /(?:my reference|our reference|mein zeichen|unser zeichen|ma référence|mijn kenmerk|мой номер|моят номер)\s*[:.]?\s*([A-Za-z0-9][A-Za-z0-9-]{5,39})/i;
const NAME_LINE = /^\s*(?:full name|name|vollständiger name|nom|име|имена|имя|фио)\s*:\s*(\S.{0,198}\S)\s*$/im;

/**
 * Reads what a letter asks for out of its words and the articles it cites.
 * @param languages in which the controller answers
 * @param prefix with which the references of the controller's cases begin
 */
export function recognise(
  { subject, text }: { readonly subject: string; readonly text: string },
  { languages, prefix }: { readonly languages: readonly string[]; readonly prefix: string },
): Recognised {
  const whole = `${subject}\n${text}`;
  const lower = folded(whole);
  return {
    wishes: WISH_IDS.filter((wish) => {
      const words = REQUEST_WORDS[wish];
      return words !== undefined && isAsked(words, lower);
    }),
    language: languageOf(lower, languages),
    californian: CALIFORNIAN.some((word) => lower.includes(word)),
    theirReference: THEIR_REFERENCE.exec(whole)?.[1] ?? null,
    caseReference: new RegExp(`\\b${prefix}-[0-9A-Z]{4}-[0-9A-Z]{4}\\b`).exec(whole)?.[0] ?? null,
    name: NAME_LINE.exec(text)?.[1] ?? null,
  };
}
