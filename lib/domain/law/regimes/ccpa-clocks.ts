import { localDate } from '../../calendar/local-date';
import type { ClockRule, EarliestReading } from '../types';

const COMMON = {
  regime: 'CCPA',
  inForceFrom: localDate('2023-01-01'),
  inForceTo: null,
  reviewedOn: localDate('2026-11-22'),
  channel: null,
  counting: 'Cal. Civ. Code 10',
  holidays: { within: 'US-FED', otherwise: 'US-FED' },
  roll: null,
  pauses: [],
} as const;

const ADMT_FROM = localDate('2027-01-01');
const READ_AGAIN = localDate('2026-11-27');

/** Which count binds the regulations' "business days" is undecided: the Civil Code's ends soonest. */
const CIVIL_CODE: EarliestReading = {
  by: 'civilCodeDays',
  calendar: 'US-CA',
  citation: 'Cal. Civ. Code 7, 9, 10; Cal. Gov. Code 6700, 6701',
};

const ACKNOWLEDGE = {
  ...COMMON,
  citation: '11 CCR 7021(a)',
  text: 'Receipt is confirmed within 10 business days, with how the request is handled, how identity is verified and when an answer comes, unless it was already granted or denied.',
  verified: 'ruleText',
  source: 'ccr',
  kind: 'acknowledge',
  period: { length: 10, unit: 'businessDays' },
  extension: null,
  earliest: CIVIL_CODE,
} as const;

const RESPOND = {
  ...COMMON,
  citation: 'Cal. Civ. Code 1798.130(a)(2)(A); 11 CCR 7021(b)',
  text: 'Answered within 45 calendar days of receipt, whatever time verification takes; up to 90 days in all with a notice and reasons within the first 45.',
  verified: 'ruleText',
  source: 'civ',
  kind: 'respond',
  period: { length: 45, unit: 'days' },
  extension: {
    total: { length: 90, unit: 'days' },
    withoutReasons: false,
    citation: 'Cal. Civ. Code 1798.130(a)(2)(A), 1798.145(h)(1)',
  },
  earliest: { by: 'receiptDayCounts', citation: '11 CCR 7021(b)' },
} as const;

const OPT_OUT = {
  ...COMMON,
  source: 'ccr',
  kind: 'optOut',
  period: { length: 15, unit: 'businessDays' },
  extension: null,
  earliest: CIVIL_CODE,
} as const;

export const CCPA_CLOCKS: readonly ClockRule[] = [
  { ...ACKNOWLEDGE, id: 'CCPA-7021-a', rights: ['know_categories', 'know_specific', 'delete', 'correct'] },
  { ...ACKNOWLEDGE, id: 'CCPA-7021-a-admt', rights: ['access_admt'], inForceFrom: ADMT_FROM, verified: 'secondary' },
  {
    ...ACKNOWLEDGE,
    id: 'CCPA-7021-a-appeal',
    rights: ['appeal_admt'],
    inForceFrom: ADMT_FROM,
    verified: 'secondary',
    reviewedOn: READ_AGAIN,
  },
  { ...RESPOND, id: 'CCPA-7021-b', rights: ['know_categories', 'know_specific', 'delete', 'correct'] },
  { ...RESPOND, id: 'CCPA-7021-b-admt', rights: ['access_admt'], inForceFrom: ADMT_FROM, verified: 'secondary' },
  {
    ...RESPOND,
    id: 'CCPA-7021-b-appeal',
    rights: ['appeal_admt'],
    inForceFrom: ADMT_FROM,
    verified: 'secondary',
    reviewedOn: READ_AGAIN,
  },
  {
    ...OPT_OUT,
    id: 'CCPA-7026-f',
    citation: '11 CCR 7026(f)',
    text: 'Sale and sharing stop as soon as feasible, at most 15 business days after receipt. No extension, no verification.',
    verified: 'ruleText',
    rights: ['opt_out_sale_sharing'],
  },
  {
    ...OPT_OUT,
    id: 'CCPA-7027-g',
    citation: '11 CCR 7027(g)',
    text: 'Use of sensitive data is limited as soon as feasible, at most 15 business days after receipt.',
    verified: 'ruleText',
    rights: ['limit_sensitive'],
  },
  {
    ...OPT_OUT,
    id: 'CCPA-7221-n',
    citation: '11 CCR 7221(n)',
    text: 'The technology is not started for this person, or stops as soon as feasible, at most 15 business days after receipt.',
    inForceFrom: ADMT_FROM,
    verified: 'secondary',
    rights: ['opt_out_admt'],
  },
  {
    ...OPT_OUT,
    id: 'CCPA-7028-answer',
    kind: 'respond',
    citation: '11 CCR 7028',
    text: 'No date is set for acting on a permission to sell or share again. We keep the 15 business days of the opt-out as a ceiling, without more time.',
    verified: 'policy',
    source: 'product',
    rights: ['opt_in_sale_sharing'],
  },
];
