import type { Locale } from '@/lib/domain/locale';
import { MESSAGES } from './messages.generated';

type Messages = { [key: string]: string | Messages };

export type Namespace = keyof (typeof MESSAGES)['en'];

/** The staff side speaks English: the same texts stand under each language until a desk asks for its own. */
export const messagesOf = (locale: Locale, namespace: Namespace): Messages => MESSAGES[locale][namespace];
