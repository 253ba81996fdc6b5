import { escapeIdentifier, type ClientBase } from 'pg';
import { SourceError } from '../port';

/** How a value is compared and written. `wide`: besides bigint and numeric, what a reader of JSON would round or lose. */
export type ValueKind = 'text' | 'integer' | 'bigint' | 'numeric' | 'uuid' | 'wide' | 'json' | 'other';

/** `list`: an array, each of whose elements is a value of that kind. `type`: the name in the server of the type at the end of domains and arrays. */
export type Column = { readonly kind: ValueKind; readonly list: boolean; readonly type: string };

export type Columns = ReadonlyMap<string, Column>;

/** Columns of every table a step touches, by collection id. */
export type Catalogue = ReadonlyMap<string, Columns>;

const KINDS: Readonly<Record<string, ValueKind>> = {
  text: 'text',
  varchar: 'text',
  bpchar: 'text',
  name: 'text',
  citext: 'text',
  int2: 'integer',
  int4: 'integer',
  uuid: 'uuid',
  int8: 'bigint',
  numeric: 'numeric',
  money: 'wide',
  oid: 'wide',
  xid8: 'wide',
  json: 'json',
  jsonb: 'json',
};

export const tableName = (schema: string | null, name: string): string =>
  schema === null ? escapeIdentifier(name) : `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;

// A domain is compared and written as the type at the end of it, through however many domains, also where the elements of an array are one.
const COLUMNS = `
  WITH RECURSIVE wanted AS (SELECT pg_catalog.to_regclass($1) AS oid),
  base AS (
    SELECT a.attname, 0 AS turn, false AS list, t.oid, t.typname, t.typtype, t.typbasetype, t.typcategory, t.typelem
    FROM pg_catalog.pg_attribute a JOIN wanted ON a.attrelid = wanted.oid JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    WHERE a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT base.attname, base.turn + 1, base.list OR base.typtype <> 'd', t.oid, t.typname, t.typtype, t.typbasetype, t.typcategory, t.typelem
    FROM base JOIN pg_catalog.pg_type t ON t.oid = CASE
      WHEN base.typtype = 'd' THEN base.typbasetype
      WHEN base.typcategory = 'A' AND base.typelem <> 0 THEN base.typelem END
  )
  SELECT DISTINCT ON (base.attname) base.attname AS name, base.typname AS type, base.list,
    has_column_privilege(wanted.oid, base.attname, 'SELECT') AS readable,
    pg_catalog.row_security_active(wanted.oid) AS secured, current_user AS login
  FROM base, wanted ORDER BY base.attname, base.turn DESC`;

type Row = { name: string; type: string; list: boolean; readable: boolean; secured: boolean; login: string };

/** What to do where rows are kept from a login: a search that cannot see them would find nothing and be believed. */
export const securedDetail = (table: string, login: string | null): string =>
  `row-level security keeps rows of ${table} from the login, so nothing could be said about them: let it see all, with ALTER ROLE ${login ?? 'the reader'} BYPASSRLS`;

/**
 * The columns of a table or view.
 * @throws SourceError badMap that names the table, or the columns, that are not there; denied that names what the login may not read
 */
export async function readColumns(
  client: ClientBase,
  schema: string | null,
  name: string,
  wanted: readonly string[],
): Promise<Columns> {
  const table = tableName(schema, name);
  const { rows } = await client.query<Row>(COLUMNS, [table]);
  const [first] = rows;
  if (first === undefined)
    throw new SourceError('badMap', `there is no table ${table}, or the login may not use its schema`);
  const columns = new Map(
    rows.map(({ name: column, type, list }) => [column, { kind: KINDS[type] ?? 'other', list, type }]),
  );
  const missing = wanted.filter((column) => !columns.has(column));
  if (missing.length > 0)
    throw new SourceError(
      'badMap',
      `table ${table} has no column ${missing.map((column) => escapeIdentifier(column)).join(', ')}`,
    );
  const closed = wanted
    .filter((column) => rows.some((row) => row.name === column && !row.readable))
    .map((column) => escapeIdentifier(column));
  if (closed.length > 0)
    throw new SourceError('denied', `the login may not read ${closed.join(', ')} of table ${table}`);
  if (first.secured) throw new SourceError('denied', securedDetail(`table ${table}`, escapeIdentifier(first.login)));
  return columns;
}
