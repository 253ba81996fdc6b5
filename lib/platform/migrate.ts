import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Client, DatabaseError } from 'pg';
import { grantApplication } from './database-roles';
import { OperatorError } from './operator-error';
import { ROOT } from './root';

const FOLDER = join(ROOT, 'prisma', 'migrations');

// The lock and the table Prisma's own command uses, so that both can work on the same database.
const LOCK = 72707369;
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

const CHECK_VIOLATION = '23514';

type Migration = { name: string; sql: string; checksum: string };

function migrationsIn(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings a database to the newest schema, the job queue's included: each file in its own transaction, one runner at a time.
 * @param ownerUrl the role that owns the tables
 * @param applicationUrl the role that the application connects with: it is given what it needs, and no more
 * @returns the names of the migrations applied now, none when the database was up to date.
 * @throws OperatorError when a file that is already applied has been edited since, or a row that is there does not fit the newer schema.
 */
export async function migrate(ownerUrl: string, applicationUrl = ownerUrl, folder = FOLDER): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(TABLE);
    const pending = await pendingMigrations(client, folder);
    for (const migration of pending) await apply(client, migration);
    await runMigrations({ connectionString: ownerUrl });
    await grantApplication(client, applicationUrl);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * The migrations a database still lacks. A database that was never migrated lacks all of them.
 * @throws OperatorError when a file that is already applied has been edited since.
 */
export async function pendingMigrations(client: Client, folder = FOLDER): Promise<Migration[]> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  if (!tables[0]?.there) return migrationsIn(folder);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  return migrationsIn(folder).filter((migration) => !isApplied(migration, applied));
}

function isApplied({ name, checksum }: Migration, applied: Map<string, string>): boolean {
  const known = applied.get(name);
  if (known !== undefined && known !== checksum) {
    throw new OperatorError(
      `The migration ${name} was changed after this database applied it: restore the file, and put the change into a new migration.`,
    );
  }
  return known !== undefined;
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)',
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    if (error instanceof DatabaseError && error.code === CHECK_VIOLATION)
      throw new OperatorError(
        `The migration ${name} was undone and nothing was changed: a row of "${error.table}" holds what this version does not know (constraint ${error.constraint}). Start the version that wrote it, or correct the row, then start this one again.`,
      );
    throw new Error(`The migration ${name} failed and was undone.`, { cause: error });
  }
}
