import { localDate } from '../../calendar/local-date';
import type { TellingRule } from '../types';

const COMMON = {
  regime: 'GDPR',
  citation: 'Art. 21(4) GDPR',
  inForceFrom: localDate('2018-05-25'),
  inForceTo: null,
  verified: 'ruleText',
  source: 'gdpr',
  reviewedOn: localDate('2026-11-27'),
} as const;

export const GDPR_TELLINGS: readonly TellingRule[] = [
  {
    ...COMMON,
    id: 'GDPR-21-4-objection',
    text: 'The right to object of paragraph 1 is brought to the person’s attention at the latest with the first communication, explicitly, clearly and separately from other information.',
    right: 'objection',
    purposes: { bases: ['publicTask', 'legitimateInterests'] },
  },
  {
    ...COMMON,
    id: 'GDPR-21-4-marketing',
    text: 'The right to object to direct marketing of paragraph 2 is brought to the person’s attention at the latest with the first communication, explicitly, clearly and separately from other information.',
    right: 'objection_marketing',
    purposes: 'directMarketing',
  },
];
