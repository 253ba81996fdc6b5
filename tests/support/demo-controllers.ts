import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { closeDb } from '@/lib/platform/db/client';
import { TEST_CONTROLLERS } from './chinook';
import { serverUrl, testDatabase } from './database';

// Tables as Chinook has them, with people of our own: Luis with something everywhere, Quiet with an account alone, Heavy with many bills.
// One bill of Heavy's waits at a gate, so that a test can stop a collection in its middle and be sure that it is the middle.
const SHOP = `
  CREATE TABLE employee (employee_id int PRIMARY KEY, title text, first_name text, last_name text, email text, birth_date date);
  CREATE TABLE customer (customer_id int PRIMARY KEY, first_name text, last_name text, company text, address text, city text, state text,
    country text, postal_code text, phone text, fax text, email text, support_rep_id int REFERENCES employee);
  CREATE TABLE track (track_id int PRIMARY KEY, name text, composer text, milliseconds int);
  CREATE TABLE bill (invoice_id int PRIMARY KEY, customer_id int REFERENCES customer, invoice_date timestamp, billing_address text, billing_city text,
    billing_state text, billing_country text, billing_postal_code text, total numeric(10, 2));
  CREATE TABLE invoice_line (invoice_line_id int PRIMARY KEY, invoice_id int, track_id int REFERENCES track, unit_price numeric(10, 2), quantity int);
  CREATE FUNCTION gated(id int, value text) RETURNS text LANGUAGE plpgsql STABLE COST 10000 AS $$
    BEGIN
      -- Not waiting for the lock itself: a session of ours gives up a lock after ten seconds.
      WHILE id = 12000 AND NOT pg_try_advisory_xact_lock_shared(4242) LOOP PERFORM pg_sleep(0.02); END LOOP;
      RETURN value;
    END $$;
  CREATE VIEW invoice AS SELECT invoice_id, customer_id, invoice_date, gated(invoice_id, billing_address) AS billing_address, billing_city,
    billing_state, billing_country, billing_postal_code, total FROM bill;
  INSERT INTO employee VALUES (3, 'Sales Support Agent', 'Jane', 'Peacock', 'jane@chinook.example.com', '1973-08-29');
  INSERT INTO customer (customer_id, first_name, last_name, city, country, phone, email, support_rep_id) VALUES
    (1, 'Luís', 'Gonçalves', 'São José', 'Brazil', '+55 (12) 3923-5555', 'Luis@example.com', 3),
    (2, 'Анна', 'Крылова', 'София', 'Bulgaria', NULL, 'quiet@example.com', NULL),
    (3, 'Heavy', 'Buyer', 'Dublin', 'Ireland', NULL, 'heavy@example.com', NULL);
  INSERT INTO track VALUES (10, 'Ode', 'Jane Peacock', 215000), (11, 'Тишина', NULL, 273);
  INSERT INTO bill (invoice_id, customer_id, invoice_date, billing_address, total) VALUES
    (1, 1, '2026-01-02 03:04:05', 'Av. Brigadeiro 2170, c/o Jane Peacock', 3.98), (2, 1, '2026-02-02', 'Jane Peacock''s desk', 0.99);
  INSERT INTO invoice_line VALUES (1, 1, 10, 1.99, 1), (2, 1, 11, 1.99, 1), (3, 2, 10, 0.99, 1);
  INSERT INTO bill (invoice_id, customer_id, invoice_date, billing_address, total)
    SELECT n, 3, '2026-03-01', repeat('x', 60) || n, 1.00 FROM generate_series(1001, 21000) AS n`;

const GATE = 4242;

/** Bills of `heavy@example.com`: about six megabytes as JSON, and where among them the gate is. */
export const HEAVY = { bills: 20_000, beforeGate: 10_999 } as const;

const [INDEX_KEY, MASTER_KEY] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64'));
const SIGNING_KEY = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export type Shop = {
  readonly readOnlyUrl: string;
  readonly sql: Client;
  /** Holds back the bill at the gate until the answer is called. */
  readonly closeGate: () => Promise<() => Promise<void>>;
  readonly drop: () => Promise<void>;
};

/** A source database of the chinook controller's shape, with a login that can only read. */
async function aShop(): Promise<Shop> {
  const id = randomBytes(5).toString('hex');
  const [database, role, password] = [`shop_${id}`, `shop_reader_${id}`, randomBytes(12).toString('hex')];
  const admin = await connected(serverUrl());
  await admin.query(`CREATE DATABASE ${database} TEMPLATE template0`);
  await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  const sql = await connected(url.href);
  await sql.query(SHOP);
  await sql.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
  // Rows leave in the order of the index, one by one: a sort would first take them all through the gate.
  for (const way of ['sort', 'hashjoin', 'mergejoin', 'seqscan', 'bitmapscan']) await sql.query(`ALTER ROLE ${role} SET enable_${way} = off`);
  const reader = Object.assign(new URL(url), { username: role, password });
  return {
    readOnlyUrl: reader.href,
    sql,
    async closeGate() {
      await sql.query('SELECT pg_advisory_lock($1)', [GATE]);
      return async () => {
        await sql.query('SELECT pg_advisory_unlock($1)', [GATE]);
      };
    },
    async drop() {
      await sql.end();
      await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
      await admin.query(`DROP ROLE ${role}`);
      await admin.end();
    },
  };
}

export type TestInstance = { readonly shop: Shop; readonly sql: Client; readonly blobDir: string; readonly stop: () => Promise<void> };

/**
 * Everything a process of ours needs, of the test's own: settings in the environment, a migrated database, a folder for blobs, the chinook
 * controller and a shop to collect from. To be called before anything of the product reads its settings.
 */
export async function anInstance(settings: Readonly<Record<string, string>> = {}): Promise<TestInstance> {
  const [database, shop] = [await testDatabase(), await aShop()];
  const blobDir = mkdtempSync(path.join(tmpdir(), 'rightsdesk-blobs-'));
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    BASE_URL: 'https://rights.example.com',
    MASTER_KEYS: `first:${MASTER_KEY}`,
    INDEX_KEY,
    SIGNING_KEY,
    NEXTAUTH_SECRET: 'n'.repeat(44),
    BLOB_DIR: blobDir,
    CHECKPOINT_FILE: `${blobDir}.checkpoints`,
    CONTROLLERS_DIR: TEST_CONTROLLERS,
    CHINOOK_DB_URL: shop.readOnlyUrl,
    SMTP_URL: '',
    MAIL_FROM: 'Chinook <rights@chinook.example.com>',
    DEMO: '',
    ...settings,
  });
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
