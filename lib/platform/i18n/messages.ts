import type { Locale } from '@/lib/domain/locale';
import answerBg from './messages/bg/answer.json';
import bundleBg from './messages/bg/bundle.json';
import lawBg from './messages/bg/law.json';
import mailBg from './messages/bg/mail.json';
import publicBg from './messages/bg/public.json';
import answerEn from './messages/en/answer.json';
import bundleEn from './messages/en/bundle.json';
import deskEn from './messages/en/desk.json';
import dpoEn from './messages/en/dpo.json';
import lawEn from './messages/en/law.json';
import mailEn from './messages/en/mail.json';
import publicEn from './messages/en/public.json';
import answerRu from './messages/ru/answer.json';
import bundleRu from './messages/ru/bundle.json';
import lawRu from './messages/ru/law.json';
import mailRu from './messages/ru/mail.json';
import publicRu from './messages/ru/public.json';

type Messages = { [key: string]: string | Messages };

// The staff side speaks English: the same texts stand under each language until a desk asks for its own.
const MESSAGES = {
  en: { public: publicEn, law: lawEn, answer: answerEn, bundle: bundleEn, mail: mailEn, desk: deskEn, dpo: dpoEn },
  bg: { public: publicBg, law: lawBg, answer: answerBg, bundle: bundleBg, mail: mailBg, desk: deskEn, dpo: dpoEn },
  ru: { public: publicRu, law: lawRu, answer: answerRu, bundle: bundleRu, mail: mailRu, desk: deskEn, dpo: dpoEn },
} as const;

export type Namespace = keyof (typeof MESSAGES)['en'];

export const messagesOf = (locale: Locale, namespace: Namespace): Messages => MESSAGES[locale][namespace];
