// Made from the folders of lib/platform/i18n/messages; a test compares. After adding a language: npm run generate.

import answer_en from './messages/en/answer.json';
import bundle_en from './messages/en/bundle.json';
import desk_en from './messages/en/desk.json';
import dpo_en from './messages/en/dpo.json';
import law_en from './messages/en/law.json';
import letter_en from './messages/en/letter.json';
import mail_en from './messages/en/mail.json';
import map_en from './messages/en/map.json';
import portal_en from './messages/en/portal.json';
import public_en from './messages/en/public.json';
import server_en from './messages/en/server.json';
import answer_bg from './messages/bg/answer.json';
import bundle_bg from './messages/bg/bundle.json';
import law_bg from './messages/bg/law.json';
import letter_bg from './messages/bg/letter.json';
import mail_bg from './messages/bg/mail.json';
import map_bg from './messages/bg/map.json';
import portal_bg from './messages/bg/portal.json';
import public_bg from './messages/bg/public.json';
import server_bg from './messages/bg/server.json';
import answer_de from './messages/de/answer.json';
import bundle_de from './messages/de/bundle.json';
import law_de from './messages/de/law.json';
import letter_de from './messages/de/letter.json';
import mail_de from './messages/de/mail.json';
import map_de from './messages/de/map.json';
import portal_de from './messages/de/portal.json';
import public_de from './messages/de/public.json';
import server_de from './messages/de/server.json';
import answer_fr from './messages/fr/answer.json';
import bundle_fr from './messages/fr/bundle.json';
import law_fr from './messages/fr/law.json';
import letter_fr from './messages/fr/letter.json';
import mail_fr from './messages/fr/mail.json';
import map_fr from './messages/fr/map.json';
import portal_fr from './messages/fr/portal.json';
import public_fr from './messages/fr/public.json';
import server_fr from './messages/fr/server.json';
import answer_ru from './messages/ru/answer.json';
import bundle_ru from './messages/ru/bundle.json';
import law_ru from './messages/ru/law.json';
import letter_ru from './messages/ru/letter.json';
import mail_ru from './messages/ru/mail.json';
import map_ru from './messages/ru/map.json';
import portal_ru from './messages/ru/portal.json';
import public_ru from './messages/ru/public.json';
import server_ru from './messages/ru/server.json';

export const MESSAGES = {
  en: {
    answer: answer_en,
    bundle: bundle_en,
    desk: desk_en,
    dpo: dpo_en,
    law: law_en,
    letter: letter_en,
    mail: mail_en,
    map: map_en,
    portal: portal_en,
    public: public_en,
    server: server_en,
  },
  bg: {
    answer: answer_bg,
    bundle: bundle_bg,
    desk: desk_en,
    dpo: dpo_en,
    law: law_bg,
    letter: letter_bg,
    mail: mail_bg,
    map: map_bg,
    portal: portal_bg,
    public: public_bg,
    server: server_bg,
  },
  de: {
    answer: answer_de,
    bundle: bundle_de,
    desk: desk_en,
    dpo: dpo_en,
    law: law_de,
    letter: letter_de,
    mail: mail_de,
    map: map_de,
    portal: portal_de,
    public: public_de,
    server: server_de,
  },
  fr: {
    answer: answer_fr,
    bundle: bundle_fr,
    desk: desk_en,
    dpo: dpo_en,
    law: law_fr,
    letter: letter_fr,
    mail: mail_fr,
    map: map_fr,
    portal: portal_fr,
    public: public_fr,
    server: server_fr,
  },
  ru: {
    answer: answer_ru,
    bundle: bundle_ru,
    desk: desk_en,
    dpo: dpo_en,
    law: law_ru,
    letter: letter_ru,
    mail: mail_ru,
    map: map_ru,
    portal: portal_ru,
    public: public_ru,
    server: server_ru,
  },
} as const;
