import type { BundleCategory } from '@/lib/domain/bundle/types';
import { categoryFacts } from './category-facts';
import type { Wording } from './wording';

/** What is said of a kind of data: a term with its paragraphs. */
export type SaidFact = readonly [term: string, values: readonly string[]];

const same = ([term, values]: SaidFact, other: SaidFact): boolean =>
  term === other[0] && JSON.stringify(values) === JSON.stringify(other[1]);

/**
 * Parts what is said of several kinds into what holds for all of them, said once, and what is each one's own. Of a single kind nothing is shared.
 * @returns `own` in the order of the kinds
 */
export function sharedFacts(said: readonly (readonly SaidFact[])[]): {
  readonly shared: readonly SaidFact[];
  readonly own: readonly (readonly SaidFact[])[];
} {
  const [first = [], ...others] = said;
  const shared =
    others.length === 0
      ? []
      : first.filter((fact) => others.every((other) => other.some((candidate) => same(fact, candidate))));
  return { shared, own: said.map((facts) => facts.filter((fact) => !shared.some((common) => same(fact, common)))) };
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
    const { shared, own } = sharedFacts(places.map((i) => said[i]!));
    places.forEach((i, at) => (result[i] = { shared: at === 0 ? shared : [], own: own[at]! }));
  }
  return result;
}
