import { ok, refuse, type Result } from '@/lib/domain/result';
import { enqueueWaitingErasure } from '@/lib/features/case-file/upkeep/erasing';
import { addHold, type NewHold, releaseHoldRow } from '@/lib/features/case-file/upkeep/holds';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { db, transaction } from '@/lib/platform/db/client';
import { enqueue } from '@/lib/platform/queue';

type By = { readonly staffId: string; readonly at?: Date };

/** Places a hold: from now on nothing that it covers is erased. @returns its id */
export const placeHold = (hold: NewHold, { staffId, at = new Date() }: By): Promise<string> =>
  transaction(async (tx) => {
    const holdId = await addHold(tx, hold, { staffId, at });
    const { controllerId, caseId, groundId, collections, until } = hold;
    const data = { holdId, ground: groundId, collections: [...collections], ...(until && { until }) };
    await appendAudit(
      tx,
      { kind: 'staff', id: staffId },
      { controllerId, ...(caseId && { caseId }) },
      [{ kind: 'HoldPlaced', data }],
      at,
    );
    return holdId;
  });

/** Lets go of what a hold covered: an erasure that waited for it, or the rest of one, goes on by itself. */
export async function releaseHold(
  holdId: string,
  { staffId, at = new Date() }: By,
): Promise<Result<null, 'alreadyReleased'>> {
  const hold = await db().legalHold.findUniqueOrThrow({ where: { id: holdId } });
  return transaction(async (tx) => {
    if (!(await releaseHoldRow(tx, holdId, { staffId, at }))) return refuse('alreadyReleased');
    const { controllerId, caseId } = hold;
    await appendAudit(
      tx,
      { kind: 'staff', id: staffId },
      { controllerId, ...(caseId && { caseId }) },
      [{ kind: 'HoldReleased', data: { holdId } }],
      at,
    );
    if (caseId) await enqueueWaitingErasure(tx, caseId);
    else await enqueue(tx, { name: 'watchClocks', payload: {}, key: 'watchClocks' });
    return ok(null);
  });
}
