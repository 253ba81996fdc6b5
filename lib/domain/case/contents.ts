import type { LocalDate } from '../clock/local-date';
import { type Carrier, carrierOf } from '../law/carriers';
import { isRefusing, requirementsOn } from '../law/rights';
import type { DoneBy } from '../law/right-doing';
import type { Outcome, Requirement, RightId, RightRule } from '../law/types';
import { isGranting } from './carry-out';

/** An answer as far as it decides what is still missing from it. */
export type AnswerParts = {
  readonly right: RightId;
  /** What it has without anybody writing it. */
  readonly carries: ReadonlySet<Carrier>;
  /** Ids of the requirements of which the desk confirmed that its text has them, or that they ask nothing here. */
  readonly confirmed: readonly string[];
};

/**
 * What an answer must contain on that day and does not: Art. 12(3), (4) GDPR and what each right asks for. Pure.
 * @param day of the answer: a duty that began after the request binds it too
 */
export const missingContents = ({ right, carries, confirmed }: AnswerParts, requirements: readonly Requirement[], day: LocalDate): readonly Requirement[] =>
  requirementsOn(requirements, day).filter(({ id }) => !confirmed.includes(id) && !carries.has(carrierOf(right, id)));

/**
 * What an outcome owes. What a right that the desk carries out has to say is said when that is recorded; that nothing is held is said by the
 * outcome itself; a part that is given owes the answer, and what is not given the refusal.
 */
export function owedContents(rule: RightRule, outcome: Outcome, doneBy: DoneBy): readonly Requirement[] {
  const answer = isGranting(outcome) && doneBy !== 'desk' ? rule.answerContains : [];
  return isRefusing(outcome) && rule.refusable ? [...answer, ...rule.refusalContains] : answer;
}

/** What a decision has by itself. @param ways to whom the laws of the case let the person turn */
export function carriedBy(decision: { readonly outcome: Outcome; readonly grounds: readonly string[]; readonly facts: string }, has: { readonly copy: boolean; readonly stopped: boolean }, ways: readonly Carrier[]): ReadonlySet<Carrier> {
  return new Set<Carrier>([
    'outcome',
    ...ways,
    ...(decision.grounds.length > 0 ? (['grounds'] as const) : []),
    ...(decision.facts.trim() === '' ? [] : (['facts'] as const)),
    ...(has.copy && isGranting(decision.outcome) ? (['copy'] as const) : []),
    ...(has.stopped ? (['stop'] as const) : []),
  ]);
}
