import type { MailState } from '@/lib/domain/case/notices';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';
import type { CollectedDocument } from './collecting';
import type { NoticeChange } from './outbox';

export const INQUIRY_MAILS = ['asked', 'reminder'] as const;

export type InquiryMailKind = (typeof INQUIRY_MAILS)[number];

/** Puts a mail to a system's owner into the outbox. Its text is made when it leaves, since the link in it is kept nowhere. */
export async function queueInquiryMail(tx: Db, inquiryId: string, kind: InquiryMailKind, at: Date): Promise<void> {
  const id = newId();
  await tx.inquiryMail.create({ data: { id, inquiryId, kind, createdAt: at } });
  await enqueueInquiryMail(tx, id);
}

export const enqueueInquiryMail = (tx: Db, mailId: string): Promise<void> =>
  enqueue(tx, { name: 'sendInquiryMail', payload: { mailId }, key: `inquiryMail:${mailId}`, maxAttempts: 25 });

/** Changes a mail that is still as a try believes it to be. */
export const changeInquiryMail = (
  tx: Db,
  where: { readonly id: string; readonly attempts?: number; readonly state: { in: MailState[] } },
  data: NoticeChange,
): Promise<{ count: number }> => tx.inquiryMail.updateMany({ where, data });

/** Marks that the owner is reminded. @returns whether this was the first to do so */
export async function markInquiryReminded(tx: Db, inquiryId: string, at: Date): Promise<boolean> {
  const { count } = await tx.inquiry.updateMany({
    where: { id: inquiryId, remindedAt: null },
    data: { remindedAt: at },
  });
  return count === 1;
}

/** What an answer brings besides its records: documents, and what is for the desk alone. */
export async function keepInquiryAnswer(
  tx: Db,
  {
    inquiryId,
    ...own
  }: { readonly caseId: string; readonly taskId: string; readonly attempt: number; readonly inquiryId: string },
  documents: readonly CollectedDocument[],
  sealedNote: Uint8Array<ArrayBuffer> | null,
): Promise<void> {
  await tx.inquiry.update({ where: { id: inquiryId }, data: { sealedNote } });
  await tx.collectedDocument.createMany({ data: documents.map((document) => ({ ...document, ...own })) });
}
