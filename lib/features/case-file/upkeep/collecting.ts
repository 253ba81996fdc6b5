import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';

export const enqueueCollection = (tx: Db, taskId: string, runAt?: Date): Promise<void> =>
  enqueue(tx, {
    name: 'collect',
    payload: { taskId },
    key: `collect:${taskId}`,
    maxAttempts: 8,
    ...(runAt && { runAt }),
  });

/** Begins a try: from here on whatever earlier tries keep or answer counts for nothing. @returns its number; null where nothing is left to ask */
export async function beginTry(tx: Db, taskId: string, at: Date): Promise<number | null> {
  const { count } = await tx.collectionTask.updateMany({
    where: { id: taskId, state: { not: 'answered' }, case: { state: 'collecting' } },
    data: { state: 'running', attempts: { increment: 1 }, records: 0, startedAt: at, retryAt: null },
  });
  if (count === 0) return null;
  const { attempts } = await tx.collectionTask.findUniqueOrThrow({ where: { id: taskId }, select: { attempts: true } });
  return attempts;
}

/** A run of records of one collection as it lies in the blob store. */
export type Part = {
  readonly collectionId: string;
  readonly partNo: number;
  readonly firstRecord: number;
  readonly records: number;
  readonly bytes: number;
  readonly blobKey: string;
};

/** The row of a part and the count of its task in one statement, which only the newest try gets through; one that waits for an owner is theirs, also when they are late. */
export async function addPart(
  tx: Db,
  { caseId, taskId, attempt }: { readonly caseId: string; readonly taskId: string; readonly attempt: number },
  { collectionId, partNo, firstRecord, records, bytes, blobKey }: Part,
): Promise<boolean> {
  const added = await tx.$executeRaw`with own as (
      update "CollectionTask" set "records" = "records" + ${records} where "id" = ${taskId}::uuid and "attempts" = ${attempt} and "state" in ('running', 'asked', 'failed') returning "id")
    insert into "CollectedPart" ("id", "caseId", "taskId", "attempt", "collectionId", "partNo", "firstRecord", "records", "bytes", "blobKey")
    select ${newId()}::uuid, ${caseId}::uuid, own."id", ${attempt}, ${collectionId}, ${partNo}, ${firstRecord}, ${records}, ${bytes}, ${blobKey} from own`;
  return added === 1;
}

/** A document that a record names, as it lies sealed in the blob store. */
export type CollectedDocument = {
  readonly id: string;
  readonly collectionId: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sealedName: Uint8Array<ArrayBuffer>;
  readonly blobKey: string;
};

/** The row of a document, which only the newest try gets in while it reads. @returns whether it did */
export async function addDocument(
  tx: Db,
  { caseId, taskId, attempt }: { readonly caseId: string; readonly taskId: string; readonly attempt: number },
  { id, collectionId, sha256, mediaType, bytes, sealedName, blobKey }: CollectedDocument,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    insert into "CollectedDocument" ("id", "caseId", "taskId", "attempt", "collectionId", "sha256", "mediaType", "bytes", "sealedName", "blobKey")
    select ${id}::uuid, ${caseId}::uuid, t."id", ${attempt}, ${collectionId}, ${sha256}, ${mediaType}, ${bytes}, ${sealedName}, ${blobKey}
    from "CollectionTask" t where t."id" = ${taskId}::uuid and t."attempts" = ${attempt} and t."state" = 'running'`;
  return added === 1;
}

/** @param attempt a try, or all before one */
export async function forgetParts(tx: Db, taskId: string, attempt: number | { readonly lt: number }): Promise<void> {
  await tx.collectedPart.deleteMany({ where: { taskId, attempt } });
  await tx.collectedDocument.deleteMany({ where: { taskId, attempt } });
}
