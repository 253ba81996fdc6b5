import type { LocalDate } from '../calendar/local-date';
import type { MapFact } from '../datamap/types';
import { type Carrier, carrierOf, restsOn } from '../law/carriers';
import { isGranting, isRefusing, requirementsOn } from '../law/rights';
import type { DoneBy } from '../law/right-doing';
import type { Outcome, Requirement, RightId, RightRule } from '../law/types';
import { type Refusal, refuse } from '../result';
import type { CaseRules } from './rules';
import type { CaseFacts, Decided, RightItem } from './types';

/** An answer as far as it decides what is still missing from it. */
export type AnswerParts = {
  readonly right: RightId;
  /** What it has without anybody writing it. */
  readonly carries: ReadonlySet<Carrier>;
  /** What the data map does not say of what was found: the copy does not state it in its place. */
  readonly unstated: readonly MapFact[];
  /** Ids of the requirements of which the desk confirmed that its text has them, or that they ask nothing here. */
  readonly confirmed: readonly string[];
};

/** Whether an answer has what is required without anybody writing it. */
export const isCarried = ({ right, carries, unstated }: Omit<AnswerParts, 'confirmed'>, contentId: string): boolean => {
  const carrier = carrierOf(right, contentId);
  return (
    carries.has(carrier) && !(carrier === 'copy' && restsOn(right, contentId).some((fact) => unstated.includes(fact)))
  );
};

/**
 * What an answer must contain on that day and does not: Art. 12(3), (4) GDPR and what each right asks for. Pure.
 * @param day of the answer: a duty that began after the request binds it too
 */
export const missingContents = (
  { confirmed, ...answer }: AnswerParts,
  requirements: readonly Requirement[],
  day: LocalDate,
): readonly Requirement[] =>
  requirementsOn(requirements, day).filter(({ id }) => !confirmed.includes(id) && !isCarried(answer, id));

/**
 * What an outcome owes. What a right that the desk carries out has to say is said when that is recorded; that nothing is held is said by the
 * outcome itself; a part that is given owes the answer, and what is not given the refusal.
 */
export function owedContents(rule: RightRule, outcome: Outcome, doneBy: DoneBy): readonly Requirement[] {
  const answer = isGranting(outcome) && doneBy !== 'desk' && doneBy !== 'erasing' ? rule.answerContains : [];
  return isRefusing(outcome) && rule.refusable ? [...answer, ...rule.refusalContains] : answer;
}

/** What a decision has by itself. @param ways to whom the laws of the case let the person turn */
function carriedBy(
  decision: Omit<Decided, 'confirmed'>,
  has: { readonly copy: boolean; readonly stopped: boolean; readonly statement: boolean },
  ways: readonly Carrier[],
): ReadonlySet<Carrier> {
  return new Set<Carrier>([
    'outcome',
    ...ways,
    ...(decision.grounds.length > 0 ? (['grounds'] as const) : []),
    ...(decision.hasFacts ? (['facts'] as const) : []),
    ...(has.copy && isGranting(decision.outcome) ? (['copy'] as const) : []),
    ...(has.stopped ? (['stop'] as const) : []),
    ...(has.statement && isGranting(decision.outcome) ? (['statement'] as const) : []),
  ]);
}

/** A case as far as it decides what its copy can state. */
type OfCase = Pick<CaseFacts, 'unstated' | 'statable'>;

/** What is looked for in the words of a decision, or in those that record what was done. */
type Said = OfCase & {
  readonly item: RightItem;
  readonly decided: Decided;
  readonly requirements: readonly Requirement[];
};

function lacking(
  { unstated, statable, item, decided, requirements }: Said,
  rules: CaseRules,
  at: string,
): readonly Requirement[] {
  const carries = carriedBy(
    decided,
    {
      copy: rules.needsCopy(item),
      stopped: item.stoppedAt !== null,
      statement: statable.includes(item.right),
    },
    rules.ways(item, at),
  );
  return missingContents(
    { right: item.right, carries, unstated, confirmed: decided.confirmed },
    requirements,
    rules.today(at),
  );
}

/** What the answer to a right lacks that is decided in this way and leaves at that instant. */
export const lackingOfDecision = (
  { unstated, statable }: OfCase,
  item: RightItem,
  decided: Decided,
  rules: CaseRules,
  at: string,
): readonly Requirement[] =>
  lacking({ unstated, statable, item, decided, requirements: rules.contents(item, decided.outcome) }, rules, at);

/** The same of every right that has been decided and that nobody has agreed to yet, or that a copy is about to answer. */
export const lackingOfAnswer = (
  current: OfCase,
  items: readonly RightItem[],
  rules: CaseRules,
  at: string,
): readonly Requirement[] =>
  items.flatMap((item) => (item.decision ? lackingOfDecision(current, item, item.decision, rules, at) : []));

/** What the record of something done lacks, of what the law wants told of it. */
export const lackingOfDoing = (
  item: RightItem,
  confirmed: readonly string[],
  rules: CaseRules,
  at: string,
): readonly Requirement[] =>
  lacking(
    {
      unstated: [],
      statable: [],
      item,
      decided: { outcome: 'granted', grounds: [], hasFacts: true, confirmed },
      requirements: rules.doneContents(item),
    },
    rules,
    at,
  );

/** What is missing, each with what asks for it, as the desk reads it. */
export const refuseLacking = <R extends string>(reason: R, missing: readonly Requirement[]): Refusal<R> =>
  refuse(
    reason,
    [...new Set(missing.map(({ text, citation }) => `${text.replace(/\.$/, '')} (${citation})`))].join('; '),
  );
