import type { Notice } from '@/emails/notice';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { CaseRules } from '@/lib/domain/case/rules';
import { type CaseRow, localeOf } from '@/lib/features/case-file/data/case';
import { noticeCaseOf, queueNotice } from '@/lib/features/case-file/rows/notices';
import {
  answerWords,
  closedWords,
  dueWords,
  extensionWords,
  rejectedWords,
} from '@/lib/features/cases/data/mail-words';
import { issueToken } from '@/lib/features/confirmation/mutations';
import type { Db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';
import { newId } from '@/lib/platform/ids';

/** A link that opens the requester's page once, and no data; whoever comes after that is mailed another. */
async function pageLink(tx: Db, row: CaseRow, noticeId: string, at: Date): Promise<string> {
  const { token } = await issueToken(tx, { caseId: row.id, purpose: 'pageLink', noticeId, at });
  return `${env().BASE_URL}/${row.controllerId}/${row.locale}/confirm/${token}`;
}

/** The mail that an event owes the requester, if it owes one. */
export async function tellRequester(
  tx: Db,
  row: CaseRow,
  event: CaseEvent,
  actor: Actor,
  at: Date,
  rules: CaseRules,
): Promise<void> {
  const notice = await noticeFor(tx, row, event, actor, at, rules);
  if (!notice) return;
  const about = await noticeCaseOf(row, tx);
  const noticeId = event.type === 'ExtensionDecided' ? event.noticeId : newId();
  const link = notice.kind === 'withdrawn' ? null : await pageLink(tx, row, noticeId, at);
  await queueNotice(tx, about, { notice, wayIn: { link, code: null } }, at, noticeId);
}

async function noticeFor(
  tx: Db,
  row: CaseRow,
  event: CaseEvent,
  actor: Actor,
  at: Date,
  rules: CaseRules,
): Promise<Notice | null> {
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
      return {
        kind: 'carriedOut',
        words: {
          what: translator(localeOf(row.locale), 'law')(`right.${event.right}.plain`),
          on: longDate(event.on, localeOf(row.locale)),
        },
      };
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
