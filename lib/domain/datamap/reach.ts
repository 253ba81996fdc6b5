import type { Collection, DataMap, Direction, IdentityKind, IdentityMatch, Place } from './types';

/**
 * "The records found in `from` lead to the records of `to` with the same values at these places." Ids of collections; one place on each
 * side, or as many as a composite reference has. `directed`: the map says this way; else it says nothing, and the other way is another link.
 */
export type Link = {
  readonly from: string;
  readonly fromAt: readonly Place[];
  readonly to: string;
  readonly toAt: readonly Place[];
  readonly directed: boolean;
};

/** What of a collection is compared, outside and inside its columns of JSON. */
export type KeyPlace = Pick<Collection['fields'][number], 'references'> & {
  readonly place: Place;
  readonly identity: IdentityKind | null;
  readonly match: IdentityMatch;
};

export const keyPlacesOf = ({ fields }: Collection): KeyPlace[] =>
  fields.flatMap(({ name, identity, match, references, inside }) => [
    { place: { column: name, path: [] }, identity, match, references },
    ...inside.map(({ path, ...inner }) => ({ ...inner, place: { column: name, path } })),
  ]);

/** The kinds of identity by which something in the map is found, each once. */
export const identityKindsOf = (dataMap: DataMap): IdentityKind[] => [
  ...new Set(
    dataMap.systems
      .flatMap(({ collections }) => collections.flatMap(keyPlacesOf))
      .flatMap(({ identity }) => identity ?? []),
  ),
];

/** `profile.email` as a place: the column, then the names inside it. */
export function placeOf(written: string): Place {
  const [column = '', ...path] = written.split('.');
  return { column, path };
}

/** `profile.contact.email`, as a reference in the map writes it. */
export const placeName = ({ column, path }: Place): string => [column, ...path].join('.');

function linksBetween(
  here: string,
  hereAt: readonly Place[],
  there: string,
  thereAt: readonly Place[],
  direction: Direction,
): Link[] {
  const directed = direction !== 'both';
  const out: Link = { from: here, fromAt: hereAt, to: there, toAt: thereAt, directed };
  const back: Link = { from: there, fromAt: thereAt, to: here, toAt: hereAt, directed };
  return direction === 'to' ? [out] : direction === 'from' ? [back] : [back, out];
}

/** Every way from one collection to another, in the order of the map. A reference without direction is two. */
export function linksOf(dataMap: DataMap): Link[] {
  return dataMap.systems.flatMap(({ collections }) =>
    collections.flatMap((collection) => [
      ...keyPlacesOf(collection).flatMap(({ place, references }) =>
        references.flatMap((reference) =>
          linksBetween(collection.id, [place], reference.collectionId, [reference.place], reference.direction),
        ),
      ),
      ...collection.references.flatMap(({ collectionId, direction, pairs }) =>
        linksBetween(
          collection.id,
          pairs.map(({ here }) => here),
          collectionId,
          pairs.map(({ there }) => there),
          direction,
        ),
      ),
    ]),
  );
}

/** Links by one of their ends. */
export function linksBy(links: readonly Link[], end: 'from' | 'to'): ReadonlyMap<string, readonly Link[]> {
  const by = new Map<string, Link[]>();
  for (const link of links) {
    const those = by.get(link[end]);
    if (those) those.push(link);
    else by.set(link[end], [link]);
  }
  return by;
}

/** Ids of the collections that can be arrived at from the given ones, themselves included. */
export function reachableFrom(dataMap: DataMap, roots: readonly string[]): Set<string> {
  const onward = linksBy(linksOf(dataMap), 'from');
  const reached = new Set(roots);
  const waiting = [...roots];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const { to } of onward.get(id) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}

/** For each kind of identity, in the order of the map, the ids of the collections that something known by it leads to. */
export function reachedByKind(dataMap: DataMap): ReadonlyMap<IdentityKind, ReadonlySet<string>> {
  const roots = dataMap.systems.flatMap(({ collections }) =>
    collections.flatMap((collection) =>
      keyPlacesOf(collection).flatMap(({ identity }) =>
        identity === null ? [] : [{ kind: identity, id: collection.id }],
      ),
    ),
  );
  return new Map(
    identityKindsOf(dataMap).map((kind) => [
      kind,
      reachableFrom(
        dataMap,
        roots.filter((root) => root.kind === kind).map(({ id }) => id),
      ),
    ]),
  );
}
