import { db } from '@/lib/platform/db/client';
import { deleteBlobsUnder, putBlob } from '@/lib/platform/blobs';
import { newId } from '@/lib/platform/ids';
import type { CaseKey } from '@/lib/platform/vault/case-key';

const PART_BYTES = 512 * 1024;
const NEWLINE = 0x0a;

export type CollectingTask = { readonly caseId: string; readonly taskId: string; readonly key: CaseKey };

/**
 * Keeps what one collection answers, in sealed parts of about half a mebibyte, in constant memory. Parts of an earlier try that did
 * not come to its end are destroyed first, so that a killed worker repeats nothing.
 * @param lines chunks of whole lines of JSON, as a connector gives them.
 * @param onRecords called after each part with the records kept so far.
 * @returns records and bytes kept.
 */
export async function keepRecords(
  { caseId, taskId, key }: CollectingTask,
  collectionId: string,
  lines: AsyncIterable<Buffer>,
  onRecords: (records: number) => Promise<void>,
): Promise<{ records: number; bytes: number }> {
  const resultId = await beginAgain(caseId, taskId, collectionId);
  let [records, bytes, partNo] = [0, 0, 0];
  for await (const part of inParts(lines)) {
    const blobKey = `${folderOf(caseId, resultId)}/${newId()}`;
    const count = linesIn(part);
    await putBlob(blobKey, key, [part]);
    await db().collectedPart.create({ data: { id: newId(), caseId, resultId, partNo: partNo++, firstRecord: records, records: count, blobKey } });
    records += count;
    bytes += part.length;
    await onRecords(records);
  }
  await db().sourceResult.update({ where: { id: resultId }, data: { records, bytes: BigInt(bytes) } });
  return { records, bytes };
}

async function beginAgain(caseId: string, taskId: string, collectionId: string): Promise<string> {
  const { id } = await db().sourceResult.upsert({
    where: { caseId_collectionId: { caseId, collectionId } },
    create: { id: newId(), caseId, taskId, collectionId, result: 'collecting', answeredAt: new Date() },
    update: { result: 'collecting', records: 0, bytes: 0n },
  });
  await db().collectedPart.deleteMany({ where: { resultId: id } });
  // The folder, not the rows: a worker killed between writing a file and its row leaves a file that no row knows.
  await deleteBlobsUnder(folderOf(caseId, id));
  return id;
}

const folderOf = (caseId: string, resultId: string): string => `cases/${caseId}/parts/${resultId}`;

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

function linesIn(part: Buffer): number {
  let count = part[part.length - 1] === NEWLINE ? 0 : 1;
  for (let at = part.indexOf(NEWLINE); at !== -1; at = part.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
