import { Client } from 'pg';
import { DEMO_DATABASES } from '@/lib/demo/databases';
import { serverUrl } from './database';

/** Removes the databases and logins of a demo that a test has seeded under a prefix of its own. */
export async function dropDemo(prefix: string): Promise<void> {
  const admin = new Client({ connectionString: serverUrl() });
  await admin.connect();
  for (const { name } of DEMO_DATABASES) {
    await admin.query(`DROP DATABASE IF EXISTS ${prefix}_${name} WITH (FORCE)`);
    await admin.query(`DROP ROLE IF EXISTS ${prefix}_${name}_reader, ${prefix}_${name}_writer`);
  }
  await admin.end();
}
