import { z } from 'zod';
import type { Actor } from '@/lib/domain/case/actor';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { handleIn } from '@/lib/features/cases/mutations/handle';
import { recount } from '@/lib/features/case-file/upkeep/projection';
import { lockedCase } from '@/lib/features/case-file/data/case';
import { changeNotice, enqueueNotice } from '@/lib/features/case-file/upkeep/outbox';
import { enqueueStaffMail } from '@/lib/features/staff-mail/mutations';
import { db, transaction } from '@/lib/platform/db/client';
import { openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';
import { MailNotTaken, type JobTry, type Outbox, recordTry, type Tried, tryOnce } from './try';

const mailSchema = z.strictObject({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() });

const WORKER: Actor = { kind: 'system', id: 'worker' };

const changeStaffMail: Outbox = (tx, where, { transportId: _, ...data }) => tx.staffMail.updateMany({ where, data });

/**
 * Sends one mail to a requester and records the try. One that could not be sent stays, shows on the case, and is tried again with growing
 * pauses; one that was given up or may have arrived is a person's to decide.
 * @throws MailNotTaken so that the queue tries again.
 */
export async function sendNotice(noticeId: string, jobTry: JobTry, retryAt: Date): Promise<void> {
  const notice = await db().notice.findUnique({
    where: { id: noticeId },
    include: { case: { include: { key: true } } },
  });
  if (!notice || !notice.case.key?.wrappedKey) return;
  const mail = mailSchema.parse(
    openJson(unwrapCaseKey(notice.case.key.wrappedKey), notice.sealedMail, `notice:${noticeId}`),
  );
  const tried = await tryOnce(changeNotice, notice, mail, jobTry);
  if (!tried) return;
  const at = new Date();
  const { caseId } = notice;
  await transaction(async (tx) => {
    await lockedCase(tx, caseId);
    if (!(await recordTry(tx, changeNotice, notice, tried, at))) return;
    const { controllerId, reference } = notice.case;
    await appendAudit(tx, WORKER, { controllerId, caseId, reference }, [eventOf(noticeId, tried, retryAt)], at);
    // Refused as done for every notice but one of more time: that one moves the last day by having left.
    if (tried.state === 'sent') await handleIn(tx, caseId, { type: 'RecordNoticeSent', noticeId }, WORKER, { at });
    await recount(tx, caseId, at);
  });
  if (tried.state === 'delayed') throw new MailNotTaken(tried.failure);
}

function eventOf(noticeId: string, tried: Tried, retryAt: Date): Parameters<typeof appendAudit>[3][number] {
  const data = { noticeId, attempt: tried.own };
  switch (tried.state) {
    case 'sent':
      return { kind: 'MailSent', data };
    case 'uncertain':
      return { kind: 'MailLeftUnanswered', data };
    case 'failed':
      return { kind: 'MailFailed', data: { ...data, reason: tried.failure } };
    case 'delayed':
      return { kind: 'MailDelayed', data: { ...data, reason: tried.failure, retryAt: retryAt.toISOString() } };
  }
}

/** Sends one mail to a member of the staff, in the same way. @throws MailNotTaken so that the queue tries again */
export async function sendStaffMail(mailId: string, jobTry: JobTry): Promise<void> {
  const row = await db().staffMail.findUnique({
    where: { id: mailId },
    include: { staff: { select: { email: true, disabledAt: true } } },
  });
  if (!row || row.staff.disabledAt) return;
  const { subject, text, html } = row;
  const tried = await tryOnce(changeStaffMail, row, { to: row.staff.email, subject, text, html }, jobTry);
  if (!tried) return;
  await recordTry(db(), changeStaffMail, row, tried, new Date());
  if (tried.state === 'delayed') throw new MailNotTaken(tried.failure);
}

/**
 * Gives mails that wait and that no job will send a job again: one that was killed at its last try left them waiting, and what they say of
 * themselves ("tried again by itself") would not be so.
 */
export async function takeUpMails(): Promise<void> {
  const notices = await db().$queryRaw<
    { id: string }[]
  >`select n."id" from "Notice" n join "CaseKey" k on k."caseId" = n."caseId" and k."wrappedKey" is not null
    where n."state" in ('queued', 'delayed', 'handedOver')
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'notice:' || n."id" and (j.attempts < j.max_attempts or j.locked_at is not null))`;
  for (const { id } of notices) await enqueueNotice(db(), id);
  const mails = await db().$queryRaw<
    { id: string }[]
  >`select m."id" from "StaffMail" m join "StaffMember" s on s."id" = m."staffId" and s."disabledAt" is null
    where m."state" in ('queued', 'delayed', 'handedOver')
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'staffMail:' || m."id" and (j.attempts < j.max_attempts or j.locked_at is not null))`;
  for (const { id } of mails) await enqueueStaffMail(db(), id);
}
