import { describe, expect, it } from 'vitest';
import { answered, pausedByAsking, pausedClocks } from '@/lib/domain/case/ask';
import { decide } from '@/lib/domain/case/decide';
import { caseRules } from '@/lib/domain/case/rules';
import { unansweredCauses } from '@/lib/domain/clock/pause';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { aCase, by, COMMANDS, QUESTIONED, RECEIVED_AT, SMALL_LAW } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { evolve } from '@/tests/support/case-history';
import { given } from '@/tests/support/given-when-then';

const IN_TIME = '2026-11-24T09:00:00.000Z';
const LATE = '2026-12-01T09:00:00.000Z';
const REQUESTER = { kind: 'requester', id: 'case-1' } as const;

const question = COMMANDS.QuestionIdentity;
const clarify = COMMANDS.AskClarification;
const bulgaria = {
  ...SMALL_LAW,
  ...caseRules({ receivedAt: RECEIVED_AT, timezone: 'Europe/Sofia', calendar: 'BG', country: 'BG' }, shippedCalendars),
};

describe('asking who somebody is', () => {
  it('stops the clock from the day it is asked without undue delay', () => {
    given(aCase('verifying'))
      .when(question, 'alice', IN_TIME)
      .then({ type: 'IdentityQuestioned', doubt: 'addressOfNoAccount' }, {
        type: 'ClockPaused',
        regime: 'GDPR',
        clock: 'respond',
        reason: 'identity',
        on: '2026-11-24',
      } as never);
  });

  it('stops nothing where it comes late, unless a second person says why', () => {
    given(aCase('verifying')).when(question, 'alice', LATE).then({ type: 'IdentityQuestioned' });
    given(aCase('verifying'))
      .when({ ...question, lateBecause: 'The mailbox changed on Friday.' }, 'alice', LATE)
      .then({ type: 'IdentityQuestioned' }, { type: 'ClockPaused' });
  });

  it('stops nothing in California, whatever it costs to verify (11 CCR 7021(b))', () => {
    given(aCase('verifying', { rights: [rightItem({ regime: 'CCPA', right: 'know_specific' })] }))
      .when(question, 'alice', IN_TIME)
      .then({ type: 'IdentityQuestioned' });
  });

  it('is refused where the law asks nobody who they are, where a question is open, without means or words', () => {
    given(aCase('verifying', { rights: [rightItem({ regime: 'CCPA', right: 'opt_out_sale_sharing' })] }))
      .when(question)
      .thenRefused('identityNotNeeded');
    given(aCase('verifying', { clockEvents: [QUESTIONED] }))
      .when(question)
      .thenRefused('questionOpen');
    given(aCase('verifying'))
      .when({ ...question, means: [] })
      .thenRefused('meansMissing');
    given(aCase('verifying'))
      .when({ ...question, body: ' ' })
      .thenRefused('emptyText');
  });

  it('asks for no document where copying one is forbidden (Art. 25g ZZLD)', () => {
    const document = { ...question, means: ['knownDetails', 'redactedDocument'] as const };
    given(aCase('verifying'), bulgaria).when(document).thenRefused('meansForbidden', 'Art. 25g ZZLD (Bulgaria)');
    given(aCase('verifying')).when(document, 'alice', LATE).then({ type: 'IdentityQuestioned' });
  });
});

describe('asking which data are meant', () => {
  it('stops the clock only where a large quantity is processed (Recital 63 GDPR)', () => {
    given(aCase('collecting'))
      .when(clarify, 'alice', IN_TIME)
      .then({ type: 'ClarificationAsked' }, { type: 'ClockPaused', reason: 'clarification' } as never);
    given(aCase('collecting'))
      .when({ ...clarify, largeQuantity: false }, 'alice', IN_TIME)
      .then({ type: 'ClarificationAsked' });
  });

  it('is refused where nothing is copied, where it was asked already, and without words', () => {
    given(aCase('reviewing', { rights: [rightItem({ right: 'erasure' })] }))
      .when(clarify)
      .thenRefused('nothingToClarify');
    given(aCase('reviewing', { clockEvents: [{ type: 'clarificationRequested', at: IN_TIME, largeQuantity: true }] }))
      .when(clarify)
      .thenRefused('questionOpen');
    given(aCase('reviewing'))
      .when({ ...clarify, body: '' })
      .thenRefused('emptyText');
  });

  it('pauses once for two questions of one day', () => {
    const current = aCase('verifying', { clockEvents: [{ type: 'identityRequested', at: IN_TIME }] });
    given(current).when(clarify, 'alice', IN_TIME).then({ type: 'ClarificationAsked' });
  });
});

describe('the answer', () => {
  const waiting = aCase('verifying', { clockEvents: [QUESTIONED] });

  it('is whatever the requester writes: no clock stands still over words that nobody has weighed', () => {
    given(waiting)
      .when(COMMANDS.WriteMessage, REQUESTER)
      .then(
        { type: 'MessageWritten' },
        { type: 'QuestionAnswered', cause: 'identity', way: 'portal' } as never,
        { type: 'ClockResumed', regime: 'GDPR', clock: 'respond', on: '2026-12-16' } as never,
      );
  });

  it('is not what the desk writes, nor anything in a closed case', () => {
    given(waiting).when(COMMANDS.WriteMessage, 'alice').then({ type: 'MessageWritten' });
    expect(decide(aCase('closed', { clockEvents: [QUESTIONED] }), COMMANDS.WriteMessage, by(REQUESTER))).toMatchObject({
      ok: true,
      value: [{ type: 'MessageWritten' }],
    });
  });

  it('comes by another way on the day that the desk names, between the question and now', () => {
    given(waiting)
      .when(COMMANDS.RecordReply)
      .then({ type: 'QuestionAnswered', way: 'letter' } as never, { type: 'ClockResumed', on: '2026-12-10' } as never);
    given(waiting)
      .when({ ...COMMANDS.RecordReply, repliedAt: '2026-11-23T09:00:00.000Z' })
      .thenRefused('replyOutOfTime');
    given(waiting)
      .when({ ...COMMANDS.RecordReply, repliedAt: '2026-12-17T09:00:00.000Z' })
      .thenRefused('replyOutOfTime');
    given(waiting)
      .when({ ...COMMANDS.RecordReply, cause: 'clarification' })
      .thenRefused('noQuestionOpen');
    given(aCase('verifying')).when(COMMANDS.RecordReply).thenRefused('noQuestionOpen');
  });

  it('is not waited for once the identity is shown otherwise', () => {
    given(waiting)
      .when({ type: 'AcceptIdentity', method: 'knownToDesk' })
      .then({ type: 'QuestionAnswered', way: 'shownOtherwise' } as never, { type: 'ClockResumed' } as never, {
        type: 'IdentityAccepted',
      });
  });

  it('leaves a clock paused while another question is open', () => {
    const both = aCase('verifying', {
      clockEvents: [QUESTIONED, { type: 'clarificationRequested', at: QUESTIONED.at, largeQuantity: true }],
    });
    expect(answered(both, ['identity'], 'phone', '2026-12-01T09:00:00.000Z', SMALL_LAW)).toMatchObject([
      { type: 'QuestionAnswered' },
    ]);
    expect(answered(both, ['identity', 'clarification'], 'phone', '2026-12-01T09:00:00.000Z', SMALL_LAW)).toMatchObject(
      [{ type: 'QuestionAnswered' }, { type: 'QuestionAnswered' }, { type: 'ClockResumed' }],
    );
  });

  it('adds the days of waiting to the last day, and no more', () => {
    const context = by(REQUESTER, SMALL_LAW, '2026-12-04T09:00:00.000Z');
    const decision = decide(waiting, COMMANDS.WriteMessage, context);
    const after = decision.ok ? evolve(waiting, decision.value, context) : waiting;
    expect(unansweredCauses(after.clockEvents)).toEqual([]);
    expect(SMALL_LAW.clocks(after.rights[0]!, after.clockEvents, '2027-05-01T00:00:00.000Z')[0]).toMatchObject({
      pausedDays: 10,
      nominalOn: '2027-01-01',
      lastDayOn: '2027-01-04',
    });
  });
});

describe('what stands still', () => {
  it('is told law by law, each once', () => {
    const rights = [
      rightItem(),
      rightItem({ id: 'right-2', right: 'erasure' }),
      rightItem({ id: 'right-3', regime: 'CCPA', right: 'know_specific' }),
    ];
    const current = aCase('verifying', { rights });
    expect(pausedClocks(current, SMALL_LAW, IN_TIME)).toEqual([]);
    expect(pausedByAsking(current, { type: 'identityRequested', at: IN_TIME }, SMALL_LAW)).toEqual([
      { regime: 'GDPR', kind: 'respond', since: '2026-11-24' },
    ]);
  });
});
