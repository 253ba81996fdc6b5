import type { BundleCategory } from '@/lib/domain/bundle/types';
import { categoryFacts } from './category-facts';
import type { Wording } from './wording';

/** What is said of a kind of data: a term with its paragraphs. */
export type SaidFact = readonly [term: string, values: readonly string[]];

const valuesOf = (facts: readonly SaidFact[], term: string): readonly string[] =>
  facts.find(([one]) => one === term)?.[1] ?? [];

/**
 * Parts what is said of several kinds into what holds for all of them, said once, and what is said of each beside that. Of a single kind
 * nothing is shared.
 * @param besides what a term is called where a part of its values is said for all kinds
 * @returns `own` in the order of the kinds
 */
export function sharedFacts(
  said: readonly (readonly SaidFact[])[],
  besides: (term: string) => string,
): {
  readonly shared: readonly SaidFact[];
  readonly own: readonly (readonly SaidFact[])[];
} {
  const [first = [], ...others] = said;
  if (others.length === 0) return { shared: [], own: said };
  const shared = first
    .map(([term, values]): SaidFact => [
      term,
      values.filter((value) => others.every((facts) => valuesOf(facts, term).includes(value))),
    ])
    .filter(([, values]) => values.length > 0);
  const ownOf = ([term, values]: SaidFact): SaidFact => {
    const common = valuesOf(shared, term);
    return common.length === 0 ? [term, values] : [besides(term), values.filter((value) => !common.includes(value))];
  };
  return { shared, own: said.map((facts) => facts.map(ownOf).filter(([, values]) => values.length > 0)) };
}

/** What is said of one kind; `shared` stands before the first kind of a system and holds for all kinds in it. */
export type SaidOfKind = { readonly shared: readonly SaidFact[]; readonly own: readonly SaidFact[] };

/** What is said of each kind, in their order, with what the kinds of one system have in common said once, before the first of them. */
export function saidOfKinds(
  categories: readonly BundleCategory[],
  facts: Parameters<typeof categoryFacts>[1],
  wording: Wording,
): SaidOfKind[] {
  const said = categories.map((category) => categoryFacts(category, facts, wording));
  const members = new Map<string, number[]>();
  categories.forEach(({ systemName }, i) => members.set(systemName, [...(members.get(systemName) ?? []), i]));
  const result: SaidOfKind[] = said.map((own) => ({ shared: [], own }));
  for (const places of members.values()) {
    const { shared, own } = sharedFacts(
      places.map((i) => said[i]!),
      (term) => wording.t('besides', { term }),
    );
    places.forEach((i, at) => (result[i] = { shared: at === 0 ? shared : [], own: own[at]! }));
  }
  return result;
}
