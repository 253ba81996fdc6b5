import { ERASING_RIGHTS } from '../law/erasing-rights';
import { isGranting } from '../law/rights';
import { isErased, leftToDesk } from './erasing';
import { wishFor } from '../law/wishes';
import type { CaseRules } from './rules';
import type { CaseFacts, CaseState, RightItem } from './types';

/**
 * How a right stands towards the person. `agreed`: granted, and nothing records yet that it was done. `answered`: told, and nothing was to be
 * done. `takenBack`: granted, and the person stopped it before it was done.
 */
export type Standing = 'open' | 'agreed' | 'done' | 'answered' | 'takenBack';

/** Somewhere that is no system of the data map: a processor, a backup, paper, another controller. The words say where. */
export const ELSEWHERE = 'elsewhere';

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
    case 'erasing':
      if (item.erasure?.state === 'cancelled') return 'takenBack';
      return isErased(item) ? 'done' : 'agreed';
    case 'desk':
      return item.carriedOut === null ? 'agreed' : 'done';
    default:
      return by satisfies never;
  }
}

/** Agreed, and still to be done by more than the answer itself: by a person, or by an erasure. */
export const isOwed = (item: RightItem, rules: CaseRules): boolean =>
  ['desk', 'erasing'].includes(rules.doneBy(item)) && standingOf(item, { copySealed: true }, rules) === 'agreed';

/** Agreed, and a person still has to do it and say so; of an erasure what no connector did, once its time to be stopped is over. */
export const awaitsDesk = (item: RightItem, rules: CaseRules): boolean =>
  isOwed(item, rules) && item.carriedOut === null && (rules.doneBy(item) === 'desk' || leftToDesk(item));

/** What decides how the rights of a case stand. */
export type StandingCase = Pick<CaseFacts, 'rights' | 'copySealed'>;

/** Whether something is owed of a right: until it is answered, and as long as what was agreed is not done. */
export function isPending(item: RightItem, current: Pick<CaseFacts, 'copySealed'>, rules: CaseRules): boolean {
  const standing = standingOf(item, current, rules);
  return standing === 'open' || standing === 'agreed';
}

/** Whether anything is still owed. So long it can be taken back. */
export const isUnfinished = (current: StandingCase & { readonly state: CaseState }, rules: CaseRules): boolean =>
  current.state !== 'closed' && current.rights.some((item) => isPending(item, current, rules));

/** A copy first, then erasing: what is gone can be handed over no more. */
export const waitsForCopy = (item: RightItem, current: StandingCase, rules: CaseRules): boolean =>
  ERASING_RIGHTS.includes(item.right) &&
  current.rights.some((other) => rules.needsCopy(other) && isPending(other, current, rules));

/** This right and those by which other laws give the same: what is done for one is done for all of them. */
export const sameWish = (item: RightItem, rights: readonly RightItem[]): readonly RightItem[] => [
  item,
  ...rights.filter((other) => other.id !== item.id && wishFor(other.right) === wishFor(item.right)),
];
