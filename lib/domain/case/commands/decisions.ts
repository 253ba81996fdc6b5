import { z } from 'zod';
import { code, codes, outcome } from '../../audit/shapes/schema';
import { logged, noValues, rightTold, returnedFor } from '../../audit/story';
import { isPortals } from '../../datamap/portal';
import { isGranting, isRefusing } from '../../law/rights';
import type { Outcome } from '../../law/types';
import { isWeighed, type Weighing, weighingFor } from '../../law/weighing';
import { ok, refuse } from '../../result';
import { lackingOfAnswer, lackingOfDecision, refuseLacking } from '../contents';
import type { CaseRefusal } from '../decide';
import type { CaseEvent } from '../events';
import { awaitsApproval, isCopyInWork, isCopyOwed, isDecidable, isGrantedCopy } from '../progress';
import type { CaseRules } from '../rules';
import type { Case, RightItem } from '../types';
import type { ReturnReason } from '../reasons';
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
      /** Where a ground has our interests weighed against the person's. */
      readonly weighing?: Weighing | null;
    }
  /** Whoever decided takes it back before a second person has agreed. */
  | { readonly type: 'TakeBackDecision'; readonly rightItemId: string }
  /** `rightItemIds`: which of the rights that wait for a second person; left out, all of them. */
  | { readonly type: 'ApproveDecision'; readonly rightItemIds?: readonly string[] }
  | { readonly type: 'ReturnDecision'; readonly reason: ReturnReason; readonly rightItemIds?: readonly string[] };

export type DecisionEvent =
  | ({
      readonly type: 'OutcomeDecided';
      readonly right: string;
      readonly confirmed: readonly string[];
      readonly despiteHidden: string | null;
      readonly weighing: Weighing | null;
    } & Omit<Carried<'DecideRight'>, 'confirmed' | 'despiteHidden' | 'weighing'>)
  | { readonly type: 'DecisionRevoked'; readonly rightItemId: string; readonly right: string }
  | { readonly type: 'DecisionsCompleted' }
  /**
   * `bundle`: the copy is made now. `answered`: ids of the rights that do not wait for it and are answered with this. `stated`: ids of those
   * that a statement of the data map answers.
   */
  | {
      readonly type: 'DecisionApproved';
      readonly rightItemIds: readonly string[];
      readonly rights: readonly string[];
      readonly bundle: boolean;
      readonly answered: readonly string[];
      readonly stated: readonly string[];
    }
  /** `dropsBundle`: the copy that could not be sealed is not made any more. */
  | {
      readonly type: 'DecisionReturned';
      readonly reason: ReturnReason;
      readonly rightItemIds: readonly string[];
      readonly rights: readonly string[];
      readonly dropsBundle: boolean;
    };

/** What has to be looked at before a copy is handed over, or is said not to exist. */
function copyProblem(
  current: Case,
  { outcome, despiteHidden }: Carried<'DecideRight'>,
): { readonly reason: CaseRefusal; readonly detail?: string } | null {
  if (outcome === 'noData') {
    // "Nothing held" is a statement about a search: there has to have been one, and it has to have found nothing.
    // What this portal has because they asked is no answer to whether anything is held of them.
    const held = current.findings.filter((finding) => !isPortals(finding));
    if (!held.some(({ result }) => result !== 'notApplicable')) return { reason: 'nothingSearched' };
    return held.some(({ result }) => result === 'found') ? { reason: 'recordsFound' } : null;
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

// That there is nothing to name is what such a statement says too.
const isAnswering = (outcome: Outcome): boolean => isGranting(outcome) || outcome === 'noData';

/** The rights that are named among those that it can be done to; null where one is none of them, or there are none. */
function chosen(among: readonly RightItem[], ids: readonly string[] | undefined): readonly RightItem[] | null {
  const items = ids ? among.filter(({ id }) => ids.includes(id)) : among;
  return items.length === 0 || items.length !== (ids ? new Set(ids).size : among.length) ? null : items;
}

export const namesOf = (items: readonly RightItem[]) => ({
  rightItemIds: items.map(({ id }) => id),
  rights: items.map(({ right }) => right),
});

/** What can be sent back: what waits for a second person, or the rights to a copy that could not be sealed for what its answer lacks. */
function returnable(
  current: Case,
  rules: CaseRules,
): { readonly items: readonly RightItem[]; readonly stuck: boolean } {
  const stuck = isCopyInWork(current, rules) && current.bundle?.state === 'failed';
  return { stuck, items: current.rights.filter((item) => (stuck ? rules.needsCopy(item) : awaitsApproval(item))) };
}

export const DECISION_COMMANDS: CommandRows<DecisionCommand> = {
  DecideRight: {
    ...DECIDING,
    states: null,
    decide: (current, command, { rules, at }) => {
      const item = current.rights.find(({ id }) => id === command.rightItemId);
      if (!item) return refuse('unknownRight');
      if (current.state === 'closed') return refuse('wrongState');
      if (item.decision !== null) return refuse('alreadyDone');
      if (!isDecidable(item, current, rules))
        return refuse(current.state === 'collecting' ? 'sourcesOpen' : 'wrongState');
      if (!rules.outcomes(item).includes(command.outcome)) return refuse('outcomeNotAllowed', command.outcome);
      if (isGranting(command.outcome) && item.stoppedAt === null && rules.stopsAtOnce(item) !== null)
        return refuse('useNotStopped');
      // Where the words are all that is owed, an answer without words is none.
      if (
        isGranting(command.outcome) &&
        rules.doneBy(item) === 'answer' &&
        !current.statable.includes(item.right) &&
        command.facts.trim() === ''
      )
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
        // Compelling grounds and legal claims are shown, not named: Art. 21(1) GDPR.
        const kind = weighingFor(command.grounds);
        if (kind !== null && !(command.weighing && isWeighed(kind, command.weighing))) return refuse('weighingMissing');
        if (kind === null && command.facts.trim() === '') return refuse('factsMissing');
      }
      const weighing = refuses && weighingFor(command.grounds) !== null ? (command.weighing ?? null) : null;
      const hasFacts = command.facts.trim() !== '' || weighing !== null;
      const confirmed = command.confirmed ?? [];
      const missing = lackingOfDecision(
        current,
        item,
        { outcome: command.outcome, grounds: command.grounds, hasFacts, confirmed },
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
        weighing,
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
      if (current.state === 'closed' || !awaitsApproval(item)) return refuse('wrongState');
      return item.decision?.decidedById === actor.id
        ? ok([{ type: 'DecisionRevoked', rightItemId, right: item.right }])
        : refuse('notYours');
    },
  },
  ApproveDecision: {
    ...DECIDING,
    states: null,
    decide: (current, { rightItemIds }, { rules, actor, at }) => {
      const items = chosen(current.rights.filter(awaitsApproval), rightItemIds);
      if (current.state === 'closed' || items === null) return refuse('wrongState');
      // Four eyes: whoever decided a right does not approve it.
      if (items.some(({ decision }) => decision?.decidedById === actor.id)) return refuse('secondPersonNeeded');
      // What the law wants in an answer is that of the day on which it leaves, not of the day on which it was decided.
      const missing = lackingOfAnswer(current, items, rules, at);
      if (missing.length > 0) return refuseLacking('answerLacks', missing);
      const agreed = current.rights.map((item) => (items.includes(item) ? { ...item, approvedById: actor.id } : item));
      return ok([
        {
          type: 'DecisionApproved',
          ...namesOf(items),
          bundle: items.some((item) => rules.needsCopy(item)) && isCopyOwed(agreed, rules),
          answered: items.filter((item) => !isGrantedCopy(item, rules)).map(({ id }) => id),
          stated: items
            .filter(({ right, decision }) => isAnswering(decision!.outcome) && current.statable.includes(right))
            .map(({ id }) => id),
        },
      ]);
    },
  },
  ReturnDecision: {
    ...DECIDING,
    states: null,
    decide: (current, { reason, rightItemIds }, { rules }) => {
      const { items: among, stuck } = returnable(current, rules);
      const items = chosen(among, rightItemIds);
      if (current.state === 'closed' || items === null) return refuse('wrongState');
      return ok([{ type: 'DecisionReturned', reason, ...namesOf(items), dropsBundle: stuck }]);
    },
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const DECISION_KINDS = {
  // The desk settled one right.
  // `confirmed`: what the answer must contain and the desk found in its own words.
  OutcomeDecided: logged(
    z.strictObject({
      right: code,
      outcome,
      grounds: codes,
      confirmed: codes.optional(),
      despiteHidden: z.boolean().optional(),
      weighed: codes.optional(),
    }),
    {
      mark: 'decided',
      values: ({ right, outcome }, say) => ({
        right: say.t(`right.${right}`),
        outcome: say.t(`outcome.${outcome}.label`),
      }),
    },
  ),
  // Whoever decided took it back before a second person agreed.
  DecisionRevoked: logged(z.strictObject({ right: code }), { mark: 'takenBack', values: rightTold }),
  // A second person agreed.
  DecisionApproved: logged(z.strictObject({ rights: codes }), { mark: 'done', values: noValues }),
  // A second person sent it back.
  DecisionReturned: logged(z.strictObject({ rights: codes, reason: code }), { mark: 'takenBack', values: returnedFor }),
};

export const DECISION_EVENTS: EventRows<DecisionEvent, typeof DECISION_KINDS> = {
  OutcomeDecided: {
    log: (event) => ({
      kind: 'OutcomeDecided',
      data: {
        right: event.right,
        outcome: event.outcome,
        grounds: [...event.grounds],
        ...confirmedOf(event),
        ...(event.despiteHidden && { despiteHidden: true }),
        ...(event.weighing && { weighed: [...event.weighing.purposeIds] }),
      },
    }),
  },
  DecisionRevoked: { log: ({ right }) => ({ kind: 'DecisionRevoked', data: { right } }) },
  // The last right that was decided implies it.
  DecisionsCompleted: { log: null },
  DecisionApproved: {
    log: ({ rights }) => ({ kind: 'DecisionApproved', data: { rights: [...rights] } }),
  },
  DecisionReturned: {
    log: ({ rights, reason }) => ({ kind: 'DecisionReturned', data: { rights: [...rights], reason } }),
  },
};
