import { escapeIdentifier, type ClientBase } from 'pg';
import { SourceError } from '../port';

/** How values of a column are compared and written. `wide`: besides bigint and numeric, what a reader of JSON would round or lose. */
export type ColumnKind = 'text' | 'integer' | 'bigint' | 'numeric' | 'uuid' | 'wide' | 'wideArray' | 'other';

export type Columns = ReadonlyMap<string, ColumnKind>;

const KINDS: Readonly<Record<string, ColumnKind>> = {
  text: 'text', varchar: 'text', bpchar: 'text', name: 'text', citext: 'text',
  int2: 'integer', int4: 'integer', uuid: 'uuid',
  int8: 'bigint', numeric: 'numeric', money: 'wide', oid: 'wide', xid8: 'wide',
  _int8: 'wideArray', _numeric: 'wideArray', _money: 'wideArray',
};

export const tableName = (schema: string | null, name: string): string =>
  schema === null ? escapeIdentifier(name) : `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;

// A domain is compared and written as the type under it.
const COLUMNS = `
  SELECT a.attname AS name, coalesce(base.typname, t.typname) AS type,
    has_column_privilege(a.attrelid, a.attnum, 'SELECT') AS readable
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_catalog.pg_type base ON base.oid = t.typbasetype AND t.typbasetype <> 0
  WHERE a.attrelid = pg_catalog.to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped`;

/**
 * The columns of a table or view.
 * @throws SourceError badMap that names the table, or the columns, that are not there; denied that names those the login may not read
 */
export async function readColumns(client: ClientBase, schema: string | null, name: string, wanted: readonly string[]): Promise<Columns> {
  const table = tableName(schema, name);
  const { rows } = await client.query<{ name: string; type: string; readable: boolean }>(COLUMNS, [table]);
  if (rows.length === 0) throw new SourceError('badMap', `there is no table ${table}, or the login may not use its schema`);
  const columns = new Map(rows.map((row) => [row.name, KINDS[row.type] ?? 'other']));
  const missing = wanted.filter((column) => !columns.has(column));
  if (missing.length > 0) throw new SourceError('badMap', `table ${table} has no column ${missing.map((column) => escapeIdentifier(column)).join(', ')}`);
  const closed = rows.filter((row) => !row.readable && wanted.includes(row.name)).map((row) => escapeIdentifier(row.name));
  if (closed.length > 0) throw new SourceError('denied', `the login may not read ${closed.join(', ')} of table ${table}`);
  return columns;
}
