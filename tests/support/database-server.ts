import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/platform/migrate';
import { throwAwayServer } from './throw-away-server';

declare module 'vitest' {
  interface ProvidedContext {
    database: { serverUrl: string; template: string };
  }
}

const TEMPLATE = 'rightsdesk_template';

/** Vitest's global set-up: one server for the run, with one migrated database that each test copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await throwAwayServer();
  const admin = new Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await migrate(server.url(TEMPLATE));
  project.provide('database', { serverUrl: server.url('postgres'), template: TEMPLATE });
  return () => server.stop();
}
