import 'server-only';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, caseRow, rulesOf } from '@/lib/features/case-file/data/case';
import { restrictionView } from '@/lib/features/cases/data/restriction';
import { recordReportRead } from '@/lib/features/log/mutations/reading';
import type { Staff } from '@/lib/features/staff/types/staff';
import { markOf } from '@/lib/platform/controllers/mark';
import { restrictedCases } from './data';
import type { RegistryFilters } from './schema';
import type { Registry, RegistryRow } from './types';

/** What is restricted at the controllers of this person, or was; logged as read. */
export async function loadRegistry(
  staff: Staff,
  { show, page }: RegistryFilters,
  now: Date = new Date(),
): Promise<Registry> {
  const { ids, total, more } = await restrictedCases(staff.controllerIds, show === 'ended', page);
  const calendars = await calendarsInForce();
  const rows: RegistryRow[] = [];
  for (const id of ids) {
    const row = await caseRow(id);
    const current = row && caseOf(row);
    const view = row && current && restrictionView(row, current, rulesOf(row, calendars));
    if (row && current && view)
      rows.push({
        ...view,
        caseId: row.id,
        reference: row.reference,
        controller: markOf(row.controllerId),
        closed: current.state === 'closed',
      });
  }
  await recordReportRead(staff.id, show === 'ended' ? 'restrictionsLifted' : 'restrictions', now);
  return { rows, total, more };
}
