import { z } from 'zod';
import { appendAudit } from '@/lib/features/audit/mutations';
import { db, transaction } from '@/lib/platform/db/client';
import { sendMail } from '@/lib/platform/mail';
import { openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';

const mailSchema = z.strictObject({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() });

/** The mail server did not take a mail; the queue tries again. Carries no personal data. */
export class MailNotTaken extends Error {}

/**
 * Sends one mail of the outbox and records the attempt. A mail that was sent is not sent again; one that could not be sent stays,
 * shows on the case, and is tried again with growing pauses.
 * @param attempt from 1; at `lastAttempt` it is given up and a person must act.
 * @throws MailNotTaken so that the queue tries again.
 */
export async function sendNotice(noticeId: string, attempt: number, lastAttempt: number, retryAt: Date): Promise<void> {
  const notice = await db().notice.findUnique({ where: { id: noticeId }, include: { case: { include: { key: true } } } });
  if (!notice || notice.state === 'sent' || !notice.case.key?.wrappedKey) return;
  const key = unwrapCaseKey(notice.case.key.wrappedKey);
  const mail = mailSchema.parse(openJson(key, notice.sealedMail, `notice:${noticeId}`));
  const sent = await sendMail(mail, noticeId);
  const gaveUp = !sent.ok && (attempt >= lastAttempt || sent.failure === 'refusedForGood');
  const at = new Date();
  await transaction(async (tx) => {
    const scope = { controllerId: notice.case.controllerId, caseId: notice.caseId, reference: notice.case.reference };
    const log = (event: Parameters<typeof appendAudit>[3][number]) => appendAudit(tx, { kind: 'system', id: 'worker' }, scope, [event], at);
    if (sent.ok) {
      await tx.notice.update({ where: { id: noticeId }, data: { state: 'sent', attempts: attempt, sentAt: at, transportId: sent.transportId, lastFailure: null } });
      return log({ kind: 'MailSent', data: { noticeId, attempt } });
    }
    await tx.notice.update({ where: { id: noticeId }, data: { state: gaveUp ? 'failed' : 'delayed', attempts: attempt, lastFailure: sent.failure } });
    return gaveUp
      ? log({ kind: 'MailFailed', data: { noticeId, attempt, reason: sent.failure } })
      : log({ kind: 'MailDelayed', data: { noticeId, attempt, reason: sent.failure, retryAt: retryAt.toISOString() } });
  });
  if (!sent.ok && !gaveUp) throw new MailNotTaken(sent.failure);
}
