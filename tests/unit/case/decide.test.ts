import { describe, expect, it, test } from 'vitest';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { type CaseRefusal, decide } from '@/lib/domain/case/decide';
import { CASE_STATES, type CaseState } from '@/lib/domain/case/types';
import { aCase, ALICE, BOB, by, COMMANDS, decided, MEANT_FOR, NOW, task } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';

type Answer = 'handled' | CaseRefusal;
type Row = Record<CaseState, Answer>;

/** The same answer in every state but those named. */
const everywhere = (answer: Answer, but: Partial<Row> = {}): Row =>
  ({ ...Object.fromEntries(CASE_STATES.map((state) => [state, answer])), ...but }) as Row;

const BEFORE_TASKS = { received: 'unknownSystem', verifying: 'unknownSystem', verified: 'unknownSystem' } as const;

/** What a case in each state says to each command when a second person gives it. */
const TABLE: { [T in CaseCommand['type']]: Row } = {
  ConfirmEmail: everywhere('alreadyDone', { received: 'handled' }),
  AskSubject: everywhere('wrongState', { verifying: 'handled' }),
  RemindSubject: everywhere('wrongState', { verifying: 'handled' }),
  RecordSubjectSilent: everywhere('handled'),
  ConfirmMandate: everywhere('handled', { closed: 'wrongState' }),
  StopMandate: everywhere('handled'),
  CloseStopped: everywhere('handled', { closed: 'wrongState' }),
  AcceptIdentity: everywhere('wrongState', { verifying: 'handled' }),
  ChangeContact: everywhere('handled'),
  ProposeRejection: everywhere('wrongState', { received: 'handled', verifying: 'handled' }),
  ApproveRejection: everywhere('handled', { closed: 'wrongState' }),
  ReturnRejection: everywhere('handled', { closed: 'wrongState' }),
  ReopenCase: everywhere('wrongState', { closed: 'handled' }),
  AddIdentifier: everywhere('wrongState', { received: 'handled', verifying: 'handled', verified: 'handled' }),
  QuestionIdentity: everywhere('wrongState', { verifying: 'handled' }),
  AskClarification: everywhere('handled', {
    awaitingApproval: 'wrongState',
    preparing: 'wrongState',
    ready: 'wrongState',
    closed: 'wrongState',
  }),
  RecordReply: everywhere('handled', { closed: 'noQuestionOpen' }),
  ExtendDeadline: everywhere('handled', { ready: 'wrongState', closed: 'wrongState' }),
  RecordNoticeSent: everywhere('handled', { closed: 'alreadyDone' }),
  ResendNotice: everywhere('handled'),
  RecordNoticeTold: everywhere('handled'),
  RaiseReminder: everywhere('handled', { ready: 'alreadyDone', closed: 'alreadyDone' }),
  RecordStopped: everywhere('handled', { closed: 'wrongState' }),
  RecordCarriedOut: everywhere('handled', { closed: 'wrongState' }),
  PlanErasure: everywhere('handled', { closed: 'wrongState' }),
  RecordErasurePlan: everywhere('handled', { closed: 'overtaken' }),
  RecordErasurePlanFailure: everywhere('handled', { closed: 'overtaken' }),
  ApproveErasure: everywhere('handled', { closed: 'wrongState' }),
  CancelErasure: everywhere('handled', { closed: 'nothingToErase' }),
  BeginErasure: everywhere('handled', { closed: 'overtaken' }),
  ContinueErasure: everywhere('handled', { closed: 'overtaken' }),
  ApproveRest: everywhere('handled', { closed: 'overtaken' }),
  RecordSystemErased: everywhere('handled', { closed: 'overtaken' }),
  RecordErasureFailure: everywhere('handled', { closed: 'overtaken' }),
  RetryErasure: everywhere('handled', { closed: 'overtaken' }),
  RecordErasureStopped: everywhere('handled', { closed: 'overtaken' }),
  RecordErasureProved: everywhere('handled', { closed: 'overtaken' }),
  StartEffects: everywhere('handled', { closed: 'wrongState' }),
  RecordEffect: everywhere('handled', { closed: 'alreadyDone' }),
  RecordEffectFailure: everywhere('handled', { closed: 'alreadyDone' }),
  RecordStatement: everywhere('handled'),
  OweTransmission: everywhere('handled', { closed: 'nothingToCarryOut' }),
  RecordTransmission: everywhere('handled', { closed: 'alreadyDone' }),
  RestrictMeanwhile: everywhere('handled', { closed: 'nothingToRestrict' }),
  NameRestrictionGround: everywhere('handled'),
  AnnounceLifting: everywhere('handled'),
  CancelLifting: everywhere('handled'),
  BeginLifting: everywhere('handled'),
  RecordLifted: everywhere('handled'),
  RetryEffect: everywhere('handled', { closed: 'alreadyDone' }),
  OweRecipients: everywhere('handled', { closed: 'wrongState' }),
  RecordRecipientMail: everywhere('handled'),
  RecordRecipientTold: everywhere('handled', { closed: 'wrongState' }),
  ExcuseRecipient: everywhere('handled', { closed: 'wrongState' }),
  ConfirmRecipient: everywhere('handled'),
  AssignCase: everywhere('handled'),
  StartCollection: everywhere('wrongState', { verified: 'handled' }),
  RecordSourceAnswer: everywhere('alreadyDone', { ...BEFORE_TASKS, collecting: 'handled' }),
  OpenInquiry: everywhere('unknownSystem', { collecting: 'handled' }),
  RecordSourceFailure: everywhere('unknownSystem', { collecting: 'handled' }),
  RetrySource: everywhere('unknownSystem', { collecting: 'handled' }),
  CollectAgain: everywhere('wrongState', { reviewing: 'handled' }),
  RedactValue: everywhere('wrongState', { reviewing: 'handled' }),
  UndoRedaction: everywhere('wrongState', { reviewing: 'handled' }),
  KeepShown: everywhere('wrongState', { reviewing: 'handled' }),
  UndoKeepShown: everywhere('wrongState', { reviewing: 'handled' }),
  TakeBackDecision: everywhere('handled', { closed: 'wrongState' }),
  DecideRight: everywhere('wrongState', {
    reviewing: 'handled',
    collecting: 'sourcesOpen',
    awaitingApproval: 'alreadyDone',
    preparing: 'alreadyDone',
    ready: 'alreadyDone',
  }),
  ApproveDecision: everywhere('wrongState', { awaitingApproval: 'handled' }),
  ReturnDecision: everywhere('wrongState', { awaitingApproval: 'handled' }),
  RecordBundleSealed: everywhere('alreadyDone', { preparing: 'handled' }),
  RecordBundleFailure: everywhere('overtaken', { preparing: 'handled' }),
  RetryBundle: everywhere('wrongState', { preparing: 'handled' }),
  CloseCase: everywhere('wrongState', { ready: 'handled' }),
  WithdrawRequest: everywhere('handled', { ready: 'alreadyDone', closed: 'alreadyDone' }),
  WriteMessage: everywhere('handled'),
  WriteNote: everywhere('handled'),
};

const cells = Object.entries(TABLE).flatMap(([type, row]) =>
  CASE_STATES.map((state) => [type, state, row[state]] as const),
);

describe('every command in every state', () => {
  test.each(cells)('%s while %s: %s', (type, state, expected) => {
    const decision = decide(
      aCase(state, MEANT_FOR[type as CaseCommand['type']]),
      COMMANDS[type as CaseCommand['type']],
      by(BOB),
    );
    expect(decision.ok ? 'handled' : decision.reason).toBe(expected);
  });
});

describe('the address and the identity', () => {
  it('says how the address was confirmed', () =>
    given(aCase('received'))
      .when({ type: 'ConfirmEmail', method: 'link' })
      .then({ type: 'EmailConfirmed', method: 'link' }));

  it('is accepted of nobody while there is nothing to look for the person by, and nothing is collected', () => {
    const unknown = { forWhom: 'child', findable: false } as const;
    given(aCase('verifying', unknown))
      .when({ type: 'AcceptIdentity', method: 'evidence' })
      .thenRefused('subjectUnknown');
    given(aCase('verified', unknown)).when(COMMANDS.StartCollection).thenRefused('subjectUnknown');
    given(aCase('verifying', unknown))
      .when({ ...COMMANDS.AddIdentifier, value: ' ' })
      .thenRefused('emptyText');
    given(aCase('verifying', unknown)).when(COMMANDS.AddIdentifier).then({ type: 'IdentifierAdded', kind: 'phone' });
  });

  it('keeps the method by which the identity was accepted', () => {
    given(aCase('verifying'))
      .when({ type: 'AcceptIdentity', method: 'evidence' })
      .then({ type: 'IdentityAccepted', method: 'evidence' });
  });

  it('does not give a case to whom it belongs already', () => {
    given(aCase('verified', { assigneeId: ALICE }))
      .when(COMMANDS.AssignCase)
      .thenRefused('alreadyDone');
    given(aCase('verified', { assigneeId: ALICE }))
      .when({ type: 'AssignCase', staffId: null, insteadOf: ALICE })
      .then({ type: 'CaseAssigned', staffId: null });
  });
});

describe('the sources', () => {
  it('starts no collection without a system to ask', () =>
    given(aCase('verified'))
      .when({ ...COMMANDS.StartCollection, tasks: [] })
      .thenRefused('noSystems'));

  it('ends the collection with the last answer and not before', () => {
    const waiting = [task('accounts', 'running', 1), task('calls', 'running', 1)];
    given(aCase('collecting', { tasks: waiting }))
      .when(COMMANDS.RecordSourceAnswer)
      .then({ type: 'SourceAnswered', systemId: 'calls' });
    given(aCase('collecting'))
      .when(COMMANDS.RecordSourceAnswer)
      .then({ type: 'SourceAnswered', systemId: 'calls' }, { type: 'CollectionFinished', systems: 2 });
  });

  it('lets a failed system keep the case open, whatever the others answered', () => {
    given(aCase('collecting'))
      .when(COMMANDS.RecordSourceFailure)
      .then({ type: 'SourceFailed', systemId: 'calls', reason: 'unreachable', attempt: 1 });
    given(aCase('collecting')).when(COMMANDS.DecideRight).thenRefused('sourcesOpen');
  });

  it('takes an answer once, so that a worker that was killed after it repeats nothing', () => {
    given(aCase('collecting'))
      .when({ ...COMMANDS.RecordSourceAnswer, systemId: 'accounts' })
      .thenRefused('alreadyDone');
  });

  it('knows only the systems of its plan', () => {
    given(aCase('collecting'))
      .when({ ...COMMANDS.RecordSourceAnswer, systemId: 'elsewhere' })
      .thenRefused('unknownSystem');
    given(aCase('collecting'))
      .when({ ...COMMANDS.RecordSourceFailure, systemId: 'accounts' })
      .thenRefused('unknownSystem');
  });

  it('asks again only what has failed', () => {
    given(aCase('collecting'))
      .when(COMMANDS.RetrySource)
      .then({ type: 'SourceRetried', systemId: 'calls', taskId: 'task-calls' });
    given(aCase('collecting', { tasks: [task('calls', 'running')] }))
      .when(COMMANDS.RetrySource)
      .thenRefused('sourceBusy');
    given(aCase('collecting')).when({ type: 'RetrySource', systemId: 'accounts' }).thenRefused('unknownSystem');
  });
});

describe('hiding', () => {
  const redact = COMMANDS.RedactValue;

  it('needs a ground that the law has for these rights', () => {
    given(aCase('reviewing'))
      .when({ ...redact, ground: 'GDPR-99' })
      .thenRefused('groundNotAllowed', 'GDPR-99');
  });

  it('needs the passage of a value, the field of a field, and facts for all', () => {
    given(aCase('reviewing'))
      .when({ ...redact, detail: { passage: ' \n', facts: 'x' } })
      .thenRefused('passageMissing');
    given(aCase('reviewing'))
      .when({ ...redact, detail: { passage: null, facts: 'x' } })
      .thenRefused('passageMissing');
    given(aCase('reviewing'))
      .when({ ...redact, scope: 'field', field: null, detail: { passage: null, facts: 'x' } })
      .thenRefused('passageMissing');
    given(aCase('reviewing'))
      .when({ ...redact, detail: { passage: 'Jane', facts: '  ' } })
      .thenRefused('factsMissing');
  });

  it('hides a whole record without naming a field', () => {
    const whole = {
      ...redact,
      scope: 'record',
      field: null,
      detail: { passage: null, facts: 'It is about somebody else.' },
    } as const;
    given(aCase('reviewing'))
      .when(whole)
      .then({ ...whole, type: 'ValueRedacted' });
  });

  it('shows again only what is hidden now', () => {
    given(aCase('reviewing'))
      .when(COMMANDS.UndoRedaction)
      .then({ type: 'RedactionUndone', redactionId: 'redaction-1' });
    given(aCase('reviewing', { redactionIds: [] }))
      .when(COMMANDS.UndoRedaction)
      .thenRefused('alreadyDone');
  });
});

describe('deciding a right', () => {
  const decideRight = COMMANDS.DecideRight;
  const refused = {
    ...decideRight,
    outcome: 'refused',
    grounds: ['GDPR-12-6'],
    facts: 'The doubt of 3 November was not answered.',
  } as const;

  it('refuses only with a ground of that right and the facts that meet it (Art. 12(4) GDPR)', () => {
    given(aCase('reviewing'))
      .when(refused)
      .then({ type: 'OutcomeDecided', outcome: 'refused', grounds: ['GDPR-12-6'] }, { type: 'DecisionsCompleted' });
    given(aCase('reviewing'))
      .when({ ...refused, grounds: [] })
      .thenRefused('groundMissing');
    given(aCase('reviewing'))
      .when({ ...refused, grounds: ['GDPR-12-6', 'GDPR-17-3-b'] })
      .thenRefused('groundNotAllowed', 'GDPR-17-3-b');
    given(aCase('reviewing'))
      .when({ ...refused, facts: '\n' })
      .thenRefused('factsMissing');
  });

  it.each(['partlyGranted', 'notIdentifiable'] as const)('owes reasons for "%s" as for a refusal', (outcome) => {
    given(aCase('reviewing'))
      .when({ ...refused, outcome, grounds: [] })
      .thenRefused('groundMissing');
  });

  it('lets no ground stand beside a right that was granted', () => {
    given(aCase('reviewing'))
      .when({ ...decideRight, grounds: ['GDPR-12-6'] })
      .then({ type: 'OutcomeDecided', outcome: 'granted', grounds: [] }, { type: 'DecisionsCompleted' });
  });

  it('knows no refusal where the law knows none', () => {
    const rights = [rightItem({ right: 'withdraw_consent' })];
    given(aCase('reviewing', { rights })).when(refused).thenRefused('outcomeNotAllowed', 'refused');
  });

  it('completes with the last right; what is decided waits for the second person', () => {
    const rights = [rightItem(), rightItem({ id: 'right-2', right: 'erasure' })];
    given(aCase('reviewing', { rights })).when(decideRight).then({ type: 'OutcomeDecided', right: 'access' });
    const second = { ...decideRight, rightItemId: 'right-2' };
    given(aCase('reviewing', { rights: [decided(rights[0]!), rights[1]!] }))
      .when(decideRight)
      .thenRefused('alreadyDone');
    given(aCase('reviewing', { rights: [decided(rights[0]!), rights[1]!] }))
      .when(second)
      .then({ type: 'OutcomeDecided', right: 'erasure' }, { type: 'DecisionsCompleted' });
    given(aCase('reviewing')).when(second).thenRefused('unknownRight');
  });
});

describe('four eyes', () => {
  const approve = COMMANDS.ApproveDecision;

  it('lets nobody approve what they decided, not even one right of several', () => {
    given(aCase('awaitingApproval')).when(approve, ALICE).thenRefused('secondPersonNeeded');
    const rights = [decided(rightItem(), BOB), decided(rightItem({ id: 'right-2', right: 'erasure' }), ALICE)];
    given(aCase('awaitingApproval', { rights })).when(approve, BOB).thenRefused('secondPersonNeeded');
    given(aCase('awaitingApproval', { rights }))
      .when(approve, 'carol')
      .then({ type: 'DecisionApproved', rights: ['access', 'erasure'], bundle: true });
  });

  it('makes a bundle only where a copy was granted, whole or in part', () => {
    const withOutcome = (
      outcome: 'granted' | 'partlyGranted' | 'refused' | 'noData',
      right: 'access' | 'erasure' = 'access',
    ) => {
      const item = rightItem({ right });
      return aCase('awaitingApproval', {
        rights: [{ ...item, decision: { outcome, grounds: [], hasFacts: true, confirmed: [], decidedById: ALICE } }],
      });
    };
    for (const outcome of ['granted', 'partlyGranted'] as const)
      given(withOutcome(outcome)).when(approve, BOB).then({ type: 'DecisionApproved', bundle: true });
    for (const outcome of ['refused', 'noData'] as const)
      given(withOutcome(outcome)).when(approve, BOB).then({ type: 'DecisionApproved', bundle: false });
    given(withOutcome('granted', 'erasure')).when(approve, BOB).then({ type: 'DecisionApproved', bundle: false });
  });

  it('lets even the decider send it back', () => {
    given(aCase('awaitingApproval'))
      .when(COMMANDS.ReturnDecision, ALICE)
      .then({ type: 'DecisionReturned', reason: 'redactionMissing', rights: ['access'] });
  });
});

describe('what takes effect at once', () => {
  const marketing = [rightItem({ right: 'objection_marketing' })];

  it('is not granted before the use has stopped, and stops once', () => {
    given(aCase('reviewing', { rights: marketing }))
      .when(COMMANDS.DecideRight)
      .thenRefused('useNotStopped');
    given(aCase('reviewing', { rights: marketing }))
      .when({ ...COMMANDS.DecideRight, outcome: 'noData' })
      .then({ type: 'OutcomeDecided' }, { type: 'DecisionsCompleted' });
    const stopped = marketing.map((item) => ({ ...item, stoppedAt: NOW }));
    given(aCase('reviewing', { rights: stopped }))
      .when(COMMANDS.DecideRight)
      .then({ type: 'OutcomeDecided' }, { type: 'DecisionsCompleted' });
    given(aCase('reviewing', { rights: stopped }))
      .when(COMMANDS.RecordStopped)
      .thenRefused('alreadyDone');
  });

  it('is nothing for a right that its answer fulfils', () => {
    given(aCase('reviewing')).when(COMMANDS.RecordStopped).thenRefused('nothingToStop');
    given(aCase('reviewing')).when({ type: 'RecordStopped', rightItemId: 'right-9' }).thenRefused('unknownRight');
  });
});

describe('mails that were given up', () => {
  it('are tried again or told another way; one on its way is left alone', () => {
    const failed = aCase('ready', { notices: [{ id: 'notice-1', kind: 'answerReady', state: 'failed' }] });
    given(failed).when(COMMANDS.ResendNotice).then({ type: 'NoticeResent' });
    given(failed).when(COMMANDS.RecordNoticeTold).then({ type: 'NoticeTold', way: 'letter' });
    given(aCase('ready', { notices: [{ id: 'notice-1', kind: 'answerReady', state: 'delayed' }] }))
      .when(COMMANDS.ResendNotice)
      .thenRefused('noticeOnItsWay');
    given(aCase('ready')).when(COMMANDS.RecordNoticeTold).thenRefused('noticeOnItsWay');
  });

  it('keep a case open: whoever was not told has no answer', () => {
    for (const state of ['queued', 'delayed', 'failed'] as const)
      given(aCase('ready', { notices: [{ id: 'n', kind: 'answerReady', state }] }))
        .when(COMMANDS.CloseCase)
        .thenRefused('noticeOnItsWay');
    for (const state of ['sent', 'told'] as const)
      given(aCase('ready', { notices: [{ id: 'n', kind: 'answerReady', state }] }))
        .when(COMMANDS.CloseCase)
        .then({ type: 'CaseClosed' });
  });
});
