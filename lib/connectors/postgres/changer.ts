import { escapeIdentifier } from 'pg';
import type { DataSystem } from '@/lib/domain/datamap/types';
import type { Changed, Changer, CollectionChange } from '../change-port';
import { SourceError, type CarriedKeys } from '../port';
import { type Context, ownTable } from './condition-sql';
import { contextOf } from './context';
import { once, type Session } from './session';
import { queryOf } from './sql';
import { OWN } from './value-sql';

/** Where a record stands, as the server writes it; a record that is written stands elsewhere afterwards. */
type Stand = { readonly part: string; readonly place: string };

/** A value as a parameter: its text, which the server reads as the type of the column. */
const textOf = (value: CollectionChange['fields'][string]): string | null => (value === null ? null : String(value));

/** What stands for the moment of writing; a field that holds any moment holds it. */
const NOW = '{now}';

/**
 * Whether these columns hold what they should. Compared in the column's own type, so that `t` and `true`, or two spellings of a day, are one value.
 */
const holds = (fields: CollectionChange['fields'], types: ReadonlyMap<string, string>): string =>
  Object.entries(fields)
    .map(([column, value], n) => {
      const own = `${OWN}.${escapeIdentifier(column)}`;
      // The parameter is named also where it is not compared with: a statement is given as many as it has.
      return value === NOW
        ? `(${own} IS NOT NULL AND $${n + 1}::text IS NOT NULL)`
        : `${own} IS NOT DISTINCT FROM $${n + 1}::${types.get(column)}`;
    })
    .join(' AND ');

/** The types of these columns as the server names them, to be written into a cast. */
async function typesOf({ client }: Session, { step, fields }: CollectionChange): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT attname AS name, pg_catalog.format_type(atttypid, atttypmod) AS type FROM pg_catalog.pg_attribute
     WHERE attrelid = $1::regclass AND attname = ANY($2)`,
    [
      [step.schema, step.name]
        .filter((part) => part !== null)
        .map(escapeIdentifier)
        .join('.'),
      Object.keys(fields),
    ],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

type Sought = {
  readonly change: CollectionChange;
  readonly types: ReadonlyMap<string, string>;
  readonly found: readonly (Stand & { readonly held: boolean; readonly fits: boolean })[];
};

/** The person's records, each with whether it holds what is right and whether it may be changed. All are looked up before any is changed. */
async function seek(session: Session, change: CollectionChange, context: Context): Promise<Sought> {
  const types = await typesOf(session, change);
  const columns = Object.keys(change.fields);
  const { head, from, where } = queryOf(change.step, context);
  const [first = ''] = columns;
  const fits =
    change.was === null
      ? 'TRUE'
      : `btrim(coalesce(${OWN}.${escapeIdentifier(first)}::text, '')) = btrim($${columns.length + 1}::text)`;
  const { rows } = await session.client.query<Sought['found'][number]>(
    `${head}SELECT ${OWN}.tableoid::text AS part, ${OWN}.ctid::text AS place, ${holds(change.fields, types)} AS held, ${fits} AS fits
     FROM ${from} WHERE ${where} FOR UPDATE OF ${OWN}`,
    [...Object.values(change.fields).map(textOf), ...(change.was === null ? [] : [change.was])],
  );
  return { change, types, found: rows };
}

const unread = (collectionId: string): SourceError =>
  new SourceError(
    'badMap',
    `records of ${collectionId} do not hold what was written into them; a trigger or a rule of the table changes it, so nothing was kept`,
  );

/** Writes what is not there yet and reads it back where it stands then. */
async function write({ client }: Session, { change, types, found }: Sought): Promise<Changed> {
  const { step, fields } = change;
  const columns = Object.keys(fields);
  const values = Object.values(fields).map(textOf);
  const wrong = found.filter(({ held, fits }) => !held && fits);
  const at = `(${OWN}.tableoid, ${OWN}.ctid) IN (SELECT * FROM unnest($${columns.length + 1}::oid[], $${columns.length + 2}::tid[]))`;
  const standing = (rows: readonly Stand[]) => [rows.map(({ part }) => part), rows.map(({ place }) => place)];
  if (wrong.length > 0) {
    const set = columns.map(
      (column, n) =>
        `${escapeIdentifier(column)} = ${fields[column] === NOW ? `CASE WHEN $${n + 1}::text IS NOT NULL THEN now() END` : `$${n + 1}::${types.get(column)}`}`,
    );
    const { rows } = await client.query<Stand>(
      `UPDATE ${ownTable(step)} SET ${set.join(', ')} WHERE ${at} RETURNING ${OWN}.tableoid::text AS part, ${OWN}.ctid::text AS place`,
      [...values, ...standing(wrong)],
    );
    const { rows: read } = await client.query(`SELECT FROM ${ownTable(step)} WHERE ${holds(fields, types)} AND ${at}`, [
      ...values,
      ...standing(rows),
    ]);
    if (read.length !== wrong.length) throw unread(step.collectionId);
  }
  const held = found.filter((one) => one.held).length;
  return {
    collectionId: step.collectionId,
    found: found.length,
    held,
    changed: wrong.length,
    other: found.length - held - wrong.length,
  };
}

/** Writes preferences, corrections and restrictions into a PostgreSQL database. @param url with the login that may change data; it is never shown or logged */
export function postgresChanger({ timeoutSeconds }: DataSystem, url: string): Changer {
  const changed = async (session: Session, changes: readonly CollectionChange[], carried?: CarriedKeys) => {
    const sought: Sought[] = [];
    for (const change of changes)
      sought.push(
        await seek(session, change, await contextOf(session, change.step, Object.keys(change.fields), carried)),
      );
    const done: Changed[] = [];
    for (const one of sought) done.push(await write(session, one));
    // A constraint that waits for the end of the transaction has its say while all of it can still be left.
    await session.client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return done;
  };
  return {
    change: (changes, { signal, carried } = {}) =>
      once({ url, timeoutSeconds, signal, changes: true }, (session) => changed(session, changes, carried)),
  };
}
