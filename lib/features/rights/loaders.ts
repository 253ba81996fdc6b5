import { needsStop } from '@/lib/domain/case/next-steps';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { RightItem } from '@/lib/domain/case/types';
import type { LocalDate } from '@/lib/domain/clock/local-date';
import { reachedFrequency } from '@/lib/domain/law/frequency';
import { groundsOfOutcome, rightRule } from '@/lib/domain/law/rights';
import type { Fee, Frequency, Outcome, Requirement, ToTell } from '@/lib/domain/law/types';
import { rightFacts } from '@/lib/features/story/data';
import { type CaseKey, openText } from '@/lib/platform/vault/case-key';

/** A lawful reason as the desk chooses it: what it says, where, and what must be put on file for it to hold. */
export type GroundChoice = { readonly id: string; readonly citation: string; readonly text: string; readonly mustShow: readonly string[] };

/** One right of a case, with how it was settled and how the law lets it be settled. */
export type RightView = {
  readonly id: string;
  readonly right: RightItem['right'];
  readonly regime: RightItem['regime'];
  readonly citation: string;
  readonly outcome: Outcome | null;
  readonly grounds: readonly GroundChoice[];
  /** In the desk's words, for the requester; kept as a draft when a decision is returned. */
  readonly facts: string;
  readonly decidedById: string | null;
  readonly approvedById: string | null;
  /** Since when its use has stopped; `due` while it must be stopped before anything else. */
  readonly stop: { readonly due: boolean; readonly stoppedAt: string | null };
  /** How often it was answered before, where the law lets the controller rest after that. */
  readonly reached: Frequency | null;
  /** How the law lets it end, each way with the grounds that can carry it. */
  readonly choices: readonly { readonly outcome: Outcome; readonly grounds: readonly GroundChoice[] }[];
  /** What the law asks for besides: what the desk checks, what answer and refusal must contain, and who is told. */
  readonly duties: RightDuties;
};

export type RightDuties = {
  readonly checks: readonly Requirement[];
  readonly answerContains: readonly Requirement[];
  readonly refusalContains: readonly Requirement[];
  readonly fee: Fee;
  readonly tell: readonly ToTell[];
};

/** A right that an earlier request of the same person was answered on. */
export type AnsweredRight = { readonly regime: string; readonly right: string; readonly on: LocalDate };

/** @param key null once the case is forgotten: then the facts are gone, the outcomes stay. */
export async function loadRights(caseId: string, items: readonly RightItem[], key: CaseKey | null, rules: CaseRules, receivedOn: LocalDate, answered: readonly AnsweredRight[]): Promise<RightView[]> {
  const rows = new Map((await rightFacts(caseId)).map((row) => [row.id, row]));
  return items.map((item) => {
    const sealed = rows.get(item.id)?.sealedFacts;
    const before = answered.filter(({ regime, right }) => regime === item.regime && right === item.right).map(({ on }) => on);
    return viewOf(item, sealed && key ? openText(key, sealed, `facts:${item.id}`) : '', rules, receivedOn, before);
  });
}

function viewOf(item: RightItem, facts: string, rules: CaseRules, on: LocalDate, answeredOn: readonly LocalDate[]): RightView {
  const { id, right, regime, decision, approvedById, stoppedAt } = item;
  const rule = rightRule(regime, right, on);
  const choices = rules.outcomes(item).map((outcome) => ({
    outcome,
    grounds: groundsOfOutcome(regime, right, outcome, on).map(({ id: groundId, citation, text, mustShow }) => ({ id: groundId, citation, text, mustShow })),
  }));
  return {
    id,
    right,
    regime,
    citation: rule?.citation ?? '',
    outcome: decision?.outcome ?? null,
    grounds: choices.find(({ outcome }) => outcome === decision?.outcome)?.grounds.filter((ground) => decision?.grounds.includes(ground.id)) ?? [],
    facts,
    decidedById: decision?.decidedById ?? null,
    approvedById,
    stop: { due: needsStop(item, rules), stoppedAt },
    reached: rule && reachedFrequency(rule, on, answeredOn),
    choices,
    duties: {
      checks: rule?.checks ?? [],
      answerContains: rule?.answerContains ?? [],
      refusalContains: rule?.refusable ? rule.refusalContains : [],
      fee: rule?.fee ?? 'never',
      tell: rule?.tell ?? [],
    },
  };
}
