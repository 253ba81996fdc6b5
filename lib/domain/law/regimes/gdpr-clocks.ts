import { localDate } from '../../clock/local-date';
import type { ClockRule, PauseRule, RightId } from '../types';

const APPLIES = localDate('2018-05-25');
const REVIEWED = localDate('2026-11-22');

/** Art. 12(6) names Arts. 15 to 21; Art. 22 and the withdrawal of consent are not among them. */
const IDENTITY_RIGHTS: readonly RightId[] = [
  'access', 'rectification', 'erasure', 'restriction', 'portability', 'objection', 'objection_marketing',
];

const ANSWERED_RIGHTS: readonly RightId[] = [...IDENTITY_RIGHTS, 'automated_decision'];

const PAUSES: readonly PauseRule[] = [
  {
    cause: 'identity',
    rights: IDENTITY_RIGHTS,
    effect: 'pause',
    bothDaysOut: false,
    citation: 'Art. 12(6) GDPR; EDPB Guidelines 01/2022, para. 159',
  },
  {
    cause: 'clarification',
    rights: ['access'],
    effect: 'pause',
    bothDaysOut: false,
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
    extension: { total: { length: 3, unit: 'months' }, citation: 'Art. 12(3) GDPR' },
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
    pauses: PAUSES.filter((pause) => pause.cause === 'identity').map((pause) => ({ ...pause, rights: ['deceased_access'] })),
    extension: { total: { length: 3, unit: 'months' }, citation: 'Art. 25e(2) ZZLD; Art. 12(3) GDPR' },
    earliest: null,
  },
];
