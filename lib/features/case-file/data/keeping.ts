import { type Keeping, keepingOf, keptUntil } from '@/lib/domain/case/forgetting';
import { type LocalDate, localDateOf } from '@/lib/domain/calendar/local-date';
import { controller } from '@/lib/platform/controllers/registry';
import { caseOf, type CaseRow } from './case';

/** The last day of the time for which its controller keeps a closed case; null while it is open. */
export function lastDayKept({ controllerId, closedAt }: Pick<CaseRow, 'controllerId' | 'closedAt'>): LocalDate | null {
  const { timezone, retention } = controller(controllerId).definition;
  return closedAt && keptUntil(localDateOf(closedAt.toISOString(), timezone), retention.caseDays);
}

/** How long a case is kept; null while it is open, and once its key is destroyed. */
export const keepingNow = (row: CaseRow, today: LocalDate): Keeping | null =>
  row.key?.wrappedKey ? keepingOf(caseOf(row), lastDayKept(row), today) : null;
