import type { CaseEvent } from '@/lib/domain/case/events';
import { queueInquiryMail } from '@/lib/features/case-file/upkeep/inquiry-mail';
import type { Db } from '@/lib/platform/db/client';
import { mailedTokenHash } from '@/lib/platform/vault/mailed-token';

/** The question to a system's owner, its first mail, and a task that waits for them. */
export async function addInquiry(
  tx: Db,
  caseId: string,
  { systemId, attempt, inquiryId, answerBy, expiresAt }: Extract<CaseEvent, { type: 'InquiryOpened' }>,
  at: Date,
): Promise<void> {
  const { id: taskId } = await tx.collectionTask.update({
    where: { caseId_systemId: { caseId, systemId }, attempts: attempt },
    data: { state: 'asked', failure: null, retryAt: null },
  });
  await tx.inquiry.create({
    data: {
      id: inquiryId,
      caseId,
      taskId,
      systemId,
      attempt,
      tokenHash: mailedTokenHash('inquiry', inquiryId),
      createdAt: at,
      answerBy: new Date(answerBy),
      expiresAt: new Date(expiresAt),
    },
  });
  await queueInquiryMail(tx, inquiryId, 'asked', at);
}
