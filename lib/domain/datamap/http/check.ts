import { collectionIdOf } from '../build-collection';
import type { Report } from '../problem';
import { keyPlacesOf, linksOf, placeName, placeOf } from '../reach';
import type { CollectionEntry, DatasetEntry } from '../schema';
import type { Collection, DataMap, Place } from '../types';
import type { WrittenHttpCollection, WrittenRequest } from './schema';

type Path = readonly PropertyKey[];

const placesOf = (at: readonly Place[]): string => at.map(placeName).toSorted().join(' + ');

/** What stands in braces in a text. */
export const namesIn = (text: string): string[] => [...text.matchAll(/\{([^{}\s"]+)\}/g)].map(([, name]) => name!);

/** A request says each way in which the plan may ask for records, and no value stands where it could be more than a value. */
export function checkHttp(system: DatasetEntry, path: Path, dataMap: DataMap, report: Report): void {
  const own = system.meta?.rightsdesk;
  if (own?.connector !== 'http') {
    if (own?.http !== undefined)
      report([...path, 'meta', 'rightsdesk', 'http'], '"http" belongs to another connector', 'write connector: http');
    return;
  }
  const login = own.http?.login;
  const signed = typeof login === 'object' && 'signed' in login;
  system.collections.forEach((entry, number) => {
    const at = [...path, 'collections', number];
    const collection = dataMap.systems
      .flatMap(({ collections }) => collections)
      .find(({ id }) => id === collectionIdOf(system.fides_key, entry.name));
    if (collection) checkCollection(entry, collection, at, dataMap, report);
    const open = signed && entry.meta?.rightsdesk?.http?.find.findIndex((find) => find.json === undefined);
    if (typeof open === 'number' && open !== -1)
      report(
        [...at, 'meta', 'rightsdesk', 'http', 'find', open],
        'a signature is of what a request carries, and this one carries nothing',
        'write POST, and put the values into "json"',
      );
  });
}

function checkCollection(
  entry: CollectionEntry,
  collection: Collection,
  at: Path,
  dataMap: DataMap,
  report: Report,
): void {
  const written = entry.meta?.rightsdesk?.http;
  if (written === undefined) {
    report(
      at,
      `nothing says how ${collection.name} is asked for`,
      'add meta: { rightsdesk: { http: { find: [{ by: email, request: GET /…, query: { email: "{email}" } }] } } }',
    );
    return;
  }
  const here = [...at, 'meta', 'rightsdesk', 'http'];
  const ways = [
    ...keyPlacesOf(collection).flatMap(({ place, identity }) => (identity === null ? [] : [[place]])),
    ...linksOf(dataMap).flatMap(({ from, to, toAt, directed }) =>
      to === collection.id && (directed || refersTo(collection, from)) ? [toAt] : [],
    ),
  ];
  const asked = new Set(
    written.find.map(({ by }) => placesOf((typeof by === 'string' ? [by] : by).map((name) => placeOf(name)))),
  );
  for (const way of new Set(ways.map(placesOf)))
    if (!asked.has(way))
      report(
        [...here, 'find'],
        `records are found by ${way}, and no request asks for them so`,
        `add - { by: ${way.includes(' + ') ? `[${way.split(' + ').join(', ')}]` : way}, request: … }`,
      );
  written.find.forEach((find, index) => checkFind(find, collection, [...here, 'find', index], report));
  const fields = collection.fields.map(({ name }) => name);
  for (const step of ['erase', 'change'] as const) {
    const request = written[step];
    if (request) checkNames(request, fields, [...here, step], report);
  }
}

/** A reference without direction is followed away from the person only: to the collection in which it stands. */
const refersTo = (collection: Collection, other: string): boolean =>
  keyPlacesOf(collection).some(({ references }) => references.some(({ collectionId }) => collectionId === other));

function checkFind(
  find: WrittenHttpCollection['find'][number],
  collection: Collection,
  at: Path,
  report: Report,
): void {
  const by = typeof find.by === 'string' ? [find.by] : find.by;
  const fields = collection.fields.map(({ name }) => name);
  const stranger = by.find((name) => !fields.includes(placeOf(name).column));
  if (stranger !== undefined)
    report([...at, 'by'], `there is no field "${stranger}"`, 'describe it among the fields of the collection');
  checkNames(find, by, at, report);
  const texts = JSON.stringify([find.request, find.query, find.json ?? null, find.form ?? null]);
  const unsent = by.find((name) => !texts.includes(`{${name}}`));
  if (unsent !== undefined)
    report(
      at,
      `the request says nothing of "${unsent}", so it would ask for everybody`,
      `write {${unsent}} where its value goes`,
    );
  if (find.request.startsWith('GET ') && (find.json !== undefined || find.form !== undefined))
    report([...at, 'request'], 'a GET has no body', 'write POST, or put the values into "query"');
}

/** A value may stand in a path, a query and a form under these names only; in JSON other braces are the language of the service. */
function checkNames(request: WrittenRequest, names: readonly string[], at: Path, report: Report): void {
  if (request.request.includes('?'))
    report([...at, 'request'], 'a path has no query', 'put what stands after the question mark into "query"');
  const texts = [request.request, ...Object.values(request.query), ...Object.values(request.form ?? {})];
  const stranger = texts.flatMap(namesIn).find((name) => !names.includes(name));
  if (stranger !== undefined)
    report(
      at,
      `"{${stranger}}" stands for nothing here`,
      `write one of ${names.map((name) => `{${name}}`).join(', ')}`,
    );
}
