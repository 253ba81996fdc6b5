import { keyPlacesOf, linksOf, placeName } from '@/lib/domain/datamap/reach';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { SourceError } from './port';

/** A foreign key between tables, which are named by whatever the server knows them by. */
export type ForeignKey = {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  readonly childColumns: readonly string[];
  readonly parentColumns: readonly string[];
};

/** What a server says of the tables of a data map. */
export type SchemaFacts = {
  /** The tables that the map names, several collections of one table among them. */
  readonly tables: readonly { readonly collectionId: string; readonly table: string; readonly shown: string }[];
  /** Those that refer to these tables. */
  readonly foreignKeys: readonly ForeignKey[];
  /** Columns that are unique together, over all records. */
  readonly unique: readonly { readonly table: string; readonly columns: readonly string[] }[];
  readonly columns: readonly { readonly table: string; readonly columns: readonly string[] }[];
  /** Every table that a foreign key names: `shown` to whoever reads it, `names` by which the map may leave it out. */
  readonly named: readonly { readonly table: string; readonly shown: string; readonly names: readonly string[] }[];
};

/** The system by itself: links to other systems have no foreign key. */
const linksIn = (system: DataSystem) =>
  linksOf({
    systems: [system],
    country: '',
    categories: {},
    purposes: {},
    recipients: {},
    retentions: {},
    transfers: {},
    facts: {},
    disclosures: {},
  });

/**
 * A foreign key of several columns says that none of them alone belongs to one person; compared alone, it brings strangers' records into
 * the copy. A part that is unique by itself is safe.
 * @throws SourceError badMap that names the table and says what to write
 */
export function refuseHalfKeys(system: DataSystem, { tables, foreignKeys, unique }: SchemaFacts): void {
  const links = linksIn(system);
  for (const key of foreignKeys.filter(({ childColumns }) => childColumns.length > 1)) {
    for (const child of tables.filter(({ table }) => table === key.child)) {
      for (const parent of tables.filter(({ table }) => table === key.parent)) {
        for (const { from, fromAt, to, toAt } of links) {
          const upwards = from === child.collectionId && to === parent.collectionId;
          if (!upwards && !(from === parent.collectionId && to === child.collectionId)) continue;
          const [mine, theirs] = (upwards ? [fromAt, toAt] : [toAt, fromAt]).map((places) => places.map(placeName)) as [
            string[],
            string[],
          ];
          const isPart =
            mine.length < key.childColumns.length &&
            mine.every((column, n) => key.parentColumns[key.childColumns.indexOf(column)] === theirs[n]);
          const isUnique = unique.some(
            ({ table, columns }) => table === key.parent && columns.every((column) => theirs.includes(column)),
          );
          if (isPart && !isUnique) throw new SourceError('badMap', halfKey(system, key, child, parent, mine));
        }
      }
    }
  }
}

type Mapped = SchemaFacts['tables'][number];

function halfKey(
  system: DataSystem,
  key: ForeignKey,
  child: Mapped,
  parent: Mapped,
  compared: readonly string[],
): string {
  const fields = key.childColumns.map((column, n) => `${column}: ${key.parentColumns[n]}`).join(', ');
  const nameOf = ({ collectionId }: Mapped) => system.collections.find(({ id }) => id === collectionId)!.name;
  return (
    `table ${child.shown} refers to ${parent.shown} by ${key.childColumns.join(' and ')} together (foreign key ${key.name}), but the data map compares ${compared.join(', ')} alone, ` +
    `which finds other people's records: instead of that reference, write under meta.rightsdesk of ${nameOf(child)}: references: [{ dataset: ${system.id}, collection: ${nameOf(parent)}, direction: from, fields: { ${fields} } }]`
  );
}

/** Collections whose records belong to a person: those found by an identity, and those that name one of these as where they come from. */
function peoplesTables({ collections }: DataSystem): Set<string> {
  const people = new Set(
    collections
      .filter((collection) => keyPlacesOf(collection).some(({ identity }) => identity !== null))
      .map(({ id }) => id),
  );
  for (let before = -1; before !== people.size;) {
    before = people.size;
    for (const { id, references, ...collection } of collections) {
      const named = [
        ...references,
        ...keyPlacesOf({ id, references, ...collection }).flatMap((place) => place.references),
      ];
      if (named.some(({ direction, collectionId }) => direction !== 'to' && people.has(collectionId))) people.add(id);
    }
  }
  return people;
}

/** Columns of mapped tables that the map does not know, and tables that refer to people's records and are not mapped. */
export function driftIn(system: DataSystem, { tables, foreignKeys, columns, named }: SchemaFacts): string[] {
  const found: string[] = [];
  const collectionOf = ({ collectionId }: Mapped) => system.collections.find(({ id }) => id === collectionId)!;
  for (const table of new Map(tables.map((one) => [one.table, one])).values()) {
    const described = tables
      .filter((one) => one.table === table.table)
      .map(collectionOf)
      .flatMap((collection) => [...collection.fields.map(({ name }) => name), ...collection.leftOut]);
    const unknown = (columns.find((one) => one.table === table.table)?.columns ?? []).filter(
      (column) => !described.includes(column),
    );
    if (unknown.length > 0)
      found.push(
        `table ${table.shown} has columns that the data map does not know: ${unknown.join(', ')}. Describe them as fields, or name them under leftOut with the reason`,
      );
  }
  const people = peoplesTables(system);
  const mapped = new Set(tables.map(({ table }) => table));
  const peoples = new Set(tables.filter(({ collectionId }) => people.has(collectionId)).map(({ table }) => table));
  const strangers = foreignKeys.filter(({ child, parent }) => peoples.has(parent) && !mapped.has(child));
  for (const { table, shown, names } of named) {
    const own = strangers.filter(({ child }) => child === table);
    if (own.length === 0 || names.some((name) => system.leftOut.includes(name))) continue;
    const refers = own.map(
      ({ childColumns, parent }) => `${tables.find((one) => one.table === parent)!.shown} (${childColumns.join(', ')})`,
    );
    found.push(
      `table ${shown} refers to ${refers.join(' and ')} and is not in the data map. Describe it as a collection, or name it under leftOut of the system with the reason`,
    );
  }
  return found;
}
