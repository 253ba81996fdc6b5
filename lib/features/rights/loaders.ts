import { caseRules } from '@/lib/domain/case/rules';
import type { RightItem } from '@/lib/domain/case/types';
import { type LocalDate, localDateOf } from '@/lib/domain/clock/local-date';
import { exemptionsFor, groundsFor, rightRule } from '@/lib/domain/law/rights';
import type { Outcome } from '@/lib/domain/law/types';
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
  readonly choices: { readonly outcomes: readonly Outcome[]; readonly grounds: readonly GroundChoice[]; readonly checks: readonly string[] };
};

/** @param key null once the case is forgotten: then the facts are gone, the outcomes stay. */
export async function loadRights(caseId: string, items: readonly RightItem[], key: CaseKey | null, receivedAt: string, timezone: string): Promise<RightView[]> {
  const rows = new Map((await rightFacts(caseId)).map((row) => [row.id, row]));
  const on = localDateOf(receivedAt, timezone);
  return items.map((item) => {
    const sealed = rows.get(item.id)?.sealedFacts;
    return viewOf(item, sealed && key ? openText(key, sealed, `facts:${item.id}`) : '', on);
  });
}

function viewOf(item: RightItem, facts: string, on: LocalDate): RightView {
  const { id, right, regime, decision, approvedById } = item;
  const rule = rightRule(regime, right, on);
  const lawful = caseRules.refusalGrounds(item);
  const known = [...groundsFor(regime, right, on), ...exemptionsFor(regime, right, on)].filter((ground) => lawful.includes(ground.id));
  const grounds = known.map(({ id: groundId, citation, text, mustShow }) => ({ id: groundId, citation, text, mustShow }));
  return {
    id,
    right,
    regime,
    citation: rule?.citation ?? '',
    outcome: decision?.outcome ?? null,
    grounds: grounds.filter((ground) => decision?.grounds.includes(ground.id)),
    facts,
    decidedById: decision?.decidedById ?? null,
    approvedById,
    choices: { outcomes: rule?.outcomes ?? [], grounds, checks: rule?.checks.map(({ text }) => text) ?? [] },
  };
}
