import type { SealedBundle, BundleFile } from '@/lib/domain/case/commands';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';

// Rows of the bundles in a case. Only lib/features/cases/mutations.ts calls these, inside the transaction of `handle`.

export async function planBundle(tx: Db, caseId: string, locale: string, at: Date): Promise<void> {
  const id = newId();
  await tx.bundle.create({ data: { id, caseId, locale, createdAt: at } });
  await enqueueBundle(tx, id);
}

export const enqueueBundle = (tx: Db, bundleId: string): Promise<void> => enqueue(tx, { name: 'buildBundle', payload: { bundleId }, key: `bundle:${bundleId}` });

export async function recordSealed(tx: Db, bundleId: string, sealed: SealedBundle, file: BundleFile, at: Date): Promise<void> {
  await tx.bundle.update({
    where: { id: bundleId },
    data: {
      state: 'sealed',
      recordsWritten: sealed.records,
      blobKey: file.blobKey,
      sizeBytes: BigInt(sealed.sizeBytes),
      sha256: file.sha256,
      manifestSha256: sealed.manifestSha256,
      contents: file.contents.map((entry) => ({ ...entry })),
      withheld: file.withheld.map((entry) => ({ ...entry })),
      sealedAt: at,
      expiresAt: new Date(file.expiresAt),
    },
  });
}
