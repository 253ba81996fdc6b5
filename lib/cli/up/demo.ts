import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedDemoCases } from '@/lib/demo/cases';
import { DEMO_DATABASES } from '@/lib/demo/databases';
import { seedDemo } from '@/lib/demo/seed';
import { seedDemoStaff, type DemoSignIn } from '@/lib/demo/staff';
import { askedControllers } from '@/lib/features/requests/data';
import { controllers } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';
import { OperatorError } from '@/lib/platform/operator-error';
import { requireOwnInstance } from '../own-instance';
import type { InstanceDatabase } from './database';
import type { InstanceEnvironment } from './environment';
import type { Secrets } from './secrets';

export type DemoFacts = { staff: DemoSignIn[] };

export type Demo = {
  facts: DemoFacts;
  /** Its first cases were made just now. */ fresh: boolean;
  /** Addresses of the source systems, by the name the data map gives. */ sources: Record<string, string>;
  summary: string;
};

// What PostgreSQL answers a role that may make neither databases nor roles.
const INSUFFICIENT_PRIVILEGE = '42501';

type Options = {
  database: InstanceDatabase;
  env: InstanceEnvironment;
  secrets: Secrets;
  /** Null: as many as there are, else 100,000. */ callRecords: number | null;
};

const USUAL_CALLS = 100_000;

/** How many calls the demo has is kept beside the data: a later start without `--calls` must not make the demo anew. */
function callsOf(folder: string, wanted: number | null): number {
  const file = join(folder, 'demo-calls');
  const calls = wanted ?? (existsSync(file) ? Number(readFileSync(file, 'utf8')) : USUAL_CALLS);
  writeFileSync(file, String(calls));
  return calls;
}

/** @throws OperatorError where there are cases of a controller whose folder is not there: they could be neither shown nor answered */
async function requireFolders(data: string): Promise<void> {
  const without = (await askedControllers()).filter((id) => !controllers().has(id));
  if (without.length === 0) return;
  throw new OperatorError(
    `There are cases of ${without.join(', ')} in ${data}, and no such folder in CONTROLLERS_DIR (${process.env.CONTROLLERS_DIR}). ` +
      'Put the folder there, or try your own controllers on data of their own: npm run up -- --data another-folder',
  );
}

/** Makes the people who sign in, the first cases of the queue and the demo's source databases, where they are not there yet. */
export async function loadDemo({ database, env, secrets, callRecords }: Options): Promise<Demo> {
  // The use-cases below read their settings from this process.
  Object.assign(process.env, env);
  await requireOwnInstance({ demo: true });
  await requireFolders(env.RIGHTSDESK_DATA);
  const staff = await seedDemoStaff();
  const fresh = (await seedDemoCases()) > 0;
  await closeDb();
  if (!DEMO_DATABASES.some(({ controller: id }) => controllers().has(id)))
    return {
      facts: { staff },
      fresh: false,
      sources: {},
      summary: `${staff.length} people who sign in; your own controllers, so no cases and no source systems of the demo`,
    };
  try {
    const { env: sources } = await seedDemo({
      adminUrl: database.adminUrl,
      bigRecords: callsOf(env.RIGHTSDESK_DATA, callRecords),
      readerPassword: secrets.sourcePassword,
    });
    return {
      facts: { staff },
      fresh,
      sources,
      summary: `${staff.length} people who sign in, ${DEMO_DATABASES.flatMap(({ urlNames }) => urlNames).length} source systems`,
    };
  } catch (error) {
    if (database.server || (error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    const summary = `${staff.length} people who sign in; the role of DATABASE_URL may not make databases, so the demo's source systems are left out`;
    return { facts: { staff }, fresh: false, sources: {}, summary };
  }
}
