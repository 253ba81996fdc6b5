import { localDate } from '../../calendar/local-date';
import { remediesLabelled } from '../labels';
import type { ChildRule, Remedy } from '../types';

const COMMON = {
  regime: 'GDPR',
  inForceFrom: localDate('2018-05-25'),
  inForceTo: null,
  verified: 'ruleText',
  source: 'gdpr',
  reviewedOn: localDate('2026-11-22'),
  authority: null,
} as const;

/** Bulgaria's own terms of complaint (Arts. 38, 38a ZZLD) and of court (39). */
const BULGARIAN = {
  ...COMMON,
  inForceFrom: localDate('2019-03-02'),
  source: 'zzld',
  reviewedOn: localDate('2026-11-27'),
  country: 'BG',
  when: 'always',
} as const;

export const GDPR_REMEDIES: readonly Remedy[] = remediesLabelled([
  {
    ...COMMON,
    id: 'GDPR-77-residence',
    citation: 'Art. 77 GDPR',
    text: 'A complaint to the supervisory authority of the habitual residence, the place of work or the place of the infringement, free of charge.',
    to: 'residence',
    when: 'always',
  },
  {
    ...BULGARIAN,
    id: 'ZZLD-38',
    citation: 'Arts. 38(1), 38a ZZLD (Bulgaria); Art. 77 GDPR',
    text: 'A complaint to the Bulgarian commission, free of charge: signed, within six months of learning of the infringement and two years of it at most.',
    to: 'authority',
    authority: 'BG',
  },
  {
    ...COMMON,
    id: 'GDPR-77-establishment',
    citation: 'Art. 77 GDPR',
    text: 'A complaint to the supervisory authority of the controller’s own country.',
    to: 'establishment',
    when: 'always',
  },
  {
    ...COMMON,
    id: 'GDPR-79',
    citation: 'Art. 79 GDPR',
    text: 'A judicial remedy against the controller, at its establishment or at the person’s habitual residence, with or without a complaint.',
    to: 'court',
    when: 'always',
  },
  {
    ...BULGARIAN,
    id: 'ZZLD-39',
    citation: 'Art. 39(1), (4) ZZLD (Bulgaria); Art. 79 GDPR',
    text: 'A judicial remedy against the controller; by paragraph 4 not while the same matter lies before the commission. Whether that stands beside Art. 79 is disputed (C-132/21), so it is said with care.',
    to: 'court',
    replaces: 'GDPR-79',
  },
  {
    ...COMMON,
    id: 'GDPR-78-2',
    citation: 'Art. 78(2) GDPR',
    text: 'A judicial remedy against an authority that has not told the person within three months how the complaint stands.',
    to: 'court',
    when: 'whenSilent',
  },
]);

const CHILD = {
  regime: 'GDPR',
  inForceFrom: localDate('2018-05-25'),
  inForceTo: null,
  reviewedOn: localDate('2026-11-22'),
} as const;

// One tracker of the national laws, read as of 2018 and 2019, has these; Bulgaria and Denmark were read elsewhere, the rest is from knowledge.
const IN_TRACKER: ReadonlySet<string> = new Set([
  'AT',
  'BE',
  'CZ',
  'DE',
  'ES',
  'FI',
  'FR',
  'IE',
  'IT',
  'NL',
  'SE',
  'SK',
]);

const AGES: Readonly<Record<number, readonly string[]>> = {
  13: ['BE', 'EE', 'FI', 'IS', 'LV', 'MT', 'NO', 'PT', 'SE'],
  14: ['AT', 'CY', 'ES', 'IT', 'LT'],
  15: ['CZ', 'FR', 'GR', 'SI'],
  16: ['DE', 'HR', 'HU', 'IE', 'LI', 'LU', 'NL', 'PL', 'RO', 'SK'],
};

const consentText = (age: number): string =>
  `From ${age} a child consents alone to online services; below, a parent consents or authorises. It says whose consent the use rests on, not who may ask.`;

const ageIn = (place: string, age: number): ChildRule => ({
  ...CHILD,
  id: `GDPR-8-${place}`,
  citation: 'Art. 8(1) GDPR with the national law',
  text: consentText(age),
  verified: IN_TRACKER.has(place) ? 'secondary' : 'knowledge',
  source: 'art8',
  place,
  age,
});

export const GDPR_CHILD_RULES: readonly ChildRule[] = [
  {
    ...CHILD,
    id: 'GDPR-child-subject',
    citation: 'Art. 12(1) GDPR; Recitals 38, 58',
    text: 'The right is the child’s. A parent uses it in the child’s interest, and a child who understands what it is about can act alone: answer a child in words it understands.',
    verified: 'knowledge',
    source: 'gdpr',
    place: null,
    age: null,
  },
  {
    ...CHILD,
    id: 'GDPR-child-custody',
    citation: 'Hellenic DPA, decision of 2020',
    text: 'A quarrel about custody is by itself no ground to refuse a parent.',
    verified: 'secondary',
    source: 'hellenic2020',
    place: null,
    age: null,
  },
  {
    ...CHILD,
    id: 'GDPR-child-parent',
    citation: 'Art. 12(6) GDPR',
    text: 'Check that the person is the parent or guardian, with as little as does it: often an account or a letter that names both is enough.',
    verified: 'policy',
    source: 'product',
    place: null,
    age: null,
  },
  ...Object.entries(AGES).flatMap(([age, places]) => places.map((place) => ageIn(place, Number(age)))),
  {
    ...ageIn('BG', 14),
    citation: 'Art. 25v ZZLD; Art. 8(1) GDPR',
    text: 'From 14 a child gives every consent alone, not only to online services; below, a parent gives it.',
    verified: 'ruleText',
    source: 'zzld',
    inForceFrom: localDate('2019-03-02'),
  },
  {
    ...ageIn('DK', 13),
    id: 'GDPR-8-DK-13',
    inForceTo: localDate('2023-12-31'),
    verified: 'secondary',
    source: 'dkAct',
  },
  {
    ...ageIn('DK', 15),
    id: 'GDPR-8-DK-15',
    inForceFrom: localDate('2024-01-01'),
    verified: 'secondary',
    source: 'dkAct',
  },
];
