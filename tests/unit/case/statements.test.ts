import { describe, expect, it } from 'vitest';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { caseRules } from '@/lib/domain/case/rules';
import type { CaseFacts, StatementWork } from '@/lib/domain/case/types';
import { auditOf } from '@/lib/domain/case/events';
import { decide } from '@/lib/domain/case/decide';
import { aCase, ALICE, BOB, by, COMMANDS, RECEIVED_AT } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';

const SOFIA = caseRules(
  { receivedAt: RECEIVED_AT, timezone: 'Europe/Sofia', calendar: 'BG', country: 'BG' },
  shippedCalendars,
);
const ASKED = rightItem({ regime: 'CA_SHINE_THE_LIGHT', right: 'shine_the_light' });
const KINDS = rightItem({ id: 'right-2', regime: 'CCPA', right: 'know_categories' });

/** Who asks for recipients need not show who they are: nothing about the person is handed over. */
const asked = (facts: Partial<CaseFacts> = {}) => aCase('reviewing', { rights: [ASKED], ...facts });

const GRANT = { ...COMMANDS.DecideRight, rightItemId: ASKED.id, outcome: 'granted', grounds: [], facts: '' } as const;

const agreed = (item: typeof ASKED, outcome: 'granted' | 'noData' | 'refused') => ({
  ...item,
  decision: {
    outcome,
    grounds: outcome === 'refused' ? ['STL-once'] : [],
    hasFacts: outcome === 'refused',
    confirmed: outcome === 'refused' ? ['reason'] : [],
    decidedById: ALICE,
  },
});

describe('a right that a statement answers', () => {
  it('needs no words of the desk where the data map states all that it has to say', () => {
    given(asked({ statable: ['shine_the_light'] }), SOFIA)
      .when(GRANT)
      .then({ type: 'OutcomeDecided', outcome: 'granted', facts: '' }, { type: 'DecisionsCompleted' });
  });

  it('is for the desk to write where it does not: nothing, and words that nobody looked at, are refused', () => {
    given(asked(), SOFIA).when(GRANT).thenRefused('answerMissing');
    const wrote = decide(asked(), { ...GRANT, facts: 'Two shops received it.' }, by(ALICE, SOFIA));
    expect(wrote).toMatchObject({ ok: false, reason: 'contentsMissing' });
    given(asked(), SOFIA)
      .when({ ...GRANT, facts: 'Two shops received it.', confirmed: ['categories', 'thirdParties'] })
      .then({ type: 'OutcomeDecided', confirmed: ['categories', 'thirdParties'] }, { type: 'DecisionsCompleted' });
  });

  it('gets it with the second person’s agreement, also where the answer is that there is nothing', () => {
    for (const outcome of ['granted', 'noData'] as const)
      given(aCase('awaitingApproval', { rights: [agreed(ASKED, outcome)], statable: ['shine_the_light'] }), SOFIA)
        .when({ type: 'ApproveDecision' }, BOB)
        .then({ type: 'DecisionApproved', stated: [ASKED.id], answered: [ASKED.id], bundle: false });
  });

  it('gets none where it was refused, or the map leaves it open', () => {
    given(aCase('awaitingApproval', { rights: [agreed(ASKED, 'refused')], statable: ['shine_the_light'] }), SOFIA)
      .when({ type: 'ApproveDecision' }, BOB)
      .then({ type: 'DecisionApproved', stated: [] });
    const confirmed = { ...agreed(ASKED, 'granted') };
    const written = {
      ...confirmed,
      decision: { ...confirmed.decision, hasFacts: true, confirmed: ['categories', 'thirdParties'] },
    };
    given(aCase('awaitingApproval', { rights: [written] }), SOFIA)
      .when({ type: 'ApproveDecision' }, BOB)
      .then({ type: 'DecisionApproved', stated: [] });
  });

  it('is one of several: each that the map answers gets its own', () => {
    const rights = [agreed(ASKED, 'granted'), agreed(KINDS, 'granted')];
    given(aCase('awaitingApproval', { rights, statable: ['shine_the_light', 'know_categories'] }), SOFIA)
      .when({ type: 'ApproveDecision' }, BOB)
      .then({ type: 'DecisionApproved', stated: [ASKED.id, KINDS.id] });
  });
});

describe('the document of a statement', () => {
  const statement = (more: Partial<StatementWork> = {}): StatementWork => ({
    id: 'statement-1',
    rightItemId: ASKED.id,
    made: false,
    ...more,
  });

  it('is recorded once, with what tells it from any other', () => {
    const current = asked({ statements: [statement()] });
    given(current).when(COMMANDS.RecordStatement).then({ type: 'StatementMade', right: 'shine_the_light' });
    const decided = decide(current, COMMANDS.RecordStatement, by(BOB));
    if (!decided.ok) throw new Error(decided.reason);
    expect(decided.value.map((event) => auditOf(event, 0))).toEqual([
      {
        kind: 'StatementMade',
        data: {
          statementId: 'statement-1',
          right: 'shine_the_light',
          sha256: COMMANDS.RecordStatement.sha256,
          sizeBytes: COMMANDS.RecordStatement.sizeBytes,
        },
      },
    ]);
    given(asked({ statements: [statement({ made: true })] }))
      .when(COMMANDS.RecordStatement)
      .thenRefused('alreadyDone');
  });

  it('is made of a case that was closed meanwhile too: its person was told of the answer', () => {
    given(aCase('closed', { rights: [ASKED], statements: [statement()] }))
      .when(COMMANDS.RecordStatement)
      .then({ type: 'StatementMade' });
  });

  it('is of no statement that nobody gave', () => {
    given(asked({ statements: [statement({ id: 'statement-2' })] }))
      .when(COMMANDS.RecordStatement)
      .thenRefused('alreadyDone');
  });
});
