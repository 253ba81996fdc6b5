// Made from the folders of lib/platform/i18n/messages; a test compares. After adding a language: npm run generate.

/** What a copy says of data where the map uses a word of ours. */
export const MAP_WORDS = {
  en: {
    'basis.consent': 'your consent',
    'basis.contract': 'our contract with you',
    'basis.legalObligation': 'the law requires it',
    'basis.vitalInterests': 'to protect somebody’s life',
    'basis.publicTask': 'a task in the public interest',
    'basis.legitimateInterests': 'our legitimate interest',
    'source.subject': 'You gave it to us.',
    'source.observed': 'Recorded while you used the service.',
    'source.derived': 'We worked it out from other data about you.',
    uncategorised: 'Other data',
  },
  bg: {
    'basis.consent': 'вашето съгласие',
    'basis.contract': 'договорът ни с вас',
    'basis.legalObligation': 'законът го изисква',
    'basis.vitalInterests': 'за защита на нечий живот',
    'basis.publicTask': 'задача от обществен интерес',
    'basis.legitimateInterests': 'нашият легитимен интерес',
    'source.subject': 'Вие ни ги предоставихте.',
    'source.observed': 'Записани са, докато използвахте услугата.',
    'source.derived': 'Изведохме ги от други данни за вас.',
    uncategorised: 'Други данни',
  },
  ru: {
    'basis.consent': 'ваше согласие',
    'basis.contract': 'наш договор с вами',
    'basis.legalObligation': 'этого требует закон',
    'basis.vitalInterests': 'чтобы защитить чью-то жизнь',
    'basis.publicTask': 'задача в общественных интересах',
    'basis.legitimateInterests': 'наш законный интерес',
    'source.subject': 'Вы сами сообщили нам эти данные.',
    'source.observed': 'Записаны, пока вы пользовались сервисом.',
    'source.derived': 'Мы вывели их из других данных о вас.',
    uncategorised: 'Прочие данные',
  },
} as const;
