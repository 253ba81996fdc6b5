import type { Readable } from 'node:stream';
import type { CollectionStep, Selection } from '@/lib/domain/datamap/plan';
import type { Place } from '@/lib/domain/datamap/types';
import type { By, KeyedSource } from '../keyed/source';
import { SourceError, type Key } from '../port';
import { columnsOf, quoted, tableName, type Columns } from './columns';
import { comparedAs, identitySql } from './identity-sql';
import { selected, valueJson } from './record-json';
import { rowsOf } from './schema-facts';
import type { Session } from './session';
import { columnAt, joined, keysSql, NOTHING, type Sql } from './value-sql';

const CHUNK_SIGNS = 64 * 1024;

const placesOf = (by: readonly By[]): Place[] => by.flatMap((one) => (one.kind === 'identity' ? [one.at] : one.at));

const bySql = (by: By, columns: Columns): Sql =>
  by.kind === 'keys' ? keysSql(by.at, columns, by.keys) : identitySql(by.at.column, columnAt(by.at, columns), by);

/** What of a table is found in any of these ways, and the columns it is known to have. */
async function found(
  session: Session,
  selection: Selection,
  by: readonly By[],
  wanted: readonly string[],
): Promise<{ columns: Columns; table: string; where: Sql }> {
  const columns = await columnsOf(session, selection, [
    ...new Set([...wanted, ...placesOf(by).map((at) => at.column)]),
  ]);
  const tests = by.map((one) => bySql(one, columns)).filter((one) => one !== NOTHING);
  const where =
    tests.length === 0
      ? NOTHING
      : joined(
          tests.map(({ sql, values }) => ({ sql: `(${sql})`, values })),
          ' OR ',
        );
  return { columns, table: tableName(selection.schema, selection.name), where };
}

/** Rows as they come. The driver's stream ends in silence when its line is cut: that it was whole, the end of the result says. */
async function* streamed(
  { connection, closed }: Session,
  sql: string,
  values: readonly string[],
): AsyncGenerator<unknown[]> {
  const command = connection.execute({ sql, values: [...values], rowsAsArray: true });
  let whole = false;
  command.once('end', () => (whole = true));
  const rows = command.stream({ highWaterMark: 256 }) as Readable;
  void closed.catch((cause: Error) => !whole && rows.destroy(cause));
  for await (const row of rows) yield row as unknown[];
  if (!whole) throw new SourceError('interrupted', 'the connection ended in the middle');
}

export const mysqlSource = (current: () => Promise<Session>): KeyedSource => ({
  async *records(step, by) {
    const session = await current();
    const names = [...step.columns.map(({ name }) => name), ...step.orderBy];
    const { columns, table, where } = await found(session, step, by, names);
    const own = step.columns.map((column) => ({ ...column, column: columns.get(column.name)! }));
    const list = own
      .map(({ name, column, presenceOnly, cast }) => selected(name, column, presenceOnly, cast))
      .join(', ');
    const order = step.orderBy.length === 0 ? '' : ` ORDER BY ${step.orderBy.map(quoted).join(', ')}`;
    let lines = '';
    for await (const row of streamed(
      session,
      `SELECT ${list} FROM ${table} WHERE ${where.sql}${order}`,
      where.values,
    )) {
      const parts = own.map(
        ({ name, column, presenceOnly, cast }, n) =>
          `${JSON.stringify(name)}:${valueJson(row[n], column, presenceOnly, cast)}`,
      );
      lines += `{${parts.join(',')}}\n`;
      if (lines.length < CHUNK_SIGNS) continue;
      yield Buffer.from(lines);
      lines = '';
    }
    if (lines !== '') yield Buffer.from(lines);
  },
  async count(step, by) {
    const session = await current();
    const { table, where } = await found(session, step, by, []);
    const [row] = await rowsOf<[number]>(session, `SELECT COUNT(*) FROM ${table} WHERE ${where.sql}`, where.values);
    return Number(row?.[0] ?? 0);
  },
  async keys(selection, by, at) {
    const session = await current();
    const { columns, table, where } = await found(
      session,
      selection,
      by,
      at.map(({ column }) => column),
    );
    const texts = at.map((place) => selected(place.column, columnAt(place, columns), false, 'text'));
    const whole = at.map(({ column }) => ` AND ${quoted(column)} IS NOT NULL`).join('');
    const rows = await rowsOf<string[]>(
      session,
      `SELECT DISTINCT ${texts.join(', ')} FROM ${table} WHERE (${where.sql})${whole}`,
      where.values,
    );
    return rows.map((row): Key => row.map(String)).sort();
  },
  forms: (step) => formsOf(current, step),
});

async function formsOf(current: () => Promise<Session>, { where, ...step }: CollectionStep) {
  const identities = where.filter((one) => one.kind === 'identity');
  const columns = await columnsOf(await current(), step, [...new Set(identities.map(({ at }) => at.column))]);
  return identities.flatMap((one) =>
    comparedAs(one, columnAt(one.at, columns)).map((form) => ({ kind: one.identity, form })),
  );
}
