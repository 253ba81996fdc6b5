import { z } from 'zod';
import type { Actor } from '@/lib/domain/case/actor';
import { appendAudit } from '@/lib/features/audit/mutations';
import { handleIn } from '@/lib/features/cases/mutations';
import { lockedCase, recount } from '@/lib/features/clocks/mutations';
import { db, transaction } from '@/lib/platform/db/client';
import { sendMail, type Sent } from '@/lib/platform/mail';
import { openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';

const mailSchema = z.strictObject({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() });

const WORKER: Actor = { kind: 'system', id: 'worker' };

const isGivenUp = (sent: Sent, attempt: number, lastAttempt: number): boolean => !sent.ok && (attempt >= lastAttempt || sent.failure === 'refusedForGood' || sent.failure === 'unanswered');

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
  if (!notice || !notice.case.key?.wrappedKey) return;
  // Whoever handed it over is dead, and what the server said with them.
  if (notice.state === 'handedOver') return leaveUncertain(noticeId, notice.attempts, notice.case);
  const { count } = await db().notice.updateMany({ where: { id: noticeId, attempts: notice.attempts, state: { in: ['queued', 'delayed'] } }, data: { attempts: { increment: 1 } } });
  if (count === 0) return;
  const own = notice.attempts + 1;
  const key = unwrapCaseKey(notice.case.key.wrappedKey);
  const mail = mailSchema.parse(openJson(key, notice.sealedMail, `notice:${noticeId}`));
  const sent = await sendMail(mail, noticeId, async () => {
    const handed = await db().notice.updateMany({ where: { id: noticeId, attempts: own, state: { in: ['queued', 'delayed'] } }, data: { state: 'handedOver' } });
    if (handed.count === 0) throw new MailNotTaken('another try is at it');
  });
  if (!sent.ok && sent.failure === 'unanswered') return leaveUncertain(noticeId, own, notice.case);
  const gaveUp = isGivenUp(sent, attempt, lastAttempt);
  const at = new Date();
  await transaction(async (tx) => {
    await lockedCase(tx, notice.caseId);
    // A newer try has taken this one's place: only what it delivered is still news.
    const current = await tx.notice.findUnique({ where: { id: noticeId }, select: { attempts: true, state: true } });
    if (current?.state === 'sent' || current?.state === 'told' || (!sent.ok && current?.attempts !== own)) return;
    const scope = { controllerId: notice.case.controllerId, caseId: notice.caseId, reference: notice.case.reference };
    const log = (event: Parameters<typeof appendAudit>[3][number]) => appendAudit(tx, WORKER, scope, [event], at);
    if (sent.ok) {
      await tx.notice.update({ where: { id: noticeId }, data: { state: 'sent', sentAt: at, transportId: sent.transportId, lastFailure: null } });
      await log({ kind: 'MailSent', data: { noticeId, attempt: own } });
      // Refused as done for every notice but one of more time: that one moves the last day by having left.
      await handleIn(tx, notice.caseId, { type: 'RecordNoticeSent', noticeId }, WORKER, { at });
    } else {
      await tx.notice.update({ where: { id: noticeId }, data: { state: gaveUp ? 'failed' : 'delayed', lastFailure: sent.failure } });
      const failed = { noticeId, attempt: own, reason: sent.failure };
      await log(gaveUp ? { kind: 'MailFailed', data: failed } : { kind: 'MailDelayed', data: { ...failed, retryAt: retryAt.toISOString() } });
    }
    await recount(tx, notice.caseId, at);
  });
  if (!sent.ok && !gaveUp) throw new MailNotTaken(sent.failure);
}

/** The server had the mail and nobody knows what became of it: it is not sent again by itself, a person decides. */
async function leaveUncertain(noticeId: string, attempt: number, about: { id: string; controllerId: string; reference: string }): Promise<void> {
  const at = new Date();
  await transaction(async (tx) => {
    await lockedCase(tx, about.id);
    const { count } = await tx.notice.updateMany({ where: { id: noticeId, attempts: attempt, state: 'handedOver' }, data: { state: 'uncertain', lastFailure: 'unanswered' } });
    if (count === 0) return;
    await appendAudit(tx, WORKER, { controllerId: about.controllerId, caseId: about.id, reference: about.reference }, [{ kind: 'MailLeftUnanswered', data: { noticeId, attempt } }], at);
    await recount(tx, about.id, at);
  });
}

/** Sends one mail to a member of the staff. One that was given up is not mended: what it tells shows in the queue. @throws MailNotTaken so that the queue tries again */
export async function sendStaffMail(mailId: string, attempt: number, lastAttempt: number): Promise<void> {
  const mail = await db().staffMail.findUnique({ where: { id: mailId }, include: { staff: { select: { email: true, disabledAt: true } } } });
  if (!mail || mail.state === 'sent' || mail.staff.disabledAt) return;
  const { subject, text, html } = mail;
  const sent = await sendMail({ to: mail.staff.email, subject, text, html }, mailId);
  const gaveUp = isGivenUp(sent, attempt, lastAttempt);
  const outcome = sent.ok ? { state: 'sent', sentAt: new Date(), lastFailure: null } : { state: gaveUp ? 'failed' : 'delayed', lastFailure: sent.failure };
  await db().staffMail.update({ where: { id: mailId }, data: { attempts: attempt, ...outcome } });
  if (!sent.ok && !gaveUp) throw new MailNotTaken(sent.failure);
}
