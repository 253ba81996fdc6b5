import { randomBytes, randomUUID } from 'node:crypto';
import { run } from 'graphile-worker';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { powerOverLog } from '@/lib/platform/database-roles';
import { migrate } from '@/lib/platform/migrate';
import { serverUrl, testDatabase, type TestDatabase } from '../../support/database';

const id = randomBytes(4).toString('hex');
const [owner, application] = [`owner_${id}`, `app_${id}`];

let database: TestDatabase;
let admin: Client;
let app: Client;
let appUrl: string;

const as = (name: string): string => {
  const url = new URL(database.url);
  [url.username, url.password] = [name, 'p%40ss'];
  return url.href;
};

const connected = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
};

beforeAll(async () => {
  database = await testDatabase('template1');
  admin = await connected(database.url);
  await admin.query(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD 'p@ss'`);
  await admin.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} OWNER TO ${owner}`);
  appUrl = as(application);
  await migrate(as(owner), appUrl);
  app = await connected(appUrl);
  await app.query(EVENT);
});

afterAll(async () => {
  await app.end();
  await admin.end();
  await database.drop();
  const server = await connected(serverUrl());
  await server.query(`DROP ROLE ${application}; DROP ROLE ${owner}`);
  await server.end();
});

const EVENT = `INSERT INTO "AuditEvent" ("id", "at", "kind", "actorKind", "actorId", "body", "tag") VALUES ('${randomUUID()}', now(), 'StatusRead', 'system', 'portal', '{}', 'x')`;
const TABLES = ['AuditEvent', 'AuditLeaf', 'Checkpoint'];

describe('the role of the application', () => {
  it.each(
    TABLES.flatMap((table) => [
      `ALTER TABLE "${table}" DISABLE TRIGGER ALL`,
      `DROP TRIGGER "${table}_append_only" ON "${table}"`,
      `UPDATE "${table}" SET ${table === 'AuditEvent' ? '"kind" = "kind"' : table === 'AuditLeaf' ? '"hash" = "hash"' : '"note" = "note"'}`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}" CASCADE`,
      `DROP TABLE "${table}" CASCADE`,
      `CREATE TRIGGER other BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_log()`,
    ]),
  )('is refused: %s', async (sql) => {
    await expect(app.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    expect((await admin.query('SELECT FROM "AuditEvent"')).rowCount).toBe(1);
  });

  it.each([
    'CREATE TABLE mine (n int)',
    'CREATE FUNCTION public.refuse_change_of_log() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'ALTER TABLE "Case" ADD COLUMN x int',
    `SET ROLE ${owner}`,
    'SET session_replication_role = replica',
    'UPDATE _prisma_migrations SET checksum = checksum',
  ])('makes and becomes nothing: %s', async (sql) => {
    await expect(app.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('reads and writes everything else, and adds to the log', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname !~ '^_'`,
    );
    for (const { name } of rows)
      expect([
        name,
        (
          await app.query("SELECT has_table_privilege($1, 'SELECT') AND has_table_privilege($1, 'INSERT') AS may", [
            `"${name}"`,
          ])
        ).rows,
      ]).toEqual([name, [{ may: true }]]);
  });

  it('works the queue, which hides its rows from whoever does not own them', async () => {
    const done: unknown[] = [];
    const runner = await run({
      connectionString: appUrl,
      concurrency: 2,
      pollInterval: 100,
      noHandleSignals: true,
      crontab: '* * * * * tick ?fill=1m',
      taskList: { tick: () => undefined, note: (payload) => void done.push(payload) },
    });
    await app.query(`SELECT graphile_worker.add_job('note', '{"n":1}', job_key => 'k')`);
    await expect.poll(() => done, { timeout: 20_000 }).toEqual([{ n: 1 }]);
    await expect
      .poll(async () => (await app.query('SELECT FROM graphile_worker._private_jobs WHERE key IS NOT NULL')).rowCount, {
        timeout: 20_000,
      })
      .toBe(0);
    await runner.stop();
  });

  it('keeps what it has when migrations run again, also those of an installation whose application once owned everything', async () => {
    expect(await migrate(as(owner), appUrl)).toEqual([]);
    expect(await powerOverLog(app)).toBeNull();
    const older = await testDatabase();
    const both = await connected(older.url);
    expect(await powerOverLog(both)).toBe('is a superuser');
    await both.end();
    await older.drop();
    const asOwner = await connected(as(owner));
    expect(await powerOverLog(asOwner)).toBe('owns the tables of the log');
    await asOwner.end();
  });
});
