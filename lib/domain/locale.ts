/** Languages of the product: those of the policies it serves. Adding one is adding its message files. */
export const LOCALES = ['en', 'bg', 'ru'] as const;

export type Locale = (typeof LOCALES)[number];

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);
