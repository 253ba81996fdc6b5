import { collectionIdOf } from './build-collection';
import { suggestion, type Report } from './problem';
import type { CollectionEntry, Vocabulary } from './schema';
import type { Blanks, Collection, DataMap } from './types';

type Path = readonly PropertyKey[];

const collectionOf = (dataMap: DataMap, id: string): Collection | undefined =>
  dataMap.systems.flatMap((system) => system.collections).find((one) => one.id === id);

/** A mark is written into fields that the map describes, and not into what the person's records are found by. */
function checkFields(fields: Blanks, collection: Collection, at: Path, report: Report): void {
  const names = collection.fields.map(({ name }) => name);
  for (const field of Object.keys(fields)) {
    const known = collection.fields.find(({ name }) => name === field);
    if (known === undefined)
      report(
        [...at, field],
        `${collection.id} has no field "${field}"`,
        suggestion(field, names, 'describe it among the fields'),
      );
    else if (known.identity !== null || known.primaryKey || known.references.length > 0)
      report(
        [...at, field],
        `records of ${collection.id} are found by "${field}"`,
        'name a field that says only whether it is so',
      );
  }
}

/** Where purposes have ended for a person: collections and fields of the map. */
export function checkStopped(purposes: NonNullable<Vocabulary['purposes']>, dataMap: DataMap, report: Report): void {
  const ids = dataMap.systems.flatMap(({ collections }) => collections.map(({ id }) => id));
  for (const [id, { stopped = [] }] of Object.entries(purposes)) {
    const at = ['rightsdesk', 'purposes', id];
    stopped.forEach((mark, index) => {
      const path = [...at, 'stopped', index];
      const collection = collectionOf(dataMap, mark.in);
      if (collection) checkFields(mark.fields, collection, [...path, 'fields'], report);
      else
        report(
          [...path, 'in'],
          `there is no collection "${mark.in}"`,
          suggestion(mark.in, ids, 'describe it under "dataset:"'),
        );
    });
  }
}

/** What the map says of restricting, correcting, completing and taking along in a collection. */
export function checkMarks(system: string, entry: CollectionEntry, at: Path, dataMap: DataMap, report: Report): void {
  const collection = collectionOf(dataMap, collectionIdOf(system, entry.name));
  if (collection === undefined) return;
  const written = entry.meta?.rightsdesk?.restriction;
  if (written) {
    const path = [...at, 'meta', 'rightsdesk', 'restriction'];
    checkFields(written.set, collection, [...path, 'set'], report);
    checkFields(written.lifted, collection, [...path, 'lifted'], report);
    const missing = Object.keys(written.set).find((field) => !(field in written.lifted));
    if (missing !== undefined)
      report([...path, 'lifted'], `"${missing}" would stay set for ever`, `say what it holds once it is lifted`);
  }
  const statement = entry.meta?.rightsdesk?.statement;
  if (statement !== undefined) {
    const path = [...at, 'meta', 'rightsdesk', 'statement'];
    checkFields({ [statement]: null }, collection, path, report);
    if (collection.fields.some(({ name, factId }) => name === statement && factId !== null))
      report(path, `"${statement}" holds a fact, which a statement would stand for`, 'name a field of its own');
  }
  const portable = entry.meta?.rightsdesk?.portable;
  for (const [part, field] of Object.entries(portable?.fields ?? {})) {
    if (collection.fields.some((one) => one.name === field)) continue;
    report(
      [...at, 'meta', 'rightsdesk', 'portable', 'fields', part],
      `${collection.id} has no field "${field}"`,
      suggestion(
        field,
        collection.fields.map((one) => one.name),
        'describe it among the fields',
      ),
    );
  }
  entry.fields.forEach((field, index) => {
    const fact = field.meta?.rightsdesk?.fact;
    const path = [...at, 'fields', index, 'meta', 'rightsdesk', 'fact'];
    if (fact === undefined) return;
    if (!(fact in dataMap.facts))
      report(
        path,
        `"${fact}" is not among the facts`,
        suggestion(fact, Object.keys(dataMap.facts), `define "${fact}" under rightsdesk.facts`),
      );
    else if (collection.fields.find(({ name }) => name === field.name)?.primaryKey)
      report(path, 'a primary key cannot be corrected', 'remove "fact"');
  });
}
