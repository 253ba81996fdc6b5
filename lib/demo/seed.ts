import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DEMO_DATABASES, type DemoDatabase } from './databases';
import { demoPeople } from './people';

/** `bigRecords`: calls of the heavy person. `readerPassword`: of the read-only roles, kept by the caller. */
export type SeedOptions = {
  readonly adminUrl: string;
  readonly readerPassword: string;
  readonly bigRecords: number;
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
const completed = (bigRecords: number): string => `Rightsdesk demo, complete, ${bigRecords} calls of the heavy person`;

async function stateOf(admin: Client, { name }: DemoDatabase): Promise<string | null> {
  const { rows } = await admin.query<{ comment: string | null }>(
    "SELECT coalesce(shobj_description(oid, 'pg_database'), '') AS comment FROM pg_database WHERE datname = $1", [name]);
  return rows[0]?.comment ?? null;
}

async function fill(client: Client, database: DemoDatabase, reader: string, bigRecords: number): Promise<void> {
  const [dice, schema, rows] = await Promise.all([path.join(import.meta.dirname, 'dice.sql'), database.schemaFile, database.rowsFile].map((file) => readFile(file, 'utf8')));
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
    "SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')");
  for (const { name } of schemas) {
    await client.query(`GRANT USAGE ON SCHEMA ${escapeIdentifier(name)} TO ${reader}; GRANT SELECT ON ALL TABLES IN SCHEMA ${escapeIdentifier(name)} TO ${reader}`);
  }
  await client.query('COMMIT');
  await client.query('ANALYZE');
}

async function seedDatabase(admin: Client, database: DemoDatabase, options: SeedOptions): Promise<void> {
  const state = await stateOf(admin, database);
  const name = escapeIdentifier(database.name);
  if (state === completed(options.bigRecords)) return;
  options.onProgress?.(database.name);
  if (state !== null) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  await withClient(inDatabase(options.adminUrl, database.name), (client) => fill(client, database, readerOf(database), options.bigRecords));
  await admin.query(`COMMENT ON DATABASE ${name} IS ${escapeLiteral(completed(options.bigRecords))}`);
}

const readerOf = ({ name }: DemoDatabase): string => escapeIdentifier(`${name}_reader`);

async function giveReader(admin: Client, database: DemoDatabase, password: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [`${database.name}_reader`]);
  if (rowCount === 0) await admin.query(`CREATE ROLE ${readerOf(database)}`);
  await admin.query(`ALTER ROLE ${readerOf(database)} LOGIN PASSWORD ${escapeLiteral(password)}`);
}

/**
 * Makes the source databases of the demo controllers and a role for each that can only read. What is complete already is left alone;
 * what a killed run left half made, or was made for another number of records, is made anew. Only databases named rightsdesk_demo_… are touched.
 * @param options.adminUrl a login that may create databases and roles
 * @returns the environment variables that the demo's data maps name
 */
export async function seedDemo(options: SeedOptions): Promise<{ env: Record<string, string> }> {
  const env: Record<string, string> = {};
  await withClient(options.adminUrl, async (admin) => {
    for (const database of DEMO_DATABASES) {
      await giveReader(admin, database, options.readerPassword);
      await seedDatabase(admin, database, options);
      const reader = new URL(inDatabase(options.adminUrl, database.name));
      reader.username = `${database.name}_reader`;
      reader.password = options.readerPassword;
      for (const urlName of database.urlNames) env[urlName] = reader.href;
    }
  });
  return { env };
}
