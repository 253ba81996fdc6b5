import { enqueueNotice } from '@/lib/features/case-file/upkeep/outbox';
import type { Db } from '@/lib/platform/db/client';

// What was decided of a mail.

/** Tries a mail again that was given up. */
export async function resendNotice(tx: Db, noticeId: string): Promise<void> {
  await tx.notice.update({ where: { id: noticeId }, data: { state: 'queued', lastFailure: null } });
  await enqueueNotice(tx, noticeId);
}

/** What the mail was to say was told another way: it counts from now. */
export async function markTold(tx: Db, noticeId: string, at: Date): Promise<void> {
  await tx.notice.update({ where: { id: noticeId }, data: { state: 'told', sentAt: at } });
}
