import type { BundleWithheld } from '../bundle/types';
import type { WithheldSum } from '../case/types';
import type { Collection } from '../datamap/types';
import type { CopyWords } from './copy';
import type { Withheld } from './requester-view';

/** How often something was hidden at one place on the same grounds. */
export type WithheldCount = Withheld & { readonly count: number };

/** Adds up what was hidden in the records of one collection; memory grows with the number of places, not of records. */
export class WithheldTally {
  readonly #counts = new Map<string, WithheldCount>();

  add(withheld: readonly Withheld[]): void {
    for (const one of withheld) {
      const place = `${one.field ?? ''}\0${one.grounds.join()}\0${one.by}`;
      this.#counts.set(place, { ...one, count: (this.#counts.get(place)?.count ?? 0) + 1 });
    }
  }

  get counts(): readonly WithheldCount[] {
    return [...this.#counts.values()];
  }
}

/** The same by grounds alone: what a page or a mail says without naming a place. */
export function byGrounds(counts: readonly WithheldCount[]): readonly WithheldSum[] {
  const sums = new Map<string, WithheldSum>();
  for (const { grounds, count } of counts)
    sums.set(grounds.join(), { grounds, count: (sums.get(grounds.join())?.count ?? 0) + count });
  return [...sums.values()];
}

/**
 * What the requester is told of it: where, how much, and on what grounds with their articles (Art. 12(4), 15(4) GDPR).
 * @param facts what the desk wrote of this case for that place, or null
 */
export function withheldLines(
  collection: Collection,
  counts: readonly WithheldCount[],
  { locale, say, ground, citation }: CopyWords,
  facts: (place: WithheldCount) => string | null,
): BundleWithheld[] {
  return counts.map((place) => ({
    collectionId: collection.id,
    collection: collection.title[locale],
    count: place.count,
    what: collection.fields.find(({ name }) => name === place.field)?.title[locale] ?? place.field ?? say('whole'),
    ground: ground(place.grounds),
    citation: citation(place.grounds),
    facts: facts(place),
  }));
}
