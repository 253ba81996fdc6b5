import { noticeMail } from '@/emails/notice';
import type { MailState } from '@/lib/domain/case/notices';
import { type CaseRow, contactOf, keyOf, localeOf } from '@/lib/features/case-file/data/case';
import { letterDigest, letterLabel } from '@/lib/features/case-file/data/letters';
import type { NoticeCase, Outgoing } from '@/lib/features/case-file/types/notices';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { controller } from '@/lib/platform/controllers/registry';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import type { MailFailure } from '@/lib/platform/mail';
import { enqueue } from '@/lib/platform/queue';
import { sealJson } from '@/lib/platform/vault/case-key';

/** Puts a mail into the outbox, in the transaction of what it tells about. The worker sends it and records each attempt. */
export async function queueNotice(
  tx: Db,
  about: NoticeCase,
  { notice, wayIn, tells = [], rights = [], letter }: Outgoing,
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
    data: {
      id,
      caseId,
      kind,
      locale,
      sealedMail: sealJson(about.key, mail, `notice:${id}`),
      ...(letter && { sealedLetter: sealJson(about.key, letter, letterLabel(id)), template: letter.template }),
      rights: [...rights],
      createdAt: at,
    },
  });
  const told = tells.map(({ rule, purposes }) => ({ rule: rule.id, purposes: purposes.map((purpose) => purpose.id) }));
  await appendAudit(
    tx,
    { kind: 'system', id: 'portal' },
    { caseId, controllerId, reference },
    [
      {
        kind: 'NoticeQueued',
        data: {
          noticeId: id,
          notice: kind,
          locale,
          ...(told.length > 0 && { tells: told }),
          ...(letter && { letter: { template: letter.template, digest: letterDigest(about.key, letter) } }),
        },
      },
    ],
    at,
  );
  await enqueueNotice(tx, id);
}

/** Gives a mail the job that sends it; the key keeps a second one from standing beside it. */
export const enqueueNotice = (tx: Db, noticeId: string): Promise<void> =>
  enqueue(tx, { name: 'sendNotice', payload: { noticeId }, key: `notice:${noticeId}`, maxAttempts: 25 });

export async function noticeCaseOf(row: CaseRow, tx: Db): Promise<NoticeCase> {
  const email = await contactOf(row, tx);
  return {
    caseId: row.id,
    controllerId: row.controllerId,
    reference: row.reference,
    locale: localeOf(row.locale),
    email,
    key: keyOf(row),
  };
}

/** What a try to send writes on a mail. */
export type NoticeChange = {
  readonly state?: MailState;
  readonly attempts?: { readonly increment: 1 };
  readonly sentAt?: Date;
  readonly transportId?: string;
  /** `cameBack`: a server took it, and one further on sent it back. */
  readonly lastFailure?: MailFailure | 'cameBack' | null;
};

/** Changes a mail that is still as a try believes it to be. */
export const changeNotice = (
  tx: Db,
  where: { readonly id: string; readonly attempts?: number; readonly state: { in: MailState[] } },
  data: NoticeChange,
): Promise<{ count: number }> => tx.notice.updateMany({ where, data });

/** The desk was written to about these. */
export async function markReminded(tx: Db, reminderIds: readonly string[], at: Date): Promise<void> {
  await tx.reminder.updateMany({ where: { id: { in: [...reminderIds] } }, data: { mailedAt: at } });
}
