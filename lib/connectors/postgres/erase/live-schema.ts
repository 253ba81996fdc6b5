import type { ClientBase } from 'pg';
import type { ErasureStep } from '@/lib/domain/erasure/types';
import { tableName } from '../columns';

export type LiveTable = {
  readonly collectionId: string;
  readonly oid: string;
  readonly shown: string;
  /** An ordinary or partitioned table, whose records can be told apart by their place. */
  readonly isTable: boolean;
  readonly deletable: boolean;
  readonly primaryKey: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly required: boolean;
    readonly updatable: boolean;
  }[];
};

/** A foreign key to one of the tables, wherever it comes from. */
export type LiveForeignKey = {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  readonly childShown: string;
  readonly childNames: readonly string[];
  readonly childColumns: readonly string[];
  readonly parentColumns: readonly string[];
  readonly action: string;
  readonly readable: boolean;
};

export type LiveSchema = {
  readonly tables: readonly LiveTable[];
  readonly foreignKeys: readonly LiveForeignKey[];
  /** Everything above and each trigger and rule, a sentence each: what two people saw when they agreed. */
  readonly sentences: readonly string[];
};

const TABLES = `
  SELECT named.id, c.oid::text AS oid, c.oid::regclass::text AS shown, c.relkind IN ('r', 'p') AS is_table,
    has_table_privilege(c.oid, 'DELETE') AS deletable,
    coalesce((SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS primary_key
  FROM unnest($1::text[], $2::text[]) AS named(id, name) JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(named.name)`;

const COLUMNS = `
  SELECT a.attrelid::text AS oid, a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
    has_column_privilege(a.attrelid, a.attnum, 'UPDATE') AS updatable
  FROM pg_catalog.pg_attribute a WHERE a.attrelid = ANY($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum`;

const FOREIGN_KEYS = `
  SELECT con.conname::text AS name, con.conrelid::text AS child, con.confrelid::text AS parent, c.oid::regclass::text AS child_shown,
    ARRAY[n.nspname || '.' || c.relname, c.relname::text] AS child_names, has_table_privilege(c.oid, 'SELECT') AS readable,
    CASE con.confdeltype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE 'set default' END AS action,
    (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(con.conkey) WITH ORDINALITY k(num, n) JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.num) AS child_columns,
    (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(con.confkey) WITH ORDINALITY k(num, n) JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.num) AS parent_columns
  FROM pg_catalog.pg_constraint con JOIN pg_catalog.pg_class c ON c.oid = con.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE con.contype = 'f' AND con.conparentid = 0 AND con.confrelid = ANY($1::oid[]) ORDER BY con.conrelid, con.conname`;

const OWN_DOINGS = `
  SELECT 'table ' || t.tgrelid::regclass::text || ', trigger: ' || pg_get_triggerdef(t.oid) AS sentence
  FROM pg_catalog.pg_trigger t WHERE t.tgrelid = ANY($1::oid[]) AND NOT t.tgisinternal AND t.tgenabled <> 'D'
  UNION ALL
  SELECT 'table ' || r.ev_class::regclass::text || ', rule: ' || pg_get_ruledef(r.oid)
  FROM pg_catalog.pg_rewrite r WHERE r.ev_class = ANY($1::oid[]) AND r.rulename <> '_RETURN'`;

type TableRow = {
  id: string;
  oid: string;
  shown: string;
  is_table: boolean;
  deletable: boolean;
  primary_key: string[];
};
type ColumnRow = { oid: string; name: string; type: string; required: boolean; updatable: boolean };
type KeyRow = {
  name: string;
  child: string;
  parent: string;
  child_shown: string;
  child_names: string[];
  child_columns: string[];
  parent_columns: string[];
  action: string;
  readable: boolean;
};

/** The tables of an erasure as they stand in the server, and whatever refers to them. */
export async function readLiveSchema(client: ClientBase, steps: readonly ErasureStep[]): Promise<LiveSchema> {
  const { rows: tables } = await client.query<TableRow>(TABLES, [
    steps.map(({ step }) => step.collectionId),
    steps.map(({ step }) => tableName(step.schema, step.name)),
  ]);
  const oids = [tables.map(({ oid }) => oid)];
  const { rows: columns } = await client.query<ColumnRow>(COLUMNS, oids);
  const { rows: keys } = await client.query<KeyRow>(FOREIGN_KEYS, oids);
  const { rows: doings } = await client.query<{ sentence: string }>(OWN_DOINGS, oids);
  const shown = new Map(tables.map((one) => [one.oid, one.shown]));
  return {
    tables: tables.map(({ id, oid, shown: as, is_table, deletable, primary_key }) => ({
      collectionId: id,
      oid,
      shown: as,
      isTable: is_table,
      deletable,
      primaryKey: primary_key,
      columns: columns
        .filter((column) => column.oid === oid)
        .map(({ name, type, required, updatable }) => ({ name, type, required, updatable })),
    })),
    foreignKeys: keys.map((key) => ({
      name: key.name,
      child: key.child,
      parent: key.parent,
      childShown: key.child_shown,
      childNames: key.child_names,
      childColumns: key.child_columns,
      parentColumns: key.parent_columns,
      action: key.action,
      readable: key.readable,
    })),
    sentences: [
      ...new Set([
        ...columns.map(
          (column) =>
            `table ${shown.get(column.oid)}, column ${column.name} ${column.type}${column.required ? ' not null' : ''}`,
        ),
        ...keys.map(
          (key) =>
            `table ${key.child_shown} (${key.child_columns.join(', ')}) refers to ${shown.get(key.parent)} (${key.parent_columns.join(', ')}), on delete ${key.action}`,
        ),
        ...doings.map(({ sentence }) => sentence),
      ]),
    ].toSorted(),
  };
}
