import 'server-only';
import { caseWorkers, staffNames } from '@/lib/features/staff/data/staff';
import type { Staff } from '@/lib/features/staff/types/staff';
import { requirePresent } from './session';

/** Whom a case can be given to, of one controller or of any, for whoever works here. */
export async function loadCaseWorkers(controllerId?: string): Promise<readonly Staff[]> {
  await requirePresent();
  return caseWorkers(controllerId);
}

/** Names by id, for whoever works here. */
export async function loadStaffNames(): Promise<ReadonlyMap<string, string>> {
  await requirePresent();
  return staffNames();
}
