import { byLocale, LOCALES, type Locale } from '../locale';
import type { LocalText } from './types';

/** A text as the operator writes it: the same in every language, or by language. */
export type TextByLanguage = string | { readonly [L in Locale]?: string | undefined };

/**
 * Makes a written text total. A language without words repeats the controller's first language, else any that has words.
 * @param languages of the controller, the first one being its own
 */
export function localText(written: TextByLanguage, languages: readonly Locale[]): LocalText {
  if (typeof written === 'string') return byLocale(() => written);
  const fallback =
    [...languages, ...LOCALES].map((locale) => written[locale]).find((words) => words !== undefined) ?? '';
  return byLocale((locale) => written[locale] ?? fallback);
}

/** Languages of the controller in which a written text has no words. */
export const missingLanguages = (written: TextByLanguage, languages: readonly Locale[]): Locale[] =>
  typeof written === 'string' ? [] : languages.filter((locale) => written[locale] === undefined);
