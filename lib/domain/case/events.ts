import type { AuditEventData } from '../audit/schema';
import { BUNDLE_EVENTS, type BundleEvent } from './commands/bundle';
import { CARRY_OUT_EVENTS, type CarryOutEvent } from './commands/carry-out';
import { COLLECTION_EVENTS, type CollectionEvent } from './commands/collection';
import { CONVERSATION_EVENTS, type ConversationEvent } from './commands/conversation';
import { DEADLINE_EVENTS, type DeadlineEvent } from './commands/deadlines';
import { DECISION_EVENTS, type DecisionEvent } from './commands/decisions';
import { EFFECT_EVENTS, type EffectEvent } from './commands/effects';
import { ENDING_EVENTS, type EndingEvent } from './commands/endings';
import { ERASURE_EVENTS, type ErasureEvent } from './commands/erasure';
import { IDENTITY_EVENTS, type IdentityEvent } from './commands/identity';
import { MANDATE_EVENTS, type MandateEvent } from './commands/mandate';
import { NOTICE_EVENTS, type NoticeEvent } from './commands/notices';
import { QUESTION_EVENTS, type QuestionEvent } from './commands/questions';
import { RECIPIENT_EVENTS, type RecipientEvent } from './commands/recipients';
import { REJECTION_EVENTS, type RejectionEvent } from './commands/rejection';
import { RESTRICTION_EVENTS, type RestrictionEvent } from './commands/restriction';
import { REVIEW_EVENTS, type ReviewEvent } from './commands/review';
import { STATEMENT_EVENTS, type StatementEvent } from './commands/statements';
import type { EventRow, EventRows } from './commands/rows';

/** What happened to a case, as `decide` found it lawful. Rows, notices, jobs and the log all follow from these. */
export type CaseEvent =
  | IdentityEvent
  | MandateEvent
  | RejectionEvent
  | QuestionEvent
  | DeadlineEvent
  | CollectionEvent
  | ReviewEvent
  | DecisionEvent
  | CarryOutEvent
  | ErasureEvent
  | EffectEvent
  | RestrictionEvent
  | RecipientEvent
  | StatementEvent
  | BundleEvent
  | NoticeEvent
  | ConversationEvent
  | EndingEvent;

const EVENTS: EventRows<CaseEvent> = {
  ...IDENTITY_EVENTS,
  ...MANDATE_EVENTS,
  ...REJECTION_EVENTS,
  ...QUESTION_EVENTS,
  ...DEADLINE_EVENTS,
  ...COLLECTION_EVENTS,
  ...REVIEW_EVENTS,
  ...DECISION_EVENTS,
  ...CARRY_OUT_EVENTS,
  ...ERASURE_EVENTS,
  ...EFFECT_EVENTS,
  ...RESTRICTION_EVENTS,
  ...RECIPIENT_EVENTS,
  ...STATEMENT_EVENTS,
  ...BUNDLE_EVENTS,
  ...NOTICE_EVENTS,
  ...CONVERSATION_EVENTS,
  ...ENDING_EVENTS,
};

// The row under an event's type takes that very event, which a union of rows cannot say.
const rowOf = (event: CaseEvent) => EVENTS[event.type] as EventRow<CaseEvent>;

/**
 * What the log says of an event; null for an event that another one implies.
 * @param recordsTotal records found so far, for `CollectionFinished`.
 */
export const auditOf = (event: CaseEvent, recordsTotal: number): AuditEventData | null =>
  rowOf(event).log?.(event, recordsTotal) ?? null;
