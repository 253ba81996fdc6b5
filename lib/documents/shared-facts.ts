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
