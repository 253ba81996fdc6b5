import type { Db } from '@/lib/platform/db/client';
import { enqueue } from '@/lib/platform/queue';
import { GOING_ON } from './going-on';

export const enqueueBundle = (tx: Db, bundleId: string): Promise<void> =>
  enqueue(tx, { name: 'buildBundle', payload: { bundleId }, key: `bundle:${bundleId}` });

/** Begins a try: whatever an earlier one makes cannot be sealed any more. @returns its number; null where nothing is left to make */
export async function beginBundleTry(tx: Db, bundleId: string): Promise<number | null> {
  const { count } = await tx.bundle.updateMany({
    where: { id: bundleId, state: 'building', case: GOING_ON },
    data: { attempts: { increment: 1 }, recordsWritten: 0, failure: null, retryAt: null },
  });
  if (count === 0) return null;
  const { attempts } = await tx.bundle.findUniqueOrThrow({ where: { id: bundleId }, select: { attempts: true } });
  return attempts;
}

/** How far a try has come, as long as none has begun after it. */
export async function recordWritten(tx: Db, bundleId: string, attempt: number, records: number): Promise<void> {
  await tx.bundle.updateMany({ where: { id: bundleId, attempts: attempt }, data: { recordsWritten: records } });
}

/** The file is gone, on its last day. @returns whether it was there until now */
export async function markDestroyed(tx: Db, bundleId: string): Promise<boolean> {
  const { count } = await tx.bundle.updateMany({
    where: { id: bundleId, state: 'sealed' },
    data: { state: 'destroyed', blobKey: null },
  });
  return count > 0;
}
