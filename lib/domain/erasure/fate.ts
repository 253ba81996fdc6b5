import { addDays, addMonths, type LocalDate, localDate, parseLocalDate, yearOf } from '../calendar/local-date';
import type { ErasureStep, SystemErasure } from './types';
import { cellText, type DataRecord } from '../records/json-text';

export type Fate = { readonly kind: 'erase' | 'anonymise' | 'keep'; readonly until: LocalDate | null };

/** The day in a value: of a day, or of an instant as it is written. */
const dayIn = (value: unknown): LocalDate | null => parseLocalDate(cellText(value).slice(0, 10));

function after(day: LocalDate, period: string): LocalDate {
  let end = day;
  for (const [, count, unit] of period.matchAll(/(\d+)([YMWD])/g)) {
    const n = Number(count);
    end =
      unit === 'Y' || unit === 'M' ? addMonths(end, unit === 'Y' ? n * 12 : n) : addDays(end, unit === 'W' ? n * 7 : n);
  }
  return end;
}

/** What becomes of a record by the rule of its collection. One without a day stays: nobody could say that its time has run. */
export function fateOf({ rule }: ErasureStep, record: DataRecord, { asOf }: Pick<SystemErasure, 'asOf'>): Fate {
  if (rule.kind !== 'keep') return { kind: rule.kind, until: null };
  if (rule.until.kind !== 'counted') return { kind: 'keep', until: null };
  const from = dayIn(record[rule.until.field]);
  if (from === null) return { kind: 'keep', until: null };
  const begins = rule.until.endOfYear ? localDate(`${String(yearOf(from)).padStart(4, '0')}-12-31`) : from;
  const until = after(begins, rule.until.period);
  return until < asOf ? { kind: 'erase', until: null } : { kind: 'keep', until };
}
