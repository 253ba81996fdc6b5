import { localDate } from '../../calendar/local-date';
import type { ClockRule, PauseRule, RightId } from '../types';

const APPLIES = localDate('2018-05-25');
const REVIEWED = localDate('2026-11-22');
const READ_AGAIN = localDate('2026-11-27');

/** Art. 12(6) names Arts. 15 to 21; Art. 22 and the withdrawal of consent are not among them. */
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

/** Art. 12(3) itself knows no pause: that there may be one is guidance. */
const TOLERANCE = {
  effect: 'pause',
  bothDaysOut: false,
  statutory: false,
  anyQuantity: false,
  reflectionDays: null,
} as const;

const PAUSES: readonly PauseRule[] = [
  {
    ...TOLERANCE,
    cause: 'identity',
    rights: IDENTITY_RIGHTS,
    citation: 'Art. 12(6) GDPR; EDPB Guidelines 01/2022, para. 159',
  },
  {
    ...TOLERANCE,
    cause: 'clarification',
    rights: ['access'],
    citation: 'Recital 63 GDPR; EDPB Guidelines 01/2022, para. 159',
  },
];

const counting = 'Reg. (EEC, Euratom) 1182/71, Art. 3(1) and 3(2)(c)';
const roll = 'Reg. (EEC, Euratom) 1182/71, Art. 3(4)';
const month = { length: 1, unit: 'months' } as const;

export const GDPR_CLOCKS: readonly ClockRule[] = [
  {
    id: 'GDPR-12-3',
    regime: 'GDPR',
    citation: 'Art. 12(3) GDPR',
    text: 'Information on action taken without undue delay and at the latest one month after receipt; two further months where complexity or the number of requests makes it necessary, told within the first month with reasons.',
    inForceFrom: APPLIES,
    inForceTo: null,
    verified: 'ruleText',
    source: 'gdpr',
    reviewedOn: REVIEWED,
    kind: 'respond',
    rights: ANSWERED_RIGHTS,
    channel: null,
    period: month,
    counting,
    holidays: null,
    roll,
    pauses: PAUSES,
    extension: { total: { length: 3, unit: 'months' }, withoutReasons: false, citation: 'Art. 12(3) GDPR' },
    earliest: null,
  },
  {
    id: 'GDPR-7-3-answer',
    regime: 'GDPR',
    citation: 'Art. 7(3) GDPR',
    text: 'A withdrawal takes effect at once. The law sets no date for confirming it: we keep the month of Art. 12(3) as a ceiling, without more time.',
    inForceFrom: APPLIES,
    inForceTo: null,
    verified: 'policy',
    source: 'product',
    reviewedOn: REVIEWED,
    kind: 'respond',
    rights: ['withdraw_consent'],
    channel: null,
    period: month,
    counting,
    holidays: null,
    roll,
    pauses: [],
    extension: null,
    earliest: null,
  },
  {
    id: 'GDPR-18-3',
    regime: 'GDPR',
    citation: 'Art. 18(3) GDPR',
    text: 'Whoever obtained a restriction is told before it is lifted. The law names no number of days: the day before is the last.',
    inForceFrom: APPLIES,
    inForceTo: null,
    verified: 'ruleText',
    source: 'gdpr',
    reviewedOn: READ_AGAIN,
    kind: 'lifting',
    rights: ['restriction'],
    channel: null,
    period: { length: 1, unit: 'daysBefore' },
    counting: 'Art. 18(3) GDPR',
    holidays: null,
    roll: null,
    pauses: [],
    extension: null,
    earliest: null,
  },
  {
    id: 'ZZLD-25e-2',
    regime: 'GDPR',
    citation: 'Art. 25e(2) ZZLD (Bulgaria)',
    text: 'Heirs and others with a legal interest get access to the data of a deceased person within the time limits of Art. 12(3) and (4) GDPR.',
    inForceFrom: localDate('2019-03-02'),
    inForceTo: null,
    verified: 'ruleText',
    source: 'zzld',
    reviewedOn: REVIEWED,
    kind: 'respond',
    rights: ['deceased_access'],
    channel: null,
    period: month,
    counting,
    holidays: null,
    roll,
    pauses: PAUSES.filter((pause) => pause.cause === 'identity').map((pause) => ({
      ...pause,
      rights: ['deceased_access'],
    })),
    extension: {
      total: { length: 3, unit: 'months' },
      withoutReasons: false,
      citation: 'Art. 25e(2) ZZLD; Art. 12(3) GDPR',
    },
    earliest: null,
  },
];
