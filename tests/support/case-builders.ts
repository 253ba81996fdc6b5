import { type Actor, mayGive } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { decide, type DecideContext } from '@/lib/domain/case/decide';
import { type CaseEvent, stateAfter } from '@/lib/domain/case/events';
import type { CaseNotice } from '@/lib/domain/case/notices';
import { type CaseRules, caseRules } from '@/lib/domain/case/rules';
import type { BundleWork, Case, CaseFacts, CaseState, ClosedHow, CollectionTask, OpenState, RightItem } from '@/lib/domain/case/types';
import { localDate } from '@/lib/domain/calendar/local-date';
import type { ClockEvent } from '@/lib/domain/clock/types';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';

/** Who is who in these cases: Alice decides, Bob approves, nobody else has done anything. */
export const ALICE = 'alice';
export const BOB = 'bob';

export const SHA = 'ab'.repeat(32);

/** An instant at which it is already the next day in Kathmandu and still the day before in California. */
export const RECEIVED_AT = '2026-11-22T18:30:00.000Z';

/** When commands are given here unless a test says otherwise: within a week of the last day, so that there is something to be reminded of. */
export const NOW = '2026-12-16T09:00:00.000Z';

export const rightItem = (given: Partial<RightItem> = {}): RightItem => ({
  id: 'right-1',
  regime: 'GDPR',
  right: 'access',
  decision: null,
  approvedById: null,
  stoppedAt: null,
  carriedOut: null,
  ...given,
});

export const decided = (item: RightItem, decidedById = ALICE): RightItem => ({
  ...item,
  decision: { outcome: 'granted', grounds: [], hasFacts: true, confirmed: [], decidedById },
});

export const task = (systemId: string, state: CollectionTask['state'], attempts = 0): CollectionTask => ({ id: `task-${systemId}`, systemId, state, attempts });

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
  ready: { tasks: ANSWERED, bundle: { ...BUILDING, state: 'sealed' }, copySealed: true, rights: [{ ...decided(rightItem()), approvedById: BOB }] },
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
    rights: [rightItem()],
    tasks: [],
    bundle: null,
    redactionIds: [],
    keptIds: [],
    findings: [],
    unstated: [],
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
  if (state === 'awaitingApproval') return { ...facts, state, decidedById: ALICE };
  return state === 'closed' ? { ...facts, state, how: 'answered', from: 'ready' } : { ...facts, state };
}

/** One lawful example of every command; a command without one does not compile. */
export const COMMANDS: { readonly [T in CaseCommand['type']]: Extract<CaseCommand, { type: T }> } = {
  ConfirmEmail: { type: 'ConfirmEmail', method: 'code' },
  AcceptIdentity: { type: 'AcceptIdentity', method: 'confirmedEmailOfAccount' },
  ProposeRejection: { type: 'ProposeRejection', grounds: ['GDPR-12-6'], facts: 'The name and the address belong to two people.', unaskedBecause: 'They wrote that they will not answer.', confirmed: ['dataAffected'] },
  ApproveRejection: { type: 'ApproveRejection' },
  ReturnRejection: { type: 'ReturnRejection', reason: 'groundUnclear' },
  AddIdentifier: { type: 'AddIdentifier', identifierId: 'identifier-1', kind: 'phone', value: '+352 691 555 014' },
  QuestionIdentity: { type: 'QuestionIdentity', messageId: 'message-2', body: 'When did you open the account?', doubt: 'addressOfNoAccount', means: ['knownDetails'], lateBecause: null },
  AskClarification: { type: 'AskClarification', messageId: 'message-3', body: 'All calls, or those of one year?', largeQuantity: true, lateBecause: null },
  RecordReply: { type: 'RecordReply', cause: 'identity', way: 'letter', repliedAt: '2026-12-10T11:00:00.000Z' },
  ExtendDeadline: { type: 'ExtendDeadline', messageId: 'message-4', body: 'The archive holds paper only.', noticeId: 'notice-2', reasons: ['complexity'], promisedOn: null },
  RecordNoticeSent: { type: 'RecordNoticeSent', noticeId: 'notice-1' },
  ResendNotice: { type: 'ResendNotice', noticeId: 'notice-1' },
  RecordNoticeTold: { type: 'RecordNoticeTold', noticeId: 'notice-1', way: 'letter' },
  RaiseReminder: { type: 'RaiseReminder', regime: 'GDPR', clock: 'respond', mark: 'days7', dueOn: localDate('2026-12-22') },
  RecordStopped: { type: 'RecordStopped', rightItemId: 'right-1' },
  RecordCarriedOut: { type: 'RecordCarriedOut', rightItemId: 'right-1', on: localDate('2026-12-15'), systems: ['calls'], facts: 'Your calls and your profile are deleted.', confirmed: ['erased', 'backups', 'recipientsTold'] },
  AssignCase: { type: 'AssignCase', staffId: ALICE, insteadOf: null },
  StartCollection: { type: 'StartCollection', tasks: [{ id: 'task-calls', systemId: 'calls' }], dataMapDigest: SHA },
  RecordSourceAnswer: { type: 'RecordSourceAnswer', systemId: 'calls', attempt: 1, collections: [{ collectionId: 'calls.call', result: 'found', reason: null, records: 3 }], kept: [{ collectionId: 'calls.call', records: 3, whole: true }] },
  RecordSourceFailure: { type: 'RecordSourceFailure', systemId: 'calls', attempt: 1, reason: 'unreachable', retryAt: null },
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
  DecideRight: { type: 'DecideRight', rightItemId: 'right-1', outcome: 'granted', grounds: [], facts: 'Here it is.', despiteHidden: 'Only a header of ours is hidden.' },
  ApproveDecision: { type: 'ApproveDecision' },
  ReturnDecision: { type: 'ReturnDecision', reason: 'redactionMissing' },
  RecordBundleSealed: {
    type: 'RecordBundleSealed',
    bundleId: 'bundle-1',
    attempt: 1,
    sealed: { manifestSha256: SHA, keyId: '0a9f3c2b11d4e87f', files: 7, records: 3, sizeBytes: 96_000 },
    file: { blobKey: 'cases/1/bundles/1', sha256: SHA, expiresAt: '2026-12-30T00:00:00.000Z', contents: [{ collectionId: 'calls.call', records: 3, bytes: 900 }], withheld: [{ ground: 'GDPR-15-4', count: 2 }] },
    counted: [{ collectionId: 'calls.call', found: 4, kept: 4, written: 3, hidden: 1 }],
  },
  RecordBundleFailure: { type: 'RecordBundleFailure', bundleId: 'bundle-1', attempt: 1, reason: 'recordsMissing', retryAt: null },
  RetryBundle: { type: 'RetryBundle' },
  CloseCase: { type: 'CloseCase' },
  WithdrawRequest: { type: 'WithdrawRequest', told: { way: 'phone', on: localDate('2026-12-15'), words: 'No longer needed.' } },
  ReopenCase: { type: 'ReopenCase', reason: 'mistake' },
  WriteMessage: { type: 'WriteMessage', messageId: 'message-1', body: 'Which invoice is it about?' },
  WriteNote: { type: 'WriteNote', messageId: 'note-1', body: 'Called the shop.' },
};

const notice = (given: Partial<CaseNotice>): CaseNotice => ({ id: 'notice-1', kind: 'newMessage', state: 'sent', ...given });

export const QUESTIONED: ClockEvent = { type: 'identityRequested', at: '2026-11-24T10:00:00.000Z' };
export const EXTENDED: ClockEvent = { type: 'deadlineExtended', at: '2026-12-10T10:00:00.000Z', reasons: 'complexity' };

/** What a case must hold besides for some commands to mean anything. */
export const MEANT_FOR: Partial<Record<CaseCommand['type'], Partial<CaseFacts>>> = {
  ApproveRejection: { rejection: { proposedById: ALICE, grounds: ['GDPR-12-6'], confirmed: [] } },
  ReturnRejection: { rejection: { proposedById: ALICE, grounds: ['GDPR-12-6'], confirmed: [] } },
  RecordReply: { clockEvents: [QUESTIONED] },
  KeepShown: { findings: [{ collectionId: 'support.message', result: 'found', records: 5, toDecide: 2, hidden: 0 }] },
  UndoKeepShown: { keptIds: ['kept-1'] },
  TakeBackDecision: { rights: [decided(rightItem(), BOB)] },
  RecordNoticeSent: { notices: [notice({ kind: 'extension' })], clockEvents: [EXTENDED] },
  ResendNotice: { notices: [notice({ state: 'failed' })] },
  RecordNoticeTold: { notices: [notice({ state: 'failed' })] },
  RetryBundle: { bundle: { ...BUILDING, state: 'failed' } },
  RecordStopped: { rights: [rightItem({ right: 'objection_marketing' })] },
  RecordCarriedOut: { rights: [{ ...decided(rightItem({ right: 'erasure' })), approvedById: BOB }] },
};

const LUXEMBOURG = caseRules({ receivedAt: RECEIVED_AT, timezone: 'Europe/Luxembourg', calendar: 'LU', country: 'LU' }, shippedCalendars);

/** A law small enough to be seen whole: erasure is no copy, withdrawal of consent knows no refusal. Its clocks are the real ones. */
export const SMALL_LAW: CaseRules = {
  ...LUXEMBOURG,
  grounds: ({ right }) => (right === 'withdraw_consent' ? [] : ['GDPR-12-5-excessive', 'GDPR-12-6']),
  outcomes: ({ right }) => (right === 'withdraw_consent' ? ['granted', 'noData', 'notFromThem'] : ['granted', 'partlyGranted', 'refused', 'noData', 'notIdentifiable']),
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

const withTask = (facts: CaseFacts, systemId: string, change: (one: CollectionTask) => Partial<CollectionTask>): Partial<CaseFacts> => ({
  tasks: facts.tasks.map((one) => (one.systemId === systemId ? { ...one, ...change(one) } : one)),
});

const moved = (facts: CaseFacts, event: ClockEvent): Partial<CaseFacts> => ({ clockEvents: [...facts.clockEvents, event] });

const withNotice = (facts: CaseFacts, id: string, kind: CaseNotice['kind']): Partial<CaseFacts> => ({ notices: [...facts.notices, { id, kind, state: 'queued' }] });

/** What an event changes of the facts; a model of the rows, to hold the rows against. Of the mails it knows those that something waits for. */
function factsAfter(current: Case, event: CaseEvent, { actor, at }: DecideContext): Partial<CaseFacts> {
  switch (event.type) {
    case 'EmailConfirmed':
      return { emailConfirmed: true, rejection: null };
    case 'IdentifierAdded':
      return { findable: true };
    case 'CaseAssigned':
      return { assigneeId: event.staffId };
    case 'RejectionProposed':
      return { rejection: { proposedById: actor.id, grounds: event.grounds, confirmed: event.confirmed } };
    case 'RejectionReturned':
    case 'CaseReopened':
    case 'IdentityAccepted':
      return { rejection: null };
    case 'IdentityQuestioned':
      return moved(current, { type: 'identityRequested', at });
    case 'ClarificationAsked':
      return moved(current, { type: 'clarificationRequested', at, largeQuantity: event.largeQuantity });
    case 'QuestionAnswered':
      return moved(current, { type: event.cause === 'identity' ? 'identityProvided' : 'clarificationProvided', at: event.repliedAt });
    case 'ExtensionDecided':
      return withNotice(current, event.noticeId, 'extension');
    case 'NoticeTold':
      return { notices: current.notices.map((one) => (one.id === event.noticeId ? { ...one, state: 'told' } : one)) };
    case 'NoticeResent':
      return { notices: current.notices.map((one) => (one.id === event.noticeId ? { ...one, state: 'queued' } : one)) };
    case 'BundleSealed':
      return { ...withNotice(current, `answer-${current.version}`, 'answerReady'), copySealed: true, fetched: false, bundle: current.bundle && { ...current.bundle, state: 'sealed' } };
    case 'ReminderRaised':
      return { reminders: [...current.reminders, { regime: event.regime, clock: event.clock, mark: event.mark, dueOn: event.dueOn }] };
    case 'UseStopped':
      return { rights: current.rights.map((item) => (item.id === event.rightItemId ? { ...item, stoppedAt: at } : item)) };
    case 'RightCarriedOut': {
      const carriedOut = { on: event.on, systems: event.systems, byId: actor.id };
      return { ...withNotice(current, `done-${current.version}-${event.rightItemId}`, 'carriedOut'), rights: current.rights.map((item) => (item.id === event.rightItemId ? { ...item, carriedOut } : item)) };
    }
    case 'MessageWritten':
      return actor.kind === 'requester' ? { unreadMessages: current.unreadMessages + 1 } : {};
    case 'CollectionStarted':
      return { tasks: event.tasks.map(({ id, systemId }) => ({ id, systemId, state: 'waiting', attempts: 0 })) };
    case 'CollectionReopened':
      return {
        tasks: current.tasks.map((one) => (event.tasks.some(({ id }) => id === one.id) ? { ...one, state: 'waiting' } : one)),
        rights: current.rights.map((item) => (event.undecided.includes(item.id) ? { ...item, decision: null, approvedById: null } : item)),
        bundle: current.bundle && { ...current.bundle, state: 'dropped' },
      };
    case 'BundleFailed':
      return { bundle: current.bundle && { ...current.bundle, state: event.retryAt ? 'building' : 'failed' } };
    case 'BundleRetried':
      return { bundle: current.bundle && { ...current.bundle, state: 'building' } };
    case 'SourceAnswered': {
      const found = event.collections.map(({ collectionId, result, records }) => ({ collectionId, result, records, toDecide: 0, hidden: 0 }));
      const findings = [...current.findings.filter(({ collectionId }) => !found.some((one) => one.collectionId === collectionId)), ...found].sort((one, other) => (one.collectionId < other.collectionId ? -1 : 1));
      return { findings, ...withTask(current, event.systemId, () => ({ state: 'answered' })) };
    }
    case 'ValueDisclosed':
      return { keptIds: [...current.keptIds, event.keptId], findings: current.findings.map((one) => (one.collectionId === event.collectionId ? { ...one, toDecide: one.toDecide - 1 } : one)) };
    case 'KeepShownUndone':
      return { keptIds: current.keptIds.filter((id) => id !== event.keptId) };
    case 'DecisionsCompleted':
      return { returnedFor: null };
    case 'DecisionRevoked':
      return { rights: current.rights.map((item) => (item.id === event.rightItemId ? { ...item, decision: null } : item)) };
    case 'SourceFailed':
      return withTask(current, event.systemId, () => ({ state: event.retryAt ? 'waiting' : 'failed' }));
    case 'SourceRetried':
      return withTask(current, event.systemId, () => ({ state: 'waiting' }));
    case 'ValueRedacted':
      return { redactionIds: [...current.redactionIds, event.redactionId] };
    case 'RedactionUndone':
      return { redactionIds: current.redactionIds.filter((id) => id !== event.redactionId) };
    case 'OutcomeDecided': {
      const decision = { outcome: event.outcome, grounds: event.grounds, hasFacts: event.facts !== '', confirmed: event.confirmed, decidedById: actor.id };
      return { rights: current.rights.map((item) => (item.id === event.rightItemId ? { ...item, decision } : item)) };
    }
    case 'DecisionApproved':
      return { rights: current.rights.map((item) => ({ ...item, approvedById: actor.id })), ...(event.bundle ? { bundle: { ...BUILDING, attempts: 0 } } : withNotice(current, `answer-${current.version}`, 'answerReady')) };
    case 'DecisionReturned':
      return { returnedFor: event.reason, bundle: current.bundle && { ...current.bundle, state: 'dropped' }, rights: current.rights.map((item) => ({ ...item, decision: null, approvedById: null })) };
    default:
      return {};
  }
}

/** The case once every mail that waited has left; a notice of more time moves the clocks from then. */
export const delivered = (current: Case, at: string = NOW): Case => ({
  ...current,
  notices: current.notices.map((one) => ({ ...one, state: 'sent' })),
  clockEvents: current.notices.some(({ kind, state }) => kind === 'extension' && state !== 'sent') ? [...current.clockEvents, { ...EXTENDED, at }] : current.clockEvents,
});

// The plain way of a case, in its order.
const ONWARDS = ['ConfirmEmail', 'AcceptIdentity', 'StartCollection', 'RecordSourceAnswer', 'DecideRight', 'ApproveDecision', 'RecordBundleSealed', 'CloseCase'] as const;

/** A worker's command as the newest try gives it. */
export function ofNewestTry(command: CaseCommand, current: Case): CaseCommand {
  switch (command.type) {
    case 'RecordSourceAnswer':
    case 'RecordSourceFailure':
      return { ...command, attempt: current.tasks.find(({ systemId }) => systemId === command.systemId)?.attempts ?? 0 };
    case 'RecordBundleSealed':
    case 'RecordBundleFailure':
      return { ...command, bundleId: current.bundle?.id ?? command.bundleId, attempt: current.bundle?.attempts ?? 0 };
    default:
      return command;
  }
}

/** The command that takes a case one step on, where this person may give one: so that random walks come far. */
export const onwards = (current: Case, context: DecideContext): CaseCommand =>
  ONWARDS.map((type) => ofNewestTry(COMMANDS[type], current)).find((command) => decide(current, command, context).ok) ?? COMMANDS.WriteNote;

/** The case after one handled command. @param quiet whether it leaves what a person decides on as it was */
export function evolve(before: Case, events: readonly CaseEvent[], context: DecideContext, quiet = false): Case {
  const { rules, actor } = context;
  const needs = { identity: before.rights.some(rules.needsIdentity), copy: before.rights.some(rules.needsCopy) };
  const after = events.reduce<Case>((current, event) => {
    const state = stateAfter(event, current.state, needs) ?? current.state;
    const { decidedById, how, from, ...facts } = { ...current, ...factsAfter(current, event, context) } as CaseFacts & { decidedById?: string; how?: ClosedHow; from?: OpenState };
    if (state === 'closed') return { ...facts, state, how: how ?? howClosed(event), from: from ?? (current.state as OpenState) };
    return (state === 'awaitingApproval' ? { ...facts, state, decidedById: decidedById ?? actor.id } : { ...facts, state }) as Case;
  }, before);
  return quiet && after.state === before.state ? after : { ...after, version: before.version + 1 };
}

const howClosed = (event: CaseEvent): ClosedHow => (event.type === 'CaseClosed' ? event.how : event.type === 'CaseWithdrawn' ? 'withdrawn' : 'unverified');

/** Who gives a command in real life: this person of the desk where it is theirs to give, else the requester or the worker. */
export function giverOf(command: CaseCommand, person: Actor, caseId: string): Actor {
  const all: readonly Actor[] = [person, { kind: 'requester', id: caseId }, { kind: 'system', id: 'worker' }];
  return all.find((actor) => mayGive(actor, command)) ?? person;
}
