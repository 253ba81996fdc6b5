import { type Notice, noticeMail } from '@/emails/notice';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { CaseRules } from '@/lib/domain/case/rules';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { answersOf, type CaseRow, keyOf, localeOf } from '@/lib/features/case-file/data/case';
import { issueToken } from '@/lib/features/confirmation/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import type { Db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';
import { sealJson } from '@/lib/platform/vault/case-key';
import { answerWords, closedWords, dueWords, extensionWords, rejectedWords } from '@/lib/features/cases/data/mail-words';
import type { NoticeCase, Outgoing } from '@/lib/features/case-file/types/notices';

/** Puts a mail into the outbox, in the transaction of what it tells about. The worker sends it and records each attempt. */
export async function queueNotice(tx: Db, about: NoticeCase, { notice, wayIn, tells = [] }: Outgoing, at: Date, id: string = newId()): Promise<void> {
  const { kind } = notice;
  const { definition, accent } = controller(about.controllerId);
  const { caseId, controllerId, reference, locale } = about;
  const mail = { to: about.email, ...noticeMail(notice, { locale, controller: definition.name, accent: accent.light, reference }, wayIn) };
  await tx.notice.create({
    data: { id, caseId, kind, locale, sealedMail: sealJson(about.key, mail, `notice:${id}`), createdAt: at },
  });
  const told = tells.map(({ rule, purposes }) => ({ rule: rule.id, purposes: purposes.map((purpose) => purpose.id) }));
  await appendAudit(tx, { kind: 'system', id: 'portal' }, { caseId, controllerId, reference }, [{ kind: 'NoticeQueued', data: { noticeId: id, notice: kind, locale, ...(told.length > 0 && { tells: told }) } }], at);
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

/** A link that opens the requester's page once, and no data; whoever comes after that is mailed another. */
async function pageLink(tx: Db, row: CaseRow, noticeId: string, at: Date): Promise<string> {
  const { token } = await issueToken(tx, { caseId: row.id, purpose: 'pageLink', noticeId, at });
  return `${env().BASE_URL}/${row.controllerId}/${row.locale}/confirm/${token}`;
}

export async function noticeCaseOf(row: CaseRow, tx: Db): Promise<NoticeCase> {
  const { email } = await answersOf(row, tx);
  return { caseId: row.id, controllerId: row.controllerId, reference: row.reference, locale: localeOf(row.locale), email, key: keyOf(row) };
}

/** The mail that an event owes the requester, if it owes one. */
export async function tellRequester(tx: Db, row: CaseRow, event: CaseEvent, actor: Actor, at: Date, rules: CaseRules): Promise<void> {
  const notice = await noticeFor(tx, row, event, actor, at, rules);
  if (!notice) return;
  const about = await noticeCaseOf(row, tx);
  const noticeId = event.type === 'ExtensionDecided' ? event.noticeId : newId();
  const link = notice.kind === 'withdrawn' ? null : await pageLink(tx, row, noticeId, at);
  await queueNotice(tx, about, { notice, wayIn: { link, code: null } }, at, noticeId);
}

async function noticeFor(tx: Db, row: CaseRow, event: CaseEvent, actor: Actor, at: Date, rules: CaseRules): Promise<Notice | null> {
  switch (event.type) {
    case 'EmailConfirmed':
      return { kind: 'acknowledgement', words: { dueOn: dueWords(row, rules, at) } };
    case 'IdentityQuestioned':
    case 'ClarificationAsked':
      return { kind: 'question', words: {} };
    case 'ExtensionDecided':
      return { kind: 'extension', words: extensionWords(row, event, rules, at) };
    case 'IdentityRejected':
      return { kind: 'identityRejected', words: rejectedWords(row, rules, at) };
    case 'DecisionApproved':
      return event.bundle ? null : { kind: 'answerReady', words: await answerWords(tx, row, rules, at) };
    case 'BundleSealed':
      return { kind: 'answerReady', words: await answerWords(tx, row, rules, at) };
    case 'RightCarriedOut':
      return { kind: 'carriedOut', words: { what: translator(localeOf(row.locale), 'law')(`right.${event.right}.plain`), on: longDate(event.on, localeOf(row.locale)) } };
    case 'CaseClosed':
      return { kind: 'closed', words: await closedWords(tx, row, at) };
    case 'CaseWithdrawn':
      return { kind: 'withdrawn', words: {} };
    case 'CaseReopened':
      return { kind: 'reopened', words: { dueOn: dueWords(row, rules, at) } };
    case 'MessageWritten':
      return actor.kind === 'staff' ? { kind: 'newMessage', words: {} } : null;
    default:
      return null;
  }
}
