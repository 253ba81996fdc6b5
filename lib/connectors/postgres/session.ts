import { Client, type ClientBase } from 'pg';
import { SourceError } from '../port';
import { failure, sourceError } from './failure';

export type SessionOptions = { readonly url: string; readonly timeoutSeconds: number; readonly signal?: AbortSignal };

const CONNECT_MILLISECONDS = 10_000;

/**
 * What this login could change, or null: as a superuser, an owner of tables, or one to whom a right to write was granted.
 * `default_transaction_read_only` is not looked at: the login could switch it off.
 */
const COULD_WRITE = `
  WITH own AS (SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
  SELECT CASE
    WHEN current_setting('is_superuser') = 'on' THEN 'is a superuser'
    WHEN pg_has_role(current_user, 'pg_write_all_data', 'USAGE') THEN 'may write all data'
    ELSE coalesce(
      (SELECT 'may create tables in schema ' || quote_ident(nspname) FROM own WHERE has_schema_privilege(oid, 'CREATE') ORDER BY nspname LIMIT 1),
      (SELECT 'may write to ' || c.oid::regclass FROM pg_catalog.pg_class c JOIN own ON own.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'f')
          AND (has_table_privilege(c.oid, 'DELETE') OR has_table_privilege(c.oid, 'TRUNCATE')
            OR has_any_column_privilege(c.oid, 'INSERT') OR has_any_column_privilege(c.oid, 'UPDATE'))
        ORDER BY c.oid LIMIT 1))
    END AS how`;

/**
 * Runs `work` in a read-only transaction that sees one moment of the database, then ends the connection.
 * Abort cuts the connection: the server stops at its next row.
 * @throws SourceError
 */
export async function* inSession<T>(options: SessionOptions, work: (client: ClientBase) => AsyncIterable<T>): AsyncGenerator<T> {
  const { url, timeoutSeconds, signal } = options;
  if (signal?.aborted) throw failure('interrupted');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLISECONDS, application_name: 'rightsdesk', keepAlive: true });
  // Without a listener a connection lost between two queries would end the process.
  client.on('error', () => undefined);
  const cut = () => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  let connected = false;
  let finished = false;
  signal?.addEventListener('abort', cut, { once: true });
  try {
    await client.connect();
    connected = true;
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Instants are written in UTC and dates in ISO form, whatever the role's own settings are.
    await client.query(`SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL bytea_output = 'hex';
      SET LOCAL extra_float_digits = 1; SET LOCAL lock_timeout = '10s'; SET LOCAL statement_timeout = ${Math.round(timeoutSeconds * 1000)}`);
    const { rows } = await client.query<{ how: string | null }>(COULD_WRITE);
    if (rows[0]?.how !== null) throw new SourceError('writable', `the login ${rows[0]?.how}; give one that can only read`);
    yield* work(client);
    await client.query('COMMIT');
    finished = true;
  } catch (cause) {
    throw signal?.aborted ? failure('interrupted') : sourceError(cause, connected);
  } finally {
    signal?.removeEventListener('abort', cut);
    // A reader that went away in the middle leaves the server writing to us: only cutting the line tells it.
    if (finished) await client.end();
    else cut();
  }
}

/** The one value of a piece of work that gives one. */
export async function once<T>(options: SessionOptions, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const values: T[] = [];
  // Read to the end, so that the transaction is ended and the connection taken leave of.
  for await (const value of inSession(options, async function* (client) {
    yield await work(client);
  })) values.push(value);
  const [value] = values as [T];
  return value;
}
