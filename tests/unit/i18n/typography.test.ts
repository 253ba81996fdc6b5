import { expect, test } from 'vitest';
import type { LOCALES } from '@/lib/domain/locale';
import { MESSAGES } from '@/lib/platform/i18n/messages.generated';
import { DEMO } from '../datamap/demo-controllers';

// What staff read is English under every language.
const REQUESTERS = (Object.keys(MESSAGES.en) as (keyof typeof MESSAGES.en)[]).filter(
  (name) => name !== 'desk' && name !== 'dpo',
);

/** Every text in one language, wherever it stands: messages by their keys, or what operators wrote. */
function textsIn(value: unknown, locale: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === locale ? [inner] : []) : textsIn(inner, locale),
  );
}

const flat = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(flat);

const texts = (locale: (typeof LOCALES)[number]): string[] => [
  ...REQUESTERS.flatMap((name) => flat(MESSAGES[locale][name])),
  ...[...DEMO.controllers.values()].flatMap(({ definition, dataMap }) => textsIn({ definition, dataMap }, locale)),
];

test('French signs of two parts stand behind a narrow space that does not break, and never behind one that does', () => {
  const french = texts('fr');
  expect(french.length).toBeGreaterThan(1500);
  expect(french.filter((text) => /[ \u00a0][;:!?»]|«[ \u00a0]|«(?!\u202f)|(?<!\u202f)»/.test(text))).toEqual([]);
  expect(french.filter((text) => /\p{L}[;!?]/u.test(text))).toEqual([]);
});

test('quotation marks are those of the language', () => {
  const quotes = { en: /[„«»]/, bg: /[«»”"]/, ru: /[“”"]/, de: /[«»”"]/, fr: /[„“”"]/ };
  for (const [locale, foreign] of Object.entries(quotes))
    expect([locale, texts(locale as keyof typeof quotes).filter((text) => foreign.test(text))]).toEqual([locale, []]);
});

test('an apostrophe is curved in French and German, so that it quotes nothing in a message', () => {
  for (const locale of ['de', 'fr'] as const) expect(texts(locale).filter((text) => text.includes("'"))).toEqual([]);
});

test('nothing that a requester reads exclaims: no page urges, praises or warns (docs/dark-patterns.md)', () => {
  for (const locale of Object.keys(MESSAGES) as (typeof LOCALES)[number][])
    // A Bulgarian letter greets with one.
    expect(texts(locale).filter((text) => text.includes('!') && !/^\p{L}+, \{name\}!$/u.test(text))).toEqual([]);
});
