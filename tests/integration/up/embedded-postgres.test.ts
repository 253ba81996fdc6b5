import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { initialise } from '@/lib/platform/embedded-postgres/initialise';
import { placeServer } from '@/lib/platform/embedded-postgres/place';
import { startServer, type RunningServer } from '@/lib/platform/embedded-postgres/server';
import { freePort } from '@/lib/platform/ports';
import { isAlive } from '@/lib/platform/processes';

let base: string;
let root: string;
let running: RunningServer[];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rightsdesk-embedded-'));
  chmodSync(base, 0o711);
  root = join(base, 'data');
  mkdirSync(root, { mode: 0o711 });
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  rmSync(base, { recursive: true });
});

async function start(): Promise<RunningServer> {
  const { account, binaries, dataFolder } = placeServer(root);
  initialise({ account, binaries, dataFolder, password: 'secret', throwAway: true });
  const server = await startServer({
    account,
    binaries,
    dataFolder,
    password: 'secret',
    port: await freePort(),
    logFile: join(root, 'postgres.log'),
  });
  running.push(server);
  return server;
}

async function ask(server: RunningServer, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url('postgres') });
  // A killed server cuts the connection; whoever asked learns that from the query.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('what was committed is there after the server was killed', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
  process.kill(first.pid, 'SIGKILL');
  const second = await start();
  expect(await ask(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('a server that outlived its start is replaced, not joined', async () => {
  const orphan = await start();
  await ask(orphan, 'CREATE TABLE kept AS SELECT 42 AS answer');
  const second = await start();
  expect(isAlive(orphan.pid)).toBe(false);
  expect(await ask(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('a process id left behind that now belongs to another program stops nothing, neither the start nor that program', async () => {
  const first = await start();
  await first.stop();
  writeFileSync(join(root, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(root, 'postgres')}\n`);
  const second = await start();
  expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a data folder whose making was interrupted is made again', async () => {
  mkdirSync(join(root, 'postgres'));
  writeFileSync(join(root, 'postgres', 'PG_VERSION'), '18\n');
  writeFileSync(join(root, 'postgres.unfinished'), '');
  const server = await start();
  expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(root, 'postgres.unfinished'))).toBe(false);
});

test('the end of a server that nobody asked for is told, an asked one is not', async () => {
  const server = await start();
  const told = new Promise<string>((resolve) => server.onExit(() => resolve('told')));
  process.kill(server.pid, 'SIGKILL');
  expect(await told).toBe('told');

  const other = await start();
  let heard = false;
  other.onExit(() => (heard = true));
  await other.stop();
  expect({ heard, alive: isAlive(other.pid) }).toEqual({ heard: false, alive: false });
});

test('root lends the server another account and a place which that account reaches; anyone else runs it as themselves', () => {
  const closed = join(base, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const place = placeServer(closed, join(base, 'elsewhere'));
  const isRoot = process.getuid?.() === 0;
  expect(place.account === null).toBe(!isRoot);
  expect(place.dataFolder.startsWith(isRoot ? join(base, 'elsewhere') : closed)).toBe(true);
  expect(place.notice === null).toBe(!isRoot);
  initialise({ ...place, password: 'secret', throwAway: true });
  expect(statSync(place.dataFolder).uid).toBe(place.account?.uid ?? process.getuid?.());
});
