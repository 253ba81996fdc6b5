import { localDate } from '../../calendar/local-date';
import { exemptionsLabelled, groundsLabelled, type UnlabelledGround } from '../labels';
import { SECRET_KINDS } from '../../datamap/secret-kinds';
import type { Exemption, Ground, RefusableRightId } from '../types';

const COMMON = {
  regime: 'CCPA',
  inForceFrom: localDate('2023-01-01'),
  inForceTo: null,
  verified: 'ruleText',
  source: 'civ',
  reviewedOn: localDate('2026-11-22'),
  secondPerson: true,
} as const;

/** A consumer who cannot be verified is denied, with the reason: these laws know no other end for it. */
const GROUND = { ...COMMON, identification: false } as const;

const ADMT_FROM = localDate('2027-01-01');
const KNOW: readonly RefusableRightId[] = ['know_categories', 'know_specific'];
const VERIFIED_RIGHTS: readonly RefusableRightId[] = [...KNOW, 'delete', 'correct', 'access_admt', 'appeal_admt'];
const kept = 'Which data, and that everything else is deleted and the kept data serve nothing else.';

const GENERAL: readonly UnlabelledGround[] = [
  {
    ...GROUND,
    id: 'CCPA-not-verified',
    citation: '11 CCR 7021(b), 7022, 7024(a)-(b), 7060',
    text: 'Identity could not be verified to the degree the request needs.',
    source: 'ccr',
    rights: VERIFIED_RIGHTS,
    reach: 'either',
    mustShow: [
      'The data points asked for and the result, to the degree required for this request.',
      'For specific pieces: that it was then treated as a request for categories (7024(a)), and how that ended.',
      'Where that failed too: that the privacy policy, with the general practices, was named (7024(b)).',
    ],
  },
  {
    ...GROUND,
    id: 'CCPA-unfounded',
    citation: 'Cal. Civ. Code 1798.145(h)(3)',
    text: 'The request is manifestly unfounded or excessive, in particular because it repeats earlier ones; the business bears the burden.',
    rights: VERIFIED_RIGHTS,
    reach: 'whole',
    mustShow: [
      'The earlier requests with their dates and answers, or why it is unfounded.',
      'Why a reasonable fee would not do.',
    ],
  },
  {
    ...GROUND,
    id: 'CCPA-twice',
    citation: 'Cal. Civ. Code 1798.130(b)',
    text: 'Requests to know need not be answered more than twice in 12 months.',
    rights: KNOW,
    reach: 'whole',
    mustShow: ['The two earlier answers with their dates.'],
  },
  {
    ...GROUND,
    id: 'CCPA-no-search',
    citation: '11 CCR 7024(c)',
    text: 'Some records need not be searched.',
    source: 'ccr',
    rights: KNOW,
    reach: 'part',
    mustShow: [
      'All four: not searchable; kept for legal or compliance purposes only; not sold or used commercially; their categories are told.',
    ],
  },
  {
    ...GROUND,
    id: 'CCPA-7023-accurate',
    citation: '11 CCR 7023(b)',
    text: 'On the totality of the circumstances the contested data are more likely than not accurate.',
    verified: 'secondary',
    source: 'ccr',
    rights: ['correct'],
    reach: 'either',
    mustShow: ['The nature and source of the data, the documents, and why the consumer’s word does not suffice.'],
  },
  {
    ...GROUND,
    id: 'CCPA-7023-fraud',
    citation: '11 CCR 7023(h)',
    text: 'A good-faith, reasonable and documented belief that the request to correct is fraudulent or abusive.',
    verified: 'knowledge',
    source: 'ccr',
    rights: ['correct'],
    reach: 'whole',
    mustShow: ['The facts on which the belief rests.'],
  },
  {
    ...GROUND,
    id: 'CCPA-7028-not-confirmed',
    citation: '11 CCR 7028(a)',
    text: 'The permission was not confirmed in the second step.',
    verified: 'secondary',
    source: 'ccr',
    rights: ['opt_in_sale_sharing'],
    reach: 'whole',
    mustShow: ['When the confirmation was asked for, and that none came.'],
  },
  {
    ...GROUND,
    id: 'CCPA-7070-not-parent',
    citation: '11 CCR 7070(a)',
    text: 'It was not shown that the person who allows it is the parent or guardian of the child under 13.',
    verified: 'secondary',
    source: 'ccr',
    rights: ['opt_in_sale_sharing'],
    reach: 'whole',
    mustShow: ['Which of the methods was offered, and what came back.'],
  },
  {
    ...GROUND,
    id: 'CCPA-7221-no-appeal',
    citation: '11 CCR 7221(b)',
    text: 'No appeal to a person is offered for this decision: the use rests on another exception, or the person can opt out instead.',
    inForceFrom: ADMT_FROM,
    verified: 'secondary',
    source: 'ccr',
    rights: ['appeal_admt'],
    reach: 'whole',
    mustShow: ['On which exception the use rests, or that opting out was offered.'],
  },
  {
    ...GROUND,
    id: 'CCPA-7222-no-use',
    citation: '11 CCR 7222',
    text: 'The technology was not used for a significant decision about this consumer.',
    inForceFrom: ADMT_FROM,
    verified: 'secondary',
    source: 'ccr',
    rights: ['access_admt', 'appeal_admt'],
    reach: 'whole',
    mustShow: ['Which decisions were made about the consumer, and by whom.'],
  },
];

const DELETION: readonly (readonly [id: string, citation: string, text: string, mustShow: string])[] = [
  ['CCPA-105-a', '1798.105(a)', 'The data were not collected from the consumer.', 'The source of each data set.'],
  [
    'CCPA-105-d-1',
    '1798.105(d)(1)',
    'Needed for a transaction, a contract or a warranty with the consumer.',
    'The transaction or contract.',
  ],
  [
    'CCPA-105-d-2',
    '1798.105(d)(2)',
    'Needed for security and integrity.',
    'The risk, and why these data are reasonably necessary.',
  ],
  ['CCPA-105-d-3', '1798.105(d)(3)', 'Needed to identify and repair errors.', 'The error.'],
  ['CCPA-105-d-4', '1798.105(d)(4)', 'Needed for free speech or another right by law.', 'Whose right.'],
  [
    'CCPA-105-d-5',
    '1798.105(d)(5)',
    'Needed to comply with the California Electronic Communications Privacy Act.',
    'The order or duty.',
  ],
  [
    'CCPA-105-d-6',
    '1798.105(d)(6)',
    'Needed for research in the public interest with the consumer’s consent.',
    'The project and the consent.',
  ],
  [
    'CCPA-105-d-7',
    '1798.105(d)(7)',
    'Solely internal uses in line with what the consumer can expect.',
    'The use, and why the consumer expects it.',
  ],
  [
    'CCPA-105-d-8',
    '1798.105(d)(8)',
    'Needed to comply with a legal obligation.',
    'The statute and the last day of keeping.',
  ],
];

const ADMT_EXCEPTIONS: readonly (readonly [id: string, text: string, mustShow: string])[] = [
  [
    'CCPA-7221-appeal',
    'A human with authority decides on appeal.',
    'The appeal offered, the reviewer and their authority.',
  ],
  [
    'CCPA-7221-hiring',
    'Used solely to assess ability for admission, acceptance or hiring, and works without discrimination.',
    'The purpose, and the evaluation of the technology.',
  ],
  [
    'CCPA-7221-work',
    'Used solely to allocate work or pay, and works without discrimination.',
    'The purpose, and the evaluation of the technology.',
  ],
];

export const CCPA_GROUNDS: readonly Ground[] = groundsLabelled([
  ...GENERAL,
  ...DELETION.map(([id, citation, text, mustShow]): UnlabelledGround => ({
    ...GROUND,
    id,
    citation: `Cal. Civ. Code ${citation}`,
    text,
    rights: ['delete'],
    reach: 'either',
    mustShow: [mustShow, kept],
  })),
  ...ADMT_EXCEPTIONS.map(([id, text, mustShow]): UnlabelledGround => ({
    ...GROUND,
    id,
    citation: '11 CCR 7221(b)',
    text,
    inForceFrom: ADMT_FROM,
    verified: 'secondary',
    source: 'ccr',
    rights: ['opt_out_admt'],
    reach: 'either',
    mustShow: [mustShow],
  })),
]);

export const CCPA_EXEMPTIONS: readonly Exemption[] = exemptionsLabelled([
  {
    ...COMMON,
    id: 'CCPA-7024-d',
    protects: 'accountSafety',
    neverSends: SECRET_KINDS,
    citation: '11 CCR 7024(d)',
    text: 'Never sent: social security and other government numbers, account numbers, health insurance or medical ids, passwords, security questions, unique biometric data. That the type is held is said with particularity, and a way to confirm the value is given.',
    source: 'ccr',
    rights: ['know_specific'],
    mustShow: ['The type of the value.'],
    secondPerson: false,
  },
  {
    ...COMMON,
    id: 'CCPA-145-k',
    protects: 'othersRights',
    citation: 'Cal. Civ. Code 1798.145(k)',
    text: 'The rights of another natural person would be adversely affected.',
    rights: ['know_specific', 'access_admt'],
    mustShow: ['Whose right and what harm.'],
    secondPerson: false,
  },
  {
    ...COMMON,
    id: 'CCPA-7222-secret',
    protects: 'tradeSecret',
    citation: '11 CCR 7222(c), (g)',
    text: 'A trade secret, or information that would compromise security or fraud prevention.',
    inForceFrom: ADMT_FROM,
    verified: 'secondary',
    source: 'ccr',
    rights: ['access_admt'],
    mustShow: ['The secret and how it is protected.'],
  },
]);
