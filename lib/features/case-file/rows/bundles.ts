import type { CaseEvent } from '@/lib/domain/case/events';
import { enqueueBundle } from '@/lib/features/case-file/upkeep/bundling';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';

// Rows of the bundles in a case, as events plan and end them.

export async function planBundle(tx: Db, caseId: string, locale: string, at: Date): Promise<void> {
  const id = newId();
  await tx.bundle.create({ data: { id, caseId, locale, createdAt: at } });
  await enqueueBundle(tx, id);
}

export async function recordSealed(
  tx: Db,
  { bundleId, attempt, sealed, file }: Extract<CaseEvent, { type: 'BundleSealed' }>,
  at: Date,
): Promise<void> {
  await tx.bundle.update({
    where: { id: bundleId, attempts: attempt, state: 'building' },
    data: {
      state: 'sealed',
      failure: null,
      recordsWritten: sealed.records,
      blobKey: file.blobKey,
      sizeBytes: BigInt(sealed.sizeBytes),
      sha256: file.sha256,
      manifestSha256: sealed.manifestSha256,
      contents: file.contents.map((entry) => ({ ...entry })),
      withheld: file.withheld.map(({ grounds, count }) => ({ grounds: [...grounds], count })),
      sealedAt: at,
      expiresAt: new Date(file.expiresAt),
    },
  });
}

export async function recordBundleFailure(
  tx: Db,
  { bundleId, attempt, reason, retryAt }: Extract<CaseEvent, { type: 'BundleFailed' }>,
): Promise<void> {
  const data = { failure: reason, retryAt: retryAt && new Date(retryAt), ...(!retryAt && { state: 'failed' }) };
  await tx.bundle.update({ where: { id: bundleId, attempts: attempt, state: 'building' }, data });
}

export async function retryBundle(tx: Db, bundleId: string): Promise<void> {
  await tx.bundle.update({
    where: { id: bundleId, state: 'failed' },
    data: { state: 'building', failure: null, retryAt: null },
  });
  await enqueueBundle(tx, bundleId);
}

/** The copy that was being made is not made any more: what it was to hold is asked for anew. */
export async function dropBundle(tx: Db, caseId: string): Promise<void> {
  await tx.bundle.updateMany({ where: { caseId, state: { in: ['building', 'failed'] } }, data: { state: 'dropped' } });
}
