import { describe, expect, it } from 'vitest';
import { nextSteps } from '@/lib/domain/case/next-steps';
import { aCase, ASKED, COMMANDS, NOW, SMALL_LAW } from '@/tests/support/case-builders';
import { given } from '@/tests/support/given-when-then';

const FOR_ANOTHER = { forWhom: 'someoneElse' } as const;
const CONFIRMED = { ...FOR_ANOTHER, mandate: { ...ASKED, state: 'confirmed' } } as const;
const STOPPED = { ...FOR_ANOTHER, mandate: { ...ASKED, state: 'stopped' } } as const;

const keys = (...of: Parameters<typeof aCase>) => nextSteps(aCase(...of), SMALL_LAW, NOW).map(({ key }) => key);

describe('whether somebody acts for the person whose data it is', () => {
  it('is asked of nobody for whom a parent asks, who asks for themselves, or who is dead', () => {
    for (const forWhom of ['self', 'child', 'deceased'] as const)
      given(aCase('verifying', { forWhom })).when(COMMANDS.AskSubject).thenRefused('wrongState');
  });

  it('is asked once', () =>
    given(aCase('verifying', { ...FOR_ANOTHER, mandate: ASKED }))
      .when(COMMANDS.AskSubject)
      .thenRefused('alreadyDone'));

  it('is shown by their own word, and by nobody else’s', () => {
    const byThem = { type: 'AcceptIdentity', method: 'subjectConfirmed' } as const;
    for (const state of ['asked', 'unanswered'] as const)
      given(aCase('verifying', { ...FOR_ANOTHER, mandate: { ...ASKED, state } }))
        .when(byThem)
        .thenRefused('mandateNotShown');
    given(aCase('verifying', FOR_ANOTHER)).when(byThem).thenRefused('mandateNotShown');
    given(aCase('verifying')).when(byThem).thenRefused('mandateNotShown');
    given(aCase('verifying', CONFIRMED)).when(byThem).then({ type: 'IdentityAccepted', method: 'subjectConfirmed' });
  });

  it('can be shown by a power of attorney while they have not answered', () =>
    given(aCase('verifying', { ...FOR_ANOTHER, mandate: ASKED }))
      .when({ type: 'AcceptIdentity', method: 'evidence' })
      .then({ type: 'IdentityAccepted', method: 'evidence' }));

  it('waits for them, and no longer than until they were silent or could not be reached', () => {
    const first = (mandate: typeof ASKED | null) => keys('verifying', { ...FOR_ANOTHER, mandate })[0];
    expect(first(ASKED)).toBe('awaitSubject');
    expect(first({ ...ASKED, undelivered: true })).toBe('acceptIdentity');
    expect(first({ ...ASKED, state: 'unanswered' })).toBe('acceptIdentity');
    expect(first({ ...ASKED, state: 'confirmed' })).toBe('acceptIdentity');
    expect(first(null)).toBe('acceptIdentity');
  });

  it('can be taken back by them, and said again, as long as the case is open', () => {
    given(aCase('reviewing', CONFIRMED)).when(COMMANDS.StopMandate).then({ type: 'MandateStopped' });
    given(aCase('verifying', STOPPED)).when(COMMANDS.ConfirmMandate).then({ type: 'MandateConfirmed' });
    given(aCase('closed', CONFIRMED)).when(COMMANDS.StopMandate).then({ type: 'MandateStopped' });
    given(aCase('closed', STOPPED)).when(COMMANDS.ConfirmMandate).thenRefused('wrongState');
  });

  it('they are reminded once', () =>
    given(aCase('verifying', { ...FOR_ANOTHER, mandate: { ...ASKED, reminded: true } }))
      .when(COMMANDS.RemindSubject)
      .thenRefused('alreadyDone'));
});

describe('a request that they have stopped', () => {
  it('collects, decides and hands over nothing', () => {
    for (const state of ['verifying', 'verified', 'collecting', 'reviewing', 'awaitingApproval', 'preparing'] as const)
      for (const command of [
        COMMANDS.AcceptIdentity,
        COMMANDS.StartCollection,
        COMMANDS.RecordSourceAnswer,
        COMMANDS.DecideRight,
        COMMANDS.ApproveDecision,
        COMMANDS.RecordBundleSealed,
        COMMANDS.StartEffects,
        COMMANDS.BeginErasure,
      ])
        given(aCase(state, STOPPED)).when(command).thenRefused('mandateStopped');
  });

  it('can be talked about, taken back and closed', () => {
    expect(keys('verifying', STOPPED)).toEqual(['closeStopped']);
    given(aCase('verifying', STOPPED)).when(COMMANDS.CloseStopped).then({ type: 'CaseClosed', how: 'stopped' });
    given(aCase('verifying', CONFIRMED)).when(COMMANDS.CloseStopped).thenRefused('wrongState');
    given(aCase('verifying', STOPPED)).when(COMMANDS.WriteNote).then({ type: 'NoteWritten' });
  });
});
