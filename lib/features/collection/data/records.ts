import { buffer } from 'node:stream/consumers';
import type { KeptRecords } from '@/lib/domain/case/types';
import { cellText } from '@/lib/domain/records/json-text';
import { type CollectedRecord, countLines, type RecordLines, recordsOf } from '@/lib/domain/records/lines';
import { fold } from '@/lib/domain/search/fold';
import { keyOf } from '@/lib/features/case-file/data/case';
import { readBlob } from '@/lib/platform/blobs';
import { type Db, db } from '@/lib/platform/db/client';
import type { CaseKey } from '@/lib/platform/vault/case-key';

type Part = {
  readonly partNo: number;
  readonly firstRecord: number;
  readonly records: number;
  readonly blobKey: string;
};

/** What a system answered is not what is kept of it. No try mends that: the system has to be asked again. Carries no personal data. */
export class RecordsMissing extends Error {
  override readonly name = 'RecordsMissing';
}

export async function caseKeyOf(caseId: string): Promise<CaseKey> {
  const row = await db().case.findUniqueOrThrow({ where: { id: caseId }, select: { id: true, key: true } });
  return keyOf(row);
}

/** The records of each collection that a try has kept, and whether they are whole: counted from the rows of its parts. */
export async function keptBy(tx: Db, taskId: string, attempt: number): Promise<KeptRecords[]> {
  return tx.$queryRaw<
    KeptRecords[]
  >`select "collectionId", sum("records")::int as "records", bool_and("firstRecord" = "before" and "partNo" = "no") as "whole" from (
      select "collectionId", "records", "firstRecord", "partNo", (row_number() over own)::int - 1 as "no",
        coalesce(sum("records") over (partition by "collectionId" order by "partNo" rows between unbounded preceding and 1 preceding), 0) as "before"
      from "CollectedPart" where "taskId" = ${taskId}::uuid and "attempt" = ${attempt} window own as (partition by "collectionId" order by "partNo")) p group by "collectionId"`;
}

/** The parts of the answer, which are those of the newest try; none for a collection in which nothing was found. @throws RecordsMissing when they are not what was answered */
async function partsOf(caseId: string, collectionId: string): Promise<Part[]> {
  const result = await db().sourceResult.findUnique({
    where: { caseId_collectionId: { caseId, collectionId } },
    select: { records: true, taskId: true, task: { select: { attempts: true } } },
  });
  if (!result) return [];
  const { taskId, task, records } = result;
  const parts = await db().collectedPart.findMany({
    where: { taskId, attempt: task.attempts, collectionId },
    orderBy: { partNo: 'asc' },
    select: { partNo: true, firstRecord: true, records: true, blobKey: true },
  });
  const end = parts.reduce(
    (next, part, at) => (part.partNo === at && part.firstRecord === next ? next + part.records : NaN),
    0,
  );
  if (end !== records) throw new RecordsMissing(`${collectionId}: ${records} answered, not all kept`);
  return parts;
}

async function linesOfPart(part: Part, key: CaseKey): Promise<RecordLines> {
  const content = await readBlob(part.blobKey, key);
  if (!content) throw new RecordsMissing('the file of a part is gone');
  const bytes = await buffer(content);
  const count = countLines(bytes);
  if (count !== part.records) throw new RecordsMissing(`a part of ${part.records} records has ${count}`);
  return { bytes, first: part.firstRecord, count };
}

/** A page of records: those numbered `fromNo` to `fromNo + count - 1` that exist. Opens only the parts that hold them. */
export async function readRecords(
  caseId: string,
  collectionId: string,
  fromNo: number,
  count: number,
): Promise<CollectedRecord[]> {
  const key = await caseKeyOf(caseId);
  const parts = (await partsOf(caseId, collectionId)).filter(
    (part) => part.firstRecord < fromNo + count && part.firstRecord + part.records > fromNo,
  );
  const pages: CollectedRecord[] = [];
  for (const part of parts) pages.push(...recordsOf(await linesOfPart(part, key), fromNo, fromNo + count));
  return pages;
}

/**
 * All records of a collection in order, as their lines; of the parts, one is worked on while the next is read.
 * @param wanted numbers of records: parts with none of them are left out
 */
export async function* allLines(
  caseId: string,
  collectionId: string,
  wanted?: ReadonlySet<number>,
): AsyncGenerator<RecordLines> {
  const key = await caseKeyOf(caseId);
  const holds = ({ firstRecord, records }: Part): boolean =>
    !wanted || [...wanted].some((no) => no >= firstRecord && no < firstRecord + records);
  let next: Promise<RecordLines> | null = null;
  for (const part of (await partsOf(caseId, collectionId)).filter(holds)) {
    const ready: Promise<RecordLines> | null = next;
    next = linesOfPart(part, key);
    // Whoever waits for it hears of its failure; until then it is nobody's.
    next.catch(() => undefined);
    if (ready) yield await ready;
  }
  if (next) yield await next;
}

/** All records of a collection in order, one part in memory at a time. */
export async function* allRecords(caseId: string, collectionId: string): AsyncGenerator<CollectedRecord> {
  for await (const lines of allLines(caseId, collectionId)) yield* recordsOf(lines);
}

/** Numbers of the records in which a text occurs in any value, whatever its case and accents; at most `limit`. */
export async function searchRecords(
  caseId: string,
  collectionId: string,
  text: string,
  limit: number,
): Promise<number[]> {
  const wanted = fold(text);
  const found: number[] = [];
  if (wanted === '') return found;
  for await (const { recordNo, record } of allRecords(caseId, collectionId)) {
    if (found.length >= limit) break;
    if (Object.values(record).some((value) => fold(cellText(value)).includes(wanted))) found.push(recordNo);
  }
  return found;
}
