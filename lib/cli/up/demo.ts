import { seedDemo } from '@/lib/demo/seed';
import { seedDemoStaff, type DemoSignIn } from '@/lib/demo/staff';
import { closeDb } from '@/lib/platform/db/client';
import type { InstanceDatabase } from './database';
import type { InstanceEnvironment } from './environment';
import type { Secrets } from './secrets';

export type DemoFacts = { staff: DemoSignIn[] };

export type Demo = { facts: DemoFacts; /** Addresses of the source systems, by the name the data map gives. */ sources: Record<string, string>; summary: string };

// What PostgreSQL answers a role that may make neither databases nor roles.
const INSUFFICIENT_PRIVILEGE = '42501';

type Options = { database: InstanceDatabase; env: InstanceEnvironment; secrets: Secrets; callRecords: number };

/** Makes the people who sign in and the demo's source databases, where they are not there yet. */
export async function loadDemo({ database, env, secrets, callRecords }: Options): Promise<Demo> {
  // The use-cases below read their settings from this process.
  Object.assign(process.env, env);
  const staff = await seedDemoStaff();
  await closeDb();
  try {
    const { env: sources } = await seedDemo({ adminUrl: database.adminUrl, bigRecords: callRecords, password: secrets.sourcePassword });
    return { facts: { staff }, sources, summary: `${staff.length} people who sign in, ${Object.keys(sources).length} source systems` };
  } catch (error) {
    if (database.server || (error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    const summary = `${staff.length} people who sign in; the role of DATABASE_URL may not make databases, so the demo's source systems are left out`;
    return { facts: { staff }, sources: {}, summary };
  }
}
