import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type {} from './database-server';
import { runStatements } from './statements';

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** The superuser's connection string to the run's own server, for tests that make databases and roles themselves. */
export const serverUrl = (): string => inject('database').serverUrl;

const asAdmin = (sql: string): Promise<void> => runStatements(serverUrl(), sql);

/** A migrated database of one's own. `drop` cuts off whoever is still connected. */
export async function testDatabase(template = inject('database').template): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`) };
}
