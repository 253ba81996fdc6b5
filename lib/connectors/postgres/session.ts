import { Client, type ClientBase } from 'pg';
import { SourceError } from '../port';
import { inOneSession } from '../session';
import { failure, sourceError } from './failure';
import type { Columns } from './columns';

export type SessionOptions = {
  readonly url: string;
  readonly timeoutSeconds: number;
  readonly signal?: AbortSignal;
  /** For a login that may change data, and is meant to. */
  readonly changes?: boolean;
};

/** A transaction that sees one moment of the database; read-only unless it is there to change it. */
export type Session = {
  readonly client: ClientBase;
  /** Whether the database holds Unicode: only then can it bring two spellings of one letter together. */
  readonly unicode: boolean;
  /** Tables looked at so far. */
  readonly tables: Map<string, Columns>;
  /** What was thrown while the session was used, as a failure of the source. */
  readonly failed: (cause: unknown) => SourceError;
  readonly end: () => Promise<void>;
  /** Cuts the line: a server that still writes to us learns only so that nobody reads on. */
  readonly cut: () => void;
};

const CONNECT_MILLISECONDS = 10_000;

/**
 * What this login could change, or null: as a superuser, an owner of tables, or one to whom a right to write was granted.
 * `default_transaction_read_only` is not looked at: the login could switch it off.
 */
const COULD_WRITE = `
  WITH own AS (SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
  SELECT current_setting('server_encoding') = 'UTF8' AS unicode, CASE
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
 * Instants are written in UTC and dates in ISO form, whatever the role's own settings are. Without `row_security` a table whose rows are
 * kept from the login is an error; with it, it would be empty, and nobody would know.
 */
const settings = (timeoutSeconds: number): string =>
  `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL bytea_output = 'hex';
   SET LOCAL extra_float_digits = 1; SET LOCAL row_security = off; SET LOCAL idle_in_transaction_session_timeout = 0;
   SET LOCAL lock_timeout = '10s'; SET LOCAL statement_timeout = ${Math.round(timeoutSeconds * 1000)}`;

/** Opens a session. Abort cuts the connection: the server stops at its next row. @throws SourceError */
export async function openSession({ url, timeoutSeconds, signal, changes = false }: SessionOptions): Promise<Session> {
  if (signal?.aborted) throw failure('interrupted');
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    application_name: 'rightsdesk',
    keepAlive: true,
  });
  // Without a listener a connection lost between two queries would end the process.
  client.on('error', () => undefined);
  const destroy = () =>
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  const leave = () => signal?.removeEventListener('abort', destroy);
  let connected = false;
  const failed = (cause: unknown): SourceError =>
    signal?.aborted ? failure('interrupted') : sourceError(cause, connected);
  const cut = () => {
    leave();
    destroy();
  };
  signal?.addEventListener('abort', destroy, { once: true });
  try {
    await client.connect();
    connected = true;
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ ${changes ? 'READ WRITE' : 'READ ONLY'}`);
    await client.query(settings(timeoutSeconds));
    const { rows } = await client.query<{ how: string | null; unicode: boolean }>(COULD_WRITE);
    const [login] = rows;
    if (login === undefined || (login.how !== null && !changes))
      throw new SourceError(
        'writable',
        `the login ${login?.how ?? 'cannot be looked at'}; give one that can only read`,
      );
    const end = async () => {
      leave();
      await client.query('COMMIT');
      await client.end();
    };
    return { client, unicode: login.unicode, tables: new Map(), failed, end, cut };
  } catch (cause) {
    cut();
    throw failed(cause);
  }
}

/** Runs `work` in a session of its own. @throws SourceError */
export async function* inSession<T>(
  options: SessionOptions,
  work: (session: Session) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const session = await openSession(options);
  let finished = false;
  try {
    yield* work(session);
    await session.end();
    finished = true;
  } catch (cause) {
    throw session.failed(cause);
  } finally {
    if (!finished) session.cut();
  }
}

/** The one value of a piece of work in a session of its own. @throws SourceError */
export const once = <T>(options: SessionOptions, work: (session: Session) => Promise<T>): Promise<T> =>
  inOneSession(openSession(options), work);
