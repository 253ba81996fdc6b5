import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { COMMAND_TABLE } from '@/lib/domain/case/command-table';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { decide } from '@/lib/domain/case/decide';
import { isStopped } from '@/lib/domain/case/halted';
import { nextSteps } from '@/lib/domain/case/next-steps';
import { OPEN_STATES, type OpenState } from '@/lib/domain/case/types';
import { aCase, ASKED, BOB, by, COMMANDS, giverOf, MEANT_FOR, NOW, SMALL_LAW } from '@/tests/support/case-builders';
import { evolve } from '@/tests/support/case-history';

const STOPPED = { forWhom: 'someoneElse', mandate: { ...ASKED, state: 'stopped' } } as const;

type Fate = 'halted' | 'goesOn';

/** What becomes of each command once the person whose data it is has stopped the request: what uses it is halted, what ends or records is not. */
const FATES: { readonly [T in CaseCommand['type']]: Fate } = {
  ConfirmEmail: 'goesOn',
  AskSubject: 'goesOn',
  RemindSubject: 'goesOn',
  RecordSubjectSilent: 'goesOn',
  ConfirmMandate: 'goesOn',
  StopMandate: 'goesOn',
  CloseStopped: 'goesOn',
  AcceptIdentity: 'halted',
  ChangeContact: 'goesOn',
  ProposeRejection: 'goesOn',
  ApproveRejection: 'goesOn',
  ReturnRejection: 'goesOn',
  ReopenCase: 'goesOn',
  AddIdentifier: 'goesOn',
  QuestionIdentity: 'halted',
  AskClarification: 'halted',
  RecordReply: 'goesOn',
  ExtendDeadline: 'halted',
  RecordNoticeSent: 'goesOn',
  ResendNotice: 'goesOn',
  RecordNoticeTold: 'goesOn',
  RaiseReminder: 'goesOn',
  RecordStopped: 'goesOn',
  RecordCarriedOut: 'goesOn',
  PlanErasure: 'halted',
  RecordErasurePlan: 'halted',
  RecordErasurePlanFailure: 'goesOn',
  ApproveErasure: 'halted',
  CancelErasure: 'goesOn',
  BeginErasure: 'halted',
  ContinueErasure: 'halted',
  ApproveRest: 'halted',
  RecordSystemErased: 'goesOn',
  RecordErasureFailure: 'goesOn',
  RetryErasure: 'halted',
  RecordErasureStopped: 'goesOn',
  RecordErasureProved: 'goesOn',
  StartEffects: 'halted',
  RecordEffect: 'goesOn',
  RecordEffectFailure: 'goesOn',
  RecordStatement: 'halted',
  OweTransmission: 'halted',
  RecordTransmission: 'goesOn',
  RestrictMeanwhile: 'halted',
  NameRestrictionGround: 'goesOn',
  AnnounceLifting: 'goesOn',
  CancelLifting: 'goesOn',
  BeginLifting: 'goesOn',
  RecordLifted: 'goesOn',
  RetryEffect: 'halted',
  OweRecipients: 'goesOn',
  RecordRecipientMail: 'goesOn',
  RecordRecipientTold: 'goesOn',
  ExcuseRecipient: 'goesOn',
  ConfirmRecipient: 'goesOn',
  AssignCase: 'goesOn',
  StartCollection: 'halted',
  RecordSourceAnswer: 'halted',
  OpenInquiry: 'halted',
  RecordSourceFailure: 'goesOn',
  RetrySource: 'halted',
  CollectAgain: 'halted',
  RedactValue: 'goesOn',
  UndoRedaction: 'goesOn',
  KeepShown: 'goesOn',
  UndoKeepShown: 'goesOn',
  TakeBackDecision: 'goesOn',
  DecideRight: 'halted',
  ApproveDecision: 'halted',
  ReturnDecision: 'goesOn',
  RecordBundleSealed: 'halted',
  RecordBundleFailure: 'goesOn',
  RetryBundle: 'halted',
  CloseCase: 'goesOn',
  WithdrawRequest: 'goesOn',
  WriteMessage: 'goesOn',
  WriteNote: 'goesOn',
};

const types = Object.keys(FATES) as CaseCommand['type'][];
const ofFate = (fate: Fate) => types.filter((type) => FATES[type] === fate);

const cells = ofFate('halted').flatMap((type) => OPEN_STATES.map((state) => [type, state] as const));

describe('a request that was stopped', () => {
  test.each(cells)('refuses %s while %s, whoever gives it', (type, state) => {
    const current = aCase(state, { ...MEANT_FOR[type], ...STOPPED });
    expect(decide(current, COMMANDS[type], by(BOB))).toEqual({ ok: false, reason: 'mandateStopped' });
  });

  test.each(ofFate('goesOn'))('says of %s what it says of it elsewhere', (type) => {
    for (const state of OPEN_STATES) {
      const current = aCase(state, { ...MEANT_FOR[type], ...STOPPED });
      const decision = decide(current, COMMANDS[type], by(BOB));
      expect(decision.ok ? null : decision.reason).not.toBe('mandateStopped');
    }
  });

  it('halts nothing in a case that was not stopped', () => {
    for (const state of OPEN_STATES)
      for (const type of ofFate('halted')) {
        const decision = decide(aCase(state, MEANT_FOR[type]), COMMANDS[type], by(BOB));
        expect(decision.ok ? null : decision.reason).not.toBe('mandateStopped');
      }
  });

  it('can always be closed by the desk, and shows so first', () => {
    for (const state of OPEN_STATES) {
      const current = aCase(state, STOPPED);
      expect(nextSteps(current, SMALL_LAW, NOW)[0]).toMatchObject({ key: 'closeStopped', mode: 'must' });
      expect(decide(current, COMMANDS.CloseStopped, by(BOB))).toMatchObject({ ok: true });
    }
  });

  it('first has somebody mend the mail that tells the one who asked, and read what they wrote', () => {
    const notices = [{ id: 'notice-1', kind: 'mandateStopped', state: 'failed' }] as const;
    const steps = nextSteps(aCase('verifying', { ...STOPPED, notices, unreadMessages: 1 }), SMALL_LAW, NOW);
    expect(steps.map(({ key }) => key)).toEqual(['mendNotice', 'closeStopped', 'readMessage']);
  });
});

/** What happens when somebody collects, decides, hands over, changes or erases. */
const USES: ReadonlySet<string> = new Set([
  'IdentityAccepted',
  'CollectionStarted',
  'SourceAnswered',
  'OutcomeDecided',
  'DecisionApproved',
  'BundleSealed',
  'StatementMade',
  'TransmissionOwed',
  'EffectsStarted',
  'ErasurePlanAsked',
  'ErasureApproved',
  'RestApproved',
  'ErasureStarted',
]);

describe('in any order of commands', () => {
  const walk = fc.tuple(
    fc.constantFrom<OpenState>(...OPEN_STATES),
    fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 25 }),
  );

  it('nothing is done on the strength of a request between the no of the person and their yes', () => {
    fc.assert(
      fc.property(walk, ([state, given]) => {
        let current = aCase(state, STOPPED);
        for (const type of given) {
          const command = COMMANDS[type];
          const context = by(giverOf(command, { kind: 'staff', id: BOB }, current.id));
          const decision = decide(current, command, context);
          if (!decision.ok) continue;
          if (isStopped(current)) expect(decision.value.filter((event) => USES.has(event.type))).toEqual([]);
          current = evolve(current, decision.value, context, COMMAND_TABLE[type].quiet);
        }
      }),
    );
  });

  it('whatever had shown the mandate shows it no more after a no', () => {
    fc.assert(
      fc.property(fc.constantFrom<OpenState>(...OPEN_STATES), (state) => {
        const before = aCase(state, { forWhom: 'someoneElse', mandate: { ...ASKED, state: 'confirmed' } });
        const context = by({ kind: 'system', id: 'portal' });
        const decision = decide(before, COMMANDS.StopMandate, context);
        if (!decision.ok) throw new Error(decision.reason);
        const after = evolve(before, decision.value, context);
        expect([after.identityShown, after.mandate?.state]).toEqual([false, 'stopped']);
        expect(after.notices.at(-1)).toMatchObject({ kind: 'mandateStopped', state: 'queued' });
      }),
    );
  });
});
