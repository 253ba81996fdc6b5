import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '@/lib/platform/migrate';
import { ROOT } from '@/lib/platform/root';
import { testDatabase, type TestDatabase } from '../../support/database';

const MIGRATIONS = join(ROOT, 'prisma', 'migrations');
const LISTED = '20261127131906_listed_columns';

let folder: string;
let database: TestDatabase;
let client: Client;

/** A database as the version before listed columns left it. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rightsdesk-migrations-'));
  for (const name of readdirSync(MIGRATIONS).filter((name) => /^\d/.test(name) && name < LISTED))
    cpSync(join(MIGRATIONS, name), join(folder, name), { recursive: true });
  database = await testDatabase('template0');
  await migrate(database.url, database.url, folder);
  client = new Client({ connectionString: database.url });
  await client.connect();
  // Rows of one table are enough here, without what they point at.
  await client.query('SET session_replication_role = replica');
  cpSync(join(MIGRATIONS, LISTED), join(folder, LISTED), { recursive: true });
});
afterEach(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const migrateOn = () => migrate(database.url, database.url, folder);

it('keeps of an answer that never came to its end that something was found, and none of it', async () => {
  await client.query(
    `INSERT INTO "SourceResult" ("id", "caseId", "taskId", "collectionId", "result", "records", "answeredAt")
     VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'calls', 'collecting', 12, now())`,
  );
  expect(await migrateOn()).toEqual([LISTED]);
  const { rows } = await client.query('SELECT "result", "records" FROM "SourceResult"');
  expect(rows).toEqual([{ result: 'found', records: 0 }]);
});

it('says which table holds what nobody knows, changes nothing, and goes on once that is mended', async () => {
  await client.query(
    `INSERT INTO "HolidayOverride" ("id", "calendar", "onDate", "change", "reason", "byId")
     VALUES (gen_random_uuid(), 'LU', '2030-06-02', 'moved', '', gen_random_uuid())`,
  );
  await expect(migrateOn()).rejects.toMatchObject({
    name: 'OperatorError',
    message: expect.stringMatching(/undone.*"HolidayOverride".*HolidayOverride_change_listed/) as string,
  });
  const { rows } = await client.query(`SELECT conname FROM pg_constraint WHERE conname LIKE '%\\_listed'`);
  expect(rows).toEqual([]);
  await client.query(`UPDATE "HolidayOverride" SET "change" = 'add'`);
  expect(await migrateOn()).toEqual([LISTED]);
});
