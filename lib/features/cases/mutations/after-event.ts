import type { CaseEvent } from '@/lib/domain/case/events';
import { noticeCaseOf, queueNotice } from '@/lib/features/case-file/upkeep/outbox';
import { issueToken } from '@/lib/features/confirmation/mutations';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { BUNDLE_CONSEQUENCES } from './bundle';
import { CARRY_OUT_CONSEQUENCES } from './carry-out';
import { COLLECTION_CONSEQUENCES } from './collection';
import type { ConsequenceRows, Consequences, Situation } from './consequences';
import { CONVERSATION_CONSEQUENCES } from './conversation';
import { DEADLINE_CONSEQUENCES } from './deadlines';
import { DECISION_CONSEQUENCES } from './decisions';
import { EFFECT_CONSEQUENCES } from './effects';
import { ENDING_CONSEQUENCES } from './endings';
import { ERASURE_CONSEQUENCES } from './erasure';
import { IDENTITY_CONSEQUENCES } from './identity';
import { MANDATE_CONSEQUENCES } from './mandate';
import { NOTICE_CONSEQUENCES } from './notices';
import { QUESTION_CONSEQUENCES } from './questions';
import { RECIPIENT_CONSEQUENCES } from './recipients';
import { REJECTION_CONSEQUENCES } from './rejection';
import { RESTRICTION_CONSEQUENCES } from './restriction';
import { REVIEW_CONSEQUENCES } from './review';
import { STATEMENT_CONSEQUENCES } from './statements';
import { TRANSMISSION_CONSEQUENCES } from './transmission';

const CONSEQUENCES: ConsequenceRows<CaseEvent> = {
  ...IDENTITY_CONSEQUENCES,
  ...MANDATE_CONSEQUENCES,
  ...REJECTION_CONSEQUENCES,
  ...QUESTION_CONSEQUENCES,
  ...DEADLINE_CONSEQUENCES,
  ...COLLECTION_CONSEQUENCES,
  ...REVIEW_CONSEQUENCES,
  ...DECISION_CONSEQUENCES,
  ...CARRY_OUT_CONSEQUENCES,
  ...ERASURE_CONSEQUENCES,
  ...EFFECT_CONSEQUENCES,
  ...RESTRICTION_CONSEQUENCES,
  ...RECIPIENT_CONSEQUENCES,
  ...STATEMENT_CONSEQUENCES,
  ...TRANSMISSION_CONSEQUENCES,
  ...BUNDLE_CONSEQUENCES,
  ...NOTICE_CONSEQUENCES,
  ...CONVERSATION_CONSEQUENCES,
  ...ENDING_CONSEQUENCES,
};

// The row under an event's type takes that very event, which a union of rows cannot say.
const rowOf = (event: CaseEvent) => CONSEQUENCES[event.type] as Consequences<CaseEvent>;

/** The rows that an event changes besides the state of the case. */
export async function writeRows(event: CaseEvent, situation: Situation): Promise<void> {
  await rowOf(event).rows?.(event, situation);
}

/** A link that opens the requester's page once, and no data; whoever comes after that is mailed another. */
async function pageLink({ tx, row, at }: Situation, noticeId: string): Promise<string> {
  const { token } = await issueToken(tx, { caseId: row.id, purpose: 'pageLink', noticeId, at });
  return `${env().BASE_URL}/${row.controllerId}/${row.locale}/confirm/${token}`;
}

/** The mail that an event owes the requester, if it owes one. */
export async function tellRequester(event: CaseEvent, situation: Situation): Promise<void> {
  const owed = await rowOf(event).mail?.(event, situation);
  if (!owed) return;
  const { rights, letter, ...notice } = owed;
  const { tx, row, at } = situation;
  const about = await noticeCaseOf(row, tx);
  const noticeId = 'noticeId' in event ? event.noticeId : newId();
  const link = notice.kind === 'withdrawn' ? null : await pageLink(situation, noticeId);
  const outgoing = { notice, wayIn: { link, code: null }, ...(rights && { rights }), ...(letter && { letter }) };
  await queueNotice(tx, about, outgoing, at, noticeId);
}
