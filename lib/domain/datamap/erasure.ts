import type { Locale } from '../locale';
import { localText } from './local-text';
import type { WrittenErasure, WrittenUntil } from './schema';
import type { ErasureRule, KeptUntil } from './types';

/** What the map says becomes of the records of a collection. */
export function erasureOf(written: WrittenErasure, languages: readonly Locale[]): ErasureRule {
  if (written === 'erase') return { kind: 'erase', whileKept: null, reason: null };
  if ('shared' in written) return { kind: 'shared', reason: localText(written.shared, languages) };
  if ('keep' in written)
    return {
      kind: 'keep',
      groundId: written.ground,
      reason: localText(written.keep, languages),
      until: untilOf(written.until, languages),
    };
  const reason = localText(written.why, languages);
  return 'whileKept' in written
    ? { kind: 'erase', whileKept: written.whileKept, reason }
    : { kind: 'anonymise', blanks: written.anonymise, reason };
}

function untilOf(written: WrittenUntil, languages: readonly Locale[]): KeptUntil {
  if ('open' in written) return { kind: 'open', reason: localText(written.open, languages) };
  if ('as' in written) return { kind: 'as', collectionId: written.as };
  return { kind: 'counted', field: written.from, period: written.period, endOfYear: written.endOf === 'year' };
}
