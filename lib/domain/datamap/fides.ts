import type { Report } from './problem';
import type { CollectionEntry, DatasetEntry, FieldEntry } from './schema';

type Level = 'dataset' | 'collection' | 'field';

/** What Fides' own dataset form has beside what is read here, by level, and what is done instead. An empty text: nothing is lost by it. */
const UNREAD: Readonly<Record<Level, Readonly<Record<string, string>>>> = {
  dataset: {
    namespace:
      'the address of the system says where its tables stand, and "schema" under meta.rightsdesk in which schema',
    after: 'systems are read in the order that their references need',
    resource_id: '',
  },
  collection: {
    after: 'collections are read in the order that their references need',
    erase_after: 'rows are erased in the order of the live foreign keys',
    skip_processing:
      'a collection that is described is read: take it out, and name it under leftOut of the system, if it is not to be',
    masking_strategy_override: 'what an erasure does with a record stands in "erasure" under meta.rightsdesk',
    partitioning: 'a table is read as a whole',
  },
  field: {
    masking_strategy_override: 'what an erasure does with a record stands in "erasure" under meta.rightsdesk',
    custom_request_field: 'records are found by identities and references alone',
    read_only: 'which records an erasure keeps stands in "erasure" under meta.rightsdesk',
    redact: 'what is hidden of other people stands in "otherPerson" under meta.rightsdesk',
    return_all_elements: '',
    length: '',
  },
};

/** Keys that Fides defines and nothing here reads: no misspelling of another one. */
export const unreadKeys = (level: Level): readonly string[] => Object.keys(UNREAD[level]);

const metaOf = (
  entry: Readonly<Record<string, unknown>>,
): readonly [key: string, meta: Readonly<Record<string, unknown>>] | null => {
  for (const key of ['fides_meta', 'fidesops_meta']) {
    const meta = entry[key];
    if (typeof meta === 'object' && meta !== null) return [key, { ...meta }];
  }
  return null;
};

// As Fides writes a file out, keys that nobody set are there too.
const isSet = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);

/** Names each thing that a Fides file asks for and that is done otherwise here, once for a system, at its first place. */
export function noteUnread(system: DatasetEntry, path: readonly PropertyKey[], note: Report): void {
  const told = new Set<string>();
  const look = (level: Level, entry: Readonly<Record<string, unknown>>, at: readonly PropertyKey[]): void => {
    const found = metaOf(entry);
    for (const [key, instead] of Object.entries(UNREAD[level])) {
      if (!found || instead === '' || !isSet(found[1][key]) || told.has(`${level} ${key}`)) continue;
      told.add(`${level} ${key}`);
      note(
        [...at, found[0], key],
        `"${key}" of a Fides file is not followed: ${instead}`,
        'leave it; it stops nothing',
      );
    }
  };
  const fields = (entries: readonly FieldEntry[], at: readonly PropertyKey[]): void =>
    entries.forEach((field, index) => {
      look('field', field, [...at, index]);
      fields(field.fields ?? [], [...at, index, 'fields']);
    });
  look('dataset', system, path);
  system.collections.forEach((collection: CollectionEntry, number) => {
    look('collection', collection, [...path, 'collections', number]);
    fields(collection.fields, [...path, 'collections', number, 'fields']);
  });
}

/** What Fides writes for the name of a system in a file that is a template for several. */
const PLACEHOLDER = '<instance_fides_key>';

/** The content of a file with the name of its system where the placeholder stands, at any depth. @param systemId the file's own name */
export function withInstanceKey(content: unknown, systemId: string): unknown {
  if (content === PLACEHOLDER) return systemId;
  if (Array.isArray(content)) return content.map((one) => withInstanceKey(one, systemId));
  if (typeof content !== 'object' || content === null || Object.getPrototypeOf(content) !== Object.prototype)
    return content;
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, withInstanceKey(value, systemId)]));
}
