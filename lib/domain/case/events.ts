import type { AuditEventData } from '../audit/schema';
import { BUNDLE_EVENTS, type BundleEvent } from './events/bundle';
import { COLLECTION_EVENTS, type CollectionEvent } from './events/collection';
import { CONVERSATION_EVENTS, type ConversationEvent } from './events/conversation';
import { DEADLINE_EVENTS, type DeadlineEvent } from './events/deadlines';
import { DECISION_EVENTS, type DecisionEvent } from './events/decisions';
import { ENDING_EVENTS, type EndingEvent } from './events/endings';
import type { Consequence, EventTable, Needs } from './events/event-table';
import { IDENTITY_EVENTS, type IdentityEvent } from './events/identity';
import { QUESTION_EVENTS, type QuestionEvent } from './events/questions';
import { REVIEW_EVENTS, type ReviewEvent } from './events/review';
import type { CaseState } from './types';

/** What happened to a case, as `decide` found it lawful. Rows, notices, jobs and the log all follow from these. */
export type CaseEvent =
  | IdentityEvent
  | QuestionEvent
  | DeadlineEvent
  | CollectionEvent
  | ReviewEvent
  | DecisionEvent
  | BundleEvent
  | ConversationEvent
  | EndingEvent;

const EVENTS: EventTable<CaseEvent> = {
  ...IDENTITY_EVENTS,
  ...QUESTION_EVENTS,
  ...DEADLINE_EVENTS,
  ...COLLECTION_EVENTS,
  ...REVIEW_EVENTS,
  ...DECISION_EVENTS,
  ...BUNDLE_EVENTS,
  ...CONVERSATION_EVENTS,
  ...ENDING_EVENTS,
};

// The row under an event's type takes that very event, which a union of rows cannot say.
const consequenceOf = (event: CaseEvent) => EVENTS[event.type] as Consequence<CaseEvent>;

/** The state in which a case begins. Where no right needs to know who asks, nothing waits for a mailbox either (11 CCR 7060(b)). */
export const firstState = ({ identity }: Needs): CaseState => (identity ? 'received' : 'reviewing');

/** The state a case is in after an event; null where the event leaves it. */
export function stateAfter(event: CaseEvent, before: CaseState, needs: Needs): CaseState | null {
  const { next } = consequenceOf(event);
  return typeof next === 'function' ? next(event, before, needs) : next;
}

/**
 * What the log says of an event; null for an event that another one implies.
 * @param recordsTotal records found so far, for `CollectionFinished`.
 */
export const auditOf = (event: CaseEvent, recordsTotal: number): AuditEventData | null =>
  consequenceOf(event).log?.(event, recordsTotal) ?? null;
