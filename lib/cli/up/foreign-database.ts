import type { Client } from 'pg';
import { OperatorError } from '@/lib/platform/operator-error';

const WAYS =
  'Unset DATABASE_URL for the built-in database; run an installation with "rightsdesk migrate", "web" and "worker" instead';

/**
 * Lets the demo only where it cannot come among real people: into a database that it filled before, or into one without people and cases
 * when the operator said so. Asked before anything is written, migrations included.
 * @throws OperatorError
 */
export async function refuseForeignDatabase(client: Client, demoMayGoThere: boolean): Promise<void> {
  if (await isDemo(client)) return;
  const [staff, cases] = [await holds(client, 'StaffMember'), await holds(client, 'Case')];
  if (staff || cases) {
    const held = [staff && 'people who sign in', cases && 'cases'].filter(Boolean).join(' and ');
    throw new OperatorError(
      `The database of DATABASE_URL holds ${held} that are none of the demo's: "up" puts no public passwords beside them, whatever is asked. ${WAYS}.`,
    );
  }
  if (demoMayGoThere) return;
  throw new OperatorError(
    `DATABASE_URL names a database that "up" did not make: it would get the demo's cases, and people whose passwords are public. ${WAYS}. ` +
      'If the demo is to go there: --demo-into-database-url.',
  );
}

async function isDemo(client: Client): Promise<boolean> {
  if (!(await exists(client, 'Instance'))) return false;
  const { rows } = await client.query<{ demo: boolean }>('SELECT demo FROM "Instance"');
  return rows[0]?.demo ?? false;
}

const exists = async (client: Client, table: string): Promise<boolean> =>
  (await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [`"${table}"`])).rows[0]
    ?.there ?? false;

async function holds(client: Client, table: 'StaffMember' | 'Case'): Promise<boolean> {
  return (await exists(client, table)) && (await client.query(`SELECT FROM "${table}" LIMIT 1`)).rowCount !== 0;
}
