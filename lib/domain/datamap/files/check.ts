import { collectionIdOf } from '../build-collection';
import { DOCUMENT_KEYS } from '../documents';
import type { Report } from '../problem';
import { keyPlacesOf, linksOf, placeName } from '../reach';
import type { CollectionEntry, DatasetEntry } from '../schema';
import type { Collection, DataMap } from '../types';
import { holdsDocuments } from './build';

type Path = readonly PropertyKey[];

/** What stands in braces in a path. */
export const namesInPath = (path: string): string[] => [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!);

/** Files are found by what stands in their path or index, each in one way, and say nothing of other folders. */
export function checkFiles(system: DatasetEntry, path: Path, dataMap: DataMap, report: Report): void {
  const isFiles = system.meta?.rightsdesk?.connector === 'files';
  system.collections.forEach((entry, number) => {
    const at = [...path, 'collections', number];
    const written = entry.meta?.rightsdesk?.files;
    if (!isFiles && written === undefined) return;
    if (!isFiles)
      report([...at, 'meta', 'rightsdesk', 'files'], '"files" belongs to another connector', 'write connector: files');
    else if (written === undefined)
      report(
        at,
        `nothing says where the files of ${entry.name} lie`,
        'add meta: { rightsdesk: { files: { path: "contracts/{email}/" } } }',
      );
    else {
      const id = collectionIdOf(system.fides_key, entry.name);
      const collection = dataMap.systems.flatMap(({ collections }) => collections).find((one) => one.id === id);
      if (collection) checkCollection(entry, collection, [...at, 'meta', 'rightsdesk', 'files'], dataMap, report);
    }
  });
}

function checkCollection(
  entry: CollectionEntry,
  collection: Collection,
  at: Path,
  dataMap: DataMap,
  report: Report,
): void {
  const written = entry.meta!.rightsdesk!.files!;
  const fields = entry.fields.map(({ name }) => name);
  const taken = fields.find((name) => (DOCUMENT_KEYS as readonly string[]).includes(name));
  if (taken !== undefined && holdsDocuments(written))
    report([...at.slice(0, -3), 'fields'], `"${taken}" is what the file itself says`, 'give the field another name');
  if ('index' in written) return;
  const names = namesInPath(written.path);
  const stranger = names.find((name) => !fields.includes(name));
  if (stranger !== undefined)
    report([...at, 'path'], `there is no field "${stranger}"`, 'describe it among the fields');
  if (names.length === 0)
    report([...at, 'path'], 'the path is the same for everybody', 'write {email}, or another field, where it differs');
  if (written.path.split('/').some((part) => namesInPath(part).length > 1))
    report(
      [...at, 'path'],
      'two values stand in one name, and where one ends nobody could say',
      'put each into a folder of its own',
    );
  const ways = new Set([
    ...keyPlacesOf(collection).flatMap(({ place, identity }) => (identity === null ? [] : [placeName(place)])),
    ...linksOf(dataMap).flatMap(({ to, toAt, directed }) =>
      to === collection.id && directed ? [toAt.map(placeName).toSorted().join(' + ')] : [],
    ),
  ]);
  const own = names.toSorted().join(' + ');
  for (const way of ways)
    if (way !== own)
      report(
        [...at, 'path'],
        `records are found by ${way}, and the path leads to them by ${own || 'nothing'}`,
        'make one collection for each way, or write an index',
      );
}
