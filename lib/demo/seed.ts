import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { ROOT } from '@/lib/platform/root';
import { DEMO_DATABASES, type DemoDatabase } from './databases';
import { demoPeople } from './people';

/**
 * `bigRecords`: calls of the heavy person. `readerPassword`: of the roles that read and of those that erase, kept by the caller. `prefix`: with which the names of all
 * databases and roles begin, so that two demos can share a server.
 */
export type SeedOptions = {
  readonly adminUrl: string;
  readonly readerPassword: string;
  readonly bigRecords: number;
  readonly prefix?: string;
  readonly onProgress?: (database: string) => void;
};

const inDatabase = (url: string, database: string): string => {
  const target = new URL(url);
  target.pathname = `/${database}`;
  return target.href;
};

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

// Written last, as the database's comment: a database without it was left by a seeding that did not end.
const completed = ({ heavy }: DemoDatabase, { bigRecords }: SeedOptions): string =>
  heavy
    ? `Rightsdesk demo, erasable, complete, ${bigRecords} calls of the heavy person`
    : 'Rightsdesk demo, erasable, complete';

async function stateOf(admin: Client, name: string): Promise<string | null> {
  const { rows } = await admin.query<{ comment: string | null }>(
    "SELECT coalesce(shobj_description(oid, 'pg_database'), '') AS comment FROM pg_database WHERE datname = $1",
    [name],
  );
  return rows[0]?.comment ?? null;
}

async function fill(
  client: Client,
  database: DemoDatabase,
  { reader, writer }: { readonly reader: string; readonly writer: string },
  bigRecords: number,
): Promise<void> {
  const [dice, schema, rows] = await Promise.all(
    [path.join(ROOT, 'lib', 'demo', 'dice.sql'), database.schemaFile, database.rowsFile].map((file) =>
      readFile(file, 'utf8'),
    ),
  );
  await client.query('BEGIN');
  await client.query("SET LOCAL timezone = 'UTC'; SET LOCAL synchronous_commit = off");
  await client.query("SELECT set_config('demo.big_records', $1, true)", [String(bigRecords)]);
  await client.query(dice!);
  await client.query(schema!);
  // CREATE TABLE … AS takes no parameters.
  const people = escapeLiteral(JSON.stringify(demoPeople(database.controller)));
  await client.query(`CREATE TEMP TABLE person AS SELECT * FROM json_to_recordset(${people})
    AS p (id bigint, role text, name text, email text, phone text, born_on date, language text, country text, city text, street text); ANALYZE person`);
  await client.query(rows!);
  const { rows: schemas } = await client.query<{ name: string }>(
    "SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')",
  );
  for (const { name } of schemas) {
    await client.query(
      `GRANT USAGE ON SCHEMA ${escapeIdentifier(name)} TO ${reader}, ${writer};
       GRANT SELECT ON ALL TABLES IN SCHEMA ${escapeIdentifier(name)} TO ${reader}, ${writer};
       GRANT UPDATE, DELETE ON ALL TABLES IN SCHEMA ${escapeIdentifier(name)} TO ${writer}`,
    );
  }
  await client.query('COMMIT');
  await client.query('ANALYZE');
}

async function seedDatabase(admin: Client, database: DemoDatabase, name: string, options: SeedOptions): Promise<void> {
  const state = await stateOf(admin, name);
  const quoted = escapeIdentifier(name);
  if (state === completed(database, options)) return;
  options.onProgress?.(name);
  if (state !== null) await admin.query(`DROP DATABASE ${quoted} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${quoted} TEMPLATE template0 ENCODING 'UTF8'`);
  await withClient(inDatabase(options.adminUrl, name), (client) =>
    fill(
      client,
      database,
      { reader: escapeIdentifier(readerOf(name)), writer: escapeIdentifier(writerOf(name)) },
      options.bigRecords,
    ),
  );
  await admin.query(`COMMENT ON DATABASE ${quoted} IS ${escapeLiteral(completed(database, options))}`);
}

const readerOf = (name: string): string => `${name}_reader`;

const writerOf = (name: string): string => `${name}_writer`;

async function giveLogin(admin: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await admin.query(`CREATE ROLE ${escapeIdentifier(role)}`);
  await admin.query(`ALTER ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(password)}`);
}

// Any number would do, as long as every seeding takes the same one.
const SEEDING_LOCK = 4051315;

/**
 * Makes the source databases of the demo controllers and for each a role that can only read and one that can erase. What is complete already is left alone;
 * what a killed run left half made, or was made for another number of records, is made anew. Only databases of this prefix are touched.
 * @param options.adminUrl a login that may create databases and roles
 * @returns the environment variables that the demo's data maps name
 */
export async function seedDemo(options: SeedOptions): Promise<{ env: Record<string, string> }> {
  const env: Record<string, string> = {};
  await withClient(options.adminUrl, async (admin) => {
    // Two seedings at once would drop what the other is making. The lock goes with the connection, however it ends.
    await admin.query('SELECT pg_advisory_lock($1)', [SEEDING_LOCK]);
    for (const database of DEMO_DATABASES) {
      const name = `${options.prefix ?? 'rightsdesk_demo'}_${database.name}`;
      for (const role of [readerOf(name), writerOf(name)]) await giveLogin(admin, role, options.readerPassword);
      await seedDatabase(admin, database, name, options);
      const addressFor = (role: string): string => {
        const url = new URL(inDatabase(options.adminUrl, name));
        url.username = role;
        url.password = encodeURIComponent(options.readerPassword);
        return url.href;
      };
      for (const urlName of database.urlNames) {
        env[urlName] = addressFor(readerOf(name));
        env[urlName.replace(/_URL$/, '_WRITE_URL')] = addressFor(writerOf(name));
      }
    }
  });
  return { env };
}
