import type { ClientBase } from 'pg';
import { keyPlacesOf, linksOf, placeName } from '@/lib/domain/datamap/reach';
import type { Collection, DataSystem } from '@/lib/domain/datamap/types';
import { SourceError } from '../port';
import { tableName } from './columns';

type ForeignKey = { name: string; child: string; parent: string; child_columns: string[]; parent_columns: string[] };

/** Tables by oid as text: what the data map calls them, and what the server does. */
const MAPPED = `
  SELECT mapped.id, pg_catalog.to_regclass(mapped.name)::oid::text AS oid, pg_catalog.to_regclass(mapped.name)::text AS shown
  FROM unnest($1::text[], $2::text[]) AS mapped(id, name)`;

const FOREIGN_KEYS = `
  SELECT con.conname AS name, con.conrelid::text AS child, con.confrelid::text AS parent,
    (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(con.conkey) WITH ORDINALITY k(num, n) JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.num) AS child_columns,
    (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(con.confkey) WITH ORDINALITY k(num, n) JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.num) AS parent_columns
  FROM pg_catalog.pg_constraint con
  WHERE con.contype = 'f' AND con.conparentid = 0 AND con.confrelid = ANY($1::oid[])
  ORDER BY con.conrelid, con.conname`;

const UNIQUE = `
  SELECT i.indrelid::text AS table, (SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)) AS columns
  FROM pg_catalog.pg_index i
  WHERE i.indrelid = ANY($1::oid[]) AND i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL`;

const UNKNOWN_COLUMNS = `
  SELECT a.attrelid::text AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_catalog.pg_attribute a WHERE a.attrelid = ANY($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped GROUP BY a.attrelid`;

const TABLE_NAMES = `
  SELECT c.oid::text AS oid, c.oid::regclass::text AS shown, c.relname AS name, n.nspname || '.' || c.relname AS whole
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ANY($1::oid[])`;

type Mapped = { readonly collection: Collection; readonly oid: string; readonly shown: string };

async function mappedTables(client: ClientBase, { collections }: DataSystem): Promise<Mapped[]> {
  const { rows } = await client.query<{ id: string; oid: string; shown: string }>(MAPPED, [
    collections.map(({ id }) => id),
    collections.map(({ schema, name }) => tableName(schema, name)),
  ]);
  return rows.map(({ id, oid, shown }) => ({ collection: collections.find((one) => one.id === id)!, oid, shown }));
}

const oidsOf = (tables: readonly Mapped[]): string[] => tables.map(({ oid }) => oid);

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
  });

/**
 * A foreign key of several columns says that none of them alone belongs to one person; compared alone, it brings strangers' records into
 * the copy. A part that is unique by itself is safe.
 * @throws SourceError badMap that names the table and says what to write
 */
export async function refuseHalfKeys(client: ClientBase, system: DataSystem): Promise<void> {
  const tables = await mappedTables(client, system);
  const { rows: keys } = await client.query<ForeignKey>(FOREIGN_KEYS, [oidsOf(tables)]);
  const whole = keys.filter(({ child_columns: columns }) => columns.length > 1);
  if (whole.length === 0) return;
  const { rows: unique } = await client.query<{ table: string; columns: string[] }>(UNIQUE, [oidsOf(tables)]);
  const links = linksIn(system);
  for (const key of whole) {
    for (const child of tables.filter(({ oid }) => oid === key.child)) {
      for (const parent of tables.filter(({ oid }) => oid === key.parent)) {
        for (const { from, fromAt, to, toAt } of links) {
          const upwards = from === child.collection.id && to === parent.collection.id;
          if (!upwards && !(from === parent.collection.id && to === child.collection.id)) continue;
          const [mine, theirs] = (upwards ? [fromAt, toAt] : [toAt, fromAt]).map((places) => places.map(placeName)) as [
            string[],
            string[],
          ];
          const isPart =
            mine.length < key.child_columns.length &&
            mine.every((column, n) => key.parent_columns[key.child_columns.indexOf(column)] === theirs[n]);
          const isUnique = unique.some(
            ({ table, columns }) => table === key.parent && columns.every((column) => theirs.includes(column)),
          );
          if (isPart && !isUnique) throw new SourceError('badMap', halfKey(key, child, parent, mine));
        }
      }
    }
  }
}

function halfKey(key: ForeignKey, child: Mapped, parent: Mapped, compared: readonly string[]): string {
  const fields = key.child_columns.map((column, n) => `${column}: ${key.parent_columns[n]}`).join(', ');
  const { systemId, name } = parent.collection;
  return (
    `table ${child.shown} refers to ${parent.shown} by ${key.child_columns.join(' and ')} together (foreign key ${key.name}), but the data map compares ${compared.join(', ')} alone, ` +
    `which finds other people's records: instead of that reference, write under meta.rightsdesk of ${child.collection.name}: references: [{ dataset: ${systemId}, collection: ${name}, direction: from, fields: { ${fields} } }]`
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
export async function driftOf(client: ClientBase, system: DataSystem): Promise<string[]> {
  const tables = await mappedTables(client, system);
  const { rows: columns } = await client.query<{ table: string; columns: string[] }>(UNKNOWN_COLUMNS, [oidsOf(tables)]);
  const found: string[] = [];
  for (const table of new Map(tables.map((one) => [one.oid, one])).values()) {
    const described = tables
      .filter(({ oid }) => oid === table.oid)
      .flatMap(({ collection }) => [...collection.fields.map(({ name }) => name), ...collection.leftOut]);
    const unknown = (columns.find((one) => one.table === table.oid)?.columns ?? []).filter(
      (column) => !described.includes(column),
    );
    if (unknown.length > 0)
      found.push(
        `table ${table.shown} has columns that the data map does not know: ${unknown.join(', ')}. Describe them as fields, or name them under leftOut with the reason`,
      );
  }
  const people = peoplesTables(system);
  const mapped = new Set(oidsOf(tables));
  const { rows: keys } = await client.query<ForeignKey>(FOREIGN_KEYS, [
    oidsOf(tables.filter(({ collection }) => people.has(collection.id))),
  ]);
  const strangers = keys.filter(({ child }) => !mapped.has(child));
  const { rows: names } = await client.query<{ oid: string; shown: string; name: string; whole: string }>(TABLE_NAMES, [
    strangers.map(({ child }) => child),
  ]);
  for (const { oid, shown, name, whole } of names) {
    if (system.leftOut.includes(name) || system.leftOut.includes(whole)) continue;
    const refers = strangers
      .filter(({ child }) => child === oid)
      .map(({ child_columns: by, parent }) => `${tables.find((one) => one.oid === parent)!.shown} (${by.join(', ')})`);
    found.push(
      `table ${shown} refers to ${refers.join(' and ')} and is not in the data map. Describe it as a collection, or name it under leftOut of the system with the reason`,
    );
  }
  return found;
}
