import { inquiryMail } from '@/emails/inquiry';
import type { Actor } from '@/lib/domain/case/actor';
import {
  changeInquiryMail,
  enqueueInquiryMail,
  type InquiryMailKind,
} from '@/lib/features/case-file/upkeep/inquiry-mail';
import { handle } from '@/lib/features/cases/mutations/handle';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { controllers } from '@/lib/platform/controllers/registry';
import { db, transaction } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { mailedToken } from '@/lib/platform/vault/mailed-token';
import { MailNotTaken, type JobTry, recordTry, tryOnce } from './try';

const WORKER: Actor = { kind: 'system', id: 'worker' };

/**
 * Sends one mail to the owner of a system and records the try. Where the first one is given up, the desk is told that nobody was asked.
 * A mail about an inquiry that is over is not sent.
 * @throws MailNotTaken so that the queue tries again
 */
export async function sendInquiryMail(mailId: string, jobTry: JobTry): Promise<void> {
  const row = await db().inquiryMail.findUnique({
    where: { id: mailId },
    include: {
      inquiry: { include: { task: true, case: { select: { controllerId: true, reference: true, state: true } } } },
    },
  });
  if (!row) return;
  const { inquiry } = row;
  const { systemId, attempt, task, case: about, caseId } = inquiry;
  const loaded = controllers().get(about.controllerId);
  const system = loaded?.dataMap.systems.find(({ id }) => id === systemId);
  const token = mailedToken('inquiry', inquiry.id, inquiry.tokenHash);
  const over = inquiry.answeredAt !== null || task.attempts !== attempt || about.state !== 'collecting';
  if (!loaded || !system?.owner || token === null || over) return;
  const kind = row.kind as InquiryMailKind;
  const mail = inquiryMail({
    kind,
    owner: system.owner.name,
    system: system.name.en,
    controller: loaded.definition.name,
    accent: loaded.accent.light,
    answerBy: inquiry.answerBy,
    link: `${env().BASE_URL}/asked/${token}`,
  });
  const tried = await tryOnce(changeInquiryMail, row, { to: system.owner.email, ...mail }, jobTry);
  if (!tried) return;
  const at = new Date();
  const told = { system: systemId, inquiryId: inquiry.id, mail: kind };
  const news = await transaction(async (tx) => {
    if (!(await recordTry(tx, changeInquiryMail, row, tried, at))) return false;
    if (tried.state === 'sent')
      await appendAudit(tx, WORKER, { caseId, ...envelope(about) }, [{ kind: 'InquiryMailed', data: told }], at);
    if (tried.state === 'failed' || tried.state === 'uncertain')
      await appendAudit(
        tx,
        WORKER,
        { caseId, ...envelope(about) },
        [{ kind: 'InquiryMailFailed', data: { ...told, reason: tried.failure } }],
        at,
      );
    return true;
  });
  if (news && tried.state === 'failed' && kind === 'asked')
    await handle(
      caseId,
      { type: 'RecordSourceFailure', systemId, attempt, reason: 'ownerNotReached', retryAt: null },
      WORKER,
    );
  if (tried.state === 'delayed') throw new MailNotTaken(tried.failure);
}

const envelope = ({ controllerId, reference }: { controllerId: string; reference: string }) => ({
  controllerId,
  reference,
});

/** Gives mails to owners that wait and that no job will send a job again, as long as their inquiry is not over. */
export async function takeUpInquiryMails(): Promise<void> {
  const mails = await db().$queryRaw<{ id: string }[]>`select m."id" from "InquiryMail" m
    join "Inquiry" i on i."id" = m."inquiryId" and i."answeredAt" is null
    join "CollectionTask" t on t."id" = i."taskId" and t."attempts" = i."attempt"
    join "Case" c on c."id" = i."caseId" and c."state" = 'collecting'
    where m."state" in ('queued', 'delayed', 'handedOver')
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'inquiryMail:' || m."id" and (j.attempts < j.max_attempts or j.locked_at is not null))`;
  for (const { id } of mails) await enqueueInquiryMail(db(), id);
}
