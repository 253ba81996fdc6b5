import type { AuditEventData } from '../audit/schema';
import type { Outcome } from '../law/types';
import type { CaseCommand } from './commands';
import type { CaseState, ClosedHow, CollectionAnswer, IdentityMethod } from './types';

type Of<T extends CaseCommand['type']> = Omit<Extract<CaseCommand, { type: T }>, 'type'>;

/** What happened to a case, as `decide` found it lawful. Rows, notices, jobs and the log all follow from these. */
export type CaseEvent =
  | ({ readonly type: 'EmailConfirmed' } & Of<'ConfirmEmail'>)
  | { readonly type: 'IdentityAccepted'; readonly method: IdentityMethod }
  | { readonly type: 'IdentityRejected' }
  | ({ readonly type: 'CaseAssigned' } & Of<'AssignCase'>)
  | ({ readonly type: 'CollectionStarted' } & Of<'StartCollection'>)
  | { readonly type: 'SourceAnswered'; readonly systemId: string; readonly collections: readonly CollectionAnswer[] }
  | ({ readonly type: 'SourceFailed'; readonly attempt: number } & Of<'RecordSourceFailure'>)
  | { readonly type: 'SourceRetried'; readonly systemId: string; readonly taskId: string }
  | { readonly type: 'CollectionFinished'; readonly systems: number }
  | ({ readonly type: 'ValueRedacted' } & Of<'RedactValue'>)
  | ({ readonly type: 'RedactionUndone' } & Of<'UndoRedaction'>)
  | { readonly type: 'OutcomeDecided'; readonly rightItemId: string; readonly right: string; readonly outcome: Outcome; readonly grounds: readonly string[]; readonly facts: string }
  | { readonly type: 'DecisionsCompleted' }
  | { readonly type: 'DecisionApproved'; readonly rights: readonly string[]; readonly bundle: boolean }
  | ({ readonly type: 'DecisionReturned'; readonly rights: readonly string[] } & Of<'ReturnDecision'>)
  | ({ readonly type: 'BundleSealed' } & Of<'RecordBundleSealed'>)
  | { readonly type: 'CaseClosed'; readonly how: ClosedHow }
  | { readonly type: 'CaseWithdrawn' }
  | ({ readonly type: 'MessageWritten' } & Of<'WriteMessage'>)
  | ({ readonly type: 'NoteWritten' } & Of<'WriteNote'>);

/** The state a case is in after an event; null where the event leaves it. */
export function stateAfter(event: CaseEvent, collects: boolean): CaseState | null {
  switch (event.type) {
    case 'EmailConfirmed':
      return 'verifying';
    case 'IdentityAccepted':
      return collects ? 'verified' : 'reviewing';
    case 'CollectionStarted':
    case 'SourceRetried':
      return 'collecting';
    case 'CollectionFinished':
    case 'DecisionReturned':
      return 'reviewing';
    case 'DecisionsCompleted':
      return 'awaitingApproval';
    case 'DecisionApproved':
      return event.bundle ? 'preparing' : 'ready';
    case 'BundleSealed':
      return 'ready';
    case 'CaseClosed':
    case 'CaseWithdrawn':
    case 'IdentityRejected':
      return 'closed';
    case 'CaseAssigned':
    case 'SourceAnswered':
    case 'SourceFailed':
    case 'ValueRedacted':
    case 'RedactionUndone':
    case 'OutcomeDecided':
    case 'MessageWritten':
    case 'NoteWritten':
      return null;
    default:
      return event satisfies never;
  }
}

const ASSURANCE = { confirmedEmailOfAccount: 'substantial', confirmedEmail: 'low', knownToDesk: 'substantial', evidence: 'high' } as const;

/**
 * What the log says of an event: ids, counts and codes; nothing that a person wrote. Null for an event that another one implies.
 * @param recordsTotal records found so far, for `CollectionFinished`.
 */
export function auditOf(event: CaseEvent, recordsTotal: number): AuditEventData | null {
  switch (event.type) {
    case 'EmailConfirmed':
      return { kind: 'EmailConfirmed', data: { method: event.method } };
    case 'IdentityAccepted':
      return { kind: 'IdentityAccepted', data: { method: event.method, assurance: ASSURANCE[event.method] } };
    case 'IdentityRejected':
      return { kind: 'IdentityRejected', data: { reason: 'insufficientVerification' } };
    case 'CaseAssigned':
      return { kind: 'CaseAssigned', data: { staffId: event.staffId } };
    case 'CollectionStarted':
      return { kind: 'CollectionStarted', data: { systems: event.tasks.map((task) => task.systemId), dataMapDigest: event.dataMapDigest } };
    case 'SourceAnswered':
      return { kind: 'SourceAnswered', data: answerOf(event.systemId, event.collections) };
    case 'SourceFailed':
      return {
        kind: 'SourceFailed',
        data: { system: event.systemId, reason: event.reason, attempt: event.attempt, ...(event.retryAt && { retryAt: event.retryAt }) },
      };
    case 'SourceRetried':
      return { kind: 'SourceRetried', data: { system: event.systemId } };
    case 'CollectionFinished':
      return { kind: 'CollectionFinished', data: { systems: event.systems, records: recordsTotal } };
    case 'ValueRedacted': {
      const { redactionId, scope, collectionId, recordNo, field, ground } = event;
      return { kind: 'ValueRedacted', data: { redactionId, scope, collection: collectionId, recordNo, ...(field && { field }), ground } };
    }
    case 'RedactionUndone':
      return { kind: 'RedactionUndone', data: { redactionId: event.redactionId, collection: event.collectionId } };
    case 'OutcomeDecided':
      return { kind: 'OutcomeDecided', data: { right: event.right, outcome: event.outcome, grounds: [...event.grounds] } };
    case 'DecisionApproved':
      return { kind: 'DecisionApproved', data: { rights: [...event.rights] } };
    case 'DecisionReturned':
      return { kind: 'DecisionReturned', data: { rights: [...event.rights], reason: event.reason } };
    case 'BundleSealed':
      return { kind: 'BundleSealed', data: { bundleId: event.bundleId, ...event.sealed } };
    case 'CaseClosed':
      return { kind: 'CaseClosed', data: { reason: event.how } };
    case 'CaseWithdrawn':
      return { kind: 'CaseWithdrawn', data: {} };
    case 'MessageWritten':
      return { kind: 'MessageWritten', data: { messageId: event.messageId, attachments: 0 } };
    case 'NoteWritten':
      return { kind: 'NoteWritten', data: { noteId: event.messageId } };
    case 'DecisionsCompleted':
      return null;
    default:
      return event satisfies never;
  }
}

function answerOf(system: string, answers: readonly CollectionAnswer[]) {
  const collections = answers.filter((answer) => answer.result === 'found').map(({ collectionId, records }) => ({ collection: collectionId, records }));
  const result = collections.length > 0 ? 'found' : answers.every((answer) => answer.result === 'notApplicable') ? 'notApplicable' : 'nothing';
  return { system, result, collections } as const;
}
