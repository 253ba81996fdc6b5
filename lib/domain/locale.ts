import { LANGUAGES } from './languages.generated';

/** Languages of the product, the staff's first: those that have a folder of messages. Adding one is adding its message files. */
export const LOCALES = LANGUAGES;

export type Locale = (typeof LOCALES)[number];

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);

/** Something for each language. */
export const byLocale = <T>(of: (locale: Locale) => T): Readonly<Record<Locale, T>> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Record<Locale, T>;
