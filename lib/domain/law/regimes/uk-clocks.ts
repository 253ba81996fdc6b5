import { addDays, localDate } from '../../calendar/local-date';
import type { ClockRule, PauseRule, RightId } from '../types';
import { COMPLAINTS, LEFT_THE_EU, NEW_ARTICLE_12A, READ_AGAIN } from './uk-dates';

/** Art. 4A, by the Act of 2025, Sch. 11 para. 3: every period of the UK GDPR is read by Art. 3 of Regulation 1182/71. */
const NEW_ARTICLE_4A = localDate('2025-08-20');

const IDENTITY_RIGHTS: readonly RightId[] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'objection_marketing',
];
const ANSWERED_RIGHTS: readonly RightId[] = [...IDENTITY_RIGHTS, 'automated_decision'];

const IN_LAW = { statutory: true, anyQuantity: true, reflectionDays: null } as const;

/** Art. 12A(2): the month begins with the latest of receipt, the identity information and the fee. (5), (6): a large quantity is an example. */
const PAUSES: readonly PauseRule[] = [
  {
    ...IN_LAW,
    cause: 'identity',
    rights: IDENTITY_RIGHTS,
    effect: 'restart',
    bothDaysOut: false,
    citation: 'Art. 12A(2)(b) UK GDPR; DPA 2018 s. 54',
  },
  {
    ...IN_LAW,
    cause: 'fee',
    rights: ANSWERED_RIGHTS,
    effect: 'restart',
    bothDaysOut: false,
    citation: 'Art. 12A(2)(c) UK GDPR',
  },
  {
    ...IN_LAW,
    cause: 'clarification',
    rights: ['access'],
    effect: 'pause',
    bothDaysOut: true,
    citation: 'Art. 12A(5), (6) UK GDPR; DPA 2018 s. 54',
  },
];

const GUIDANCE: readonly PauseRule[] = PAUSES.filter(({ cause }) => cause !== 'fee').map((pause) => ({
  ...pause,
  statutory: false,
  anyQuantity: false,
  citation: 'ICO guidance on the right of access',
}));

const MONTH = {
  regime: 'UK_GDPR',
  inForceFrom: NEW_ARTICLE_4A,
  inForceTo: null,
  verified: 'secondary',
  source: 'ukGdpr',
  reviewedOn: READ_AGAIN,
  kind: 'respond',
  channel: null,
  period: { length: 1, unit: 'months' },
  counting: 'Art. 4A UK GDPR; Reg. (EEC, Euratom) 1182/71, Art. 3(1) and 3(2)(c)',
  holidays: { within: 'GB-', otherwise: 'GB-ENG' },
  roll: 'Art. 4A UK GDPR; Reg. (EEC, Euratom) 1182/71, Art. 3(4)',
  earliest: null,
} as const;

const BEFORE_4A = {
  inForceFrom: LEFT_THE_EU,
  inForceTo: addDays(NEW_ARTICLE_4A, -1),
  counting: 'ICO guidance: from the day of receipt to the corresponding date',
  roll: 'ICO guidance: the next working day',
} as const;

const ARTICLE_12_3 = {
  ...MONTH,
  citation: 'Art. 12(3) UK GDPR',
  text: 'One month from receipt, or from the identity information that was asked for; two further months told within the first with reasons.',
  rights: ANSWERED_RIGHTS,
  pauses: GUIDANCE,
  extension: { total: { length: 3, unit: 'months' }, withoutReasons: false, citation: 'Art. 12(3) UK GDPR' },
} as const;

const ARTICLE_7_3 = {
  ...MONTH,
  citation: 'Art. 7(3) UK GDPR',
  text: 'A withdrawal takes effect at once. No date is set for confirming it: we keep one month as a ceiling, without more time.',
  verified: 'policy',
  source: 'product',
  rights: ['withdraw_consent'],
  pauses: [],
  extension: null,
} as const;

export const UK_CLOCKS: readonly ClockRule[] = [
  { ...ARTICLE_12_3, ...BEFORE_4A, id: 'UK-12-3' },
  { ...ARTICLE_12_3, id: 'UK-12-3-4A', inForceTo: addDays(NEW_ARTICLE_12A, -1) },
  {
    ...MONTH,
    id: 'UK-12A',
    citation: 'Art. 12A UK GDPR',
    text: 'One month from the latest of receipt, the identity information that was asked for and the payment of a fee; days of waiting for a clarification count neither for the answer nor for a notice; two further months told within the first with reasons.',
    inForceFrom: NEW_ARTICLE_12A,
    source: 'dpa54',
    rights: ANSWERED_RIGHTS,
    pauses: PAUSES,
    extension: {
      total: { length: 3, unit: 'months' },
      withoutReasons: false,
      citation: 'Art. 12A(3), (5)(b)(ii) UK GDPR',
    },
  },
  { ...ARTICLE_7_3, ...BEFORE_4A, id: 'UK-7-3-answer' },
  { ...ARTICLE_7_3, id: 'UK-7-3-answer-4A' },
  {
    ...MONTH,
    id: 'UK-164A-acknowledge',
    citation: 'DPA 2018 s. 164A(3)',
    text: 'A complaint to the controller is acknowledged within 30 days of the day it is received; the answer follows without undue delay.',
    inForceFrom: COMPLAINTS,
    source: 'dpa2018',
    kind: 'complaint',
    rights: [...ANSWERED_RIGHTS, 'withdraw_consent'],
    period: { length: 30, unit: 'days' },
    counting: 'DPA 2018 s. 164A(3): beginning when the complaint is received',
    roll: null,
    pauses: [],
    extension: null,
    earliest: { by: 'receiptDayCounts', citation: 'DPA 2018 s. 164A(3)' },
  },
  {
    ...MONTH,
    id: 'UK-18-3',
    citation: 'Art. 18(3) UK GDPR',
    text: 'Whoever obtained a restriction is told before it is lifted. The law names no number of days: the day before is the last.',
    inForceFrom: LEFT_THE_EU,
    verified: 'knowledge',
    kind: 'lifting',
    rights: ['restriction'],
    period: { length: 1, unit: 'daysBefore' },
    counting: 'Art. 18(3) UK GDPR',
    roll: null,
    pauses: [],
    extension: null,
  },
];
