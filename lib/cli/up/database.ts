import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { initialise } from '@/lib/platform/embedded-postgres/initialise';
import { placeServer } from '@/lib/platform/embedded-postgres/place';
import { startServer, type RunningServer } from '@/lib/platform/embedded-postgres/server';
import { OperatorError } from '@/lib/platform/operator-error';
import { freePort } from '@/lib/platform/ports';
import { refuseForeignDatabase } from './foreign-database';
import type { Secrets } from './secrets';

export type InstanceDatabase = {
  /** What the application connects with. */
  url: string;
  /** Owns the tables: what migrations run as. */
  ownerUrl: string;
  /** May create databases and roles on the same server. */
  adminUrl: string;
  /** For the operator: what was started or found. */
  summary: string;
  /** Null when the server is the operator's own. */
  server: RunningServer | null;
};

const APPLICATION = 'rightsdesk_app';
const OWNER = 'rightsdesk_owner';
const DATABASE = 'rightsdesk';

type Own = {
  url: string | undefined;
  ownerUrl: string | undefined;
  /** Whether the operator said that the demo may go there. */ demoMayGoThere: boolean;
};

/** Starts the embedded server, or checks the operator's own when DATABASE_URL names one. */
export async function openDatabase(folder: string, secrets: Secrets, own: Own): Promise<InstanceDatabase> {
  return own.url ? openOwn(own.url, own) : openEmbedded(folder, secrets);
}

async function openOwn(url: string, { ownerUrl, demoMayGoThere }: Own): Promise<InstanceDatabase> {
  let version: number;
  try {
    version = await withClient(url, async (client) =>
      Number((await client.query('SHOW server_version_num')).rows[0].server_version_num),
    );
  } catch (error) {
    throw new OperatorError(
      `The database that DATABASE_URL names does not answer (${(error as Error).message}): check its address, name and password.`,
    );
  }
  if (version < 150_000)
    throw new OperatorError(
      `Rightsdesk needs PostgreSQL 15 or newer and DATABASE_URL leads to ${Math.floor(version / 10_000)}: upgrade it, or unset DATABASE_URL.`,
    );
  await withClient(url, (client) => refuseForeignDatabase(client, demoMayGoThere));
  return {
    url,
    ownerUrl: ownerUrl ?? url,
    adminUrl: url,
    server: null,
    summary: `PostgreSQL ${Math.floor(version / 10_000)} of DATABASE_URL`,
  };
}

async function openEmbedded(folder: string, secrets: Secrets): Promise<InstanceDatabase> {
  const { account, binaries, dataFolder, notice } = placeServer(folder);
  const made = initialise({ binaries, account, dataFolder, password: secrets.databasePassword });
  // The same port at each start when it is free, so that a tool pointed at the database keeps working.
  const portFile = join(folder, 'postgres.port');
  const port = await freePort(existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || 0 : 0);
  writeFileSync(portFile, String(port));
  const server = await startServer({
    binaries,
    account,
    dataFolder,
    port,
    password: secrets.databasePassword,
    logFile: join(folder, 'logs', 'postgres.log'),
  });
  const adminUrl = server.url('postgres');
  await ensureApplicationDatabase(server, secrets.applicationPassword);
  const url = new URL(server.url(DATABASE));
  url.username = APPLICATION;
  url.password = secrets.applicationPassword;
  const where = notice ?? `data in ${dataFolder}`;
  return {
    url: url.href,
    ownerUrl: asOwner(server.url(DATABASE)),
    adminUrl,
    server,
    summary: `PostgreSQL 18 on port ${port}, ${made === 'made' ? 'new' : 'kept'}; ${where}`,
  };
}

/** The owner never signs in: the superuser takes its role, so that what a migration makes belongs to it. */
function asOwner(url: string): string {
  const target = new URL(url);
  target.searchParams.set('options', `-c role=${OWNER}`);
  return target.href;
}

/** The application neither is a superuser nor owns a table: what the database refuses (changing the log, say) it cannot switch off. */
async function ensureApplicationDatabase(server: RunningServer, password: string): Promise<void> {
  const [application, owner, database] = [APPLICATION, OWNER, DATABASE].map(escapeIdentifier);
  await withClient(server.url('postgres'), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1)',
      [[APPLICATION, OWNER]],
    );
    const has = (name: string): boolean => rows.some((row) => row.name === name);
    if (!has(OWNER)) await client.query(`CREATE ROLE ${owner} NOLOGIN`);
    if (!has(APPLICATION)) await client.query(`CREATE ROLE ${application} LOGIN PASSWORD ${escapeLiteral(password)}`);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${owner}`);
    else await client.query(`ALTER DATABASE ${database} OWNER TO ${owner}`);
  });
  // Folders from before there were two roles hold tables of the application's own.
  await withClient(server.url(DATABASE), (client) => client.query(`REASSIGN OWNED BY ${application} TO ${owner}`));
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
