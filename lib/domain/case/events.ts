import type { LoggedAs } from '../audit/story';
import { BUNDLE_EVENTS, BUNDLE_KINDS, type BundleEvent } from './commands/bundle';
import { CARRY_OUT_EVENTS, CARRY_OUT_KINDS, type CarryOutEvent } from './commands/carry-out';
import { COLLECTION_EVENTS, COLLECTION_KINDS, type CollectionEvent } from './commands/collection';
import { CONVERSATION_EVENTS, CONVERSATION_KINDS, type ConversationEvent } from './commands/conversation';
import { DEADLINE_EVENTS, DEADLINE_KINDS, type DeadlineEvent } from './commands/deadlines';
import { DECISION_EVENTS, DECISION_KINDS, type DecisionEvent } from './commands/decisions';
import { EFFECT_EVENTS, EFFECT_KINDS, type EffectEvent } from './commands/effects';
import { ENDING_EVENTS, ENDING_KINDS, type EndingEvent } from './commands/endings';
import { ERASURE_EVENTS, ERASURE_KINDS, type ErasureEvent } from './commands/erasure';
import { REST_EVENTS, REST_KINDS, type RestEvent } from './commands/rest-of-erasure';
import { IDENTITY_EVENTS, IDENTITY_KINDS, type IdentityEvent } from './commands/identity';
import { MANDATE_EVENTS, MANDATE_KINDS, type MandateEvent } from './commands/mandate';
import { NOTICE_EVENTS, NOTICE_KINDS, type NoticeEvent } from './commands/notices';
import { QUESTION_EVENTS, QUESTION_KINDS, type QuestionEvent } from './commands/questions';
import { RECIPIENT_EVENTS, RECIPIENT_KINDS, type RecipientEvent } from './commands/recipients';
import { REJECTION_EVENTS, REJECTION_KINDS, type RejectionEvent } from './commands/rejection';
import { RESTRICTION_EVENTS, RESTRICTION_KINDS, type RestrictionEvent } from './commands/restriction';
import { REVIEW_EVENTS, REVIEW_KINDS, type ReviewEvent } from './commands/review';
import { STATEMENT_EVENTS, STATEMENT_KINDS, type StatementEvent } from './commands/statements';
import { TRANSMISSION_EVENTS, TRANSMISSION_KINDS, type TransmissionEvent } from './commands/transmission';
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
  | RestEvent
  | EffectEvent
  | RestrictionEvent
  | RecipientEvent
  | StatementEvent
  | TransmissionEvent
  | BundleEvent
  | NoticeEvent
  | ConversationEvent
  | EndingEvent;

/** What the log keeps of a case, by subject. */
export const CASE_KINDS = {
  ...BUNDLE_KINDS,
  ...CARRY_OUT_KINDS,
  ...COLLECTION_KINDS,
  ...CONVERSATION_KINDS,
  ...DEADLINE_KINDS,
  ...DECISION_KINDS,
  ...EFFECT_KINDS,
  ...RESTRICTION_KINDS,
  ...ENDING_KINDS,
  ...ERASURE_KINDS,
  ...REST_KINDS,
  ...IDENTITY_KINDS,
  ...MANDATE_KINDS,
  ...NOTICE_KINDS,
  ...QUESTION_KINDS,
  ...RECIPIENT_KINDS,
  ...REJECTION_KINDS,
  ...REVIEW_KINDS,
  ...STATEMENT_KINDS,
  ...TRANSMISSION_KINDS,
};

type CaseKinds = typeof CASE_KINDS;

const EVENTS: EventRows<CaseEvent, CaseKinds> = {
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
  ...REST_EVENTS,
  ...EFFECT_EVENTS,
  ...RESTRICTION_EVENTS,
  ...RECIPIENT_EVENTS,
  ...STATEMENT_EVENTS,
  ...TRANSMISSION_EVENTS,
  ...BUNDLE_EVENTS,
  ...NOTICE_EVENTS,
  ...CONVERSATION_EVENTS,
  ...ENDING_EVENTS,
};

// The row under an event's type takes that very event, which a union of rows cannot say.
const rowOf = (event: CaseEvent) => EVENTS[event.type] as EventRow<CaseEvent, CaseKinds>;

/**
 * What the log says of an event; null for an event that another one implies.
 * @param recordsTotal records found so far, for `CollectionFinished`.
 */
export const auditOf = (event: CaseEvent, recordsTotal: number): LoggedAs<CaseKinds> | null =>
  rowOf(event).log?.(event, recordsTotal) ?? null;
