import type { SecretKind } from '../datamap/secret-kinds';
import { JsonText } from '../records/json-text';
import type { HiddenWords } from './requester-view';

/**
 * What stands where something is hidden. `whole` and `partly` give a value of a record; `instead` one that the data map names otherwise, such as
 * "the person you called", or says which kind of secret it `holds`; `inName` the text in the name of a member, which cannot be an object.
 */
export type HiddenMarks = {
  readonly whole: (grounds: readonly string[]) => unknown;
  readonly instead: (grounds: readonly string[], label: string, holds?: SecretKind) => unknown;
  readonly partly: (parts: readonly HiddenPart[]) => unknown;
  readonly inName: (parts: readonly HiddenPart[]) => string;
};

/** A text that is shown, or the grounds of what stood between two of them. */
export type HiddenPart = string | { readonly grounds: readonly string[] };

/** Marks for people: words in the place of what is hidden. */
export const wordMarks = (hidden: HiddenWords): HiddenMarks => {
  const joined = (parts: readonly HiddenPart[]): string =>
    parts.map((part) => (typeof part === 'string' ? part : hidden(part.grounds))).join('');
  return { whole: hidden, instead: (_, label) => label, partly: joined, inName: joined };
};

/**
 * Marks for programs: `{"$hidden":["GDPR-15-4"]}` with the exemptions by which a value is withheld, `"instead"` where the map has a name for it,
 * `"holds"` where it is a kind of secret that is never sent; `{"$partly":["before ",{"$hidden":[…]}," after"]}` where a passage is. No value of the person's looks like one.
 */
export const OBJECT_MARKS: HiddenMarks = {
  whole: (grounds) => new JsonText(JSON.stringify({ $hidden: grounds })),
  instead: (grounds, label, holds) => new JsonText(JSON.stringify({ $hidden: grounds, holds, instead: label })),
  partly: (parts) =>
    new JsonText(
      JSON.stringify({ $partly: parts.map((part) => (typeof part === 'string' ? part : { $hidden: part.grounds })) }),
    ),
  inName: (parts) =>
    parts.map((part) => (typeof part === 'string' ? part : `{$hidden:${part.grounds.join()}}`)).join(''),
};

const BEGINNINGS = ['{"$hidden":', '{"$partly":'];

type Mark = { $hidden?: string[]; instead?: string; $partly?: (string | { $hidden: string[] })[] };

/** Whether a value, as JSON, is such an object. */
export const isHiddenMark = (json: string): boolean => BEGINNINGS.some((beginning) => json.startsWith(beginning));

/** What a reader is told in its place. */
export function markText(json: string, hidden: HiddenWords): string {
  const { $hidden = [], instead, $partly } = JSON.parse(json) as Mark;
  if ($partly) return $partly.map((part) => (typeof part === 'string' ? part : hidden(part.$hidden))).join('');
  return instead ?? hidden($hidden);
}

/** A value of a copy as people read it: marks as their words, inside lists and objects too; anything else comes back as it is. */
export function withWords(value: unknown, hidden: HiddenWords): unknown {
  if (!(value instanceof JsonText) || !BEGINNINGS.some((beginning) => value.text.includes(beginning))) return value;
  if (isHiddenMark(value.text)) return markText(value.text, hidden);
  return new JsonText(JSON.stringify(JSON.parse(value.text, (_, part: unknown) => readPart(part, hidden))));
}

const readPart = (part: unknown, hidden: HiddenWords): unknown => {
  const json = typeof part === 'object' && part !== null && !Array.isArray(part) ? JSON.stringify(part) : '';
  return isHiddenMark(json) ? markText(json, hidden) : part;
};
