import type { Actor } from '@/lib/domain/case/actor';
import { markInquiryReminded, queueInquiryMail } from '@/lib/features/case-file/upkeep/inquiry-mail';
import { handle } from '@/lib/features/cases/mutations/handle';
import { waitingInquiries } from '@/lib/features/inquiries/data';
import { transaction } from '@/lib/platform/db/client';

const CLOCK: Actor = { kind: 'system', id: 'clock' };

/**
 * Reminds each owner once, when half of their time has gone, and gives the system to the desk as one that did not answer when all of it has:
 * the case waits for nobody whom nobody looks after. A late answer still counts. Idempotent.
 */
export async function watchInquiries(now: Date = new Date()): Promise<void> {
  for (const { id, caseId, systemId, attempt, createdAt, answerBy, remindedAt, task } of await waitingInquiries()) {
    if (task.attempts !== attempt) continue;
    if (answerBy <= now) {
      await handle(
        caseId,
        { type: 'RecordSourceFailure', systemId, attempt, reason: 'noReply', retryAt: null },
        CLOCK,
        { at: now },
      );
      continue;
    }
    const halfAt = createdAt.getTime() + (answerBy.getTime() - createdAt.getTime()) / 2;
    if (remindedAt === null && halfAt <= now.getTime())
      await transaction(async (tx) => {
        if (await markInquiryReminded(tx, id, now)) await queueInquiryMail(tx, id, 'reminder', now);
      });
  }
}
