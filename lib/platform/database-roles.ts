import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { OperatorError } from './operator-error';

/** Tables that are only ever added to: not even their trigger stands between the application and the past, since it may not change them. */
export const LOG_TABLES = ['AuditEvent', 'AuditLeaf', 'Checkpoint'] as const;

const QUEUE = 'graphile_worker';

/**
 * Lets the application's role read and write rows, and nothing more: it owns no table, so it can neither alter one nor switch off a
 * trigger, and the tables of the log it may only read and add to. The role is made when it is missing. Run as the owner of the tables.
 * @param applicationUrl what the application connects with; where it is the owner itself there is nothing to grant
 */
export async function grantApplication(owner: Client, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl);
  const name = decodeURIComponent(username);
  const { rows: me } = await owner.query<{ name: string; database: string }>(
    'SELECT current_user AS name, current_database() AS database',
  );
  if (name === '' || name === me[0]?.name) return;
  await makeRole(owner, name, decodeURIComponent(password));
  const role = escapeIdentifier(name);
  const logs = LOG_TABLES.map((table) => escapeIdentifier(table)).join(', ');
  await owner.query(`
    GRANT CONNECT ON DATABASE ${escapeIdentifier(me[0]?.database ?? '')} TO ${role};
    REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${role};
    GRANT USAGE ON SCHEMA public, ${QUEUE} TO ${role};
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, ${QUEUE} TO ${role};
    REVOKE UPDATE, DELETE ON ${logs} FROM ${role};
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations, ${QUEUE}.migrations FROM ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, ${QUEUE} TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE} TO ${role}`);
  await openQueueRows(owner, role);
}

async function makeRole(owner: Client, name: string, password: string): Promise<void> {
  const { rows } = await owner.query<{ rolsuper: boolean }>('SELECT rolsuper FROM pg_roles WHERE rolname = $1', [name]);
  if (rows[0]?.rolsuper)
    throw new OperatorError(
      `DATABASE_URL names the superuser "${name}": give the application a role of its own, which this command then makes.`,
    );
  if (rows.length > 0) return;
  try {
    await owner.query(`CREATE ROLE ${escapeIdentifier(name)} LOGIN PASSWORD ${escapeLiteral(password)}`);
  } catch (error) {
    throw new OperatorError(
      `The application's role "${name}" does not exist and MIGRATION_DATABASE_URL may not make it (${(error as Error).message}): make it once, with LOGIN and its password.`,
    );
  }
}

/** The queue's tables have row-level security and no policy, which hides every row from whoever does not own them. */
async function openQueueRows(owner: Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    'SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = $1::regnamespace AND c.relrowsecurity',
    [QUEUE],
  );
  for (const { name } of rows) {
    const table = `${QUEUE}.${escapeIdentifier(name)}`;
    await owner.query(
      `DROP POLICY IF EXISTS application ON ${table}; CREATE POLICY application ON ${table} TO ${role} USING (true) WITH CHECK (true)`,
    );
  }
}

/** What a role could do to the log beyond adding to it, in words; null when it can do nothing more. */
export async function powerOverLog(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ superuser: boolean; owner: boolean; changes: boolean }>(
    `SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
       bool_or(pg_has_role(current_user, c.relowner, 'USAGE')) AS owner,
       bool_or(has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')) AS changes
     FROM pg_class c WHERE c.oid = ANY ($1::regclass[])`,
    [LOG_TABLES.map((table) => escapeIdentifier(table))],
  );
  if (rows[0]?.superuser) return 'is a superuser';
  if (rows[0]?.owner) return 'owns the tables of the log';
  return rows[0]?.changes ? 'may change the tables of the log' : null;
}
