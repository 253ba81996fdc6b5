import { PassThrough } from 'node:stream';
import { type WrittenBundle, writeBundle } from '@/lib/documents/bundle/write';
import type { Actor } from '@/lib/domain/case/actor';
import type { CountedCollection } from '@/lib/domain/case/types';
import { beginBundleTry, enqueueBundle, recordWritten } from '@/lib/features/case-file/upkeep/bundling';
import { caseRow, type CaseRow, keyOf, lockedCase } from '@/lib/features/case-file/data/case';
import { handle, handleIn } from '@/lib/features/cases/mutations/handle';
import { keptBy, RecordsMissing } from '@/lib/features/collection/data/records';
import { deleteBlobsUnder, putBlob } from '@/lib/platform/blobs';
import { controller } from '@/lib/platform/controllers/registry';
import { type Db, db, transaction } from '@/lib/platform/db/client';
import { exclusively } from '@/lib/platform/db/exclusive';
import { newId } from '@/lib/platform/ids';
import { signingKey } from '@/lib/platform/signing';
import { type BundleContent, bundleContent } from '@/lib/features/fulfilment/data';

const WORKER: Actor = { kind: 'system', id: 'worker' };
const DAY = 86_400_000;

/** The law has come to want more in the answer since it was approved. */
class AnswerLacks extends Error {}

/** One try at one bundle: it writes under its own number and seals only while that is the newest. */
type Try = { readonly bundleId: string; readonly attempt: number; readonly row: CaseRow; readonly madeAt: Date };

/**
 * Makes the bundle of a case as one stream into the blob store and offers it to the requester; for one case nobody else does so at the
 * same time. A bundle that is sealed is left alone. What no try can mend is told to the desk at once, other failures after the last try.
 * @param retryAt when the queue tries again; null when this was its last try.
 * @throws Busy while another process makes it, and what made a try fail that is made again.
 */
export async function buildBundle(bundleId: string, signal: AbortSignal, retryAt: Date | null = null): Promise<void> {
  const bundle = await db().bundle.findUnique({ where: { id: bundleId }, select: { caseId: true } });
  if (!bundle) return;
  await exclusively(`bundle:${bundle.caseId}`, signal, async (whileOurs) => {
    const own = await begin(bundleId, bundle.caseId);
    if (!own) return;
    try {
      await make(own, whileOurs);
    } catch (error) {
      const lasting =
        error instanceof RecordsMissing ? 'recordsMissing' : error instanceof AnswerLacks ? 'answerLacks' : null;
      const reason = lasting ?? (error instanceof Error ? error.constructor.name : 'Error');
      const told = lasting || !retryAt ? null : retryAt.toISOString();
      // The file stays for the next try to destroy: a commit whose answer was lost may already have given it to the requester.
      const recorded = await handle(
        own.row.id,
        { type: 'RecordBundleFailure', bundleId, attempt: own.attempt, reason, retryAt: told },
        WORKER,
      );
      if (recorded.ok && told !== null) throw error;
    }
  });
}

async function begin(bundleId: string, caseId: string): Promise<Try | null> {
  const attempt = await transaction(async (tx) => {
    const locked = await lockedCase(tx, caseId);
    return locked?.key?.wrappedKey ? beginBundleTry(tx, bundleId) : null;
  });
  const row = attempt !== null && (await caseRow(caseId));
  return row && attempt !== null ? { bundleId, attempt, row, madeAt: new Date() } : null;
}

async function make(own: Try, signal: AbortSignal): Promise<void> {
  const { bundleId, attempt, row, madeAt } = own;
  // Whoever wrote these is dead: nobody else makes this bundle while we do.
  for (let no = 1; no < attempt; no++) await deleteBlobsUnder(folderOf(own, no));
  const content = await bundleContent(row, madeAt);
  const blobKey = `${folderOf(own, attempt)}/${newId()}`;
  const made = await writeTo(blobKey, own, content, signal);
  const expiresAt = new Date(madeAt.getTime() + controller(row.controllerId).definition.retention.bundleDays * DAY);
  const contents = content.facts.categories.map(({ collectionId }) => ({
    collectionId,
    records: writtenOf(made, collectionId),
    bytes: sizeOf(made, collectionId),
  }));
  const file = {
    blobKey,
    sha256: made.sha256,
    expiresAt: expiresAt.toISOString(),
    contents,
    withheld: content.withheld,
  };
  const sealed = {
    manifestSha256: made.manifestSha256,
    keyId: signingKey().keyId,
    files: made.files.length,
    records: made.records,
    sizeBytes: made.sizeBytes,
  };
  const recorded = await transaction(async (tx) => {
    await lockedCase(tx, row.id);
    const counted = await countAgain(tx, row.id, made, content);
    return handleIn(tx, row.id, { type: 'RecordBundleSealed', bundleId, attempt, sealed, file, counted }, WORKER);
  });
  if (recorded.ok) return;
  await deleteBlobsUnder(folderOf(own, attempt));
  if (recorded.reason === 'answerLacks') throw new AnswerLacks(recorded.detail);
  if (recorded.reason === 'countsDiffer') throw new RecordsMissing(recorded.detail);
}

const folderOf = ({ row, bundleId }: Try, attempt: number): string => `cases/${row.id}/bundles/${bundleId}/${attempt}`;

const dataOf = (made: WrittenBundle, collectionId: string) =>
  made.files.filter((file) => file.collectionId === collectionId);

const writtenOf = (made: WrittenBundle, collectionId: string): number =>
  Math.max(0, ...dataOf(made, collectionId).map(({ records }) => records ?? 0));

const sizeOf = (made: WrittenBundle, collectionId: string): number =>
  dataOf(made, collectionId).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

/** Every collection of the case counted from its rows, against what was written and hidden just now. */
async function countAgain(
  tx: Db,
  caseId: string,
  made: WrittenBundle,
  { hiddenWhole, beyond }: BundleContent,
): Promise<CountedCollection[]> {
  const [results, tasks] = [
    await tx.sourceResult.findMany({ where: { caseId } }),
    await tx.collectionTask.findMany({ where: { caseId } }),
  ];
  const kept = new Map<string, number>();
  for (const { id, attempts } of tasks)
    for (const one of await keptBy(tx, id, attempts)) kept.set(one.collectionId, one.whole ? one.records : -1);
  const found = new Map(results.map(({ collectionId, records }) => [collectionId, records]));
  return [...new Set([...found.keys(), ...kept.keys()])].map((collectionId) => ({
    collectionId,
    found: found.get(collectionId) ?? 0,
    kept: kept.get(collectionId) ?? 0,
    written: writtenOf(made, collectionId),
    hidden: hiddenWhole.get(collectionId) ?? 0,
    beyond: beyond.get(collectionId) ?? 0,
  }));
}

/**
 * Takes up bundles that nobody makes any more, because their job was used up or went with a worker. One that is being made, or will be
 * tried again by itself, is left alone.
 */
export async function requeueStuckBundles(): Promise<void> {
  const waiting = await db().$queryRaw<
    { id: string }[]
  >`select b."id" from "Bundle" b join "Case" c on c."id" = b."caseId"
    where b."state" = 'building' and c."closedAt" IS NULL
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'bundle:' || b."id" and (j.attempts < j.max_attempts or j.locked_at is not null))`;
  for (const { id } of waiting) await enqueueBundle(db(), id);
}

async function writeTo(
  blobKey: string,
  { bundleId, attempt, row }: Try,
  { facts, records, documents, hiddenWords, portable }: BundleContent,
  signal: AbortSignal,
): Promise<WrittenBundle> {
  const { sign, publicKeyPem, keyId } = signingKey();
  const out = new PassThrough();
  const storing = putBlob(blobKey, keyOf(row), out);
  const onProgress = (written: number) => void recordWritten(db(), bundleId, attempt, written).catch(() => undefined);
  const writing = writeBundle({
    facts,
    records,
    documents,
    hiddenWords,
    portable,
    sign,
    publicKeyPem,
    keyId,
    out,
    signal,
    onProgress,
  });
  // Whichever side fails first, the other must not wait for it; both must have ended before anyone cleans up after them.
  for (const side of [writing, storing]) side.catch((error: Error) => out.destroy(error));
  const [written, stored] = await Promise.allSettled([writing, storing]);
  // What the reading ran into is the reason; that the store then got no more is what followed from it.
  if (written.status === 'rejected') throw written.reason;
  if (stored.status === 'rejected') throw stored.reason;
  return written.value;
}
