import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { runStatements } from './statements';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** Folder of the test controllers, as CONTROLLERS_DIR wants it. */
export const TEST_CONTROLLERS = path.join(ROOT, 'tests', 'controllers');

/** The sample database's script, which is not part of this repository. */
export const chinookSql = (): string =>
  process.env.CHINOOK_SQL ?? path.join(ROOT, '..', 'shared', 'data', 'chinook.sql');

/**
 * Why the tests on Chinook cannot run, or null when they can.
 * @throws in CI, where a missing sample database must not pass for a success
 */
export function chinookMissing(): string | null {
  if (existsSync(chinookSql())) return null;
  const reason = `the Chinook sample database is not at ${chinookSql()}; set CHINOOK_SQL to the script from github.com/lerocha/chinook-database`;
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}

/** A database with Chinook in it. `readOnlyUrl` is what the data map's CHINOOK_DB_URL stands for. */
export type Chinook = { readonly adminUrl: string; readonly readOnlyUrl: string; readonly drop: () => Promise<void> };

/**
 * Loads Chinook into a database of its own, with a role that can only read.
 * @param serverUrl a superuser's address on the server
 */
export async function loadChinook(serverUrl: string): Promise<Chinook> {
  const id = randomBytes(5).toString('hex');
  const [database, role, password] = [`chinook_${id}`, `chinook_reader_${id}`, randomBytes(18).toString('base64url')];
  await runStatements(
    serverUrl,
    `CREATE DATABASE ${escapeIdentifier(database)}`,
    `CREATE ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(password)}`,
  );
  const admin = new URL(serverUrl);
  admin.pathname = `/${database}`;
  const reader = new URL(admin);
  reader.username = role;
  reader.password = password;
  // The script makes a database and switches to it with a command of psql's; both are done above.
  const script = readFileSync(chinookSql(), 'utf8').replace(/^(DROP DATABASE|CREATE DATABASE|\\c).*$/gm, '');
  await runStatements(
    admin.href,
    script,
    `GRANT USAGE ON SCHEMA public TO ${escapeIdentifier(role)}`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${escapeIdentifier(role)}`,
  );
  return {
    adminUrl: admin.href,
    readOnlyUrl: reader.href,
    drop: () =>
      runStatements(
        serverUrl,
        `DROP DATABASE ${escapeIdentifier(database)} WITH (FORCE)`,
        `DROP ROLE ${escapeIdentifier(role)}`,
      ),
  };
}
