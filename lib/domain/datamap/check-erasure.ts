import { collectionIdOf } from './build-collection';
import { suggestion, type Report } from './problem';
import { keyPlacesOf, linksOf } from './reach';
import type { CollectionEntry } from './schema';
import type { Blanks, Collection, DataMap } from './types';

type Path = readonly PropertyKey[];

/** A field that has to be blanked, and what else would lead to the person through it. */
type Leading = { readonly field: string; readonly because: string };

const identityFields = (collection: Collection): Leading[] =>
  keyPlacesOf(collection)
    .filter(({ identity }) => identity !== null)
    .map(({ place, identity }) => ({ field: place.column, because: `holds the person's ${identity}` }));

/** Fields by which other records of the person lead to these. */
const referringFields = (collection: Collection, dataMap: DataMap): Leading[] =>
  linksOf(dataMap)
    .filter(({ to, from }) => to === collection.id && from !== collection.id)
    .flatMap(({ from, toAt }) => toAt.map(({ column }) => ({ field: column, because: `leads back to ${from}` })));

function checkBlanks(
  blanks: Blanks,
  leading: readonly Leading[],
  { id, fields }: Collection,
  at: Path,
  report: Report,
): void {
  const names = fields.map(({ name }) => name);
  for (const field of Object.keys(blanks))
    if (!names.includes(field))
      report([...at, field], `${id} has no field "${field}"`, suggestion(field, names, 'describe it among the fields'));
  for (const { field, because } of new Map(leading.map((one) => [one.field, one])).values())
    if (!(field in blanks))
      report(
        at,
        `"${field}" ${because} and would stay`,
        `add ${field}: null, or a value that is the same for everybody`,
      );
}

/** What the map says of erasing a collection: fields that are there, nothing left that leads to the person, and an end of keeping. */
export function checkErasure(
  system: string,
  { name, meta }: CollectionEntry,
  at: Path,
  dataMap: DataMap,
  report: Report,
): void {
  const written = meta?.rightsdesk?.erasure;
  const collections = new Map(dataMap.systems.flatMap((one) => one.collections).map((one) => [one.id, one]));
  const collection = collections.get(collectionIdOf(system, name));
  if (collection === undefined || written === undefined || written === 'erase' || 'shared' in written) return;
  const path = [...at, 'meta', 'rightsdesk', 'erasure'];
  if ('whileKept' in written)
    return checkBlanks(written.whileKept, identityFields(collection), collection, [...path, 'whileKept'], report);
  if ('anonymise' in written) {
    const leading = [...identityFields(collection), ...referringFields(collection, dataMap)];
    return checkBlanks(written.anonymise, leading, collection, [...path, 'anonymise'], report);
  }
  const { until } = written;
  const fields = collection.fields.map((field) => field.name);
  if ('from' in until && !fields.includes(until.from))
    report(
      [...path, 'until', 'from'],
      `${collection.id} has no field "${until.from}"`,
      suggestion(until.from, fields, 'describe it among the fields'),
    );
  if ('as' in until) checkAs(collection, until.as, collections, dataMap, [...path, 'until', 'as'], report);
}

/** A record that is kept as long as another one must say by a reference which one that is, and the other must be kept itself. */
function checkAs(
  { id, systemId }: Collection,
  as: string,
  collections: ReadonlyMap<string, Collection>,
  dataMap: DataMap,
  at: Path,
  report: Report,
): void {
  const other = collections.get(as);
  const links = linksOf(dataMap).filter(({ from, to }) => from === as && to === id);
  if (other === undefined)
    report(
      at,
      `there is no collection "${as}"`,
      suggestion(as, [...collections.keys()], 'describe it under "dataset:"'),
    );
  else if (other.systemId !== systemId || links.length !== 1)
    report(at, `no reference, or more than one, leads from ${as} to ${id}`, 'give it { period, from } of its own');
  else if (other.erasure?.kind !== 'keep' || other.erasure.until.kind === 'as')
    report(at, `${as} is not kept until a day of its own`, 'name the collection whose records have that day');
}
