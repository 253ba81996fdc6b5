import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';

export const STAFF_MAIL_KINDS = ['account', 'reminder', 'checkpoint'] as const;

export type StaffMailKind = (typeof STAFF_MAIL_KINDS)[number];

/** Puts a mail to somebody who works here into the outbox. It names nobody who asked. */
export async function mailStaff(
  tx: Db,
  staffId: string,
  kind: StaffMailKind,
  mail: { subject: string; text: string; html: string },
  at: Date,
): Promise<void> {
  const id = newId();
  await tx.staffMail.create({ data: { id, staffId, kind, ...mail, createdAt: at } });
  await enqueueStaffMail(tx, id);
}

export const enqueueStaffMail = (tx: Db, mailId: string): Promise<void> =>
  enqueue(tx, { name: 'sendStaffMail', payload: { mailId }, key: `staffMail:${mailId}`, maxAttempts: 25 });
