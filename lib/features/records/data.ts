import type { CollectedRecord } from '@/lib/domain/fulfilment/copy';
import { cellText, parseRecord } from '@/lib/domain/records/json-text';
import { fold } from '@/lib/domain/search/fold';
import { keyOf } from '@/lib/features/cases/data';
import { readBlob } from '@/lib/platform/blobs';
import { db } from '@/lib/platform/db/client';
import type { CaseKey } from '@/lib/platform/vault/case-key';

type Part = { readonly firstRecord: number; readonly records: number; readonly blobKey: string };

export async function caseKeyOf(caseId: string): Promise<CaseKey> {
  const row = await db().case.findUniqueOrThrow({ where: { id: caseId }, select: { id: true, key: true } });
  return keyOf(row);
}

const partsOf = (caseId: string, collectionId: string): Promise<Part[]> =>
  db().collectedPart.findMany({
    where: { caseId, result: { collectionId } },
    orderBy: { partNo: 'asc' },
    select: { firstRecord: true, records: true, blobKey: true },
  });

async function recordsOfPart(part: Part, key: CaseKey): Promise<CollectedRecord[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of readBlob(part.blobKey, key)) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString('utf8').split('\n').filter((line) => line !== '');
  return lines.map((line, at) => ({ recordNo: part.firstRecord + at, record: parseRecord(line) }));
}

/** A page of records: those numbered `fromNo` to `fromNo + count - 1` that exist. Opens only the parts that hold them. */
export async function readRecords(caseId: string, collectionId: string, fromNo: number, count: number): Promise<CollectedRecord[]> {
  const key = await caseKeyOf(caseId);
  const parts = (await partsOf(caseId, collectionId)).filter((part) => part.firstRecord < fromNo + count && part.firstRecord + part.records > fromNo);
  const pages: CollectedRecord[] = [];
  for (const part of parts) pages.push(...(await recordsOfPart(part, key)));
  return pages.filter(({ recordNo }) => recordNo >= fromNo && recordNo < fromNo + count);
}

/** All records of a collection in order, one part in memory at a time. */
export async function* allRecords(caseId: string, collectionId: string): AsyncGenerator<CollectedRecord> {
  const key = await caseKeyOf(caseId);
  for (const part of await partsOf(caseId, collectionId)) yield* await recordsOfPart(part, key);
}

/** Numbers of the records in which a text occurs in any value, whatever its case and accents; at most `limit`. */
export async function searchRecords(caseId: string, collectionId: string, text: string, limit: number): Promise<number[]> {
  const wanted = fold(text);
  const found: number[] = [];
  if (wanted === '') return found;
  for await (const { recordNo, record } of allRecords(caseId, collectionId)) {
    if (found.length >= limit) break;
    if (Object.values(record).some((value) => fold(cellText(value)).includes(wanted))) found.push(recordNo);
  }
  return found;
}
