import { noticeMail, type NoticeProps } from '@/emails/notice';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { NoticeKind } from '@/lib/domain/case/notices';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Locale } from '@/lib/domain/locale';
import { appendAudit } from '@/lib/features/audit/mutations';
import { answersOf, type CaseRow, keyOf, localeOf } from '@/lib/features/cases/data';
import { issueToken } from '@/lib/features/confirmation/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import type { Db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';
import { type CaseKey, sealJson } from '@/lib/platform/vault/case-key';
import { answerWords, closedWords, dueWords, extensionWords, rejectedWords } from './data';

/** The case a mail is about, with what is needed to write and seal it. */
export type NoticeCase = {
  readonly caseId: string;
  readonly controllerId: string;
  readonly reference: string;
  readonly locale: Locale;
  readonly email: string;
  readonly key: CaseKey;
};

/**
 * Puts a mail into the outbox, in the transaction of what it tells about. The worker sends it and records each attempt.
 * @param values dates already written out in the requester's language, and the link or code.
 */
export async function queueNotice(
  tx: Db,
  about: NoticeCase,
  kind: NoticeKind,
  values: Omit<NoticeProps, 'locale' | 'controller' | 'accent' | 'reference'>,
  at: Date,
  id: string = newId(),
): Promise<void> {
  const { definition, accent } = controller(about.controllerId);
  const { caseId, controllerId, reference, locale } = about;
  const mail = { to: about.email, ...noticeMail(kind, { locale, controller: definition.name, accent: accent.light, reference, ...values }) };
  await tx.notice.create({
    data: { id, caseId, kind, locale, sealedMail: sealJson(about.key, mail, `notice:${id}`), createdAt: at },
  });
  await appendAudit(tx, { kind: 'system', id: 'portal' }, { caseId, controllerId, reference }, [{ kind: 'NoticeQueued', data: { noticeId: id, notice: kind, locale } }], at);
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
  const kind = noticeFor(event, actor);
  if (!kind) return;
  const about = await noticeCaseOf(row, tx);
  const values = await valuesOf(tx, row, event, at, rules);
  const noticeId = event.type === 'ExtensionDecided' ? event.noticeId : newId();
  const link = kind === 'withdrawn' ? {} : { link: await pageLink(tx, row, noticeId, at) };
  await queueNotice(tx, about, kind, { ...values, ...link }, at, noticeId);
}

async function valuesOf(tx: Db, row: CaseRow, event: CaseEvent, at: Date, rules: CaseRules): Promise<Partial<NoticeProps>> {
  const law = translator(localeOf(row.locale), 'law');
  switch (event.type) {
    case 'EmailConfirmed':
    case 'CaseReopened':
      return { dueOn: dueWords(row, rules, at) };
    case 'ExtensionDecided':
      return extensionWords(row, event, rules, at);
    case 'DecisionApproved':
    case 'BundleSealed':
      return answerWords(tx, row, rules, at);
    case 'RightCarriedOut':
      return { what: law(`right.${event.right}.plain`), on: longDate(event.on, localeOf(row.locale)) };
    case 'IdentityRejected':
      return rejectedWords(row, rules, at);
    case 'CaseClosed':
      return closedWords(tx, row, at);
    default:
      return {};
  }
}

function noticeFor(event: CaseEvent, actor: Actor): NoticeKind | null {
  switch (event.type) {
    case 'EmailConfirmed':
      return 'acknowledgement';
    case 'IdentityQuestioned':
    case 'ClarificationAsked':
      return 'question';
    case 'ExtensionDecided':
      return 'extension';
    case 'IdentityRejected':
      return 'identityRejected';
    case 'DecisionApproved':
      return event.bundle ? null : 'answerReady';
    case 'BundleSealed':
      return 'answerReady';
    case 'RightCarriedOut':
      return 'carriedOut';
    case 'CaseClosed':
      return 'closed';
    case 'CaseWithdrawn':
      return 'withdrawn';
    case 'CaseReopened':
      return 'reopened';
    case 'MessageWritten':
      return actor.kind === 'staff' ? 'newMessage' : null;
    default:
      return null;
  }
}
