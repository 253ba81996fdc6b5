import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { collectionPlan, type CollectionStep } from '@/lib/domain/datamap/plan';
import type { Identities } from '@/lib/domain/datamap/identity';
import type { DataMap, DataSystem } from '@/lib/domain/datamap/types';
import { serverUrl } from '@/tests/support/database';
import { runStatements } from '@/tests/support/statements';

/** A source database of a test's own, with one role that may only read and whatever else the test grants. */
export type Source = {
  readonly adminUrl: string;
  readonly readerUrl: string;
  readonly reader: string;
  run(sql: string): Promise<void>;
  /** The records a query gives, as an administrator sees them. */
  read<Row extends object>(sql: string): Promise<Row[]>;
  drop(): Promise<void>;
};

const PASSWORD = 'a password with spaces & %41 signs';

/** @param ddl tables of the public schema; the role may read them all. @param how the database is made, as CREATE DATABASE takes it */
export async function sourceWith(ddl: string, how = ''): Promise<Source> {
  const id = randomBytes(5).toString('hex');
  const name = `source_${id}`;
  const reader = escapeIdentifier(`${name}_reader`);
  await runStatements(
    serverUrl(),
    `CREATE DATABASE ${name} ${how}`,
    `CREATE ROLE ${reader} LOGIN PASSWORD '${PASSWORD}'`,
  );
  const admin = new URL(serverUrl());
  admin.pathname = `/${name}`;
  await runStatements(admin.href, ddl, `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${reader}`);
  const readerUrl = new URL(admin);
  readerUrl.username = `${name}_reader`;
  readerUrl.password = encodeURIComponent(PASSWORD);
  return {
    adminUrl: admin.href,
    readerUrl: readerUrl.href,
    reader,
    run: (sql) => runStatements(admin.href, sql),
    read: async <Row extends object>(sql: string) => {
      const client = new Client({ connectionString: admin.href });
      await client.connect();
      try {
        return (await client.query<Row>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    drop: () => runStatements(serverUrl(), `DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${reader}`),
  };
}

/** The steps of one system, by the name of their table. */
export function stepsOf(dataMap: DataMap, systemId: string, identities: Identities): Record<string, CollectionStep> {
  const { steps } = collectionPlan(dataMap, identities).systems.find((system) => system.systemId === systemId)!;
  return Object.fromEntries(steps.map((step) => [step.name, step]));
}

export const systemOf = (dataMap: DataMap, id: string): DataSystem =>
  dataMap.systems.find((system) => system.id === id)!;
