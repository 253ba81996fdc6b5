import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { initialise } from '@/lib/platform/embedded-postgres/initialise';
import { placeServer } from '@/lib/platform/embedded-postgres/place';
import { startServer, type RunningServer } from '@/lib/platform/embedded-postgres/server';
import { OperatorError } from '@/lib/platform/operator-error';
import { freePort } from '@/lib/platform/ports';
import type { Secrets } from './secrets';

export type InstanceDatabase = {
  /** What the application connects with. */
  url: string;
  /** May create databases and roles on the same server. */
  adminUrl: string;
  /** For the operator: what was started or found. */
  summary: string;
  /** Null when the server is the operator's own. */
  server: RunningServer | null;
};

const APPLICATION = 'rightsdesk_app';
const DATABASE = 'rightsdesk';

/** Starts the embedded server, or checks the operator's own when DATABASE_URL names one. */
export async function openDatabase(folder: string, secrets: Secrets, own: string | undefined): Promise<InstanceDatabase> {
  return own ? openOwn(own) : openEmbedded(folder, secrets);
}

async function openOwn(url: string): Promise<InstanceDatabase> {
  let version: number;
  try {
    version = await withClient(url, async (client) => Number((await client.query('SHOW server_version_num')).rows[0].server_version_num));
  } catch (error) {
    throw new OperatorError(`The database that DATABASE_URL names does not answer (${(error as Error).message}): check its address, name and password.`);
  }
  if (version < 150_000) throw new OperatorError(`Rightsdesk needs PostgreSQL 15 or newer and DATABASE_URL leads to ${Math.floor(version / 10_000)}: upgrade it, or unset DATABASE_URL.`);
  return { url, adminUrl: url, server: null, summary: `PostgreSQL ${Math.floor(version / 10_000)} of DATABASE_URL` };
}

async function openEmbedded(folder: string, secrets: Secrets): Promise<InstanceDatabase> {
  const { account, binaries, dataFolder, notice } = placeServer(folder);
  const made = initialise({ binaries, account, dataFolder, password: secrets.databasePassword });
  // The same port at each start when it is free, so that a tool pointed at the database keeps working.
  const portFile = join(folder, 'postgres.port');
  const port = await freePort(existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || 0 : 0);
  writeFileSync(portFile, String(port));
  const server = await startServer({ binaries, account, dataFolder, port, password: secrets.databasePassword, logFile: join(folder, 'logs', 'postgres.log') });
  const adminUrl = server.url('postgres');
  await ensureApplicationDatabase(adminUrl, secrets.applicationPassword);
  const url = new URL(server.url(DATABASE));
  url.username = APPLICATION;
  url.password = secrets.applicationPassword;
  const where = notice ?? `data in ${dataFolder}`;
  return { url: url.href, adminUrl, server, summary: `PostgreSQL 18 on port ${port}, ${made === 'made' ? 'new' : 'kept'}; ${where}` };
}

/** The application is no superuser: what the database refuses (changing the log, say) it cannot switch off. */
async function ensureApplicationDatabase(adminUrl: string, password: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION]);
    if (role.rowCount === 0) await client.query(`CREATE ROLE ${escapeIdentifier(APPLICATION)} LOGIN PASSWORD ${escapeLiteral(password)}`);
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(DATABASE)} OWNER ${escapeIdentifier(APPLICATION)}`);
  });
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
