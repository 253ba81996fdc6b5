import { addDays } from '../calendar/local-date';
import { unansweredCauses } from '../clock/pause';
import { ok, refuse } from '../result';
import { isUnfinished } from './carry-out';
import type { CaseCommand } from './commands';
import { lackingOfDecision, refuseLacking } from './contents';
import type { DecideContext, Decision } from './decide';
import type { CaseEvent } from './events';
import { isGiven } from './notices';
import type { CaseRules } from './rules';
import type { Case } from './types';

// How a request ends without an answer, and how it goes on again: nobody ends one alone and without a record of why.

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

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

/** One person proposes with ground and facts, a second one looks (Art. 12(2), (4), (6) GDPR): a refusal like every other. */
export function proposeRejection(
  current: Case,
  command: Command<'ProposeRejection'>,
  { rules, at }: DecideContext,
): Decision {
  if (current.state !== 'verifying' && current.state !== 'received') return refuse('wrongState');
  if (current.rejection !== null) return refuse('alreadyDone');
  if (!hadTheirChance(current, rules, at) && !command.unaskedBecause?.trim()) return refuse('questionNotAsked');
  if (command.grounds.length === 0) return refuse('groundMissing');
  const allowed = rejectionGrounds(current, rules);
  const strange = command.grounds.find((ground) => !allowed.includes(ground));
  if (strange !== undefined) return refuse('groundNotAllowed', strange);
  if (command.facts.trim() === '') return refuse('factsMissing');
  const missing = lackingOfRejection(current, command, rules, at);
  return missing.length > 0
    ? refuseLacking('contentsMissing', missing)
    : ok([{ ...command, type: 'RejectionProposed' }]);
}

/** Whoever is not answered for want of knowing who they are is refused everything they asked for, and told what every refusal tells. */
const lackingOfRejection = (
  current: Case,
  { grounds, confirmed }: { readonly grounds: readonly string[]; readonly confirmed: readonly string[] },
  rules: CaseRules,
  at: string,
) =>
  current.rights.flatMap((item) =>
    lackingOfDecision(current, item, { outcome: 'refused', grounds, hasFacts: true, confirmed }, rules, at),
  );

/** What can carry that somebody is not answered for want of knowing who they are: whatever refuses one of their rights as a whole. */
export const rejectionGrounds = ({ rights }: Pick<Case, 'rights'>, rules: CaseRules): readonly string[] => [
  ...new Set(rights.flatMap((item) => [...rules.grounds(item, 'refused'), ...rules.grounds(item, 'notIdentifiable')])),
];

export function approveRejection(current: Case, { actor, rules, at }: DecideContext): Decision {
  if (current.rejection === null || current.state === 'closed') return refuse('wrongState');
  // Four eyes, as for every answer that gives less than was asked.
  if (current.rejection.proposedById === actor.id) return refuse('secondPersonNeeded');
  const missing = lackingOfRejection(current, current.rejection, rules, at);
  return missing.length > 0
    ? refuseLacking('answerLacks', missing)
    : ok([{ type: 'IdentityRejected', grounds: current.rejection.grounds }]);
}

export const returnRejection = (current: Case, { reason }: Command<'ReturnRejection'>): Decision =>
  current.rejection === null || current.state === 'closed'
    ? refuse('wrongState')
    : ok([{ type: 'RejectionReturned', reason }]);

/** The requester's own act. A person of the desk records for them how and when they said so. */
export function withdraw(
  current: Case,
  { told }: Command<'WithdrawRequest'>,
  { rules, actor, at }: DecideContext,
): Decision {
  // What was answered cannot be taken back: the record would say that no answer was given. What was agreed and is not done yet can.
  if (!isUnfinished(current, rules)) return refuse('alreadyDone');
  if (actor.kind === 'requester') return ok([{ type: 'CaseWithdrawn', told: null }]);
  if (told === null) return refuse('howToldMissing');
  if (told.on < rules.today(current.receivedAt) || told.on > rules.today(at)) return refuse('dayOutOfTime');
  return told.words.trim() === '' ? refuse('factsMissing') : ok([{ type: 'CaseWithdrawn', told }]);
}

/** A closed case goes on where it was. What waited for approval is decided anew: nobody may have looked at it since. */
export function reopen(current: Case, { reason }: Command<'ReopenCase'>): Decision {
  if (current.state !== 'closed') return refuse('wrongState');
  if (current.from === null) return refuse('cannotReopen');
  const reopened: CaseEvent = { type: 'CaseReopened', reason, to: current.from };
  return ok(
    current.from === 'awaitingApproval'
      ? [reopened, { type: 'DecisionReturned', reason: 'other', rights: current.rights.map(({ right }) => right) }]
      : [reopened],
  );
}
