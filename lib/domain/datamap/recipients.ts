import { collectionsOf } from './build';
import type { DataMap } from './types';

/** How a recipient is told: by mail where the map has an address, by a person where it has none, not at all where the map says why. */
export type TellingWay = 'mail' | 'person' | 'notTold';

/** Somebody who has what was erased, corrected or restricted, and of which collections. */
export type RecipientToTell = {
  readonly recipientId: string;
  readonly collections: readonly string[];
  readonly way: TellingWay;
};

/** Each recipient to whom these collections are disclosed, once: Art. 19 GDPR; 11 CCR 7022(b)(2)–(3) and (c)(2). */
export function recipientsToTell(dataMap: DataMap, collectionIds: readonly string[]): readonly RecipientToTell[] {
  const changed = collectionsOf(dataMap).filter(({ id }) => collectionIds.includes(id));
  return Object.values(dataMap.recipients).flatMap(({ id, contact, notTold }) => {
    const collections = changed.filter(({ recipientIds }) => recipientIds?.includes(id)).map((one) => one.id);
    if (collections.length === 0) return [];
    return [{ recipientId: id, collections, way: notTold !== null ? 'notTold' : contact !== null ? 'mail' : 'person' }];
  });
}
