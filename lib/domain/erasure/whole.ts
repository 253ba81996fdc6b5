import type { CollectionFacts, SystemFacts } from './types';

/**
 * What was done in a system over all the plans that reached it, of which the last one is told as the whole. What went is summed; what was only
 * blanked is found again by the next plan and would be counted twice, so the larger number stands; what stays is what the last one found.
 */
export const wholeOf = (earlier: readonly SystemFacts[], last: SystemFacts): SystemFacts => ({
  ...last,
  collections: last.collections.map((facts) =>
    earlier
      .flatMap(({ collections }) => collections.filter(({ collectionId }) => collectionId === facts.collectionId))
      .reduce(
        (whole, before): CollectionFacts => ({
          ...whole,
          erased: whole.erased + before.erased,
          blanked: Math.max(whole.blanked, before.blanked),
          anonymised: whole.anonymised + before.anonymised,
        }),
        facts,
      ),
  ),
});
