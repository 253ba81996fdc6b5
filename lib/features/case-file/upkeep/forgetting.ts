import type { Db } from '@/lib/platform/db/client';

/**
 * Destroys the key of a case, and with it whatever was sealed with that; nobody finds the case by a person, or gets into it, any more.
 * @returns false where the key was destroyed before
 */
export async function destroyKey(tx: Db, caseId: string, at: Date): Promise<boolean> {
  const { count } = await tx.caseKey.updateMany({
    where: { caseId, wrappedKey: { not: null } },
    data: { wrappedKey: null, destroyedAt: at },
  });
  await tx.blindIndexEntry.deleteMany({ where: { caseId } });
  await tx.requesterSession.deleteMany({ where: { caseId } });
  await tx.accessToken.deleteMany({ where: { caseId } });
  return count > 0;
}

/** Records that nothing of a case lies in the blob store any more. @returns false where that was on record before */
export async function markCleared(tx: Db, caseId: string, at: Date): Promise<boolean> {
  const { count } = await tx.case.updateMany({ where: { id: caseId, clearedAt: null }, data: { clearedAt: at } });
  if (count === 0) return false;
  await tx.collectedPart.deleteMany({ where: { caseId } });
  await tx.collectedDocument.deleteMany({ where: { caseId } });
  await tx.messageFile.deleteMany({ where: { caseId } });
  await tx.bundle.updateMany({
    where: { caseId, blobKey: { not: null } },
    data: { state: 'destroyed', blobKey: null },
  });
  return true;
}
