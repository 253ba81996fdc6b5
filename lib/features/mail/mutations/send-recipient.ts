import { recipientMail } from '@/emails/recipient';
import type { Actor } from '@/lib/domain/case/actor';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { recipientColumns } from '@/lib/features/case-file/schema/rows';
import { changeRecipientMail, enqueueRecipientMail } from '@/lib/features/case-file/upkeep/recipient-mail';
import { handleIn } from '@/lib/features/cases/mutations/handle';
import { controllers } from '@/lib/platform/controllers/registry';
import { db, transaction } from '@/lib/platform/db/client';
import { parseRow } from '@/lib/platform/db/parse-row';
import { env } from '@/lib/platform/env';
import { mailedToken } from '@/lib/platform/vault/mailed-token';
import { MailNotTaken, type JobTry, recordTry, tryOnce } from './try';

const WORKER: Actor = { kind: 'system', id: 'worker' };

/**
 * Sends the mail that tells a recipient what was done, and records the try; one that was told or excused meanwhile is not mailed. Given up, it
 * is a person's to tell.
 * @throws MailNotTaken so that the queue tries again
 */
export async function sendRecipientMail(recipientNoticeId: string, jobTry: JobTry): Promise<void> {
  const row = await db().recipientNotice.findUnique({
    where: { id: recipientNoticeId },
    include: { case: { select: { controllerId: true, reference: true } } },
  });
  if (!row || row.state === null || row.toldOn !== null || row.excusedFor !== null) return;
  const loaded = controllers().get(row.case.controllerId);
  const recipient = loaded?.dataMap.recipients[row.recipientId];
  const token = mailedToken('recipient', row.id, row.tokenHash);
  if (!loaded || !recipient?.contact || token === null) return;
  const titles = collectionsOf(loaded.dataMap).filter(({ id }) => row.collections.includes(id));
  const mail = recipientMail({
    step: parseRow(recipientColumns, row).step,
    recipient: recipient.name.en,
    controller: loaded.definition.legalName,
    reference: row.case.reference,
    data: new Intl.ListFormat('en').format(titles.map(({ title }) => title.en)),
    accent: loaded.accent.light,
    link: `${env().BASE_URL}/told/${token}`,
  });
  const outbox = { id: row.id, state: row.state, attempts: row.attempts };
  const tried = await tryOnce(changeRecipientMail, outbox, { to: recipient.contact, ...mail }, jobTry);
  if (!tried) return;
  const at = new Date();
  await transaction(async (tx) => {
    const news = await recordTry(tx, changeRecipientMail, outbox, tried, at);
    if (!news || tried.state === 'delayed') return;
    const failure = tried.state === 'sent' ? null : tried.failure;
    await handleIn(tx, row.caseId, { type: 'RecordRecipientMail', recipientNoticeId, failure }, WORKER, { at });
  });
  if (tried.state === 'delayed') throw new MailNotTaken(tried.failure);
}

/** Gives mails to recipients that wait and that no job will send a job again. */
export async function takeUpRecipientMails(): Promise<void> {
  const mails = await db().$queryRaw<{ id: string }[]>`select r."id" from "RecipientNotice" r
    where r."state" in ('queued', 'delayed', 'handedOver') and r."toldOn" is null and r."excusedFor" is null
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'recipientMail:' || r."id" and (j.attempts < j.max_attempts or j.locked_at is not null))`;
  for (const { id } of mails) await enqueueRecipientMail(db(), id);
}
