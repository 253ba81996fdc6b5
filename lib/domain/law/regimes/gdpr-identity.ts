import { localDate } from '../../calendar/local-date';
import type { MeansRule } from '../types';

/** What national law forbids asking for, whatever the doubt. */
export const GDPR_FORBIDDEN_MEANS: readonly MeansRule[] = [
  {
    id: 'ZZLD-25g',
    regime: 'GDPR',
    citation: 'Art. 25g ZZLD (Bulgaria)',
    text: 'An identity document, a driving licence or a residence document may be copied only where a law provides for it.',
    inForceFrom: localDate('2019-03-02'),
    inForceTo: null,
    verified: 'ruleText',
    source: 'zzld',
    reviewedOn: localDate('2026-11-22'),
    country: 'BG',
    means: 'redactedDocument',
  },
];
