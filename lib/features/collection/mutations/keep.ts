import { createHash } from 'node:crypto';
import type { KeepDocument } from '@/lib/connectors/port';
import { addDocument, addPart, forgetParts, type Part } from '@/lib/features/case-file/upkeep/collecting';
import { countLines } from '@/lib/domain/records/lines';
import { db } from '@/lib/platform/db/client';
import { deleteBlob, deleteBlobsUnder, putBlob } from '@/lib/platform/blobs';
import { newId } from '@/lib/platform/ids';
import type { Bytes } from '@/lib/platform/vault/sealed-stream';
import { type CaseKey, sealJson } from '@/lib/platform/vault/case-key';

const PART_BYTES = 1024 * 1024;

/** One try at one system: what it keeps is its own, under its number. */
export type CollectingTry = {
  readonly caseId: string;
  readonly taskId: string;
  readonly attempt: number;
  readonly key: CaseKey;
};

/** A newer try has begun, or the work is over: what this one writes counts for nothing, so it ends. Carries no personal data. */
export class Overtaken extends Error {}

/**
 * Keeps what one collection answers, in sealed parts of about a mebibyte, in constant memory: one is written while the next is read.
 * @param lines chunks of whole lines of JSON, as a connector gives them.
 * @returns records kept.
 * @throws Overtaken with the first part that is no longer this try's to keep.
 */
export async function keepRecords(
  own: CollectingTry,
  collectionId: string,
  lines: AsyncIterable<Buffer>,
): Promise<number> {
  let [records, partNo] = [0, 0];
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const part of inParts(lines)) {
      const count = countLines(part);
      await writing;
      writing = keepPart(own, part, { collectionId, partNo: partNo++, firstRecord: records, records: count });
      // Whoever waits for it hears of its failure; until then it is nobody's.
      writing.catch(() => undefined);
      records += count;
    }
  } finally {
    // Nothing may be written any more once somebody clears up after this try.
    await writing;
  }
  return records;
}

/** Keeps the documents that records name beside them, as they are read. @throws Overtaken */
export const keepingDocuments =
  (own: CollectingTry): KeepDocument =>
  async ({ collectionId, name, mediaType }, bytes) => {
    const id = newId();
    const blobKey = `${folderOf(own, own.attempt)}/documents/${id}`;
    const sum = createHash('sha256');
    let length = 0;
    async function* summed() {
      for await (const chunk of bytes) {
        sum.update(chunk);
        length += chunk.length;
        yield chunk;
      }
    }
    await putOwn(own, blobKey, summed());
    const kept = { sha256: sum.digest('hex'), bytes: length };
    const sealedName = sealJson(own.key, name, `document:${id}`);
    if (!(await addDocument(db(), own, { id, collectionId, mediaType, sealedName, blobKey, ...kept })))
      throw new Overtaken(`try ${own.attempt}`);
    return kept;
  };

/** A newer try takes the folder of this one away, also while a file is being written there: that is no fault of the store. @throws Overtaken */
async function putOwn(own: CollectingTry, blobKey: string, bytes: Bytes): Promise<void> {
  try {
    await putBlob(blobKey, own.key, bytes);
  } catch (error) {
    const newest = await db().collectionTask.findUnique({ where: { id: own.taskId }, select: { attempts: true } });
    throw newest?.attempts === own.attempt ? error : new Overtaken(`try ${own.attempt}`);
  }
}

async function keepPart(own: CollectingTry, part: Buffer, place: Omit<Part, 'bytes' | 'blobKey'>): Promise<void> {
  const blobKey = `${folderOf(own, own.attempt)}/${newId()}`;
  await putOwn(own, blobKey, [part]);
  const kept = await addPart(db(), own, { ...place, bytes: part.length, blobKey });
  if (!kept) throw new Overtaken(`try ${own.attempt}`);
}

/** Destroys what tries before this number have kept. None of them can add to it: their number is no longer the newest. */
export async function clearTriesBefore(
  { caseId, taskId }: Pick<CollectingTry, 'caseId' | 'taskId'>,
  attempt: number,
): Promise<void> {
  const parts = await db().collectedPart.findMany({
    where: { taskId, attempt: { lt: attempt } },
    select: { blobKey: true },
  });
  for (const { blobKey } of parts) await deleteBlob(blobKey);
  await forgetParts(db(), taskId, { lt: attempt });
  // The folders too, not only what rows know: a worker killed between writing a file and its row leaves a file that no row knows.
  for (let no = 1; no < attempt; no++) await deleteBlobsUnder(folderOf({ caseId, taskId }, no));
}

/** Destroys what a try of its own has kept that came to no answer. */
export async function clearOwnTry({ caseId, taskId, attempt }: CollectingTry): Promise<void> {
  await forgetParts(db(), taskId, attempt);
  await deleteBlobsUnder(folderOf({ caseId, taskId }, attempt));
}

/** A late try may have written a file after its remains were cleared, and have been killed before it could clear that itself. */
export async function clearRemains(since: Date): Promise<void> {
  const tasks = await db().collectionTask.findMany({
    where: { state: 'answered', attempts: { gt: 1 }, endedAt: { gt: since } },
    select: { id: true, caseId: true, attempts: true },
  });
  for (const { id, caseId, attempts } of tasks) await clearTriesBefore({ caseId, taskId: id }, attempts);
}

const folderOf = ({ caseId, taskId }: Pick<CollectingTry, 'caseId' | 'taskId'>, attempt: number): string =>
  `cases/${caseId}/parts/${taskId}/${attempt}`;

async function* inParts(lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of lines) {
    chunks.push(chunk);
    length += chunk.length;
    if (length < PART_BYTES) continue;
    yield Buffer.concat(chunks);
    [chunks, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(chunks);
}
