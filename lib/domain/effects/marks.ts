import { collectionsOf } from '../datamap/build';
import type { BasisId, Collection, DataMap, Mark, Purpose } from '../datamap/types';
import { endsOf } from '../law/right-effects';
import type { RightId } from '../law/types';

// Bases whose purposes a person may object to on grounds of their own: Art. 21(1) GDPR.
const OBJECTIONABLE: readonly BasisId[] = ['publicTask', 'legitimateInterests'];

/** Whether a right ends a purpose: by what it is for, or because the map says so. */
function ends(right: RightId, { basis, directMarketing, endedBy }: Purpose): boolean {
  if (endedBy.includes(right)) return true;
  switch (endsOf(right)) {
    case 'marketing':
      return directMarketing;
    case 'consent':
      return basis === 'consent';
    case 'objectionable':
      return OBJECTIONABLE.includes(basis);
    default:
      return false;
  }
}

/** The purposes that a right ends at this controller, in the order of the map. */
export const endedPurposes = (right: RightId, dataMap: DataMap): readonly Purpose[] =>
  Object.values(dataMap.purposes).filter((purpose) => ends(right, purpose));

/** The uses that a right ends unless they weigh more; never one for direct marketing: Art. 21(1)–(3) GDPR. */
export const weighable = (right: RightId, dataMap: DataMap): readonly Purpose[] =>
  endedPurposes(right, dataMap).filter(({ directMarketing }) => !directMarketing);

/** Marks of the same collection are written together. */
function merged(marks: readonly Mark[]): readonly Mark[] {
  const byCollection = new Map<string, Mark>();
  for (const { collectionId, fields } of marks)
    byCollection.set(collectionId, {
      collectionId,
      fields: { ...byCollection.get(collectionId)?.fields, ...fields },
    });
  return [...byCollection.values()];
}

/** Where the map says that something stands of a fact about the person, by collection. */
export const placesOfFact = (
  factId: string,
  dataMap: DataMap,
): readonly { readonly collection: Collection; readonly field: string }[] =>
  collectionsOf(dataMap).flatMap((collection) =>
    collection.fields.filter((field) => field.factId === factId).map(({ name }) => ({ collection, field: name })),
  );

/** Where the map has a place for a statement of the person, by collection. */
export const statementMarks = (statement: string, dataMap: DataMap): readonly Mark[] =>
  collectionsOf(dataMap).flatMap(({ id, statementField }) =>
    statementField === null ? [] : [{ collectionId: id, fields: { [statementField]: statement } }],
  );

/** Whose owners keep a statement where the map has no place for one: the systems of the accounts, else every system. */
export const systemsWithoutPlace = (dataMap: DataMap): readonly string[] => {
  const accounts = dataMap.systems.filter(({ collections }) => collections.some(({ account }) => account));
  return (accounts.length > 0 ? accounts : dataMap.systems).map(({ id }) => id);
};

/** What stands in the systems once these purposes have ended. */
export const stoppedMarks = (purposes: readonly Purpose[]): readonly Mark[] =>
  merged(purposes.flatMap(({ stopped }) => stopped));

/** What stands in the systems while processing is restricted, or once that is lifted. */
export const restrictionMarks = (dataMap: DataMap, state: 'set' | 'lifted'): readonly Mark[] =>
  collectionsOf(dataMap).flatMap(({ id, restriction }) =>
    restriction === null ? [] : [{ collectionId: id, fields: restriction[state] }],
  );

/** The systems of some collections, each once, in the order of the map. */
export const systemsOf = (collectionIds: readonly string[], dataMap: DataMap): readonly string[] =>
  dataMap.systems
    .filter(({ collections }) => collections.some(({ id }) => collectionIds.includes(id)))
    .map(({ id }) => id);
