/** Given and family names from which the crowd of the demo is made. None belongs to a known person of that address. */
export const LATIN = {
  given: ['Anna', 'Bastien', 'Carole', 'David', 'Elena', 'Félix', 'Greta', 'Hugo', 'Inès', 'Jonas', 'Katja', 'Léon', 'Margot', 'Nils', 'Odile', 'Pit', 'Renée', 'Sven', 'Tessy', 'Yann'],
  family: ['Adam', 'Biver', 'Conter', 'Diederich', 'Ewen', 'Faber', 'Goergen', 'Hansen', 'Jung', 'Kayser', 'Lentz', 'Meyers', 'Nilles', 'Oberweis', 'Pütz', 'Reding', 'Schmit', 'Thoma', 'Useldinger', 'Weyland'],
} as const;

export const RUSSIAN = {
  given: ['Алексей', 'Валерия', 'Глеб', 'Дарья', 'Егор', 'Жанна', 'Илья', 'Ксения', 'Лев', 'Майя', 'Никита', 'Полина', 'Роман', 'Софья', 'Тимур', 'Ульяна', 'Фёдор', 'Юлия'],
  family: ['Белых', 'Воронько', 'Гриненко', 'Долгих', 'Жук', 'Зайченко', 'Костюк', 'Луговых', 'Мороз', 'Остапчук', 'Полищук', 'Руденко', 'Сухих', 'Тарасюк', 'Черных', 'Шевчук', 'Яковенко'],
} as const;

export const BULGARIAN = {
  given: ['Ангел', 'Боряна', 'Виолета', 'Димитър', 'Елица', 'Живко', 'Златина', 'Калоян', 'Лилия', 'Момчил', 'Невена', 'Огнян', 'Пламен', 'Радостина', 'Светла', 'Тодор', 'Цветелина', 'Щерьо', 'Юлиан', 'Яна'],
  family: ['Бакалов', 'Велев', 'Генов', 'Добрев', 'Енчев', 'Желев', 'Заимов', 'Калчев', 'Лазаров', 'Манев', 'Недев', 'Панов', 'Ралев', 'Стоев', 'Ташев', 'Филев', 'Цанев', 'Шопов', 'Янев'],
} as const;

const TRANSLITERATION: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sht', ъ: 'a', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};

/** A name as it stands before the @ of an address: small Latin letters only. */
export const mailbox = (name: string): string =>
  [...name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, (mark) => (mark === '\u0306' ? mark : '')).normalize('NFC')]
    .map((letter) => TRANSLITERATION[letter] ?? letter)
    .join('')
    .replace(/[^a-z]+/g, '.');
