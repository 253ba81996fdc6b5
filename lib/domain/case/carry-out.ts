import { isGranting } from '../law/rights';
import type { CaseRules } from './rules';
import type { CaseFacts, CaseState, RightItem } from './types';

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

/** Whether something is still owed: until it is answered, and as long as something that was agreed is not done. So long it can be taken back. */
export const isUnfinished = (
  current: Pick<CaseFacts, 'rights'> & { readonly state: CaseState },
  rules: CaseRules,
): boolean =>
  current.state !== 'closed' && (current.state !== 'ready' || current.rights.some((item) => awaitsDesk(item, rules)));
