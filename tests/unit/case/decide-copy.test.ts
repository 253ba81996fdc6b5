import { describe, it } from 'vitest';
import { aCase, ALICE, BOB, COMMANDS } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';

describe('what has to be looked at before a copy is granted', () => {
  const found = (given: object) =>
    [{ collectionId: 'support.message', result: 'found', records: 5, toDecide: 0, hidden: 0, ...given }] as const;
  const grant = { ...COMMANDS.DecideRight, despiteHidden: null };

  it('is every value that the data map leaves to a person', () => {
    given(aCase('reviewing', { redactionIds: [], findings: found({ toDecide: 3 }) }))
      .when(grant)
      .thenRefused('valuesUndecided', '3');
    given(aCase('reviewing', { redactionIds: [], findings: found({ toDecide: 3 }) }))
      .when({ ...grant, outcome: 'partlyGranted', grounds: ['GDPR-12-6'] })
      .thenRefused('valuesUndecided', '3');
    given(aCase('reviewing', { redactionIds: [], findings: found({}) }))
      .when(grant)
      .then({ type: 'OutcomeDecided', outcome: 'granted' }, { type: 'DecisionsCompleted' });
    given(aCase('reviewing', { rights: [rightItem({ right: 'erasure' })], findings: found({ toDecide: 3 }) }))
      .when(grant)
      .then({ type: 'OutcomeDecided' }, { type: 'DecisionsCompleted' });
  });

  it('is whether everything is granted where something is hidden, by the desk or by the data map', () => {
    given(aCase('reviewing')).when(grant).thenRefused('hiddenUnexplained', '1');
    given(aCase('reviewing', { redactionIds: [], findings: found({ hidden: 33 }) }))
      .when(grant)
      .thenRefused('hiddenUnexplained', '33');
    given(aCase('reviewing'))
      .when({ ...grant, despiteHidden: 'A header of ours.' })
      .then({ type: 'OutcomeDecided', despiteHidden: 'A header of ours.' }, { type: 'DecisionsCompleted' });
    given(aCase('reviewing'))
      .when({ ...grant, outcome: 'partlyGranted', grounds: ['GDPR-12-6'] })
      .then({ type: 'OutcomeDecided', despiteHidden: null }, { type: 'DecisionsCompleted' });
  });

  it('is a search that was made and found nothing, before it is said that nothing is held', () => {
    const nothing = { ...grant, outcome: 'noData' } as const;
    given(aCase('reviewing')).when(nothing).thenRefused('nothingSearched');
    given(aCase('reviewing', { findings: found({ result: 'notApplicable', records: 0 }) }))
      .when(nothing)
      .thenRefused('nothingSearched');
    given(aCase('reviewing', { findings: found({}) }))
      .when(nothing)
      .thenRefused('recordsFound');
    given(aCase('reviewing', { findings: found({ result: 'nothing', records: 0 }) }))
      .when(nothing)
      .then({ type: 'OutcomeDecided', outcome: 'noData' }, { type: 'DecisionsCompleted' });
  });
});

describe('taking a decision back', () => {
  it('is for whoever decided, until a second person agreed', () => {
    given(aCase('awaitingApproval'))
      .when(COMMANDS.TakeBackDecision, ALICE)
      .then({ type: 'DecisionRevoked', right: 'access' });
    given(aCase('awaitingApproval')).when(COMMANDS.TakeBackDecision, BOB).thenRefused('notYours');
    given(aCase('ready')).when(COMMANDS.TakeBackDecision, ALICE).thenRefused('wrongState');
    given(aCase('awaitingApproval'))
      .when({ ...COMMANDS.TakeBackDecision, rightItemId: 'right-9' }, ALICE)
      .thenRefused('unknownRight');
  });

  it('leaves alone what a second person has agreed to, where another right is decided anew', () => {
    const decision = { outcome: 'granted', grounds: [], hasFacts: true, confirmed: [], decidedById: ALICE } as const;
    const agreed = rightItem({ id: 'right-2', right: 'erasure', decision, approvedById: BOB });
    const current = aCase('awaitingApproval', { rights: [rightItem({ decision }), agreed] });
    given(current)
      .when({ ...COMMANDS.TakeBackDecision, rightItemId: 'right-2' }, ALICE)
      .thenRefused('wrongState');
    given(current).when(COMMANDS.TakeBackDecision, ALICE).then({ type: 'DecisionRevoked', rightItemId: 'right-1' });
  });
});
