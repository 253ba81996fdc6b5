import { isGranting, isRefusing } from '../../law/rights';
import type { Outcome } from '../../law/types';
import { ok, refuse } from '../../result';
import { lackingOfAnswer, lackingOfDecision, refuseLacking } from '../contents';
import type { CaseRefusal } from '../decide';
import type { CaseEvent } from '../events';
import type { Case, ReturnReason } from '../types';
import { type Carried, type CommandRows, confirmedOf, DECIDING, type EventRows } from './rows';

export type DecisionCommand =
  | {
      readonly type: 'DecideRight';
      readonly rightItemId: string;
      readonly outcome: Outcome;
      readonly grounds: readonly string[];
      readonly facts: string;
      /** What the answer must contain and the desk confirms to be in its words. */
      readonly confirmed?: readonly string[];
      /** Why everything is granted although values are hidden. */
      readonly despiteHidden?: string | null;
    }
  /** Whoever decided takes it back before a second person has agreed. */
  | { readonly type: 'TakeBackDecision'; readonly rightItemId: string }
  | { readonly type: 'ApproveDecision' }
  | { readonly type: 'ReturnDecision'; readonly reason: ReturnReason };

export type DecisionEvent =
  | ({
      readonly type: 'OutcomeDecided';
      readonly right: string;
      readonly confirmed: readonly string[];
      readonly despiteHidden: string | null;
    } & Omit<Carried<'DecideRight'>, 'confirmed' | 'despiteHidden'>)
  | { readonly type: 'DecisionRevoked'; readonly rightItemId: string; readonly right: string }
  | { readonly type: 'DecisionsCompleted' }
  | { readonly type: 'DecisionApproved'; readonly rights: readonly string[]; readonly bundle: boolean }
  | ({ readonly type: 'DecisionReturned'; readonly rights: readonly string[] } & Carried<'ReturnDecision'>);

/** What has to be looked at before a copy is handed over, or is said not to exist. */
function copyProblem(
  current: Case,
  { outcome, despiteHidden }: Carried<'DecideRight'>,
): { readonly reason: CaseRefusal; readonly detail?: string } | null {
  if (outcome === 'noData') {
    // "Nothing held" is a statement about a search: there has to have been one, and it has to have found nothing.
    if (!current.findings.some(({ result }) => result !== 'notApplicable')) return { reason: 'nothingSearched' };
    return current.findings.some(({ result }) => result === 'found') ? { reason: 'recordsFound' } : null;
  }
  if (!isGranting(outcome)) return null;
  const open = current.findings.reduce((sum, { toDecide }) => sum + toDecide, 0);
  // Art. 15(4) GDPR: another person's data leave because somebody weighed it, not because nobody looked.
  if (open > 0) return { reason: 'valuesUndecided', detail: String(open) };
  const hidden = current.redactionIds.length + current.findings.reduce((sum, finding) => sum + finding.hidden, 0);
  return outcome === 'granted' && hidden > 0 && !despiteHidden?.trim()
    ? { reason: 'hiddenUnexplained', detail: String(hidden) }
    : null;
}

export const DECISION_COMMANDS: CommandRows<DecisionCommand> = {
  DecideRight: {
    ...DECIDING,
    states: null,
    decide: (current, command, { rules, at }) => {
      if (current.state === 'collecting') return refuse('sourcesOpen');
      if (current.state !== 'reviewing') return refuse('wrongState');
      const item = current.rights.find(({ id }) => id === command.rightItemId);
      if (!item) return refuse('unknownRight');
      if (!rules.outcomes(item).includes(command.outcome)) return refuse('outcomeNotAllowed', command.outcome);
      if (isGranting(command.outcome) && item.stoppedAt === null && rules.stopsAtOnce(item) !== null)
        return refuse('useNotStopped');
      // Where the words are all that is owed, an answer without words is none.
      if (isGranting(command.outcome) && rules.doneBy(item) === 'answer' && command.facts.trim() === '')
        return refuse('answerMissing');
      const unlooked = rules.needsCopy(item) ? copyProblem(current, command) : null;
      if (unlooked) return refuse(unlooked.reason, unlooked.detail);
      // Whoever gets less than was asked for is told why: reasons, authority and court (Art. 12(4) GDPR).
      const refuses = isRefusing(command.outcome);
      if (refuses) {
        // Reasons are owed for every refusal, also of a part (EDPB Guidelines 01/2022, para 193).
        const allowed = rules.grounds(item, command.outcome);
        if (command.grounds.length === 0) return refuse('groundMissing');
        const strange = command.grounds.find((ground) => !allowed.includes(ground));
        if (strange !== undefined) return refuse('groundNotAllowed', strange);
        if (command.facts.trim() === '') return refuse('factsMissing');
      }
      const confirmed = command.confirmed ?? [];
      const missing = lackingOfDecision(
        current,
        item,
        { outcome: command.outcome, grounds: command.grounds, hasFacts: command.facts.trim() !== '', confirmed },
        rules,
        at,
      );
      if (missing.length > 0) return refuseLacking('contentsMissing', missing);
      const decided: CaseEvent = {
        type: 'OutcomeDecided',
        rightItemId: item.id,
        right: item.right,
        outcome: command.outcome,
        grounds: refuses ? command.grounds : [],
        facts: command.facts,
        confirmed,
        despiteHidden: command.outcome === 'granted' ? (command.despiteHidden ?? null) : null,
      };
      const last = current.rights.every((other) => other.id === item.id || other.decision !== null);
      return ok(last ? [decided, { type: 'DecisionsCompleted' }] : [decided]);
    },
  },
  /** Until a second person has agreed, whoever decided may think again; what they wrote stays as the draft. */
  TakeBackDecision: {
    ...DECIDING,
    states: null,
    decide: (current, { rightItemId }, { actor }) => {
      const item = current.rights.find(({ id }) => id === rightItemId);
      if (!item) return refuse('unknownRight');
      // What a second person has agreed to stands, also where other rights of the case are decided anew.
      if (current.state !== 'awaitingApproval' || item.approvedById !== null) return refuse('wrongState');
      return item.decision?.decidedById === actor.id
        ? ok([{ type: 'DecisionRevoked', rightItemId, right: item.right }])
        : refuse('notYours');
    },
  },
  ApproveDecision: {
    ...DECIDING,
    states: null,
    decide: (current, _command, { rules, actor, at }) => {
      if (current.state !== 'awaitingApproval') return refuse('wrongState');
      const deciders = current.rights.map((item) => item.decision?.decidedById);
      // Four eyes: whoever decided any right of the case does not approve it.
      if (deciders.includes(actor.id) || current.decidedById === actor.id) return refuse('secondPersonNeeded');
      // What the law wants in an answer is that of the day on which it leaves, not of the day on which it was decided.
      const missing = lackingOfAnswer(
        current,
        current.rights.filter(({ approvedById }) => approvedById === null),
        rules,
        at,
      );
      if (missing.length > 0) return refuseLacking('answerLacks', missing);
      const copy = current.rights.some(
        (item) => rules.needsCopy(item) && item.decision !== null && isGranting(item.decision.outcome),
      );
      return ok([{ type: 'DecisionApproved', rights: current.rights.map((item) => item.right), bundle: copy }]);
    },
  },
  ReturnDecision: {
    ...DECIDING,
    states: null,
    decide: (current, { reason }) => {
      // A copy that could not be sealed for what its answer lacks goes back as well.
      const stuck = current.state === 'preparing' && current.bundle?.state === 'failed';
      if (current.state !== 'awaitingApproval' && !stuck) return refuse('wrongState');
      return ok([{ type: 'DecisionReturned', reason, rights: current.rights.map((item) => item.right) }]);
    },
  },
};

export const DECISION_EVENTS: EventRows<DecisionEvent> = {
  OutcomeDecided: {
    next: null,
    log: (event) => ({
      kind: 'OutcomeDecided',
      data: {
        right: event.right,
        outcome: event.outcome,
        grounds: [...event.grounds],
        ...confirmedOf(event),
        ...(event.despiteHidden && { despiteHidden: true }),
      },
    }),
  },
  DecisionRevoked: { next: 'reviewing', log: ({ right }) => ({ kind: 'DecisionRevoked', data: { right } }) },
  // The last right that was decided implies it.
  DecisionsCompleted: { next: 'awaitingApproval', log: null },
  DecisionApproved: {
    next: ({ bundle }) => (bundle ? 'preparing' : 'ready'),
    log: ({ rights }) => ({ kind: 'DecisionApproved', data: { rights: [...rights] } }),
  },
  DecisionReturned: {
    next: 'reviewing',
    log: ({ rights, reason }) => ({ kind: 'DecisionReturned', data: { rights: [...rights], reason } }),
  },
};
