import type { AuditEventData } from '../audit/schema';
import type { LocalDate } from '../calendar/local-date';
import type { ClockKind, PauseCause, RegimeId } from '../law/types';
import type { CaseCommand } from './commands';
import type {
  CaseState,
  ClosedHow,
  CollectionAnswer,
  IdentityMethod,
  OpenState,
  OtherWay,
  ReopenReason,
} from './types';

type Of<T extends CaseCommand['type']> = Omit<Extract<CaseCommand, { type: T }>, 'type'>;

type OfClock = { readonly regime: RegimeId; readonly clock: ClockKind };

/** What happened to a case, as `decide` found it lawful. Rows, notices, jobs and the log all follow from these. */
export type CaseEvent =
  | ({ readonly type: 'EmailConfirmed' } & Of<'ConfirmEmail'>)
  | { readonly type: 'IdentityAccepted'; readonly method: IdentityMethod }
  | ({ readonly type: 'RejectionProposed' } & Of<'ProposeRejection'>)
  | ({ readonly type: 'RejectionReturned' } & Of<'ReturnRejection'>)
  | { readonly type: 'IdentityRejected'; readonly grounds: readonly string[] }
  | ({ readonly type: 'IdentifierAdded' } & Of<'AddIdentifier'>)
  | ({ readonly type: 'IdentityQuestioned' } & Of<'QuestionIdentity'>)
  | ({ readonly type: 'ClarificationAsked' } & Of<'AskClarification'>)
  /** `shownOtherwise`: what was asked became known without the answer. */
  | {
      readonly type: 'QuestionAnswered';
      readonly cause: PauseCause;
      readonly way: 'portal' | 'shownOtherwise' | OtherWay;
      readonly repliedAt: string;
    }
  | ({ readonly type: 'ClockPaused'; readonly reason: PauseCause; readonly on: LocalDate } & OfClock)
  | ({ readonly type: 'ClockResumed'; readonly on: LocalDate } & OfClock)
  | ({ readonly type: 'ExtensionDecided' } & Of<'ExtendDeadline'>)
  | ({ readonly type: 'DeadlineExtended'; readonly reason: string; readonly dueOn: LocalDate } & OfClock)
  | ({ readonly type: 'ExtensionVoided'; readonly reason: 'late' | 'noReasons' | 'noPromise' } & OfClock)
  | ({ readonly type: 'NoticeResent' } & Of<'ResendNotice'>)
  | ({ readonly type: 'NoticeTold' } & Of<'RecordNoticeTold'>)
  | ({ readonly type: 'ReminderRaised' } & Of<'RaiseReminder'>)
  | ({ readonly type: 'RightCarriedOut'; readonly right: string } & Of<'RecordCarriedOut'>)
  | { readonly type: 'UseStopped'; readonly rightItemId: string; readonly right: string }
  | { readonly type: 'CaseAssigned'; readonly staffId: string | null }
  | ({ readonly type: 'CollectionStarted' } & Of<'StartCollection'>)
  | {
      readonly type: 'SourceAnswered';
      readonly systemId: string;
      readonly attempt: number;
      readonly collections: readonly CollectionAnswer[];
    }
  | ({ readonly type: 'SourceFailed' } & Of<'RecordSourceFailure'>)
  | { readonly type: 'SourceRetried'; readonly systemId: string; readonly taskId: string }
  | { readonly type: 'CollectionFinished'; readonly systems: number }
  /** `undecided`: ids of the rights whose decision rested on what is asked again. */
  | {
      readonly type: 'CollectionReopened';
      readonly tasks: readonly { readonly id: string; readonly systemId: string }[];
      readonly undecided: readonly string[];
    }
  | ({ readonly type: 'ValueRedacted' } & Of<'RedactValue'>)
  | ({ readonly type: 'RedactionUndone' } & Of<'UndoRedaction'>)
  | ({ readonly type: 'ValueDisclosed' } & Of<'KeepShown'>)
  | ({ readonly type: 'KeepShownUndone' } & Of<'UndoKeepShown'>)
  | ({
      readonly type: 'OutcomeDecided';
      readonly right: string;
      readonly confirmed: readonly string[];
      readonly despiteHidden: string | null;
    } & Omit<Of<'DecideRight'>, 'confirmed' | 'despiteHidden'>)
  | { readonly type: 'DecisionRevoked'; readonly rightItemId: string; readonly right: string }
  | { readonly type: 'DecisionsCompleted' }
  | { readonly type: 'DecisionApproved'; readonly rights: readonly string[]; readonly bundle: boolean }
  | ({ readonly type: 'DecisionReturned'; readonly rights: readonly string[] } & Of<'ReturnDecision'>)
  | ({ readonly type: 'BundleSealed' } & Of<'RecordBundleSealed'>)
  | ({ readonly type: 'BundleFailed' } & Of<'RecordBundleFailure'>)
  | { readonly type: 'BundleRetried'; readonly bundleId: string }
  | { readonly type: 'CaseClosed'; readonly how: ClosedHow }
  | ({ readonly type: 'CaseWithdrawn' } & Of<'WithdrawRequest'>)
  | { readonly type: 'CaseReopened'; readonly reason: ReopenReason; readonly to: OpenState }
  | ({ readonly type: 'MessageWritten' } & Of<'WriteMessage'>)
  | ({ readonly type: 'NoteWritten' } & Of<'WriteNote'>);

/** What the rights of a case need on their way: knowing who asks, and a copy of the data. */
export type Needs = { readonly identity: boolean; readonly copy: boolean };

/** The state in which a case begins. Where no right needs to know who asks, nothing waits for a mailbox either (11 CCR 7060(b)). */
export const firstState = ({ identity }: Needs): CaseState => (identity ? 'received' : 'reviewing');

/** The state a case is in after an event; null where the event leaves it. */
export function stateAfter(event: CaseEvent, before: CaseState, needs: Needs): CaseState | null {
  switch (event.type) {
    case 'EmailConfirmed':
      return before === 'received' ? 'verifying' : null;
    case 'IdentityAccepted':
      return needs.copy ? 'verified' : 'reviewing';
    case 'CollectionStarted':
    case 'SourceRetried':
    case 'CollectionReopened':
      return 'collecting';
    case 'CollectionFinished':
    case 'DecisionReturned':
    case 'DecisionRevoked':
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
    case 'CaseReopened':
      return event.to;
    case 'RejectionProposed':
    case 'RejectionReturned':
    case 'IdentifierAdded':
    case 'IdentityQuestioned':
    case 'ClarificationAsked':
    case 'QuestionAnswered':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ExtensionDecided':
    case 'DeadlineExtended':
    case 'ExtensionVoided':
    case 'NoticeResent':
    case 'NoticeTold':
    case 'ReminderRaised':
    case 'UseStopped':
    case 'RightCarriedOut':
    case 'CaseAssigned':
    case 'SourceAnswered':
    case 'SourceFailed':
    case 'BundleFailed':
    case 'BundleRetried':
    case 'ValueRedacted':
    case 'RedactionUndone':
    case 'ValueDisclosed':
    case 'KeepShownUndone':
    case 'OutcomeDecided':
    case 'MessageWritten':
    case 'NoteWritten':
      return null;
    default:
      return event satisfies never;
  }
}

const ASSURANCE = {
  confirmedEmailOfAccount: 'substantial',
  confirmedEmail: 'low',
  knownToDesk: 'substantial',
  evidence: 'high',
} as const;

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
      return { kind: 'IdentityRejected', data: { reason: 'insufficientVerification', grounds: [...event.grounds] } };
    case 'RejectionProposed':
      return {
        kind: 'RejectionProposed',
        data: { grounds: [...event.grounds], asked: event.unaskedBecause === null, ...confirmedOf(event) },
      };
    case 'RejectionReturned':
      return { kind: 'RejectionReturned', data: { reason: event.reason } };
    case 'IdentifierAdded':
      return { kind: 'IdentifierAdded', data: { identifierId: event.identifierId, identifier: event.kind } };
    case 'IdentityQuestioned':
      return {
        kind: 'IdentityQuestioned',
        data: { doubt: event.doubt, asked: [...event.means], messageId: event.messageId },
      };
    case 'ClarificationAsked':
      return { kind: 'ClarificationAsked', data: { largeQuantity: event.largeQuantity, messageId: event.messageId } };
    case 'QuestionAnswered':
      return { kind: 'QuestionAnswered', data: { question: event.cause, way: event.way, repliedAt: event.repliedAt } };
    case 'ClockPaused':
      return {
        kind: 'ClockPaused',
        data: { regime: event.regime, clock: event.clock, reason: event.reason, on: event.on },
      };
    case 'ClockResumed':
      return { kind: 'ClockResumed', data: { regime: event.regime, clock: event.clock, on: event.on } };
    case 'ExtensionDecided':
      return {
        kind: 'ExtensionDecided',
        data: { reasons: [...event.reasons], messageId: event.messageId, noticeId: event.noticeId },
      };
    case 'DeadlineExtended':
      return {
        kind: 'DeadlineExtended',
        data: { regime: event.regime, clock: event.clock, reason: event.reason, dueOn: event.dueOn },
      };
    case 'ExtensionVoided':
      return { kind: 'ExtensionVoided', data: { regime: event.regime, clock: event.clock, reason: event.reason } };
    case 'NoticeResent':
      return { kind: 'NoticeResent', data: { noticeId: event.noticeId } };
    case 'NoticeTold':
      return { kind: 'NoticeTold', data: { noticeId: event.noticeId, way: event.way } };
    case 'ReminderRaised': {
      const { regime, clock, mark, dueOn } = event;
      return mark === 'missed'
        ? { kind: 'DeadlinePassed', data: { regime, clock, dueOn } }
        : { kind: 'DeadlineNeared', data: { regime, clock, mark, dueOn } };
    }
    case 'UseStopped':
      return { kind: 'UseStopped', data: { right: event.right } };
    case 'RightCarriedOut':
      return {
        kind: 'RightCarriedOut',
        data: { right: event.right, on: event.on, systems: [...event.systems], ...confirmedOf(event) },
      };
    case 'CaseAssigned':
      return { kind: 'CaseAssigned', data: { staffId: event.staffId } };
    case 'CollectionStarted':
      return {
        kind: 'CollectionStarted',
        data: { systems: event.tasks.map((task) => task.systemId), dataMapDigest: event.dataMapDigest },
      };
    case 'SourceAnswered':
      return { kind: 'SourceAnswered', data: answerOf(event.systemId, event.collections) };
    case 'SourceFailed':
      return {
        kind: 'SourceFailed',
        data: {
          system: event.systemId,
          reason: event.reason,
          attempt: event.attempt,
          ...(event.retryAt && { retryAt: event.retryAt }),
        },
      };
    case 'SourceRetried':
      return { kind: 'SourceRetried', data: { system: event.systemId } };
    case 'CollectionFinished':
      return { kind: 'CollectionFinished', data: { systems: event.systems, records: recordsTotal } };
    case 'CollectionReopened':
      return { kind: 'CollectionReopened', data: { systems: event.tasks.map(({ systemId }) => systemId) } };
    case 'ValueRedacted': {
      const { redactionId, scope, collectionId, recordNo, field, ground } = event;
      return {
        kind: 'ValueRedacted',
        data: { redactionId, scope, collection: collectionId, recordNo, ...(field && { field }), ground },
      };
    }
    case 'RedactionUndone':
      return { kind: 'RedactionUndone', data: { redactionId: event.redactionId, collection: event.collectionId } };
    case 'OutcomeDecided':
      return {
        kind: 'OutcomeDecided',
        data: {
          right: event.right,
          outcome: event.outcome,
          grounds: [...event.grounds],
          ...confirmedOf(event),
          ...(event.despiteHidden && { despiteHidden: true }),
        },
      };
    case 'DecisionRevoked':
      return { kind: 'DecisionRevoked', data: { right: event.right } };
    case 'ValueDisclosed':
      return {
        kind: 'ValueDisclosed',
        data: {
          keptId: event.keptId,
          collection: event.collectionId,
          ...(event.recordNo !== null && { recordNo: event.recordNo }),
          field: event.field,
        },
      };
    case 'KeepShownUndone':
      return { kind: 'KeepShownUndone', data: { keptId: event.keptId, collection: event.collectionId } };
    case 'DecisionApproved':
      return { kind: 'DecisionApproved', data: { rights: [...event.rights] } };
    case 'DecisionReturned':
      return { kind: 'DecisionReturned', data: { rights: [...event.rights], reason: event.reason } };
    case 'BundleSealed':
      return { kind: 'BundleSealed', data: { bundleId: event.bundleId, ...event.sealed } };
    case 'BundleFailed':
      return {
        kind: 'BundleFailed',
        data: {
          bundleId: event.bundleId,
          reason: event.reason,
          attempt: event.attempt,
          ...(event.retryAt && { retryAt: event.retryAt }),
        },
      };
    case 'BundleRetried':
      return { kind: 'BundleRetried', data: { bundleId: event.bundleId } };
    case 'CaseClosed':
      return { kind: 'CaseClosed', data: { reason: event.how } };
    case 'CaseWithdrawn':
      return { kind: 'CaseWithdrawn', data: event.told === null ? {} : { way: event.told.way, on: event.told.on } };
    case 'CaseReopened':
      return { kind: 'CaseReopened', data: { reason: event.reason } };
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

const confirmedOf = ({ confirmed }: { readonly confirmed: readonly string[] }) =>
  confirmed.length > 0 ? { confirmed: [...confirmed] } : {};

function answerOf(system: string, answers: readonly CollectionAnswer[]) {
  const collections = answers
    .filter((answer) => answer.result === 'found')
    .map(({ collectionId, records }) => ({ collection: collectionId, records }));
  const result =
    collections.length > 0
      ? 'found'
      : answers.every((answer) => answer.result === 'notApplicable')
        ? 'notApplicable'
        : 'nothing';
  return { system, result, collections } as const;
}
