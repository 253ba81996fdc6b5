import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { closeDb } from '@/lib/platform/db/client';
import { serverUrl, testDatabase } from './database';
import { instanceSettings } from './instance-settings';
import { connected, shopDatabase } from './shop';

// Heavy has many bills, one of which waits at a gate, so that a test can stop a collection in its middle and be sure that it is the middle.
const GATED = `
  CREATE FUNCTION gated(id int, value text) RETURNS text LANGUAGE plpgsql STABLE COST 10000 AS $$
    BEGIN
      -- Not waiting for the lock itself: a session of ours gives up a lock after ten seconds.
      WHILE id = 12000 AND NOT pg_try_advisory_xact_lock_shared(4242) LOOP PERFORM pg_sleep(0.02); END LOOP;
      RETURN value;
    END $$;
  CREATE VIEW invoice AS SELECT invoice_id, customer_id, invoice_date, gated(invoice_id, billing_address) AS billing_address, billing_city,
    billing_state, billing_country, billing_postal_code, total FROM bill;
  INSERT INTO customer (customer_id, first_name, last_name, city, country, email) VALUES (3, 'Heavy', 'Buyer', 'Dublin', 'Ireland', 'heavy@example.com');
  INSERT INTO bill (invoice_id, customer_id, invoice_date, billing_address, total)
    SELECT n, 3, '2026-03-01', repeat('x', 60) || n, 1.00 FROM generate_series(1001, 21000) AS n`;

const GATE = 4242;

/** Bills of `heavy@example.com`: about six megabytes as JSON, and where among them the gate is. */
export const HEAVY = { bills: 20_000, beforeGate: 10_999 } as const;

export type Shop = {
  readonly readOnlyUrl: string;
  readonly sql: Client;
  /** Holds back the bill at the gate until the answer is called. */
  readonly closeGate: () => Promise<() => Promise<void>>;
  readonly drop: () => Promise<void>;
};

/** A source database of the chinook controller's shape, with a gate. */
async function aShop(): Promise<Shop> {
  const { role, sql, ...shop } = await shopDatabase(serverUrl(), GATED);
  // Rows leave in the order of the index, one by one: a sort would first take them all through the gate.
  for (const way of ['sort', 'hashjoin', 'mergejoin', 'seqscan', 'bitmapscan'])
    await sql.query(`ALTER ROLE ${role} SET enable_${way} = off`);
  return {
    ...shop,
    sql,
    async closeGate() {
      await sql.query('SELECT pg_advisory_lock($1)', [GATE]);
      return async () => {
        await sql.query('SELECT pg_advisory_unlock($1)', [GATE]);
      };
    },
  };
}

export type TestInstance = {
  readonly shop: Shop;
  readonly sql: Client;
  readonly blobDir: string;
  readonly stop: () => Promise<void>;
};

/**
 * Everything a process of ours needs, of the test's own: settings in the environment, a migrated database, a folder for blobs, the chinook
 * controller and a shop to collect from. To be called before anything of the product reads its settings.
 */
export async function anInstance(settings: Readonly<Record<string, string>> = {}): Promise<TestInstance> {
  const [database, shop] = [await testDatabase(), await aShop()];
  const blobDir = mkdtempSync(path.join(tmpdir(), 'rightsdesk-blobs-'));
  Object.assign(
    process.env,
    instanceSettings({ databaseUrl: database.url, blobDir, sourceUrl: shop.readOnlyUrl }),
    settings,
  );
  const sql = await connected(database.url);
  return {
    shop,
    sql,
    blobDir,
    async stop() {
      await sql.end();
      await closeDb();
      await database.drop();
      await shop.drop();
      rmSync(blobDir, { recursive: true, force: true });
      rmSync(`${blobDir}.checkpoints`, { force: true });
    },
  };
}

/** An instance for the tests of one file: there before the first of them, gone after the last. */
export function instanceOfFile(settings: Readonly<Record<string, string>> = {}): TestInstance {
  const instance = {} as TestInstance;
  beforeAll(async () => void Object.assign(instance, await anInstance(settings)));
  afterAll(() => instance.stop());
  return instance;
}
