import type { CollectionAnswer, KeptRecords } from './types';

/**
 * The first collection whose kept records are not what was answered for it; null where all adds up. Each collection is answered once, what
 * was found is kept from the first record to the last without a gap, and nothing is kept that was not found.
 */
export function unaccounted(answers: readonly CollectionAnswer[], kept: readonly KeptRecords[]): string | null {
  const byId = new Map(answers.map((answer) => [answer.collectionId, answer]));
  if (byId.size !== answers.length)
    return answers.find((answer) => byId.get(answer.collectionId) !== answer)?.collectionId ?? null;
  const own = new Map(kept.map((one) => [one.collectionId, one]));
  const stray = kept.find(({ collectionId }) => !byId.has(collectionId));
  if (stray) return stray.collectionId;
  const wrong = answers.find(({ collectionId, result, records }) => {
    const { records: sum, whole } = own.get(collectionId) ?? { records: 0, whole: true };
    return sum !== records || !whole || (result === 'found') !== records > 0;
  });
  return wrong?.collectionId ?? null;
}
