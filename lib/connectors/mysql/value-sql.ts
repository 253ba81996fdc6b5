import type { Place } from '@/lib/domain/datamap/types';
import { SourceError, type Key } from '../port';
import type { Column, Columns } from './columns';
import { quoted } from './columns';

/** A condition with the values of its placeholders, in their order: no value is ever part of the SQL. */
export type Sql = { readonly sql: string; readonly values: readonly string[] };

export const NOTHING: Sql = { sql: 'FALSE', values: [] };

export const joined = (parts: readonly Sql[], between: string): Sql => ({
  sql: parts.map(({ sql }) => sql).join(between),
  values: parts.flatMap(({ values }) => values),
});

/** The column at a place. @throws SourceError where the place is inside a column: MySQL and MariaDB differ too much there to be sure of all */
export function columnAt({ column, path }: Place, columns: Columns): Column {
  if (path.length > 0)
    throw new SourceError(
      'badMap',
      `nothing is looked for inside column ${quoted(column)}: make a view with a column for ${path.join('.')} and map that`,
    );
  return columns.get(column)!;
}

const isNumber = ({ kind }: Column): boolean => kind === 'integer' || kind === 'bigint' || kind === 'decimal';

const canHold = ({ kind }: Column, value: string): boolean =>
  kind === 'decimal'
    ? /^-?\d{1,35}(\.\d{1,30})?$/.test(value)
    : kind === 'integer' || kind === 'bigint'
      ? /^-?\d{1,20}$/.test(value)
      : true;

/** A column as its exact text in Unicode, without what a collation would take for the same. */
export const asText = (column: string): string => `CAST(CONVERT(${quoted(column)} USING utf8mb4) AS BINARY)`;

/** A column as the text of its value, whatever its type. */
const written = (column: string, { kind }: Column): string =>
  kind === 'text'
    ? asText(column)
    : kind === 'bytes'
      ? `CAST(HEX(${quoted(column)}) AS BINARY)`
      : `CAST(CAST(${quoted(column)} AS CHAR) AS BINARY)`;

// A value comes in the connection's character set, Unicode; its bytes are compared.
const BYTES = 'CAST(? AS BINARY)';
const marks = (mark: string, count: number): string => Array.from({ length: count }, () => mark).join(', ');

/**
 * The column holds one of the values, letter by letter. What is compared first lets the server use its index, by whatever collation; the bytes
 * decide. A value that the type cannot hold is equal to nothing in it.
 */
export function equalsSql(name: string, column: Column, values: readonly string[]): Sql {
  const possible = values.filter((value) => canHold(column, value));
  if (possible.length === 0) return NOTHING;
  if (isNumber(column)) {
    const number = column.kind === 'decimal' ? 'CAST(? AS DECIMAL(65,30))' : 'CAST(? AS DECIMAL(65,0))';
    return { sql: `${quoted(name)} IN (${marks(number, possible.length)})`, values: possible };
  }
  const exact = { sql: `${written(name, column)} IN (${marks(BYTES, possible.length)})`, values: possible };
  if (column.kind !== 'text' || !column.unicode) return exact;
  return joined([{ sql: `${quoted(name)} IN (${marks('?', possible.length)})`, values: possible }, exact], ' AND ');
}

// A statement has at most 65,535 placeholders; more keys than this go as one list.
const MOST_MARKS = 5_000;

/** The values stand together in one of the keys. */
export function keysSql(at: readonly Place[], columns: Columns, keys: readonly Key[]): Sql {
  const own = at.map((place) => ({ name: place.column, column: columnAt(place, columns) }));
  const possible = keys.filter((key) => own.every(({ column }, n) => canHold(column, key[n]!)));
  if (possible.length === 0) return NOTHING;
  const [first] = own;
  if (possible.length * own.length <= MOST_MARKS) {
    if (own.length === 1)
      return equalsSql(
        first!.name,
        first!.column,
        possible.map(([value]) => value!),
      );
    const each = possible.map((key) =>
      joined(
        own.map(({ name, column }, n) => equalsSql(name, column, [key[n]!])),
        ' AND ',
      ),
    );
    return { sql: `(${each.map(({ sql }) => `(${sql})`).join(' OR ')})`, values: each.flatMap(({ values }) => values) };
  }
  const table = own.map((_, n) => `k${n} LONGTEXT CHARACTER SET utf8mb4 PATH '$[${n}]'`).join(', ');
  const side = ({ name, column }: (typeof own)[number]): string =>
    isNumber(column) ? `CAST(${quoted(name)} AS DECIMAL(65,30))` : written(name, column);
  const listed = own.map(({ column }, n) =>
    isNumber(column) ? `CAST(k${n} AS DECIMAL(65,30))` : `CAST(k${n} AS BINARY)`,
  );
  return {
    sql: `(${own.map(side).join(', ')}) IN (SELECT ${listed.join(', ')} FROM JSON_TABLE(?, '$[*]' COLUMNS (${table})) AS listed)`,
    values: [JSON.stringify(possible)],
  };
}
