import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { closeDb } from '@/lib/platform/db/client';
import { migrate } from '@/lib/platform/migrate';
import { instanceSettings } from '@/tests/support/instance-settings';
import { connected, shopDatabase } from '@/tests/support/shop';
import { throwAwayServer } from '@/tests/support/throw-away-server';

/** A server, a migrated database, a shop and a folder for blobs, of the run's own; its settings stand in the environment, for child processes too. */
export type BenchInstance = { readonly shop: Client; readonly sql: Client; readonly stop: () => Promise<void> };

export async function benchInstance(): Promise<BenchInstance> {
  const server = await throwAwayServer();
  const blobDir = mkdtempSync(path.join(tmpdir(), 'rightsdesk-bench-'));
  const admin = await connected(server.url('postgres'));
  await admin.query('CREATE DATABASE rightsdesk');
  await admin.end();
  await migrate(server.url('rightsdesk'));
  const shop = await shopDatabase(server.url('postgres'), 'CREATE VIEW invoice AS SELECT * FROM bill');
  Object.assign(
    process.env,
    instanceSettings({ databaseUrl: server.url('rightsdesk'), blobDir, sourceUrl: shop.readOnlyUrl }),
  );
  const sql = await connected(server.url('rightsdesk'));
  return {
    shop: shop.sql,
    sql,
    async stop() {
      await closeDb();
      for (const client of [sql, shop.sql]) await client.end();
      await server.stop();
      rmSync(blobDir, { recursive: true, force: true });
      rmSync(`${blobDir}.checkpoints`, { force: true });
    },
  };
}
