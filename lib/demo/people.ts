import { BULGARIAN, LATIN, RUSSIAN, mailbox } from './names';

/**
 * What somebody is there to show. `ordinary`: an account with something in every system. `heavy`: 100,000 calls, or a million.
 * `quiet`: an account and nothing else. `closed`: a deactivated account. `blocked`: closed against abuse, kept so that they cannot come back.
 * `minor`: under 16. `partner`: no account, only letters between companies. `californian`: data went to others for their marketing.
 */
export type DemoRole = 'ordinary' | 'heavy' | 'quiet' | 'closed' | 'blocked' | 'minor' | 'partner' | 'californian';

/** One made-up person. Numbers are of ranges kept for fiction, addresses of domains kept for examples. */
export type DemoPerson = {
  readonly id: number;
  readonly role: DemoRole;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** YYYY-MM-DD */
  readonly born_on: string;
  readonly language: 'en' | 'bg' | 'ru';
  readonly country: string;
  readonly city: string;
  readonly street: string;
};

export type DemoControllerId = 'callsapp' | 'sessia';

type Named = Pick<DemoPerson, 'role' | 'name' | 'email' | 'born_on' | 'language' | 'country' | 'city' | 'street'>;

// Asks both controllers, from California.
const EMILY = {
  name: 'Emily Carter',
  email: 'emily.carter@example.com',
  born_on: '1990-03-03',
  language: 'en',
  country: 'US',
  city: 'Sacramento',
  street: '100 Example Boulevard',
} as const;

const CALLSAPP: readonly Named[] = [
  {
    role: 'ordinary',
    name: 'Nadia Weber',
    email: 'nadia.weber@example.lu',
    born_on: '1987-04-19',
    language: 'en',
    country: 'LU',
    city: 'Esch-sur-Alzette',
    street: '14 Example Street',
  },
  {
    role: 'ordinary',
    name: 'Иван Соколов',
    email: 'ivan.sokolov@example.com',
    born_on: '1991-11-02',
    language: 'ru',
    country: 'DE',
    city: 'Трир',
    street: 'Примерная улица, 7',
  },
  {
    role: 'heavy',
    name: 'Henri Schroeder',
    email: 'heavy@example.lu',
    born_on: '1979-01-30',
    language: 'en',
    country: 'LU',
    city: 'Luxembourg',
    street: '2 Example Square',
  },
  {
    role: 'quiet',
    name: 'Zoé Muller',
    email: 'zoe.muller@example.lu',
    born_on: '1999-08-08',
    language: 'en',
    country: 'LU',
    city: 'Diekirch',
    street: '31 Example Street',
  },
  {
    role: 'closed',
    name: 'Paul Klein',
    email: 'paul.klein@example.lu',
    born_on: '1968-12-24',
    language: 'en',
    country: 'LU',
    city: 'Remich',
    street: '5 Example Quay',
  },
  {
    role: 'blocked',
    name: 'Ольга Ветрова',
    email: 'olga.vetrova@example.com',
    born_on: '1983-06-15',
    language: 'ru',
    country: 'BG',
    city: 'Варна',
    street: 'Примерная улица, 22',
  },
  {
    role: 'minor',
    name: 'Lina Becker',
    email: 'lina.becker@example.lu',
    born_on: '2012-02-29',
    language: 'en',
    country: 'LU',
    city: 'Mersch',
    street: '8 Example Lane',
  },
  {
    role: 'partner',
    name: 'Claire Fontaine',
    email: 'claire.fontaine@partner.example.com',
    born_on: '1975-09-09',
    language: 'en',
    country: 'FR',
    city: 'Metz',
    street: '1 Example Avenue',
  },
  { role: 'ordinary', ...EMILY },
];

const SESSIA: readonly Named[] = [
  {
    role: 'ordinary',
    name: 'Мария Иванова',
    email: 'maria.ivanova@example.bg',
    born_on: '1989-05-24',
    language: 'bg',
    country: 'BG',
    city: 'Пловдив',
    street: 'ул. „Примерна“ 12',
  },
  {
    role: 'ordinary',
    name: 'Георги Петров',
    email: 'georgi.petrov@example.bg',
    born_on: '1977-10-10',
    language: 'bg',
    country: 'BG',
    city: 'София',
    street: 'бул. „Примерен“ 3',
  },
  {
    role: 'heavy',
    name: 'Николай Димитров',
    email: 'heavy@example.bg',
    born_on: '1982-07-17',
    language: 'bg',
    country: 'BG',
    city: 'Русе',
    street: 'ул. „Примерна“ 40',
  },
  {
    role: 'quiet',
    name: 'Елена Тодорова',
    email: 'elena.todorova@example.bg',
    born_on: '2001-01-01',
    language: 'bg',
    country: 'BG',
    city: 'Бургас',
    street: 'ул. „Примерна“ 1',
  },
  {
    role: 'closed',
    name: 'Стефан Колев',
    email: 'stefan.kolev@example.bg',
    born_on: '1970-03-03',
    language: 'bg',
    country: 'BG',
    city: 'Видин',
    street: 'ул. „Примерна“ 9',
  },
  {
    role: 'blocked',
    name: 'Виктор Спасов',
    email: 'viktor.spasov@example.com',
    born_on: '1995-12-12',
    language: 'bg',
    country: 'BG',
    city: 'София',
    street: 'ул. „Примерна“ 77',
  },
  {
    role: 'minor',
    name: 'Калина Петрова',
    email: 'kalina.petrova@example.bg',
    born_on: '2011-09-15',
    language: 'bg',
    country: 'BG',
    city: 'София',
    street: 'бул. „Примерен“ 3',
  },
  { role: 'californian', ...EMILY },
];

const CITIES = {
  LU: ['Luxembourg', 'Differdange', 'Ettelbruck', 'Wiltz', 'Echternach'],
  DE: ['Саарбрюккен', 'Майнц', 'Кобленц', 'Трир', 'Бонн'],
  BG: ['София', 'Пловдив', 'Варна', 'Стара Загора', 'Плевен'],
} as const;

const SIZE: Readonly<Record<DemoControllerId, number>> = { callsapp: 300, sessia: 240 };

const NAMED: Readonly<Record<DemoControllerId, readonly Named[]>> = { callsapp: CALLSAPP, sessia: SESSIA };

const at = <T>(items: readonly T[], index: number): T => items[index % items.length]!;

/** Somebody of the crowd: who they are follows from their number alone. */
function somebody(controller: DemoControllerId, id: number): Named {
  const russian = controller === 'callsapp' && id % 3 === 0;
  const names = controller === 'sessia' ? BULGARIAN : russian ? RUSSIAN : LATIN;
  const country = controller === 'sessia' ? 'BG' : russian ? 'DE' : 'LU';
  const given = at(names.given, id * 7);
  const family = at(names.family, id * 11 + Math.floor(id / 19));
  // A Bulgarian woman's family name ends in -а.
  const name = `${given} ${family}${controller === 'sessia' && /[ая]$/.test(given) ? 'а' : ''}`;
  const born = new Date(Date.UTC(1955 + ((id * 13) % 50), (id * 5) % 12, 1 + ((id * 17) % 28)));
  const number = 1 + ((id * 3) % 90);
  return {
    role: 'ordinary',
    name,
    email: `${mailbox(name)}.${id}@example.com`,
    born_on: born.toISOString().slice(0, 10),
    language: controller === 'sessia' ? 'bg' : russian ? 'ru' : 'en',
    country,
    city: at(CITIES[country], id),
    street:
      controller === 'sessia'
        ? `ул. „Примерна“ ${number}`
        : russian
          ? `Примерная улица, ${number}`
          : `${number} Example Street`,
  };
}

const phoneOf = (controller: DemoControllerId, id: number): string =>
  // Of +352 691 555 and of +44 7700 900, which Ofcom keeps for drama, each demo controller has one.
  (controller === 'callsapp' ? '+352691555' : '+447700900') + String(id).padStart(3, '0');

/** Everyone the source databases of a demo controller know, the named ones first. Always the same people. */
export function demoPeople(controller: DemoControllerId): DemoPerson[] {
  const named = NAMED[controller];
  return Array.from({ length: SIZE[controller] }, (_, index) => {
    const id = index + 1;
    return { id, phone: phoneOf(controller, id), ...(named[index] ?? somebody(controller, id)) };
  });
}
