import type { ErasureCertificate } from '@/lib/domain/erasure/certificate';
import type { Db } from '@/lib/platform/db/client';
import { enqueue } from '@/lib/platform/queue';
import { type CaseKey, sealJson, sealText } from '@/lib/platform/vault/case-key';

export const enqueueErasurePlan = (tx: Db, erasureId: string, runAt?: Date): Promise<void> =>
  enqueue(tx, {
    name: 'planErasure',
    payload: { erasureId },
    key: `planErasure:${erasureId}`,
    maxAttempts: 5,
    ...(runAt && { runAt }),
  });

/** Goes on with an erasure as far as it may go now. */
export const enqueueErasing = (tx: Db, erasureId: string, runAt?: Date): Promise<void> =>
  enqueue(tx, {
    name: 'erase',
    payload: { erasureId },
    key: `erase:${erasureId}`,
    maxAttempts: 25,
    ...(runAt && { runAt }),
  });

/** Goes on with the erasure of a case that was agreed to and has not begun. */
export async function enqueueWaitingErasure(tx: Db, caseId: string): Promise<void> {
  for (const { id } of await tx.erasure.findMany({ where: { caseId, state: 'approved' }, select: { id: true } }))
    await enqueueErasing(tx, id);
}

/** Begins a try to make a plan. @returns its number; null where none is asked for any more */
export async function beginPlanTry(tx: Db, erasureId: string): Promise<number | null> {
  const { count } = await tx.erasure.updateMany({
    where: { id: erasureId, state: 'planning' },
    data: { attempts: { increment: 1 }, retryAt: null },
  });
  if (count === 0) return null;
  const { attempts } = await tx.erasure.findUniqueOrThrow({ where: { id: erasureId }, select: { attempts: true } });
  return attempts;
}

/** What a proved erasure certifies, and the file in which its person fetches that; both sealed. */
export async function keepCertificate(
  tx: Db,
  erasureId: string,
  key: CaseKey,
  { certificate, zip }: { readonly certificate: ErasureCertificate; readonly zip: Buffer },
): Promise<void> {
  await tx.erasure.update({
    where: { id: erasureId },
    data: {
      sealedCertificate: sealJson(key, certificate, `certificate:${erasureId}`),
      sealedCertificateZip: sealText(key, zip.toString('base64'), `certificateZip:${erasureId}`),
    },
  });
}
