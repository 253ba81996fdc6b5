import { PassThrough } from 'node:stream';
import { writeBundle } from '@/lib/documents/bundle/write';
import type { Actor } from '@/lib/domain/case/actor';
import { appendAudit } from '@/lib/features/audit/mutations';
import { caseRow, keyOf } from '@/lib/features/cases/data';
import { handle } from '@/lib/features/cases/mutations';
import { enqueueBundle } from '@/lib/features/bundles/mutations';
import { deleteBlob, deleteBlobsUnder, putBlob } from '@/lib/platform/blobs';
import { controller } from '@/lib/platform/controllers/registry';
import { db, transaction } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { signingKey } from '@/lib/platform/signing';
import { bundleContent } from './data';

const WORKER: Actor = { kind: 'system', id: 'worker' };
const DAY = 86_400_000;

/**
 * Makes the bundle of a case as one stream into the blob store and offers it to the requester. Idempotent: a bundle that is sealed is
 * left alone, and the file of a killed try is destroyed by the next.
 */
export async function buildBundle(bundleId: string, attempt: number, signal: AbortSignal): Promise<void> {
  const bundle = await db().bundle.findUnique({ where: { id: bundleId } });
  const row = bundle && (await caseRow(bundle.caseId));
  if (!bundle || !row?.key?.wrappedKey || row.state !== 'preparing' || bundle.state === 'sealed') return;
  const madeAt = new Date();
  const folder = `cases/${row.id}/bundles/${bundleId}`;
  const blobKey = `${folder}/${newId()}`;
  try {
    await deleteBlobsUnder(folder);
    const made = await writeTo(blobKey, bundleId, row, madeAt, signal);
    const expiresAt = new Date(madeAt.getTime() + controller(row.controllerId).definition.retention.bundleDays * DAY);
    const file = { blobKey, sha256: made.sha256, expiresAt: expiresAt.toISOString(), contents: made.contents, withheld: made.withheld };
    const { keyId } = signingKey();
    const sealed = { manifestSha256: made.manifestSha256, keyId, files: made.files, records: made.records, sizeBytes: made.sizeBytes };
    const recorded = await handle(row.id, { type: 'RecordBundleSealed', bundleId, sealed, file }, WORKER);
    if (!recorded.ok) await deleteBlob(blobKey);
  } catch (error) {
    // The file stays for the next try to destroy: a commit whose answer was lost may already have given it to the requester.
    const { controllerId, reference } = row;
    const reason = error instanceof Error ? error.constructor.name : 'Error';
    await transaction((tx) =>
      appendAudit(tx, WORKER, { controllerId, caseId: row.id, reference }, [{ kind: 'BundleFailed', data: { bundleId, reason, attempt } }], new Date()),
    );
    throw error;
  }
}

/**
 * Takes up bundles whose tries are used up, so that a case does not wait for ever for a fault that has been mended since.
 * One that is being made, or will be tried again by itself, is left alone.
 */
export async function takeUpBundles(): Promise<void> {
  const waiting = await db().$queryRaw<{ id: string }[]>`select b."id" from "Bundle" b join "Case" c on c."id" = b."caseId"
    where b."state" = 'building' and c."state" = 'preparing'
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'bundle:' || b."id" and (j.attempts < j.max_attempts or j.locked_at is not null))`;
  for (const { id } of waiting) await enqueueBundle(db(), id);
}

async function writeTo(blobKey: string, bundleId: string, row: NonNullable<Awaited<ReturnType<typeof caseRow>>>, madeAt: Date, signal: AbortSignal) {
  const { facts, records, hidden, withheld } = await bundleContent(row, madeAt);
  const { sign, publicKeyPem, keyId } = signingKey();
  const out = new PassThrough();
  const storing = putBlob(blobKey, keyOf(row), out);
  const onProgress = (written: number) => void db().bundle.update({ where: { id: bundleId }, data: { recordsWritten: written } }).catch(() => undefined);
  const writing = writeBundle({ facts, records, hidden, sign, publicKeyPem, keyId, out, signal, onProgress });
  // Whichever side fails first, the other must not wait for it; both must have ended before anyone cleans up after them.
  for (const side of [writing, storing]) side.catch((error: Error) => out.destroy(error));
  const [written, stored] = await Promise.allSettled([writing, storing]);
  if (stored.status === 'rejected') throw stored.reason;
  if (written.status === 'rejected') throw written.reason;
  const made = written.value;
  const contents = facts.categories.map(({ collectionId }) => {
    const own = made.files.filter((file) => file.collectionId === collectionId);
    return { collectionId, records: Math.max(0, ...own.map((file) => file.records ?? 0)), bytes: own.reduce((sum, file) => sum + file.sizeBytes, 0) };
  });
  return { ...made, files: made.files.length, contents, withheld };
}
