import type { Socket } from 'node:net';
import { createConnection, type Connection } from 'mysql2';
import { SourceError } from '../port';
import { inOneSession } from '../session';
import type { Columns } from './columns';
import { mysqlError } from './failure';
import { refuseWriting } from './grants';

export type SessionOptions = { readonly url: string; readonly timeoutSeconds: number; readonly signal?: AbortSignal };

/** A read-only transaction that sees one moment of the database. */
export type Session = {
  readonly connection: Connection;
  readonly server: string;
  /** Tables looked at so far, by their names. */
  readonly tables: Map<string, Columns>;
  /** Fails when the line is closed, by whomever: the driver leaves what waits on a line that we cut waiting for ever. */
  readonly closed: Promise<never>;
  readonly failed: (cause: unknown) => SourceError;
  readonly end: () => Promise<void>;
  /** Cuts the line: a server that still writes to us learns only so that nobody reads on. */
  readonly cut: () => void;
};

const CONNECT_MILLISECONDS = 10_000;

function addressParts(url: string) {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch (cause) {
    throw new SourceError(
      'notConfigured',
      'its address is not of the form mysql://reader:password@host:port/database',
      {
        cause,
      },
    );
  }
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (database === '') throw new SourceError('notConfigured', 'its address names no database after the host');
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: Number(parsed.port || 3306),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database,
    // Encrypted with a certificate that is looked at, or not at all.
    ...(parsed.searchParams.get('tls') === 'true' && { ssl: { rejectUnauthorized: true } }),
  };
}

/** Instants in UTC, texts in Unicode, no time limit but the map's, and none on how long a reader that waits may leave the line full. */
const settings = (isMariaDb: boolean, timeoutSeconds: number): string[] => [
  `SET SESSION time_zone = '+00:00'`,
  `SET SESSION sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES'`,
  'SET SESSION lock_wait_timeout = 10',
  'SET SESSION net_write_timeout = 86400',
  'SET SESSION group_concat_max_len = 1000000',
  isMariaDb
    ? `SET SESSION max_statement_time = ${timeoutSeconds}`
    : `SET SESSION max_execution_time = ${timeoutSeconds * 1000}`,
  'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ',
  'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY',
];

/** Opens a session. Abort cuts the connection: the server stops at its next row. @throws SourceError */
export async function openSession({ url, timeoutSeconds, signal }: SessionOptions): Promise<Session> {
  const aborted = (): SourceError => new SourceError('interrupted', 'it was told to stop');
  if (signal?.aborted) throw aborted();
  const parts = addressParts(url);
  let connected = false;
  const failed = (cause: unknown): SourceError => (signal?.aborted ? aborted() : mysqlError(cause, connected));
  const connection = createConnection({
    ...parts,
    connectTimeout: CONNECT_MILLISECONDS,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    enableKeepAlive: true,
    // Neither files of ours nor several statements in one are ever asked for.
    flags: ['-LOCAL_FILES', '-MULTI_STATEMENTS'],
  });
  // Without a listener a connection lost between two queries would end the process.
  connection.on('error', () => undefined);
  const { stream } = connection as unknown as { stream: Socket };
  const closed = new Promise<never>((_, reject) =>
    stream.once('close', () => reject(Object.assign(new Error('the line was closed'), { code: 'ECONNRESET' }))),
  );
  closed.catch(() => undefined);
  const cut = (): void => {
    signal?.removeEventListener('abort', cut);
    connection.destroy();
  };
  signal?.addEventListener('abort', cut, { once: true });
  try {
    await Promise.race([connection.promise().connect(), closed]);
    connected = true;
    const asked = connection.promise();
    const [[version]] = (await asked.query({ sql: 'SELECT VERSION()', rowsAsArray: true })) as unknown as [[[string]]];
    const isMariaDb = /mariadb/i.test(version[0]);
    await refuseWriting(connection);
    for (const sql of settings(isMariaDb, timeoutSeconds)) await asked.query(sql);
    return {
      connection,
      server: `${isMariaDb ? 'MariaDB' : 'MySQL'} ${/^[\d.]+/.exec(version[0])?.[0] ?? ''}`,
      tables: new Map(),
      closed,
      failed,
      cut,
      async end() {
        signal?.removeEventListener('abort', cut);
        try {
          await asked.query('COMMIT');
          await asked.end();
        } catch (cause) {
          throw failed(cause);
        }
      },
    };
  } catch (cause) {
    cut();
    throw failed(cause);
  }
}

/** The one value of a piece of work in a session of its own. @throws SourceError */
export const once = <T>(options: SessionOptions, work: (session: Session) => Promise<T>): Promise<T> =>
  inOneSession(openSession(options), work);
