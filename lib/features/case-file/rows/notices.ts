import { noticeMail } from '@/emails/notice';
import { answersOf, type CaseRow, keyOf, localeOf } from '@/lib/features/case-file/data/case';
import type { NoticeCase, Outgoing } from '@/lib/features/case-file/types/notices';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { controller } from '@/lib/platform/controllers/registry';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';
import { sealJson } from '@/lib/platform/vault/case-key';

/** Puts a mail into the outbox, in the transaction of what it tells about. The worker sends it and records each attempt. */
export async function queueNotice(
  tx: Db,
  about: NoticeCase,
  { notice, wayIn, tells = [] }: Outgoing,
  at: Date,
  id: string = newId(),
): Promise<void> {
  const { kind } = notice;
  const { definition, accent } = controller(about.controllerId);
  const { caseId, controllerId, reference, locale } = about;
  const mail = {
    to: about.email,
    ...noticeMail(notice, { locale, controller: definition.name, accent: accent.light, reference }, wayIn),
  };
  await tx.notice.create({
    data: { id, caseId, kind, locale, sealedMail: sealJson(about.key, mail, `notice:${id}`), createdAt: at },
  });
  const told = tells.map(({ rule, purposes }) => ({ rule: rule.id, purposes: purposes.map((purpose) => purpose.id) }));
  await appendAudit(
    tx,
    { kind: 'system', id: 'portal' },
    { caseId, controllerId, reference },
    [{ kind: 'NoticeQueued', data: { noticeId: id, notice: kind, locale, ...(told.length > 0 && { tells: told }) } }],
    at,
  );
  await enqueueNotice(tx, id);
}

/** Gives a mail the job that sends it; the key keeps a second one from standing beside it. */
export const enqueueNotice = (tx: Db, noticeId: string): Promise<void> =>
  enqueue(tx, { name: 'sendNotice', payload: { noticeId }, key: `notice:${noticeId}`, maxAttempts: 25 });

/** Tries a mail again that was given up. */
export async function resendNotice(tx: Db, noticeId: string): Promise<void> {
  await tx.notice.update({ where: { id: noticeId }, data: { state: 'queued', lastFailure: null } });
  await enqueueNotice(tx, noticeId);
}

/** What the mail was to say was told another way: it counts from now. */
export async function markTold(tx: Db, noticeId: string, at: Date): Promise<void> {
  await tx.notice.update({ where: { id: noticeId }, data: { state: 'told', sentAt: at } });
}

export async function noticeCaseOf(row: CaseRow, tx: Db): Promise<NoticeCase> {
  const { email } = await answersOf(row, tx);
  return {
    caseId: row.id,
    controllerId: row.controllerId,
    reference: row.reference,
    locale: localeOf(row.locale),
    email,
    key: keyOf(row),
  };
}
