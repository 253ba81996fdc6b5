import { isGranting } from '../law/rights';
import { ok, refuse } from '../result';
import type { CaseCommand } from './commands';
import { lackingOfDoing, refuseLacking } from './contents';
import type { DecideContext, Decision } from './decide';
import type { CaseRules } from './rules';
import type { Case, CaseFacts, CaseState, RightItem } from './types';

/** How a right stands towards the person. `agreed`: granted, and nothing records yet that it was done. `answered`: told, and nothing was to be done. */
export type Standing = 'open' | 'agreed' | 'done' | 'answered';

/** Nothing is done because somebody decided it: each way of doing has an event of its own. */
export function standingOf(item: RightItem, { copySealed }: Pick<CaseFacts, 'copySealed'>, rules: CaseRules): Standing {
  if (item.decision === null || item.approvedById === null) return 'open';
  if (!isGranting(item.decision.outcome)) return 'answered';
  const by = rules.doneBy(item);
  switch (by) {
    case 'copy':
      return copySealed ? 'done' : 'agreed';
    case 'answer':
      return 'done';
    case 'stop':
      return item.stoppedAt === null ? 'agreed' : 'done';
    case 'desk':
      return item.carriedOut === null ? 'agreed' : 'done';
    default:
      return by satisfies never;
  }
}

/** Agreed, and a person still has to do it and say so. */
export const awaitsDesk = (item: RightItem, rules: CaseRules): boolean =>
  item.approvedById !== null &&
  item.carriedOut === null &&
  item.decision !== null &&
  isGranting(item.decision.outcome) &&
  rules.doneBy(item) === 'desk';

/** Somebody did what was agreed, and tells the person what, where and when (Art. 12(3) GDPR: information on the action taken). */
export function recordCarriedOut(
  current: Case,
  command: Extract<CaseCommand, { type: 'RecordCarriedOut' }>,
  { rules, at }: DecideContext,
): Decision {
  const { rightItemId, on, systems, facts, confirmed } = command;
  const item = current.rights.find(({ id }) => id === rightItemId);
  if (!item) return refuse('unknownRight');
  if (current.state !== 'preparing' && current.state !== 'ready') return refuse('wrongState');
  if (item.carriedOut !== null) return refuse('alreadyDone');
  if (!awaitsDesk(item, rules)) return refuse('nothingToCarryOut');
  if (on < rules.today(current.receivedAt) || on > rules.today(at)) return refuse('dayOutOfTime');
  if (systems.length === 0) return refuse('whereMissing');
  if (facts.trim() === '') return refuse('factsMissing');
  const missing = lackingOfDoing(item, confirmed, rules, at);
  return missing.length > 0
    ? refuseLacking('contentsMissing', missing)
    : ok([{ type: 'RightCarriedOut', rightItemId, right: item.right, on, systems, facts, confirmed }]);
}

/** Whether something is still owed: until it is answered, and as long as something that was agreed is not done. So long it can be taken back. */
export const isUnfinished = (
  current: Pick<CaseFacts, 'rights'> & { readonly state: CaseState },
  rules: CaseRules,
): boolean =>
  current.state !== 'closed' && (current.state !== 'ready' || current.rights.some((item) => awaitsDesk(item, rules)));
