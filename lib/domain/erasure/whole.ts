import type { CollectionFacts, RecordFates, SystemFacts } from './types';

/** What was done to records over two searches: what the later one finds has not gone before it, and is told as the later one has it. */
function together(before: RecordFates, now: RecordFates): RecordFates {
  const found = new Set([...now.erased, ...now.anonymised, ...now.kept]);
  const gone = (ids: readonly string[]): string[] => ids.filter((id) => !found.has(id));
  return {
    erased: [...now.erased, ...gone(before.erased)],
    anonymised: [...now.anonymised, ...gone(before.anonymised)],
    kept: now.kept,
  };
}

/** Counted one by one where both know their records; else what went is summed. */
function continued(before: SystemFacts, now: SystemFacts): SystemFacts {
  const known = { ...now.records };
  const collections = now.collections.map((facts): CollectionFacts => {
    const { collectionId } = facts;
    const earlier = before.collections.find((one) => one.collectionId === collectionId);
    const [were, are] = [before.records?.[collectionId], now.records?.[collectionId]];
    if (!earlier) return facts;
    const blanked = Math.max(facts.blanked, earlier.blanked);
    if (!were || !are)
      return {
        ...facts,
        erased: facts.erased + earlier.erased,
        blanked,
        anonymised: facts.anonymised + earlier.anonymised,
      };
    const { erased, anonymised } = (known[collectionId] = together(were, are));
    return { ...facts, erased: erased.length, blanked, anonymised: anonymised.length };
  });
  return { ...now, collections, ...(now.records && { records: known }) };
}

/**
 * What was done in a system over all the tries and plans that reached it, of which the last one is told as the whole. What went is summed, or
 * counted record by record in a system without transactions; what was only blanked is found again by the next plan and would be counted twice,
 * so the larger number stands; what stays is what the last one found.
 * @param earlier the first one first
 */
export const wholeOf = (earlier: readonly SystemFacts[], last: SystemFacts): SystemFacts =>
  earlier.toReversed().reduce((whole, before) => continued(before, whole), last);

/**
 * A try after one of the same plan that broke off: what stays is told as the first one found it, for what led there may have gone by now.
 * @param begun what the tries before it did
 */
export function afterBegun(begun: SystemFacts, now: SystemFacts): SystemFacts {
  const { collections, records } = wholeOf([begun], now);
  const counted = begun.collections.map((facts): CollectionFacts => {
    const { erased = 0, anonymised = 0 } = collections.find((one) => one.collectionId === facts.collectionId) ?? {};
    return { ...facts, erased, anonymised };
  });
  return { ...begun, collections: counted, ...(records && { records }) };
}
