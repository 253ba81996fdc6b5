import { localDate } from '../../calendar/local-date';
import type { RecordRule } from '../types';

const COMMON = {
  regime: 'CCPA',
  inForceFrom: localDate('2023-01-01'),
  inForceTo: null,
  source: 'ccr',
  reviewedOn: localDate('2026-11-27'),
} as const;

/** How long requests of consumers are kept on record. The figures of § 7102 are for businesses with ten million consumers a year. */
export const CCPA_RECORDS: readonly RecordRule[] = [
  {
    ...COMMON,
    id: 'CCPA-7101',
    citation: '11 CCR 7101(a)',
    text: 'Requests, and how the business answered them, are on record for at least 24 months; kept for nothing else, with reasonable security.',
    verified: 'earlierText',
    days: 730,
  },
];
