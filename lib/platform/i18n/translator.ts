import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/domain/locale';
import { messagesOf, type Namespace } from './messages';

/** Speaks one language about one subject: ICU message key and values in, text out. Dates are given as text, already formatted. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

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
  return (key, values) => translate(key as never, values as never);
}
