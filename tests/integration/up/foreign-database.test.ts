import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import { refuseForeignDatabase } from '@/lib/cli/up/foreign-database';
import { testDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
let client: Client;
let folder: string;

beforeEach(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  folder = mkdtempSync(join(tmpdir(), 'rightsdesk-foreign-'));
});

afterEach(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const REAL_DPO = `INSERT INTO "StaffMember" (id, email, name, "passwordHash", "sealedTotp", roles) VALUES (gen_random_uuid(), 'dpo@real.example', 'Real', 'x', 'x', '{dpo}')`;
const made = (demo: boolean) =>
  `INSERT INTO "Instance" ("indexKeyCheck", "sealedLogKey", demo, "createdAt") VALUES ('x', 'x', ${demo}, now())`;

const up = (...flags: string[]) =>
  spawnSync(process.execPath, ['lib/cli/rightsdesk.js', 'up', '--port', '3598', '--data', folder, ...flags], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: database.url },
  });

describe('up with DATABASE_URL set', () => {
  it('puts nothing into a database that it did not make, and says what to do instead', async () => {
    const { status, stderr } = up();
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(
        /names a database that "up" did not make[^]*Unset DATABASE_URL[^]*--demo-into-database-url/,
      ),
    ]);
    expect((await client.query('SELECT FROM "StaffMember"')).rowCount).toBe(0);
  });

  it('puts nothing beside real people or cases, not even when it is told to', async () => {
    await client.query(REAL_DPO);
    const { status, stderr } = up('--demo-into-database-url');
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('holds people who sign in that are none of the demo'),
    ]);
    expect((await client.query('SELECT email FROM "StaffMember"')).rows).toEqual([{ email: 'dpo@real.example' }]);
    expect((await client.query('SELECT FROM "Case"')).rowCount).toBe(0);
  });
});

describe('the demo may go', () => {
  it('into an empty database when the operator says so', async () => {
    await expect(refuseForeignDatabase(client, true)).resolves.toBeUndefined();
  });

  it('again into one that it filled, and into no installation', async () => {
    await client.query(REAL_DPO);
    await client.query(made(false));
    await expect(refuseForeignDatabase(client, true)).rejects.toThrow('none of the demo');
    await client.query('UPDATE "Instance" SET demo = true');
    await expect(refuseForeignDatabase(client, false)).resolves.toBeUndefined();
  });
});
