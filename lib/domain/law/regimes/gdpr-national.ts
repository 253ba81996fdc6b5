import { localDate } from '../../calendar/local-date';
import type { UnlabelledGround } from '../labels';

// What the law of a controller's own country says beside the Regulation (Arts. 23, 85, 89 GDPR): of the countries of whose law records are held.

const COMMON = {
  regime: 'GDPR',
  inForceTo: null,
  reviewedOn: localDate('2026-11-27'),
  identification: false,
  secondPerson: true,
} as const;

const BULGARIA = {
  ...COMMON,
  inForceFrom: localDate('2019-03-02'),
  verified: 'ruleText',
  source: 'zzld',
  establishments: ['BG'],
} as const;
const LUXEMBOURG = {
  ...COMMON,
  inForceFrom: localDate('2018-08-20'),
  verified: 'knowledge',
  source: 'luAct2018',
  establishments: ['LU'],
} as const;

/** Art. 25e(2): access to the data of the deceased stands under Art. 12(5) and (6) too, unless a law provides otherwise. */
const DECEASED = { ...BULGARIA, rights: ['deceased_access'], reach: 'whole' } as const;

export const NATIONAL_GROUNDS: readonly UnlabelledGround[] = [
  {
    ...DECEASED,
    reviewedOn: localDate('2026-11-22'),
    establishments: null,
    id: 'ZZLD-25e-2-interest',
    citation: 'Art. 25e(2) ZZLD (Bulgaria)',
    text: 'The person is neither an heir nor has shown a legal interest in the data of the deceased.',
    mustShow: ['What was asked for to show the succession or interest, and what came back.'],
  },
  {
    ...DECEASED,
    id: 'ZZLD-25e-2-12-5',
    citation: 'Art. 25e(2) ZZLD (Bulgaria); Art. 12(5) GDPR',
    text: 'The request is manifestly unfounded or excessive.',
    mustShow: [
      'Why it is manifest, or the earlier requests with their dates and answers.',
      'Why a reasonable fee, told beforehand, would not do.',
    ],
  },
  {
    ...DECEASED,
    id: 'ZZLD-25e-2-12-6',
    citation: 'Art. 25e(2) ZZLD (Bulgaria); Art. 12(6) GDPR',
    text: 'Reasonable doubts about who is asking were stated, the least needed was asked for, and the doubts remain.',
    mustShow: ['The doubt and the facts it rests on.', 'What was asked for, when, and what came back.'],
  },
  {
    ...DECEASED,
    id: 'ZZLD-25e-2-law',
    citation: 'Art. 25e(2) ZZLD (Bulgaria)',
    text: 'A law provides otherwise.',
    reach: 'either',
    inForceFrom: localDate('2023-05-04'),
    mustShow: ['The law and article, and what it provides.'],
  },
  {
    ...BULGARIA,
    id: 'ZZLD-25z-3',
    citation: 'Art. 25z(3)(2) ZZLD (Bulgaria); Art. 85 GDPR',
    text: 'The data are used for journalism, or for academic, artistic or literary expression.',
    rights: ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'],
    reach: 'either',
    mustShow: ['The publication or work, and the balance between expression and this person’s private life.'],
  },
  {
    ...BULGARIA,
    id: 'ZZLD-25l',
    citation: 'Art. 25l ZZLD (Bulgaria)',
    text: 'The data are used for the National Archives Fund: Arts. 15, 16 and 18 to 21 GDPR do not apply.',
    rights: ['access', 'rectification', 'restriction', 'portability', 'objection'],
    reach: 'either',
    mustShow: ['The holding of the Fund and the task under it.'],
  },
  {
    ...BULGARIA,
    id: 'ZZLD-25m',
    citation: 'Art. 25m ZZLD (Bulgaria)',
    text: 'The data are used for statistics: Arts. 15, 16, 18 and 21 GDPR do not apply.',
    rights: ['access', 'rectification', 'restriction', 'objection'],
    reach: 'either',
    mustShow: ['The statistical project, and that the data serve nothing else.'],
  },
  {
    ...BULGARIA,
    id: 'ZZLD-25o',
    citation: 'Art. 25o ZZLD (Bulgaria)',
    text: 'A public body or humanitarian organisation uses the data for humanitarian purposes, or anybody in a disaster: Arts. 12 to 21 GDPR do not apply.',
    rights: ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'],
    reach: 'either',
    mustShow: ['Which of the two cases, and since when until when.'],
  },
  {
    ...LUXEMBOURG,
    id: 'LU-62',
    citation: 'Art. 62 of the Act of 1 August 2018 (Luxembourg); Art. 85 GDPR',
    text: 'The data are used for journalism, or for academic, artistic or literary expression: access is limited, and goes through the CNPD.',
    rights: ['access'],
    reach: 'either',
    mustShow: [
      'The publication or work, why access would reveal a source or pre-empt it, and that the person was told to turn to the CNPD.',
    ],
  },
  {
    ...LUXEMBOURG,
    id: 'LU-63',
    citation: 'Arts. 63, 65 of the Act of 1 August 2018 (Luxembourg); Art. 89 GDPR',
    text: 'The data are used for research or statistics, which the right would make impossible or seriously impair.',
    rights: ['access', 'rectification', 'restriction', 'objection'],
    reach: 'either',
    mustShow: [
      'The project, why the right would seriously impair it, and each safeguard of Art. 65 or why it was left out.',
    ],
  },
];
