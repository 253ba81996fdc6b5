import { localDate } from '../../calendar/local-date';
import { exemptionsLabelled, groundsLabelled, type UnlabelledGround } from '../labels';
import type { Exemption, Ground, RefusableRightId } from '../types';
import { NATIONAL_GROUNDS } from './gdpr-national';

const COMMON = {
  regime: 'GDPR',
  inForceFrom: localDate('2018-05-25'),
  inForceTo: null,
  verified: 'ruleText',
  source: 'gdpr',
  reviewedOn: localDate('2026-11-22'),
} as const;

const GROUND = { ...COMMON, identification: false } as const;

const ARTS_15_TO_20: readonly RefusableRightId[] = ['access', 'rectification', 'erasure', 'restriction', 'portability'];
const ARTS_15_TO_22: readonly RefusableRightId[] = [...ARTS_15_TO_20, 'objection', 'automated_decision'];

/** Grounds that are not about one right. */
const GENERAL: readonly UnlabelledGround[] = [
  {
    ...GROUND,
    id: 'GDPR-12-5-unfounded',
    citation: 'Art. 12(5)(b) GDPR',
    text: 'The request is manifestly unfounded.',
    rights: ARTS_15_TO_22,
    reach: 'whole',
    mustShow: [
      'Why it is manifest, to anyone and at once, that the conditions of the right are not met.',
      'That neither effort, nor missing reasons, nor a planned lawsuit is the argument: none of them counts.',
    ],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-12-5-excessive',
    citation: 'Art. 12(5)(b) GDPR',
    text: 'The request is excessive, in particular because it repeats earlier ones.',
    rights: ARTS_15_TO_22,
    reach: 'whole',
    mustShow: [
      'The earlier requests with their dates and answers, and how often the data change.',
      'That requests a year apart are not counted against the person.',
      'Why a reasonable fee, told beforehand, would not do.',
    ],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-12-5-abuse',
    citation: 'Art. 12(5) GDPR; C-526/24',
    text: 'The first access request was made with the proven intention to abuse, such as creating the conditions for a claim for damages.',
    inForceFrom: localDate('2026-03-19'),
    source: 'c526',
    rights: ['access'],
    reach: 'whole',
    mustShow: [
      'Objective circumstances: were the data given freely, for what purpose, and how soon did the request follow.',
      'The intention itself, for example a public pattern of the same conduct by the same person.',
      'That the ground is read narrowly: a doubt counts for the person.',
    ],
    secondPerson: true,
  },
  {
    ...GROUND,
    identification: true,
    id: 'GDPR-11-2',
    citation: 'Art. 11(2) GDPR',
    text: 'The controller can show that it is not in a position to identify the person in its data.',
    rights: ARTS_15_TO_20,
    reach: 'whole',
    mustShow: [
      'By which identifiers and in which systems the search was made.',
      'Why these data cannot be tied to the person.',
      'That the person was invited to supply what would identify them.',
    ],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-12-6',
    citation: 'Art. 12(2) and 12(6) GDPR',
    text: 'Reasonable doubts about who is asking were stated, the least needed was asked for, and the doubts remain.',
    verified: 'knowledge',
    rights: [...ARTS_15_TO_20, 'objection'],
    reach: 'whole',
    mustShow: [
      'The doubt and the facts it rests on.',
      'What was asked for, when, and why nothing less would do.',
      'What came back.',
    ],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-23',
    citation: 'Art. 23 GDPR with the national provision',
    text: 'Union or national law restricts the right.',
    rights: ARTS_15_TO_22,
    reach: 'either',
    mustShow: [
      'The national provision, its wording and the interest it protects.',
      'The day on which it is checked whether it still holds.',
    ],
    secondPerson: true,
  },
];

const CORRECTION_AND_RESTRICTION: readonly UnlabelledGround[] = [
  {
    ...GROUND,
    id: 'GDPR-16-accurate',
    citation: 'Art. 16 GDPR',
    text: 'The data are accurate and complete for their purpose; the dispute is noted beside them.',
    verified: 'knowledge',
    rights: ['rectification'],
    reach: 'either',
    mustShow: [
      'The evidence of accuracy, or why it is an opinion and whose.',
      'That the person’s statement was added.',
    ],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-18-1',
    citation: 'Art. 18(1) GDPR',
    text: 'None of the four cases of restriction is met.',
    rights: ['restriction'],
    reach: 'either',
    mustShow: ['For each of letters (a) to (d), why it is not met.'],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-20-1',
    citation: 'Art. 20(1) GDPR',
    text: 'The data were not provided by the person, or do not rest on consent or contract, or are not processed by automated means.',
    rights: ['portability'],
    reach: 'either',
    mustShow: [
      'For each data set, which of the conditions is missing. Observed data count as provided; inferred data do not.',
    ],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-20-3',
    citation: 'Art. 20(3) GDPR',
    text: 'The processing is necessary for a task in the public interest or official authority.',
    rights: ['portability'],
    reach: 'either',
    mustShow: ['The law that gives the task.'],
    secondPerson: true,
  },
];

const necessary = 'Why just these data are necessary for it, and until when; everything else is erased.';

const ERASURE: readonly UnlabelledGround[] = [
  {
    ...GROUND,
    id: 'GDPR-17-1',
    citation: 'Art. 17(1) GDPR',
    text: 'None of the grounds for erasure is met.',
    rights: ['erasure'],
    reach: 'either',
    mustShow: ['For each data set, why it is still needed and on which basis, and why letters (a) to (f) are not met.'],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-17-3-a',
    keepsData: true,
    citation: 'Art. 17(3)(a) GDPR',
    text: 'Needed for the right of freedom of expression and information.',
    rights: ['erasure'],
    reach: 'either',
    mustShow: ['The publication, its subject, and the balance against the person’s interest.', necessary],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-17-3-b',
    keepsData: true,
    citation: 'Art. 17(3)(b) GDPR',
    text: 'Needed for a legal obligation or a task in the public interest.',
    rights: ['erasure'],
    reach: 'either',
    mustShow: ['The statute and article that oblige, and the last day of keeping.', necessary],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-17-3-c',
    keepsData: true,
    citation: 'Art. 17(3)(c) GDPR',
    text: 'Needed for reasons of public interest in public health.',
    rights: ['erasure'],
    reach: 'either',
    mustShow: ['Which case of Art. 9(2)(h), (i) and 9(3) applies.', necessary],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-17-3-d',
    keepsData: true,
    citation: 'Art. 17(3)(d) GDPR',
    text: 'Needed for archiving in the public interest, research or statistics, which erasure would seriously impair.',
    rights: ['erasure'],
    reach: 'either',
    mustShow: [
      'The project and its safeguards under Art. 89(1).',
      'Why erasure would make it impossible or seriously impair it.',
    ],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-17-3-e',
    keepsData: true,
    citation: 'Art. 17(3)(e) GDPR',
    text: 'Needed to establish, exercise or defend legal claims.',
    rights: ['erasure'],
    reach: 'either',
    mustShow: ['The claim, pending or likely on facts, and its limitation period.', necessary],
    secondPerson: true,
  },
];

const OBJECTION_AND_DECISION: readonly UnlabelledGround[] = [
  {
    ...GROUND,
    id: 'GDPR-21-1-basis',
    citation: 'Art. 21(1) GDPR',
    text: 'The use does not rest on a public task or on legitimate interests.',
    rights: ['objection'],
    reach: 'either',
    mustShow: ['The legal basis of each use objected to, as told to the person before.'],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-21-1-compelling',
    citation: 'Art. 21(1) GDPR',
    text: 'Compelling legitimate grounds override the person’s interests, rights and freedoms.',
    rights: ['objection'],
    reach: 'either',
    mustShow: ['The balancing test: our ground, the person’s particular situation, and why ours overrides.'],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-21-1-claims',
    citation: 'Art. 21(1) GDPR',
    text: 'The use is for the establishment, exercise or defence of legal claims.',
    rights: ['objection'],
    reach: 'either',
    mustShow: ['The claim and why this use is needed for it.'],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-21-6',
    citation: 'Art. 21(6) GDPR',
    text: 'The use is research or statistics necessary for a task in the public interest.',
    rights: ['objection'],
    reach: 'either',
    mustShow: ['The task and the law behind it.'],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-22-1',
    citation: 'Art. 22(1) GDPR',
    text: 'A person decided, or the decision has no legal or similarly significant effect.',
    rights: ['automated_decision'],
    reach: 'whole',
    mustShow: ['Who decided and on what they could have decided otherwise, or why the effect is slight.'],
    secondPerson: true,
  },
  {
    ...GROUND,
    id: 'GDPR-22-2',
    citation: 'Art. 22(2) and 22(3) GDPR',
    text: 'The decision is necessary for a contract, authorised by law, or based on explicit consent; a person has reviewed it.',
    rights: ['automated_decision'],
    reach: 'part',
    mustShow: ['Which of letters (a) to (c), and the safeguards given: reviewer, the person’s own view, the outcome.'],
    secondPerson: true,
  },
];

export const GDPR_GROUNDS: readonly Ground[] = groundsLabelled([
  ...GENERAL,
  ...CORRECTION_AND_RESTRICTION,
  ...ERASURE,
  ...OBJECTION_AND_DECISION,
  ...NATIONAL_GROUNDS,
]);

/** Single values that may be left out of what is handed over: they limit the copy, never the confirmation or the information of Art. 15(1). */
export const GDPR_EXEMPTIONS: readonly Exemption[] = exemptionsLabelled([
  {
    ...COMMON,
    id: 'GDPR-15-4',
    protects: 'othersRights',
    citation: 'Art. 15(4) GDPR; Recital 63',
    text: 'Another person’s rights and freedoms would be adversely affected.',
    rights: ['access', 'deceased_access'],
    mustShow: ['Whose right, what harm, and why hiding just this is enough.'],
    secondPerson: false,
  },
  {
    ...COMMON,
    id: 'GDPR-15-4-secret',
    protects: 'tradeSecret',
    citation: 'Art. 15(4) GDPR; Recital 63',
    text: 'A trade secret or intellectual property would be disclosed.',
    rights: ['access', 'deceased_access'],
    mustShow: [
      'The secret, how it is protected, and why it cannot be shown in another form. It must not end in refusing all information.',
    ],
    secondPerson: true,
  },
  {
    ...COMMON,
    id: 'GDPR-20-4',
    protects: 'othersRights',
    citation: 'Art. 20(4) GDPR',
    text: 'Another person’s rights and freedoms would be adversely affected by the transfer.',
    rights: ['portability'],
    mustShow: ['Whose right and what harm.'],
    secondPerson: false,
  },
  {
    ...COMMON,
    id: 'GDPR-23-value',
    protects: 'legalSecrecy',
    citation: 'Art. 23 GDPR with the national provision',
    text: 'Union or national law forbids disclosing this value.',
    rights: ['access', 'portability', 'deceased_access'],
    mustShow: ['The national provision and how long it holds.'],
    secondPerson: true,
  },
]);
