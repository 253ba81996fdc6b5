import { type Actor, mayGive } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { type CaseRules, decide, type DecideContext } from '@/lib/domain/case/decide';
import { type CaseEvent, stateAfter } from '@/lib/domain/case/events';
import type { Case, CaseFacts, CaseState, ClosedHow, CollectionTask, RightItem } from '@/lib/domain/case/types';

/** Who is who in these cases: Alice decides, Bob approves, nobody else has done anything. */
export const ALICE = 'alice';
export const BOB = 'bob';

export const SHA = 'ab'.repeat(32);

/** An instant at which it is already the next day in Kathmandu and still the day before in California. */
export const RECEIVED_AT = '2026-11-22T18:30:00.000Z';

export const rightItem = (given: Partial<RightItem> = {}): RightItem => ({
  id: 'right-1',
  regime: 'GDPR',
  right: 'access',
  decision: null,
  approvedById: null,
  ...given,
});

export const decided = (item: RightItem, decidedById = ALICE): RightItem => ({
  ...item,
  decision: { outcome: 'granted', grounds: [], decidedById },
});

export const task = (systemId: string, state: CollectionTask['state'], attempts = 0): CollectionTask => ({ id: `task-${systemId}`, systemId, state, attempts });

const ANSWERED = [task('accounts', 'answered', 1), task('calls', 'answered', 1)];

/** What a case holds by the time it has reached a state, on the plain way of one access request. */
const SO_FAR: { [S in CaseState]: Partial<CaseFacts> } = {
  received: {},
  verifying: {},
  verified: {},
  collecting: { tasks: [task('accounts', 'answered', 1), task('calls', 'failed', 1)] },
  reviewing: { tasks: ANSWERED, redactionIds: ['redaction-1'] },
  awaitingApproval: { tasks: ANSWERED, rights: [decided(rightItem())] },
  preparing: { tasks: ANSWERED, rights: [{ ...decided(rightItem()), approvedById: BOB }] },
  ready: { tasks: ANSWERED, rights: [{ ...decided(rightItem()), approvedById: BOB }] },
  closed: { tasks: ANSWERED, rights: [{ ...decided(rightItem()), approvedById: BOB }] },
};

/** A case in a state; whatever the test is about is said in `given`. */
export function aCase(state: CaseState, given: Partial<CaseFacts> = {}): Case {
  const facts: CaseFacts = {
    id: 'case-1',
    controllerId: 'chinook',
    reference: 'CK-5XN3-7RKT',
    locale: 'en',
    forWhom: 'self',
    version: 7,
    receivedAt: RECEIVED_AT,
    rights: [rightItem()],
    tasks: [],
    redactionIds: [],
    assigneeId: null,
    ...SO_FAR[state],
    ...given,
  };
  if (state === 'awaitingApproval') return { ...facts, state, decidedById: ALICE };
  return state === 'closed' ? { ...facts, state, how: 'answered' } : { ...facts, state };
}

/** One lawful example of every command; a command without one does not compile. */
export const COMMANDS: { readonly [T in CaseCommand['type']]: Extract<CaseCommand, { type: T }> } = {
  ConfirmEmail: { type: 'ConfirmEmail', method: 'code' },
  AcceptIdentity: { type: 'AcceptIdentity', method: 'confirmedEmailOfAccount' },
  RejectIdentity: { type: 'RejectIdentity' },
  AssignCase: { type: 'AssignCase', staffId: ALICE },
  StartCollection: { type: 'StartCollection', tasks: [{ id: 'task-calls', systemId: 'calls' }], dataMapDigest: SHA },
  RecordSourceAnswer: { type: 'RecordSourceAnswer', systemId: 'calls', collections: [{ collectionId: 'calls.call', result: 'found', reason: null, records: 3 }] },
  RecordSourceFailure: { type: 'RecordSourceFailure', systemId: 'calls', reason: 'unreachable', retryAt: null },
  RetrySource: { type: 'RetrySource', systemId: 'calls' },
  RedactValue: {
    type: 'RedactValue',
    redactionId: 'redaction-2',
    collectionId: 'support.message',
    recordNo: 3,
    scope: 'value',
    field: 'text',
    ground: 'GDPR-15-4',
    detail: { passage: 'Jane Peacock', facts: 'A colleague of the sender.' },
  },
  UndoRedaction: { type: 'UndoRedaction', redactionId: 'redaction-1', collectionId: 'support.message' },
  DecideRight: { type: 'DecideRight', rightItemId: 'right-1', outcome: 'granted', grounds: [], facts: '' },
  ApproveDecision: { type: 'ApproveDecision' },
  ReturnDecision: { type: 'ReturnDecision', reason: 'redactionMissing' },
  RecordBundleSealed: {
    type: 'RecordBundleSealed',
    bundleId: 'bundle-1',
    sealed: { manifestSha256: SHA, keyId: '0a9f3c2b11d4e87f', files: 7, records: 41, sizeBytes: 96_000 },
    file: { blobKey: 'cases/1/bundles/1', sha256: SHA, expiresAt: '2026-12-30T00:00:00.000Z', contents: [{ collectionId: 'calls.call', records: 3, bytes: 900 }] },
  },
  CloseCase: { type: 'CloseCase' },
  WithdrawRequest: { type: 'WithdrawRequest' },
  WriteMessage: { type: 'WriteMessage', messageId: 'message-1', body: 'Which invoice is it about?' },
  WriteNote: { type: 'WriteNote', messageId: 'note-1', body: 'Called the shop.' },
};

/** A law small enough to be seen whole: erasure is no copy, withdrawal of consent knows no refusal. */
export const SMALL_LAW: CaseRules = {
  refusalGrounds: ({ right }) => (right === 'withdraw_consent' ? [] : ['GDPR-12-5-excessive', 'GDPR-12-6']),
  outcomes: ({ right }) => (right === 'withdraw_consent' ? ['granted', 'noData', 'notFromThem'] : ['granted', 'partlyGranted', 'refused', 'noData', 'notIdentifiable']),
  exemptions: () => ['GDPR-15-4'],
  needsCopy: ({ right }) => right === 'access',
};

const withTask = (facts: CaseFacts, systemId: string, change: (one: CollectionTask) => Partial<CollectionTask>): Partial<CaseFacts> => ({
  tasks: facts.tasks.map((one) => (one.systemId === systemId ? { ...one, ...change(one) } : one)),
});

/** What an event changes of the facts; a model of the rows, to hold the rows against. */
function factsAfter(current: Case, event: CaseEvent, actorId: string): Partial<CaseFacts> {
  switch (event.type) {
    case 'CaseAssigned':
      return { assigneeId: event.staffId };
    case 'CollectionStarted':
      return { tasks: event.tasks.map(({ id, systemId }) => ({ id, systemId, state: 'waiting', attempts: 0 })) };
    case 'SourceAnswered':
      return withTask(current, event.systemId, ({ attempts }) => ({ state: 'answered', attempts: attempts + 1 }));
    case 'SourceFailed':
      return withTask(current, event.systemId, () => ({ state: 'failed', attempts: event.attempt }));
    case 'SourceRetried':
      return withTask(current, event.systemId, () => ({ state: 'waiting' }));
    case 'ValueRedacted':
      return { redactionIds: [...current.redactionIds, event.redactionId] };
    case 'RedactionUndone':
      return { redactionIds: current.redactionIds.filter((id) => id !== event.redactionId) };
    case 'OutcomeDecided': {
      const decision = { outcome: event.outcome, grounds: event.grounds, decidedById: actorId };
      return { rights: current.rights.map((item) => (item.id === event.rightItemId ? { ...item, decision } : item)) };
    }
    case 'DecisionApproved':
      return { rights: current.rights.map((item) => ({ ...item, approvedById: actorId })) };
    case 'DecisionReturned':
      return { rights: current.rights.map((item) => ({ ...item, decision: null })) };
    default:
      return {};
  }
}

// The plain way of a case, in its order.
const ONWARDS = ['ConfirmEmail', 'AcceptIdentity', 'StartCollection', 'RecordSourceAnswer', 'DecideRight', 'ApproveDecision', 'RecordBundleSealed', 'CloseCase'] as const;

/** The command that takes a case one step on, where this person may give one: so that random walks come far. */
export const onwards = (current: Case, context: DecideContext): CaseCommand =>
  ONWARDS.map((type) => COMMANDS[type]).find((command) => decide(current, command, context).ok) ?? COMMANDS.WriteNote;

/** The case after one handled command. */
export function evolve(before: Case, events: readonly CaseEvent[], { rules, actorId }: DecideContext): Case {
  const collects = before.rights.some((item) => rules.needsCopy(item));
  return events.reduce<Case>((current, event) => {
    const state = stateAfter(event, collects) ?? current.state;
    const { decidedById, how, ...facts } = { ...current, ...factsAfter(current, event, actorId) } as CaseFacts & { decidedById?: string; how?: ClosedHow };
    if (state === 'closed') return { ...facts, state, how: how ?? howClosed(event) };
    return (state === 'awaitingApproval' ? { ...facts, state, decidedById: decidedById ?? actorId } : { ...facts, state }) as Case;
  }, { ...before, version: before.version + 1 });
}

const howClosed = (event: CaseEvent): ClosedHow => (event.type === 'CaseClosed' ? event.how : event.type === 'CaseWithdrawn' ? 'withdrawn' : 'unverified');

/** Who gives a command in real life: this person of the desk where it is theirs to give, else the requester or the worker. */
export function giverOf(command: CaseCommand, person: Actor, caseId: string): Actor {
  const all: readonly Actor[] = [person, { kind: 'requester', id: caseId }, { kind: 'system', id: 'worker' }];
  return all.find((actor) => mayGive(actor, command)) ?? person;
}
