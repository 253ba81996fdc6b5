import type { ClientBase } from 'pg';
import type { DataSystem } from '@/lib/domain/datamap/types';
import type { SchemaFacts } from '../drift';
import { tableName } from './columns';

type ForeignKeyRow = { name: string; child: string; parent: string; child_columns: string[]; parent_columns: string[] };

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

const ALL_COLUMNS = `
  SELECT a.attrelid::text AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_catalog.pg_attribute a WHERE a.attrelid = ANY($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped GROUP BY a.attrelid`;

const TABLE_NAMES = `
  SELECT c.oid::text AS oid, c.oid::regclass::text AS shown, c.relname AS name, n.nspname || '.' || c.relname AS whole
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ANY($1::oid[])`;

/** What the server says of the tables of the map, by their oids. */
export async function schemaFacts(client: ClientBase, { collections }: DataSystem): Promise<SchemaFacts> {
  const { rows: mapped } = await client.query<{ id: string; oid: string; shown: string }>(MAPPED, [
    collections.map(({ id }) => id),
    collections.map(({ schema, name }) => tableName(schema, name)),
  ]);
  const oids = mapped.map(({ oid }) => oid);
  const { rows: keys } = await client.query<ForeignKeyRow>(FOREIGN_KEYS, [oids]);
  const { rows: unique } = await client.query<{ table: string; columns: string[] }>(UNIQUE, [oids]);
  const { rows: columns } = await client.query<{ table: string; columns: string[] }>(ALL_COLUMNS, [oids]);
  const { rows: names } = await client.query<{ oid: string; shown: string; name: string; whole: string }>(TABLE_NAMES, [
    keys.map(({ child }) => child),
  ]);
  return {
    tables: mapped.map(({ id, oid, shown }) => ({ collectionId: id, table: oid, shown })),
    foreignKeys: keys.map(({ name, child, parent, child_columns: childColumns, parent_columns: parentColumns }) => ({
      name,
      child,
      parent,
      childColumns,
      parentColumns,
    })),
    unique,
    columns,
    named: names.map(({ oid, shown, name, whole }) => ({ table: oid, shown, names: [name, whole] })),
  };
}
