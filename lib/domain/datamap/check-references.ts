import { collectionIdOf, identityOf, referencesOf } from './build-collection';
import { nearest, suggestion, type Report } from './problem';
import { placeName, placeOf } from './reach';
import type { CollectionEntry, FieldEntry } from './schema';
import type { Collection, DataMap, Place } from './types';

type Path = readonly PropertyKey[];
type Checking = {
  readonly collections: ReadonlyMap<string, Collection>;
  /** Takes a mistake. */
  readonly report: Report;
  /** Takes what works without it, and is said. */
  readonly note: Report;
};

/** Every collection by its id. */
export const collectionsById = (dataMap: DataMap): ReadonlyMap<string, Collection> =>
  new Map(dataMap.systems.flatMap(({ collections }) => collections).map((one) => [one.id, one]));

/** Says what is wrong with a place that something refers to; the names inside a column of JSON are not all in the map. */
function checkPlace(collectionId: string, place: Place, at: Path, { collections, report, note }: Checking): void {
  const target = collections.get(collectionId);
  const systemId = collectionId.split('.')[0] ?? '';
  const systems = [...new Set([...collections.values()].map((one) => one.systemId))];
  if (target === undefined && !systems.includes(systemId) && nearest(systemId, systems) === null) {
    note(
      at,
      `"${systemId}" is no system of this map, so nothing is found along this reference`,
      'add the file that describes it, or take the reference out',
    );
  } else if (target === undefined) {
    report(
      at,
      `there is no collection "${collectionId}"`,
      suggestion(collectionId, [...collections.keys()], 'describe it under "dataset:"'),
    );
  } else if (!target.fields.some(({ name }) => name === place.column)) {
    const names = target.fields.map(({ name }) => name);
    report(
      at,
      `${target.id} has no field "${place.column}"`,
      suggestion(place.column, names, `describe it among the fields of ${target.id}`),
    );
  }
}

/** Identities that nobody is asked for, and references of single fields that lead nowhere, at any depth. */
export function checkFields(
  collection: CollectionEntry,
  at: Path,
  checking: Checking & { readonly identifierKinds: readonly string[]; readonly collectionId: string },
): void {
  const { identifierKinds, report, note, collectionId } = checking;
  const checkField = (entry: FieldEntry, path: Path): void => {
    const metaKey = entry.fides_meta ? 'fides_meta' : 'fidesops_meta';
    const identity = identityOf(entry);
    if (identity !== null && !identifierKinds.includes(identity)) {
      // Near a kind that is asked for it is a slip of the pen; else the file knows of more identities than the form asks.
      const say = nearest(identity, identifierKinds) === null ? note : report;
      say(
        [...path, metaKey, 'identity'],
        `nobody is asked for "${identity}"`,
        suggestion(identity, identifierKinds, 'add it to "identifiers" in controller.yaml'),
      );
    }
    referencesOf(entry).forEach((reference, number) => {
      const here = [...path, metaKey, 'references', number];
      checkPlace(reference.collectionId, reference.place, [...here, 'field'], checking);
      if (reference.collectionId === collectionId && reference.direction === 'both') {
        const message = `"${entry.name}" refers to its own collection and does not say which way, so it would lead to everybody near the person`;
        report(
          here,
          message,
          `add direction: from to go from ${placeName(reference.place)} to the records that name it in ${entry.name}, or to for the other way`,
        );
      }
    });
    checkWhose(entry, [...path, 'meta', 'rightsdesk', 'otherPerson'], collection, checking);
    checkAll(entry.fields ?? [], [...path, 'fields']);
  };
  const checkAll = (entries: readonly FieldEntry[], path: Path): void => {
    const names = new Set<string>();
    entries.forEach((entry, index) => {
      if (names.has(entry.name))
        report(
          [...path, index, 'name'],
          `field "${entry.name}" stands twice in ${collection.name}`,
          'remove one of them',
        );
      names.add(entry.name);
      checkField(entry, [...path, index]);
    });
  };
  checkAll(collection.fields, [...at, 'fields']);
}

/** What a rule compares with must be an account's: elsewhere, found by reference, other people's values may stand. */
function checkWhose(
  { meta }: FieldEntry,
  at: Path,
  { fields }: CollectionEntry,
  { collections, report }: Checking,
): void {
  const { unless, toldBy } = meta?.rightsdesk?.otherPerson ?? {};
  const names = fields.map(({ name }) => name);
  if (toldBy !== undefined && !names.includes(toldBy))
    report([...at, 'toldBy'], `there is no field "${toldBy}" beside it`, suggestion(toldBy, names, 'describe it'));
  if (unless === undefined) return;
  const accounts = [...collections.values()].filter(({ account }) => account);
  if (accounts.some((one) => one.fields.some(({ name }) => `${one.id}.${name}` === unless))) return;
  report(
    [...at, 'unless'],
    `"${unless}" is no field of a collection of accounts`,
    suggestion(
      unless,
      accounts.flatMap((one) => one.fields.map(({ name }) => `${one.id}.${name}`)),
      'mark the collection with account: true',
    ),
  );
}

/** References of several columns together. */
export function checkReferences(collection: CollectionEntry, at: Path, checking: Checking): void {
  const names = collection.fields.map(({ name }) => name);
  (collection.meta?.rightsdesk?.references ?? []).forEach(({ dataset, collection: there, fields }, number) => {
    const path = [...at, 'meta', 'rightsdesk', 'references', number, 'fields'];
    for (const [here, target] of Object.entries(fields)) {
      const { column } = placeOf(here);
      if (!names.includes(column))
        checking.report(
          [...path, here],
          `${collection.name} has no field "${column}"`,
          suggestion(column, names, 'describe it among the fields'),
        );
      checkPlace(collectionIdOf(dataset, there), placeOf(target), [...path, here], checking);
    }
  });
}
