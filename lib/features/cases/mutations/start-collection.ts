import { digestOf } from '@/lib/domain/audit/digest';
import type { Actor } from '@/lib/domain/case/actor';
import type { DataMap } from '@/lib/domain/datamap/types';
import type { Result } from '@/lib/domain/result';
import { caseRow } from '@/lib/features/case-file/data/case';
import type { Handled, HandleRefusal } from '@/lib/features/cases/types/handled';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { controller } from '@/lib/platform/controllers/registry';
import { newId } from '@/lib/platform/ids';
import { handle } from './handle';

export const dataMapDigest = (dataMap: DataMap): string => digestOf(dataMap);

/** Fixes the plan and queues one task for each system of the data map, and one for this portal. */
export async function startCollection(
  caseId: AuthorizedCaseId,
  actor: Actor,
  seenVersion?: number,
): Promise<Result<Handled, HandleRefusal>> {
  const row = await caseRow(caseId);
  if (!row) return { ok: false, reason: 'notFound' };
  const { held } = controller(row.controllerId);
  const tasks = held.systems.map(({ id }) => ({ id: newId(), systemId: id }));
  return handle(caseId, { type: 'StartCollection', tasks, dataMapDigest: dataMapDigest(held) }, actor, {
    seenVersion,
  });
}
