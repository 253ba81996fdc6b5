import { SourceError } from '../port';
import { rowsOf } from './schema-facts';
import type { Session } from './session';

/** How a column is compared and written. */
export type ColumnKind =
  'text' | 'integer' | 'bigint' | 'decimal' | 'float' | 'double' | 'instant' | 'local' | 'json' | 'bytes' | 'other';

/** `unicode`: a text of which an index can be used for any value that is looked for. */
export type Column = { readonly kind: ColumnKind; readonly type: string; readonly unicode: boolean };

export type Columns = ReadonlyMap<string, Column>;

const KINDS: Readonly<Record<string, ColumnKind>> = {
  tinyint: 'integer',
  smallint: 'integer',
  mediumint: 'integer',
  int: 'integer',
  year: 'integer',
  bigint: 'bigint',
  decimal: 'decimal',
  float: 'float',
  double: 'double',
  char: 'text',
  varchar: 'text',
  tinytext: 'text',
  text: 'text',
  mediumtext: 'text',
  longtext: 'text',
  enum: 'text',
  set: 'text',
  datetime: 'local',
  timestamp: 'instant',
  json: 'json',
  binary: 'bytes',
  varbinary: 'bytes',
  tinyblob: 'bytes',
  blob: 'bytes',
  mediumblob: 'bytes',
  longblob: 'bytes',
  bit: 'bytes',
  geometry: 'bytes',
  point: 'bytes',
};

export const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

export const tableName = (schema: string | null, name: string): string =>
  schema === null ? quoted(name) : `${quoted(schema)}.${quoted(name)}`;

/**
 * The columns of a table or view, each read once in a session.
 * @throws SourceError badMap that names the table, or the columns, that are not there or that the login may not read
 */
export async function columnsOf(
  session: Session,
  { schema, name }: { readonly schema: string | null; readonly name: string },
  wanted: readonly string[],
): Promise<Columns> {
  const { tables } = session;
  const table = tableName(schema, name);
  let columns = tables.get(table);
  if (columns === undefined) {
    const rows = await rowsOf<[string, string, string | null]>(
      session,
      `SELECT COLUMN_NAME, DATA_TYPE, CHARACTER_SET_NAME FROM information_schema.COLUMNS
        WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ?`,
      [schema, name],
    );
    columns = new Map(
      rows.map(([column, type, charset]) => [
        column,
        { kind: KINDS[type.toLowerCase()] ?? 'other', type, unicode: charset?.startsWith('utf8') ?? false },
      ]),
    );
    tables.set(table, columns);
  }
  if (columns.size === 0)
    throw new SourceError('badMap', `there is no table ${table}, or the login may not read any column of it`);
  const known = columns;
  const missing = wanted.filter((column) => !known.has(column));
  if (missing.length > 0)
    throw new SourceError(
      'badMap',
      `table ${table} has no column ${missing.map(quoted).join(', ')}, or the login may not read it`,
    );
  return columns;
}
