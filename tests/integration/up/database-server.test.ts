import { Client } from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/support/database';

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('each test database is a copy of its own, with the job queue in place', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  await ask(one.url, 'CREATE TABLE mine (id int)');
  expect(await ask(other.url, `SELECT 1 FROM pg_tables WHERE tablename = 'mine'`)).toEqual([]);
  expect(await ask(one.url, `SELECT to_regproc('graphile_worker.add_job') IS NOT NULL AS ready`)).toEqual([
    { ready: true },
  ]);
  await Promise.all([one.drop(), other.drop()]);
});

test('the server keeps page checksums, asks for passwords and listens on the loopback address only', async () => {
  const { url, drop } = await testDatabase();
  const [settings] = await ask<Record<string, string>>(
    url,
    `SELECT current_setting('data_checksums') AS checksums, current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
            datlocprovider AS provider, datlocale AS locale FROM pg_database WHERE datname = current_database()`,
  );
  expect(settings).toEqual({ checksums: 'on', addresses: '127.0.0.1', sockets: '', provider: 'b', locale: 'C.UTF-8' });
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  await drop();
});
