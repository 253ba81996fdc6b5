import { localDate } from '../../calendar/local-date';
import { exemptionsLabelled, groundsLabelled, remediesLabelled } from '../labels';
import type { RefusableRightId, Regime, Requirement } from '../types';

const COMMON = {
  regime: 'CH_FADP',
  inForceFrom: localDate('2023-09-01'),
  inForceTo: null,
  verified: 'knowledge',
  source: 'fadp',
  reviewedOn: localDate('2026-11-22'),
} as const;

const RIGHT = {
  ...COMMON,
  refusable: true,
  effect: 'byAnswer',
  identity: 'reasonable',
  agents: null,
  outcomes: ['granted', 'partlyGranted', 'refused', 'noData', 'notIdentifiable'],
  fee: 'unfoundedOrExcessive',
  frequency: null,
  showProcessedFrom: null,
  openTo: null,
  lookback: null,
  unverified: null,
  grounds: ['FADP-26', 'DPO-16-5'],
} as const;

/** Arts. 25 to 28 FADP and 16 to 19, 22 DPO are about these; what Art. 32 asks for has limits of its own, and no number of days. */
const COPIES: readonly RefusableRightId[] = ['access', 'portability'];
const CHANGES: readonly RefusableRightId[] = ['rectification', 'erasure'];

const READ_AGAIN = localDate('2026-11-27');

const CLOCK = {
  ...COMMON,
  reviewedOn: READ_AGAIN,
  kind: 'respond',
  channel: null,
  period: { length: 30, unit: 'days' },
  counting: 'Art. 77 CO',
  holidays: null,
  roll: null,
  earliest: null,
} as const;

const GROUND = { ...COMMON, reviewedOn: READ_AGAIN, identification: false, secondPerson: true } as const;

const need = (id: string, citation: string, text: string): Requirement => ({ id, citation, text });

const REFUSAL: readonly Requirement[] = [
  need('reason', 'Art. 26(4) FADP', 'Why the answer is refused, limited or deferred.'),
];
const UNCHANGED: readonly Requirement[] = [
  need(
    'reason',
    'Art. 32(1), (3) FADP',
    'Why nothing, or not all, was corrected or deleted, and whether the dispute is noted.',
  ),
];

const THIRD_PARTIES = need(
  'thirdParties',
  'Art. 32(4) FADP',
  'Whether the person asks that others are told of it, or that it is published.',
);

/** Swiss Federal Act on Data Protection of 25 September 2020, Arts. 25 to 28, 32, with Arts. 16 to 19 of its ordinance. */
export const CH_FADP: Regime = {
  id: 'CH_FADP',
  title: 'Federal Act on Data Protection (Switzerland)',
  residences: ['CH'],
  establishments: ['CH'],
  rights: [
    {
      ...RIGHT,
      id: 'FADP-25',
      right: 'access',
      citation: 'Art. 25 FADP',
      text: 'Whether data are processed, and what is needed to exercise the rights of the Act and for transparency.',
      checks: [
        need('otherPeople', 'Art. 26 FADP', 'Overriding interests of others.'),
        need(
          'fee',
          'Art. 19 DPO',
          'A share of the cost only for a disproportionate effort, at most CHF 300, told beforehand. Not confirmed within ten days, the request counts as withdrawn at no cost; the 30 days run after those ten.',
        ),
      ],
      answerContains: [
        need(
          'information',
          'Art. 25(2) FADP',
          'Controller, the data as such, purpose, period, source, automated decisions, recipients and countries.',
        ),
      ],
      refusalContains: REFUSAL,
      tell: [],
    },
    {
      ...RIGHT,
      id: 'FADP-28',
      right: 'portability',
      citation: 'Art. 28 FADP',
      text: 'Data the person disclosed, processed by automated means with consent or for a contract, in a usual electronic format.',
      checks: [need('conditions', 'Art. 28(1) FADP', 'Automated; consent or contract.')],
      answerContains: [need('file', 'Art. 28(1) FADP', 'The data in a usual electronic format.')],
      refusalContains: REFUSAL,
      tell: [],
    },
    {
      ...RIGHT,
      id: 'FADP-32-1',
      right: 'rectification',
      citation: 'Art. 32(1) FADP',
      text: 'Incorrect data are corrected; where neither can be shown, the dispute is noted.',
      checks: [need('evidence', 'Art. 32(1) FADP', 'Evidence either way.'), THIRD_PARTIES],
      answerContains: [need('changed', 'Art. 32(1) FADP', 'What was changed and when.')],
      grounds: ['FADP-32-1-a', 'FADP-32-1-b', 'FADP-32-3', 'FADP-8-identity'],
      refusalContains: UNCHANGED,
      tell: ['recipients'],
    },
    {
      ...RIGHT,
      id: 'FADP-32-2',
      right: 'erasure',
      citation: 'Art. 32(2)(c) FADP',
      text: 'Data whose processing violates personality rights are deleted or destroyed.',
      checks: [
        need(
          'justification',
          'Art. 31 FADP',
          'Whether consent, an overriding interest or law justifies the processing.',
        ),
        THIRD_PARTIES,
      ],
      answerContains: [need('erased', 'Art. 32(2)(c) FADP', 'What was deleted and what is kept, with the reason.')],
      grounds: ['FADP-31', 'FADP-8-identity'],
      refusalContains: UNCHANGED,
      tell: ['recipients'],
    },
  ],
  clocks: [
    {
      ...CLOCK,
      id: 'FADP-25-7',
      citation: 'Art. 25(7) FADP; Arts. 18, 22 DPO',
      text: 'Answered within 30 days; if that cannot be met, the person is told so within them and by when the answer comes. Where a fee is asked, the 30 days follow the ten to think it over.',
      rights: COPIES,
      pauses: [
        {
          cause: 'fee',
          rights: ['access'],
          effect: 'restart',
          bothDaysOut: false,
          statutory: true,
          anyQuantity: false,
          reflectionDays: 10,
          citation: 'Art. 19(3) DPO',
        },
      ],
      extension: { total: null, withoutReasons: true, citation: 'Art. 18(2) DPO' },
    },
    {
      ...CLOCK,
      id: 'FADP-32-answer',
      citation: 'Art. 32 FADP',
      text: 'The law sets no date for correcting or deleting. We keep the 30 days of access as a ceiling, without more time.',
      verified: 'policy',
      source: 'product',
      rights: CHANGES,
      pauses: [],
      extension: null,
    },
  ],
  grounds: groundsLabelled([
    {
      ...GROUND,
      id: 'FADP-26',
      citation: 'Arts. 26, 29 FADP',
      text: 'A statute, overriding interests of others, or a manifestly unfounded or vexatious request.',
      rights: COPIES,
      reach: 'either',
      mustShow: ['Which of the cases, and its facts.'],
    },
    {
      ...GROUND,
      id: 'DPO-16-5',
      citation: 'Arts. 16(5), 22 DPO',
      text: 'The person could not be identified, although suitable steps were taken; the person has to cooperate.',
      rights: COPIES,
      reach: 'whole',
      identification: true,
      mustShow: ['Which steps were taken, what was asked for, and what came back.'],
    },
    {
      ...GROUND,
      id: 'FADP-32-1-a',
      citation: 'Art. 32(1)(a) FADP',
      text: 'A statute forbids the change.',
      rights: ['rectification'],
      reach: 'either',
      mustShow: ['The statute and article.'],
    },
    {
      ...GROUND,
      id: 'FADP-32-1-b',
      citation: 'Art. 32(1)(b) FADP',
      text: 'The data are used for archiving in the public interest.',
      rights: ['rectification'],
      reach: 'either',
      mustShow: ['The archive and its task.'],
    },
    {
      ...GROUND,
      id: 'FADP-32-3',
      citation: 'Art. 32(1), (3) FADP',
      text: 'The data are correct, or neither can be shown: the dispute is then noted beside them.',
      rights: ['rectification'],
      reach: 'either',
      mustShow: ['The evidence either way, and where the dispute was noted.'],
    },
    {
      ...GROUND,
      id: 'FADP-31',
      citation: 'Arts. 30, 31, 32(2) FADP',
      text: 'The use violates no personality right, or consent, an overriding interest or law justifies it.',
      rights: ['erasure'],
      reach: 'either',
      mustShow: ['For each data set, which justification, and the balance where it is an interest.'],
    },
    {
      ...GROUND,
      id: 'FADP-8-identity',
      citation: 'Art. 8 FADP',
      text: 'It could not be shown whose data they are, and data security forbids changing them for a stranger.',
      rights: CHANGES,
      reach: 'whole',
      identification: true,
      mustShow: ['Which steps were taken, what was asked for, and what came back.'],
    },
  ]),
  exemptions: exemptionsLabelled([
    {
      ...COMMON,
      id: 'FADP-26-value',
      protects: 'othersRights',
      citation: 'Art. 26(1)(b) FADP',
      text: 'Overriding interests of a third party.',
      rights: ['access', 'portability'],
      mustShow: ['Whose interest and why it overrides.'],
      secondPerson: false,
    },
  ]),
  remedies: remediesLabelled([
    {
      ...COMMON,
      id: 'FADP-49',
      citation: 'Art. 49 FADP',
      text: 'A report to the Federal Data Protection and Information Commissioner, who can open an investigation.',
      to: 'authority',
      authority: 'CH',
      when: 'always',
    },
    {
      ...COMMON,
      id: 'FADP-32-court',
      citation: 'Art. 32(2) FADP; Arts. 28 to 28l CC',
      text: 'An action before the civil courts, without court fees in the matters of Art. 32.',
      to: 'court',
      authority: null,
      when: 'always',
    },
  ]),
  records: [],
  tellings: [],
  basisAct: null,
  identity: { citation: 'Art. 16(5) DPO', forbidden: [] },
  agents: null,
  childRules: [
    {
      ...COMMON,
      id: 'CC-19c',
      citation: 'Arts. 13, 16, 19c CC',
      text: 'A child capable of judgement uses strictly personal rights alone; for others the parents act. No age is fixed.',
      place: 'CH',
      age: null,
    },
  ],
};
