import { noticeMail, type NoticeProps } from '@/emails/notice';
import type { Actor } from '@/lib/domain/case/actor';
import { clocksOf, isAnswerClock } from '@/lib/domain/case/due';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { NoticeKind } from '@/lib/domain/case/notices';
import type { CaseRules } from '@/lib/domain/case/rules';
import { cite } from '@/lib/domain/clock/describe';
import { localDateOf } from '@/lib/domain/clock/local-date';
import type { Locale } from '@/lib/domain/locale';
import { appendAudit } from '@/lib/features/audit/mutations';
import { answersOf, caseOf, type CaseRow, dayOf, keyOf, localeOf } from '@/lib/features/cases/data';
import { controller } from '@/lib/platform/controllers/registry';
import type { Db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';
import { type CaseKey, sealJson } from '@/lib/platform/vault/case-key';

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

const enqueueNotice = (tx: Db, noticeId: string): Promise<void> => enqueue(tx, { name: 'sendNotice', payload: { noticeId }, maxAttempts: 25 });

/** Tries a mail again that was given up. */
export async function resendNotice(tx: Db, noticeId: string): Promise<void> {
  await tx.notice.update({ where: { id: noticeId }, data: { state: 'queued', lastFailure: null } });
  await enqueueNotice(tx, noticeId);
}

/** What the mail was to say was told another way: it counts from now. */
export async function markTold(tx: Db, noticeId: string, at: Date): Promise<void> {
  await tx.notice.update({ where: { id: noticeId }, data: { state: 'told', sentAt: at } });
}

/** The requester's own page; what opens it is a cookie, or a link that is mailed afresh. */
const pageOf = (row: Pick<CaseRow, 'controllerId' | 'locale'>): string => `${env().BASE_URL}/${row.controllerId}/${row.locale}/my-request`;

export async function noticeCaseOf(row: CaseRow, tx: Db): Promise<NoticeCase> {
  const { email } = await answersOf(row, tx);
  return { caseId: row.id, controllerId: row.controllerId, reference: row.reference, locale: localeOf(row.locale), email, key: keyOf(row) };
}

/** The mail that an event owes the requester, if it owes one. */
export async function tellRequester(tx: Db, row: CaseRow, event: CaseEvent, actor: Actor, at: Date, rules: CaseRules): Promise<void> {
  const kind = noticeFor(event, actor);
  if (!kind) return;
  const about = await noticeCaseOf(row, tx);
  const link = kind !== 'withdrawn' && { link: pageOf(row) };
  if (event.type === 'ExtensionDecided') {
    const values = { ...extended(row, event, rules, at, about.locale), reasons: event.reasons.length > 1 ? 'both' : event.reasons[0], ...link };
    return queueNotice(tx, about, kind, values, at, event.noticeId);
  }
  if (event.type === 'RightCarriedOut') {
    const say = translator(about.locale, 'law');
    return queueNotice(tx, about, kind, { what: say(`right.${event.right}.plain`), on: longDate(event.on, about.locale), ...link }, at);
  }
  const asking = kind === 'identityRejected' ? (rules.questionLaw('identity', caseOf(row).rights) ?? '') : null;
  const bundleUntil = kind === 'closed' ? await untilOf(tx, row, about.locale, at) : undefined;
  await queueNotice(tx, about, kind, { dueOn: longDate(dayOf(row.dueOn), about.locale), ...link, ...(asking !== null && { law: cite(asking, translator(about.locale, 'law')) }), ...(bundleUntil && { until: bundleUntil }) }, at);
}

/** The last days as they will be once the notice has left, one or one for each law where they differ, and the laws that allow it. */
function extended(row: CaseRow, { reasons, promisedOn }: Extract<CaseEvent, { type: 'ExtensionDecided' }>, rules: CaseRules, at: Date, locale: Locale): { dueOn: string; law: string } {
  const current = caseOf(row);
  const clockEvents = [...current.clockEvents, { type: 'deadlineExtended' as const, at: at.toISOString(), reasons: reasons.join('+'), ...(promisedOn && { promisedOn }) }];
  const say = translator(locale, 'law');
  const clocks = clocksOf({ ...current, clockEvents }, rules, at.toISOString()).filter((clock) => isAnswerClock(clock) && clock.extension?.state === 'valid');
  const days = new Map(clocks.map(({ regime, bindingOn }) => [regime, longDate(bindingOn, locale)]));
  const distinct = [...new Set(days.values())];
  const said = distinct.length === 1 ? distinct : [...days].map(([regime, on]) => `${on} (${say(`regime.${regime}`)})`);
  return { dueOn: new Intl.ListFormat(locale).format(said), law: [...new Set(clocks.map(({ citation }) => cite(citation, say)))].join('; ') };
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
    case 'MessageWritten':
      return actor.kind === 'staff' ? 'newMessage' : null;
    default:
      return null;
  }
}

async function untilOf(tx: Db, row: CaseRow, locale: Locale, at: Date): Promise<string> {
  const { definition } = controller(row.controllerId);
  const bundle = await tx.bundle.findFirst({ where: { caseId: row.id, state: 'sealed' }, orderBy: { createdAt: 'desc' } });
  const until = bundle?.expiresAt ?? new Date(at.getTime() + definition.retention.bundleDays * 86_400_000);
  return longDate(localDateOf(until.toISOString(), definition.timezone), locale);
}
