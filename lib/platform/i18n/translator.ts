import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/domain/locale';
import { messagesOf, type Namespace } from './messages';

/** Speaks one language about one subject: ICU message key and values in, text out. Dates are given as text, already formatted. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** A value that ends in a stop, as a date in Bulgarian does ("2026 г."), brings that of its sentence with it. */
const oneStop = (text: string, values: readonly (string | number)[]): string =>
  values
    .map(String)
    .filter((value) => value.endsWith('.'))
    .reduce((sentence, value) => sentence.replaceAll(`${value}.`, value), text);

/**
 * The texts of one namespace in one language.
 * @throws for a key that does not exist: a missing text is a defect, not something to show to a person.
 */
export function translator(locale: Locale, namespace: Namespace): Translate {
  const translate = createTranslator({
    locale,
    messages: messagesOf(locale, namespace),
    onError(error) {
      throw error;
    },
  });
  return (key, values = {}) => oneStop(translate(key as never, values as never), Object.values(values));
}
