import { addDays } from '../calendar/local-date';
import { unansweredCauses } from '../clock/pause';
import { isGiven } from './notices';
import type { CaseRules } from './rules';
import type { Case, RightItem } from './types';

// When somebody may be refused for want of knowing who they are.

/** Days that somebody has to answer our question who they are before it can be said that they did not; our own policy. */
export const DAYS_TO_REPLY = 14;

/**
 * Whether the person had their chance to show who they are: they were asked and have answered, or their time to do so has run. Before the
 * mailbox is confirmed our first mail is the question.
 */
export function hadTheirChance(current: Case, rules: CaseRules, now: string): boolean {
  const ran = (since: string): boolean => addDays(rules.today(since), DAYS_TO_REPLY) <= rules.today(now);
  if (current.state === 'received')
    return (
      current.notices.some((notice) => notice.kind === 'confirmEmail' && isGiven(notice)) && ran(current.receivedAt)
    );
  const asked = current.clockEvents.findLast(({ type }) => type === 'identityRequested');
  return asked !== undefined && (!unansweredCauses(current.clockEvents).includes('identity') || ran(asked.at));
}

/** What can carry that somebody is not answered for want of knowing who they are: whatever refuses one of their rights as a whole. */
export const rejectionGrounds = ({ rights }: Pick<Case, 'rights'>, rules: CaseRules): readonly string[] => [
  ...new Set(rights.flatMap((item) => [...rules.grounds(item, 'refused'), ...rules.grounds(item, 'notIdentifiable')])),
];

/** The rights that end with it: whatever was not answered before. */
export const unanswered = ({ rights }: Pick<Case, 'rights'>): readonly RightItem[] =>
  rights.filter(({ approvedById }) => approvedById === null);
