import { isGranting, isRefusing } from '../law/rights';
import { standingOf } from './carry-out';
import { effectsOpen } from './commands/effects';
import { isUnderWay } from './erasing';
import { isTold } from './notices';
import type { CaseRules } from './rules';
import type { CaseFacts, OpenState, RightItem } from './types';

/** How far a right has come, in this order; one that was refused, or stopped by the person, ends there. */
export const PROGRESS = [
  'asked',
  'proved',
  'searched',
  'decided',
  'approved',
  'carryingOut',
  'done',
  'told',
  'refused',
  'takenBack',
] as const;

export type Progress = (typeof PROGRESS)[number];

/** Nothing more is owed of it: no last day runs. */
export const isOver = (progress: Progress): boolean =>
  progress === 'done' || progress === 'told' || progress === 'refused' || progress === 'takenBack';

/** What the way of a right follows from, besides the right itself. */
export type Underway = Pick<
  CaseFacts,
  'emailConfirmed' | 'identityShown' | 'rights' | 'tasks' | 'effects' | 'bundle' | 'copySealed' | 'notices'
>;

/** Whether it is known who asks, as far as this right needs it. */
const isProved = (item: RightItem, { identityShown }: Pick<Underway, 'identityShown'>, rules: CaseRules): boolean =>
  identityShown || !rules.needsIdentity(item);

/** Every system that was asked has answered. */
export const isSearched = ({ tasks }: Pick<Underway, 'tasks'>): boolean =>
  tasks.length > 0 && tasks.every(({ state }) => state === 'answered');

/** Nobody has decided it, and nothing that it waits for is missing: who asks is known, and what it hands over was collected. */
export const isDecidable = (item: RightItem, current: Underway, rules: CaseRules): boolean =>
  item.decision === null && isProved(item, current, rules) && (!rules.needsCopy(item) || isSearched(current));

/** Decided by one person, and a second one has not agreed yet. */
export const awaitsApproval = ({ decision, approvedById }: RightItem): boolean =>
  decision !== null && approvedById === null;

export const isGrantedCopy = (item: RightItem, rules: CaseRules): boolean =>
  rules.needsCopy(item) && item.decision !== null && isGranting(item.decision.outcome);

/** One copy answers every right to one, under whichever law: it is made once all of them are approved, and one of them is granted. */
export function isCopyOwed(rights: readonly RightItem[], rules: CaseRules): boolean {
  const copies = rights.filter((item) => rules.needsCopy(item));
  return copies.every(({ approvedById }) => approvedById !== null) && copies.some((item) => isGrantedCopy(item, rules));
}

/** The copy is approved and not sealed yet. */
export const isCopyInWork = ({ rights, copySealed }: Underway, rules: CaseRules): boolean =>
  !copySealed && isCopyOwed(rights, rules);

/** What was collected is looked through: while the decision on a copy is open, and none was agreed to. */
export function isInReview(current: Underway, rules: CaseRules): boolean {
  const copies = current.rights.filter((item) => rules.needsCopy(item));
  return (
    isSearched(current) &&
    copies.some(({ decision }) => decision === null) &&
    copies.every(({ approvedById }) => approvedById === null)
  );
}

/** How far a right has come; a right that the product carries out is in work from its own first event on. */
export function progressOf(item: RightItem, current: Underway, rules: CaseRules): Progress {
  const standing = standingOf(item, current, rules);
  switch (standing) {
    case 'open':
      if (item.decision !== null) return 'decided';
      if (!isProved(item, current, rules)) return 'asked';
      if (rules.needsCopy(item) && isSearched(current)) return 'searched';
      return rules.needsIdentity(item) ? 'proved' : 'asked';
    case 'agreed':
      return (rules.doneBy(item) === 'copy' && isCopyInWork(current, rules)) ||
        isUnderWay(item.erasure) ||
        effectsOpen(item.id, current)
        ? 'carryingOut'
        : 'approved';
    case 'takenBack':
      return 'takenBack';
    case 'answered':
      if (item.decision !== null && isRefusing(item.decision.outcome)) return 'refused';
      return isTold(item.id, current.notices) ? 'told' : 'done';
    case 'done':
      return isTold(item.id, current.notices) ? 'told' : 'done';
    default:
      return standing satisfies never;
  }
}

/** The state of a case that is open: of what its rights still wait for, what comes first. */
export function stateOf(current: Underway, rules: CaseRules): OpenState {
  const { rights, tasks, emailConfirmed } = current;
  if (rights.some((item) => !isProved(item, current, rules))) return emailConfirmed ? 'verifying' : 'received';
  if (rights.some((item) => rules.needsCopy(item) && item.decision === null) && !isSearched(current))
    return tasks.length === 0 ? 'verified' : 'collecting';
  if (rights.some(({ decision }) => decision === null)) return 'reviewing';
  if (rights.some(awaitsApproval)) return 'awaitingApproval';
  return isCopyInWork(current, rules) ? 'preparing' : 'ready';
}
