import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createConnection, type Connection } from 'mysql2/promise';
import { serverAccount } from '@/lib/platform/embedded-postgres/account';
import { freePort } from '@/lib/platform/ports';

const PLACES = ['/usr/sbin/mariadbd', '/usr/local/sbin/mariadbd', '/opt/homebrew/bin/mariadbd', '/usr/sbin/mysqld'];

const findServer = (): string | undefined =>
  [process.env.MARIADBD_PATH, ...PLACES].find((file) => file && existsSync(file));

/** Finds MariaDB's server or installs Debian's package where we may. @throws where there is none: its tests must not pass for a success */
function ensureServer(): string {
  const found = findServer();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'))
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'mariadb-server']])
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
  const installed = findServer();
  if (!installed)
    throw new Error(
      'The tests of MySQL and MariaDB need a server: install mariadb-server, or name mariadbd in MARIADBD_PATH.',
    );
  return installed;
}

// Waits for the end of its standard input, which comes when the test run is gone however it went, then clears up.
const GUARD = `
process.stdin.resume().on('end', () => {
  const [pid, folder] = process.argv.slice(1);
  try { process.kill(Number(pid), 'SIGKILL'); } catch {}
  setTimeout(() => require('node:fs').rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }), 300);
});`;

export type MariaDb = {
  /** The address of a database with a login. */
  readonly url: (user: string, password: string, database: string) => string;
  readonly admin: Connection;
  readonly stop: () => Promise<void>;
};

/** A MariaDB of our own on a free port; it ends with this process even when that is killed. */
export async function throwAwayMariaDb(): Promise<MariaDb> {
  const server = ensureServer();
  const folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-mariadb-'));
  const [data, port] = [path.join(folder, 'data'), await freePort()];
  chmodSync(folder, 0o711);
  // Root must not run the server as itself; whoever else runs it does.
  const account = serverAccount(data);
  const user = account === null ? [] : ['--user=root'];
  const made = spawnSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stderr.slice(-500)}`);
  const child = spawn(
    server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${path.join(folder, 'socket')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=32M',
      ...user,
    ],
    { stdio: 'ignore' },
  );
  const guard = spawn(process.execPath, ['-e', GUARD, String(child.pid), folder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  return {
    url: (name, password, database) => `mysql://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    admin: await connected(port),
    async stop() {
      guard.stdin.end();
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connected(port: number): Promise<Connection> {
  for (let tries = 0; ; tries++) {
    try {
      return await createConnection({
        host: '127.0.0.1',
        port,
        user: 'root',
        multipleStatements: true,
        charset: 'utf8mb4',
      });
    } catch (error) {
      if (tries >= 300) throw error;
      await setTimeout(200);
    }
  }
}
