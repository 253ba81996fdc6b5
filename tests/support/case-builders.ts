import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { localDate } from '@/lib/domain/calendar/local-date';
import { type Actor, mayGive } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { decide, type DecideContext } from '@/lib/domain/case/decide';
import { erasureOf } from '@/lib/domain/case/erasing';
import type { CaseNotice } from '@/lib/domain/case/notices';
import { caseRules, type CaseRules } from '@/lib/domain/case/rules';
import type {
  BundleWork,
  Case,
  CaseFacts,
  CaseState,
  CollectionTask,
  MandateWork,
  RightItem,
} from '@/lib/domain/case/types';
import type { ClockEvent } from '@/lib/domain/clock/types';
import { EFFECT_EXAMPLES, EFFECT_MEANT_FOR, rightItem } from './effect-builders';
import { RESTRICTION_EXAMPLES, RESTRICTION_MEANT_FOR } from './restriction-builders';
import { ERASURE_EXAMPLES, ERASURE_MEANT_FOR, erasing } from './erasure-builders';
import { ALICE, BOB, SHA } from './people-of-cases';

export { ALICE, BOB, SHA };

/** An instant at which it is already the next day in Kathmandu and still the day before in California. */
export const RECEIVED_AT = '2026-11-22T18:30:00.000Z';

/** When commands are given here unless a test says otherwise: within a week of the last day, so that there is something to be reminded of. */
export const NOW = '2026-12-16T09:00:00.000Z';

export const decided = (item: RightItem, decidedById = ALICE): RightItem => ({
  ...item,
  decision: { outcome: 'granted', grounds: [], hasFacts: true, confirmed: [], decidedById },
});

export const task = (systemId: string, state: CollectionTask['state'], attempts = 0): CollectionTask => ({
  id: `task-${systemId}`,
  systemId,
  state,
  attempts,
});

/** The person whose data it is was asked whether somebody acts for them, and has said nothing yet. */
export const ASKED: MandateWork = { id: 'mandate-1', state: 'asked', reminded: false, undelivered: false };

const ANSWERED = [task('accounts', 'answered', 1), task('calls', 'answered', 1)];

export const BUILDING: BundleWork = { id: 'bundle-1', state: 'building', attempts: 1 };

/** What a case holds by the time it has reached a state, on the plain way of one access request. */
const SO_FAR: { [S in CaseState]: Partial<CaseFacts> } = {
  received: {},
  verifying: {},
  verified: {},
  collecting: { tasks: [task('accounts', 'answered', 1), task('calls', 'failed', 1)] },
  reviewing: { tasks: ANSWERED, redactionIds: ['redaction-1'] },
  awaitingApproval: { tasks: ANSWERED, rights: [decided(rightItem())] },
  preparing: { tasks: ANSWERED, bundle: BUILDING, rights: [{ ...decided(rightItem()), approvedById: BOB }] },
  ready: {
    tasks: ANSWERED,
    bundle: { ...BUILDING, state: 'sealed' },
    copySealed: true,
    rights: [{ ...decided(rightItem()), approvedById: BOB }],
  },
  closed: { tasks: ANSWERED, copySealed: true, rights: [{ ...decided(rightItem()), approvedById: BOB }] },
};

/** A case in a state; whatever the test is about is said in `given`. */
export function aCase(state: CaseState, given: Partial<CaseFacts> = {}): Case {
  const facts: CaseFacts = {
    id: 'case-1',
    controllerId: 'chinook',
    reference: 'CK-5XN3-7RKT',
    locale: 'en',
    forWhom: 'self',
    findable: true,
    version: 7,
    receivedAt: RECEIVED_AT,
    emailConfirmed: state !== 'received',
    mandate: null,
    identityShown: state !== 'received' && state !== 'verifying',
    rights: [rightItem()],
    tasks: [],
    effects: [],
    lifting: null,
    recipients: [],
    holds: [],
    bundle: null,
    redactionIds: [],
    keptIds: [],
    findings: [],
    unstated: [],
    statable: [],
    statements: [],
    returnedFor: null,
    assigneeId: null,
    rejection: null,
    clockEvents: [],
    notices: [],
    reminders: [],
    unreadMessages: 0,
    copySealed: false,
    fetched: null,
    ...SO_FAR[state],
    ...given,
  };
  return state === 'closed' ? { ...facts, state, how: 'answered', from: 'ready' } : { ...facts, state };
}

/** One lawful example of every command; a command without one does not compile. */
export const COMMANDS: { readonly [T in CaseCommand['type']]: Extract<CaseCommand, { type: T }> } = {
  RecordStatement: { type: 'RecordStatement', statementId: 'statement-1', sha256: 'ab'.repeat(32), sizeBytes: 9000 },
  ConfirmEmail: { type: 'ConfirmEmail', method: 'code' },
  AskSubject: { type: 'AskSubject', mandateId: 'mandate-1' },
  RemindSubject: { type: 'RemindSubject' },
  RecordSubjectSilent: { type: 'RecordSubjectSilent' },
  ConfirmMandate: { type: 'ConfirmMandate' },
  StopMandate: { type: 'StopMandate' },
  CloseStopped: { type: 'CloseStopped' },
  AcceptIdentity: { type: 'AcceptIdentity', method: 'confirmedEmailOfAccount' },
  ChangeContact: { type: 'ChangeContact', email: 'new@example.com' },
  ProposeRejection: {
    type: 'ProposeRejection',
    grounds: ['GDPR-12-6'],
    facts: 'The name and the address belong to two people.',
    unaskedBecause: 'They wrote that they will not answer.',
    confirmed: ['dataAffected'],
  },
  ApproveRejection: { type: 'ApproveRejection' },
  ReturnRejection: { type: 'ReturnRejection', reason: 'groundUnclear' },
  AddIdentifier: { type: 'AddIdentifier', identifierId: 'identifier-1', kind: 'phone', value: '+352 691 555 014' },
  QuestionIdentity: {
    type: 'QuestionIdentity',
    messageId: 'message-2',
    body: 'When did you open the account?',
    doubt: 'addressOfNoAccount',
    means: ['knownDetails'],
    lateBecause: null,
  },
  AskClarification: {
    type: 'AskClarification',
    messageId: 'message-3',
    body: 'All calls, or those of one year?',
    largeQuantity: true,
    lateBecause: null,
  },
  RecordReply: { type: 'RecordReply', cause: 'identity', way: 'letter', repliedAt: '2026-12-10T11:00:00.000Z' },
  ExtendDeadline: {
    type: 'ExtendDeadline',
    messageId: 'message-4',
    body: 'The archive holds paper only.',
    noticeId: 'notice-2',
    reasons: ['complexity'],
    promisedOn: null,
  },
  RecordNoticeSent: { type: 'RecordNoticeSent', noticeId: 'notice-1' },
  ResendNotice: { type: 'ResendNotice', noticeId: 'notice-1' },
  RecordNoticeTold: { type: 'RecordNoticeTold', noticeId: 'notice-1', way: 'letter' },
  RaiseReminder: {
    type: 'RaiseReminder',
    regime: 'GDPR',
    clock: 'respond',
    mark: 'days7',
    lastDayOn: localDate('2026-12-22'),
  },
  RecordStopped: { type: 'RecordStopped', rightItemId: 'right-1' },
  RecordCarriedOut: {
    type: 'RecordCarriedOut',
    rightItemId: 'right-1',
    on: localDate('2026-12-15'),
    systems: ['calls'],
    facts: 'Your calls and your profile are deleted.',
    confirmed: ['erased', 'backups', 'recipientsTold'],
  },
  ...ERASURE_EXAMPLES,
  ...EFFECT_EXAMPLES,
  ...RESTRICTION_EXAMPLES,
  AssignCase: { type: 'AssignCase', staffId: ALICE, insteadOf: null },
  StartCollection: { type: 'StartCollection', tasks: [{ id: 'task-calls', systemId: 'calls' }], dataMapDigest: SHA },
  RecordSourceAnswer: {
    type: 'RecordSourceAnswer',
    systemId: 'calls',
    attempt: 1,
    collections: [{ collectionId: 'calls.call', result: 'found', reason: null, records: 3 }],
    kept: [{ collectionId: 'calls.call', records: 3, whole: true }],
  },
  OpenInquiry: {
    type: 'OpenInquiry',
    systemId: 'calls',
    attempt: 1,
    inquiryId: '3f2c8a44-9d0e-4f6b-8a11-5c2d7e9b0a61',
    answerBy: '2026-12-23T09:00:00.000Z',
    expiresAt: '2027-02-14T09:00:00.000Z',
  },
  RecordSourceFailure: {
    type: 'RecordSourceFailure',
    systemId: 'calls',
    attempt: 1,
    reason: 'unreachable',
    retryAt: null,
  },
  RetrySource: { type: 'RetrySource', systemId: 'calls' },
  CollectAgain: { type: 'CollectAgain', systemIds: ['calls'] },
  RedactValue: {
    type: 'RedactValue',
    redactionId: 'redaction-2',
    collectionId: 'support.message',
    recordNo: 3,
    scope: 'value',
    field: 'text',
    ground: 'GDPR-15-4',
    decides: [],
    detail: { passage: 'Jane Peacock', facts: 'A colleague of the sender.' },
  },
  UndoRedaction: { type: 'UndoRedaction', redactionId: 'redaction-1', collectionId: 'support.message' },
  KeepShown: { type: 'KeepShown', keptId: 'kept-2', collectionId: 'support.message', recordNo: 4, field: 'text' },
  UndoKeepShown: { type: 'UndoKeepShown', keptId: 'kept-1', collectionId: 'support.message' },
  TakeBackDecision: { type: 'TakeBackDecision', rightItemId: 'right-1' },
  DecideRight: {
    type: 'DecideRight',
    rightItemId: 'right-1',
    outcome: 'granted',
    grounds: [],
    facts: 'Here it is.',
    despiteHidden: 'Only a header of ours is hidden.',
  },
  ApproveDecision: { type: 'ApproveDecision' },
  ReturnDecision: { type: 'ReturnDecision', reason: 'redactionMissing' },
  RecordBundleSealed: {
    type: 'RecordBundleSealed',
    bundleId: 'bundle-1',
    attempt: 1,
    sealed: { manifestSha256: SHA, keyId: '0a9f3c2b11d4e87f', files: 7, records: 3, sizeBytes: 96_000 },
    file: {
      blobKey: 'cases/1/bundles/1',
      sha256: SHA,
      expiresAt: '2026-12-30T00:00:00.000Z',
      contents: [{ collectionId: 'calls.call', records: 3, bytes: 900 }],
      withheld: [{ grounds: ['GDPR-15-4'], count: 2 }],
    },
    counted: [{ collectionId: 'calls.call', found: 4, kept: 4, written: 3, hidden: 1 }],
  },
  RecordBundleFailure: {
    type: 'RecordBundleFailure',
    bundleId: 'bundle-1',
    attempt: 1,
    reason: 'recordsMissing',
    retryAt: null,
  },
  RetryBundle: { type: 'RetryBundle' },
  CloseCase: { type: 'CloseCase' },
  WithdrawRequest: {
    type: 'WithdrawRequest',
    told: { way: 'phone', on: localDate('2026-12-15'), words: 'No longer needed.' },
  },
  ReopenCase: { type: 'ReopenCase', reason: 'mistake' },
  WriteMessage: { type: 'WriteMessage', messageId: 'message-1', body: 'Which invoice is it about?' },
  WriteNote: { type: 'WriteNote', messageId: 'note-1', body: 'Called the shop.' },
};

const notice = (given: Partial<CaseNotice>): CaseNotice => ({
  id: 'notice-1',
  kind: 'newMessage',
  state: 'sent',
  ...given,
});

export const QUESTIONED: ClockEvent = { type: 'identityRequested', at: '2026-11-24T10:00:00.000Z' };
export const EXTENDED: ClockEvent = { type: 'deadlineExtended', at: '2026-12-10T10:00:00.000Z', reasons: 'complexity' };

/** What a case must hold besides for some commands to mean anything. */
export const MEANT_FOR: Partial<Record<CaseCommand['type'], Partial<CaseFacts>>> = {
  ApproveRejection: { rejection: { proposedById: ALICE, grounds: ['GDPR-12-6'], confirmed: [] } },
  ReturnRejection: { rejection: { proposedById: ALICE, grounds: ['GDPR-12-6'], confirmed: [] } },
  AskSubject: { forWhom: 'someoneElse' },
  RemindSubject: { mandate: ASKED },
  RecordSubjectSilent: { mandate: ASKED },
  ConfirmMandate: { mandate: ASKED },
  StopMandate: { mandate: ASKED },
  CloseStopped: { mandate: { ...ASKED, state: 'stopped' } },
  RecordReply: { clockEvents: [QUESTIONED] },
  KeepShown: { findings: [{ collectionId: 'support.message', result: 'found', records: 5, toDecide: 2, hidden: 0 }] },
  UndoKeepShown: { keptIds: ['kept-1'] },
  TakeBackDecision: { rights: [decided(rightItem(), BOB)] },
  RecordNoticeSent: { notices: [notice({ kind: 'extension' })], clockEvents: [EXTENDED] },
  ResendNotice: { notices: [notice({ state: 'failed' })] },
  RecordNoticeTold: { notices: [notice({ state: 'failed' })] },
  RetryBundle: { bundle: { ...BUILDING, state: 'failed' } },
  RecordStopped: { rights: [rightItem({ right: 'objection_marketing' })] },
  RecordCarriedOut: { rights: [erasing({ state: 'handedOver', systems: [] })] },
  ...ERASURE_MEANT_FOR,
  ...EFFECT_MEANT_FOR,
  ...RESTRICTION_MEANT_FOR,
  RecordStatement: { statements: [{ id: 'statement-1', rightItemId: 'right-1', made: false }] },
};

const LUXEMBOURG = caseRules(
  { receivedAt: RECEIVED_AT, timezone: 'Europe/Luxembourg', calendar: 'LU', country: 'LU' },
  shippedCalendars,
);

/** A law small enough to be seen whole: erasure is no copy, withdrawal of consent knows no refusal. Its clocks are the real ones. */
export const SMALL_LAW: CaseRules = {
  ...LUXEMBOURG,
  grounds: ({ right }) => (right === 'withdraw_consent' ? [] : ['GDPR-12-5-excessive', 'GDPR-12-6']),
  outcomes: ({ right }) =>
    right === 'withdraw_consent'
      ? ['granted', 'noData', 'notFromThem']
      : ['granted', 'partlyGranted', 'refused', 'noData', 'notIdentifiable'],
  exemptions: () => ['GDPR-15-4'],
  needsCopy: ({ right }) => right === 'access',
  contents: () => [],
  doneContents: () => [],
};

/** What a decision is made with: by whom, under which law, when. A name alone is a person of the desk. */
export const by = (actor: string | Actor, rules: CaseRules = SMALL_LAW, at: string = NOW): DecideContext => ({
  rules,
  actor: typeof actor === 'string' ? { kind: 'staff', id: actor } : actor,
  at,
});

// The plain way of a case, in its order.
const ONWARDS = [
  'ConfirmEmail',
  'AcceptIdentity',
  'StartCollection',
  'RecordSourceAnswer',
  'DecideRight',
  'ApproveDecision',
  'RecordBundleSealed',
  'CloseCase',
] as const;

/** A worker's command as the newest try gives it. */
export function ofNewestTry(command: CaseCommand, current: Case): CaseCommand {
  switch (command.type) {
    case 'RecordSourceAnswer':
    case 'OpenInquiry':
    case 'RecordSourceFailure':
      return {
        ...command,
        attempt: current.tasks.find(({ systemId }) => systemId === command.systemId)?.attempts ?? 0,
      };
    case 'RecordEffect':
    case 'RecordEffectFailure':
      return {
        ...command,
        attempt: current.effects.find(({ id }) => id === command.effectId)?.attempts ?? 0,
      };
    case 'RecordBundleSealed':
    case 'RecordBundleFailure':
      return { ...command, bundleId: current.bundle?.id ?? command.bundleId, attempt: current.bundle?.attempts ?? 0 };
    case 'RecordErasurePlan':
    case 'RecordErasurePlanFailure':
      return { ...command, attempt: erasureOf(current)?.attempts ?? 0 };
    default:
      return command;
  }
}

/** The command that takes a case one step on, where this person may give one: so that random walks come far. */
export const onwards = (current: Case, context: DecideContext): CaseCommand =>
  ONWARDS.map((type) => ofNewestTry(COMMANDS[type], current)).find((command) => decide(current, command, context).ok) ??
  COMMANDS.WriteNote;

/** Who gives a command in real life: this person of the desk where it is theirs to give, else the requester or the worker. */
export function giverOf(command: CaseCommand, person: Actor, caseId: string): Actor {
  const all: readonly Actor[] = [person, { kind: 'requester', id: caseId }, { kind: 'system', id: 'worker' }];
  return all.find((actor) => mayGive(actor, command)) ?? person;
}
