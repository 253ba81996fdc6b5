import type { Collection, CompositeReference, DataMap, Direction, Place } from '../datamap/types';

type Collections = ReadonlyMap<string, Collection>;

/**
 * Whether a record that the person's one names is theirs too. Where it is named by its own primary key it is a thing that others may name as
 * well: a colleague, a product, an address. The map can say otherwise; where it does not declare a key, nobody knows.
 */
function namesTheirOwn({ fields, erasure }: Collection, named: readonly Place[]): boolean {
  if (erasure !== null) return erasure.kind !== 'shared';
  const key = fields.filter(({ primaryKey }) => primaryKey).map(({ name }) => name);
  return key.length > 0 && !key.every((name) => named.some(({ column }) => column === name));
}

/** The direction that is left of a reference when only records that are the person's are followed; null for none. */
function owned(direction: Direction, target: Collection | undefined, named: readonly Place[]): Direction | null {
  if (direction === 'from' || target === undefined) return direction;
  if (namesTheirOwn(target, named)) return direction;
  return direction === 'both' ? 'from' : null;
}

/**
 * The data map as an erasure follows it: from a record of the person to the records that refer to it, and to those it names only where they
 * are the person's alone. What a copy shows besides, such as the colleague who looks after them, must not go with them.
 */
export function ownMap(dataMap: DataMap): DataMap {
  const collections: Collections = new Map(
    dataMap.systems.flatMap((system) => system.collections).map((one) => [one.id, one]),
  );
  return {
    ...dataMap,
    systems: dataMap.systems.map((system) => ({
      ...system,
      collections: system.collections.map((collection) => ownReferences(collection, collections)),
    })),
  };
}

function ownReferences(collection: Collection, collections: Collections): Collection {
  const single = <R extends { collectionId: string; place: Place; direction: Direction }>(
    references: readonly R[],
  ): R[] =>
    references.flatMap((reference) => {
      const direction = owned(reference.direction, collections.get(reference.collectionId), [reference.place]);
      return direction === null ? [] : [{ ...reference, direction }];
    });
  const together = (references: readonly CompositeReference[]): CompositeReference[] =>
    references.flatMap((reference) => {
      const named = reference.pairs.map(({ there }) => there);
      const direction = owned(reference.direction, collections.get(reference.collectionId), named);
      return direction === null ? [] : [{ ...reference, direction }];
    });
  return {
    ...collection,
    references: together(collection.references),
    fields: collection.fields.map((field) => ({
      ...field,
      references: single(field.references),
      inside: field.inside.map((inner) => ({ ...inner, references: single(inner.references) })),
    })),
  };
}
