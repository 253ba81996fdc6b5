import { describe, expect, it } from 'vitest';
import { hadTheirChance } from '@/lib/domain/case/endings';
import { nextSteps } from '@/lib/domain/case/next-steps';
import { localDate } from '@/lib/domain/calendar/local-date';
import { aCase, ALICE, BOB, COMMANDS, decided, NOW, QUESTIONED, SMALL_LAW } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';

const PROPOSED = { proposedById: ALICE, grounds: ['GDPR-12-6'], confirmed: [] };
const REQUESTER = { kind: 'requester', id: 'case-1' } as const;

describe('that identity was not shown', () => {
  const propose = { ...COMMANDS.ProposeRejection, unaskedBecause: null };

  it('is not said of somebody who was never asked, unless why is said', () => {
    given(aCase('verifying')).when(propose).thenRefused('questionNotAsked');
    given(aCase('verifying'))
      .when({ ...propose, unaskedBecause: ' ' })
      .thenRefused('questionNotAsked');
    given(aCase('verifying'))
      .when(COMMANDS.ProposeRejection)
      .then({ type: 'RejectionProposed', grounds: ['GDPR-12-6'] });
  });

  it('is not said while their time to answer runs', () => {
    const asked = (at: string) => aCase('verifying', { clockEvents: [{ ...QUESTIONED, at }] });
    expect(hadTheirChance(asked('2026-12-03T09:00:00.000Z'), SMALL_LAW, NOW)).toBe(false);
    expect(hadTheirChance(asked('2026-12-02T09:00:00.000Z'), SMALL_LAW, NOW)).toBe(true);
    const answered = aCase('verifying', {
      clockEvents: [
        { ...QUESTIONED, at: '2026-12-14T09:00:00.000Z' },
        { type: 'identityProvided', at: '2026-12-15T09:00:00.000Z' },
      ],
    });
    given(answered).when(propose).then({ type: 'RejectionProposed' });
  });

  it('takes our first mail for the question while the mailbox is not confirmed', () => {
    const told = (state: 'queued' | 'sent') =>
      aCase('received', { notices: [{ id: 'first', kind: 'confirmEmail', state }] });
    expect(hadTheirChance(told('queued'), SMALL_LAW, NOW)).toBe(false);
    expect(hadTheirChance(told('sent'), SMALL_LAW, NOW)).toBe(true);
    expect(hadTheirChance(told('sent'), SMALL_LAW, '2026-12-05T09:00:00.000Z')).toBe(false);
  });

  it('needs a ground of the law and the facts', () => {
    given(aCase('verifying'))
      .when({ ...COMMANDS.ProposeRejection, grounds: [] })
      .thenRefused('groundMissing');
    given(aCase('verifying'))
      .when({ ...COMMANDS.ProposeRejection, grounds: ['GDPR-15-4'] })
      .thenRefused('groundNotAllowed', 'GDPR-15-4');
    given(aCase('verifying'))
      .when({ ...COMMANDS.ProposeRejection, facts: '' })
      .thenRefused('factsMissing');
  });

  it('closes nothing before a second person agreed, who may send it back', () => {
    const proposed = aCase('verifying', { rejection: PROPOSED });
    expect(nextSteps(proposed, SMALL_LAW, NOW)[0]).toMatchObject({
      key: 'approveRejection',
      mode: 'must',
      blockedBy: ['secondPerson'],
    });
    given(proposed).when(COMMANDS.ApproveRejection, ALICE).thenRefused('secondPersonNeeded');
    given(proposed)
      .when(COMMANDS.ApproveRejection, BOB)
      .then({ type: 'IdentityRejected', grounds: ['GDPR-12-6'] });
    given(proposed).when(COMMANDS.ReturnRejection, BOB).then({ type: 'RejectionReturned', reason: 'groundUnclear' });
    given(aCase('verifying')).when(COMMANDS.ApproveRejection, BOB).thenRefused('wrongState');
    given(proposed).when(COMMANDS.ProposeRejection, BOB).thenRefused('alreadyDone');
  });
});

describe('taking a request back', () => {
  it('is the requester’s own act', () =>
    given(aCase('verifying'))
      .when({ type: 'WithdrawRequest', told: null }, REQUESTER)
      .then({ type: 'CaseWithdrawn', told: null }));

  it('is recorded by the desk with how, when and in what words they said so', () => {
    const { told } = COMMANDS.WithdrawRequest;
    if (told === null) throw new Error('The example is of a person of the desk');
    given(aCase('verifying')).when(COMMANDS.WithdrawRequest).then({ type: 'CaseWithdrawn', told });
    given(aCase('verifying')).when({ type: 'WithdrawRequest', told: null }).thenRefused('howToldMissing');
    given(aCase('verifying'))
      .when({ type: 'WithdrawRequest', told: { ...told, words: ' ' } })
      .thenRefused('factsMissing');
    for (const on of ['2026-11-21', '2026-12-17'])
      given(aCase('verifying'))
        .when({ type: 'WithdrawRequest', told: { ...told, on: localDate(on) } })
        .thenRefused('dayOutOfTime');
  });
});

describe('opening a case again', () => {
  const closed = (from: 'verifying' | 'awaitingApproval' | null) => ({
    ...aCase('closed', { rights: [from === 'awaitingApproval' ? decided(rightItem()) : rightItem()] }),
    state: 'closed' as const,
    how: 'withdrawn' as const,
    from,
  });

  it('goes on where it was', () =>
    given(closed('verifying')).when(COMMANDS.ReopenCase).then({ type: 'CaseReopened', reason: 'mistake' }));

  it('decides anew what waited for approval', () =>
    given(closed('awaitingApproval'))
      .when(COMMANDS.ReopenCase)
      .then({ type: 'CaseReopened' }, { type: 'DecisionReturned', reason: 'other' }));

  it('is not possible for one that is open, or of which nobody knows where it was', () => {
    given(aCase('verifying')).when(COMMANDS.ReopenCase).thenRefused('wrongState');
    given(closed(null)).when(COMMANDS.ReopenCase).thenRefused('cannotReopen');
  });
});
