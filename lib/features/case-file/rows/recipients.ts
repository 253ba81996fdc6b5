import { toDbDate } from '@/lib/domain/calendar/local-date';
import type { CaseEvent } from '@/lib/domain/case/events';
import { enqueueRecipientMail } from '@/lib/features/case-file/upkeep/recipient-mail';
import type { Db } from '@/lib/platform/db/client';
import { type CaseKey, sealText } from '@/lib/platform/vault/case-key';
import { mailedTokenHash } from '@/lib/platform/vault/mailed-token';

// Rows of the recipients who are to be told, as events owe, tell, excuse and confirm them.

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

export async function oweRecipients(
  tx: Db,
  caseId: string,
  { step, recipients }: EventOf<'RecipientsOwed'>,
  at: Date,
): Promise<void> {
  for (const { id, recipientId, collections, way } of recipients) {
    await tx.recipientNotice.create({
      data: {
        id,
        caseId,
        step,
        recipientId,
        collections: [...collections],
        tokenHash: mailedTokenHash('recipient', id),
        createdAt: at,
        ...(way === 'mail' && { state: 'queued' }),
        ...(way === 'notTold' && { excusedFor: 'map' }),
      },
    });
    if (way === 'mail') await enqueueRecipientMail(tx, id);
  }
}

export async function recordRecipientTold(
  tx: Db,
  key: CaseKey,
  { recipientNoticeId: id, on, receipt }: EventOf<'RecipientTold'>,
  staffId: string,
): Promise<void> {
  await tx.recipientNotice.update({
    where: { id },
    data: { toldOn: toDbDate(on), toldById: staffId, sealedReceipt: sealText(key, receipt, `receipt:${id}`) },
  });
}

export async function excuseRecipient(
  tx: Db,
  key: CaseKey,
  { recipientNoticeId: id, why, reason }: EventOf<'RecipientExcused'>,
  staffId: string,
): Promise<void> {
  await tx.recipientNotice.update({
    where: { id },
    data: { excusedFor: why, excusedById: staffId, sealedReason: sealText(key, reason, `excuse:${id}`) },
  });
}

export async function confirmRecipient(tx: Db, id: string, at: Date): Promise<void> {
  await tx.recipientNotice.update({ where: { id }, data: { confirmedAt: at } });
}
