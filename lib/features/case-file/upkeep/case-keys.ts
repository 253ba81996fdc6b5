import type { Db } from '@/lib/platform/db/client';

type Wrapped = Uint8Array<ArrayBuffer>;

/** A case's key wrapped anew, where it still is as it was read: one that was destroyed meanwhile stays destroyed. */
export async function replaceCaseKey(
  tx: Db,
  caseId: string,
  { before, after }: { readonly before: Wrapped; readonly after: Wrapped },
): Promise<void> {
  await tx.caseKey.updateMany({ where: { caseId, wrappedKey: before }, data: { wrappedKey: after } });
}
