import { collectionIdOf, identityOf, referencesOf } from '../build-collection';
import { checkAnswered } from '../check-people';
import type { Report } from '../problem';
import { keyPlacesOf, linksOf } from '../reach';
import type { CollectionEntry, DatasetEntry } from '../schema';
import type { Collection, DataMap } from '../types';

type Path = readonly PropertyKey[];

/** A processor is told identities and nothing else, and does to all that it holds of a person what a request says. */
export function checkOpenDsr(system: DatasetEntry, path: Path, dataMap: DataMap, report: Report): void {
  const own = system.meta?.rightsdesk;
  const at = [...path, 'meta', 'rightsdesk'];
  if (own?.connector !== 'opendsr') {
    if (own?.opendsr !== undefined)
      report([...at, 'opendsr'], '"opendsr" belongs to another connector', 'write connector: opendsr');
    return;
  }
  if (own.owner === undefined)
    report(
      at,
      'nobody is named who could be asked where the processor takes no request',
      'add owner: { name: …, email: … } beside "connector: opendsr"',
    );
  if (system.collections.length !== 1)
    report(
      [...path, 'collections'],
      'a request is about all that a processor holds of a person, which is one collection',
      'describe it as one collection, with a field for each identity',
    );
  system.collections.forEach((entry, number) => {
    const id = collectionIdOf(system.fides_key, entry.name);
    const collection = dataMap.systems.flatMap(({ collections }) => collections).find((one) => one.id === id);
    const here = [...path, 'collections', number];
    checkAnswered(entry, here, report);
    if (collection) checkCollection(entry, collection, here, dataMap, report);
  });
}

function checkCollection(
  entry: CollectionEntry,
  collection: Collection,
  at: Path,
  dataMap: DataMap,
  report: Report,
): void {
  if (!entry.fields.some((field) => identityOf(field) !== null || referencesOf(field).length > 0))
    report(
      [...at, 'fields'],
      'nothing says by which identities the processor is asked',
      'name a field as the processor names an identity: - name: email, with fides_meta: { identity: email }',
    );
  const nested = keyPlacesOf(collection).some(
    ({ place, identity, references }) => place.path.length > 0 && (identity !== null || references.length > 0),
  );
  if (nested || collection.references.length > 0)
    report(
      [...at, 'fields'],
      'an identity is one value, which stands in one field',
      'describe each identity as a field of its own, without fields inside it or references of several columns',
    );
  if (linksOf(dataMap).some(({ from }) => from === collection.id))
    report(
      [...at, 'fields'],
      'a reference leads on from what nobody here can read',
      'write direction: from, for the field that leads to the processor, and remove references to it elsewhere',
    );
  const rule = collection.erasure?.kind;
  if (rule !== undefined && rule !== 'erase' && rule !== 'shared')
    report(
      [...at, 'meta', 'rightsdesk', 'erasure'],
      'a request has all erased that the processor holds of a person, and no part of it',
      'write erasure: erase, or leave "write" out, so that a person sees to it',
    );
}
