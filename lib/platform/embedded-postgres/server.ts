import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { OperatorError } from '@/lib/platform/operator-error';
import { asAccount, type ServerAccount } from './account';
import { ENVIRONMENT, program } from './binaries';
import { SUPERUSER } from './initialise';
import { leftoverServer, stopServer } from './postmaster';

export type RunningServer = {
  /** Connection string of the superuser to a database of this server. */
  url: (database: string) => string;
  pid: number;
  stop: () => Promise<void>;
  /** Called once if the server ends without having been asked to. */
  onExit: (listener: () => void) => void;
};

type Options = {
  binaries: string;
  account: ServerAccount;
  dataFolder: string;
  port: number;
  password: string;
  logFile: string;
  settings?: Record<string, string>;
};

// After kill -9 of a postmaster its children hold the shared memory for a second or two, and the next start is refused meanwhile.
const ATTEMPTS = 40;
const PAUSE_MS = 250;

/**
 * Starts PostgreSQL on an initialised data folder and waits until it answers. A server left over by a killed
 * start is stopped first. Listens on the loopback address only and makes no socket file.
 * @throws OperatorError with the server's last words when it does not come up.
 */
export async function startServer(options: Options): Promise<RunningServer> {
  const leftover = leftoverServer(options.dataFolder);
  if (leftover) await stopServer(leftover);
  else rmSync(join(options.dataFolder, 'postmaster.pid'), { force: true });

  const url = (database: string): string =>
    `postgresql://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/${database}`;
  for (let attempt = 1; ; attempt += 1) {
    const child = launch(options);
    if (await answers(child, url('postgres'))) return running(child, url);
    child.kill('SIGQUIT');
    if (attempt === ATTEMPTS || !/already exists|still in use|starting up|in recovery/.test(tail(options.logFile))) {
      throw new OperatorError(
        `The embedded PostgreSQL did not start: ${tail(options.logFile)} (its log: ${options.logFile}).`,
      );
    }
    await sleep(PAUSE_MS);
  }
}

function launch({ binaries, account, dataFolder, port, logFile, settings }: Options): ChildProcess {
  const flags = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const log = openSync(logFile, 'w', 0o600);
  try {
    return spawn(
      program(binaries, 'postgres'),
      ['-D', dataFolder, ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      // A group of its own: Ctrl-C in the terminal reaches `up`, which then stops things in order.
      { ...asAccount(account), cwd: '/', detached: true, stdio: ['ignore', log, log], env: ENVIRONMENT },
    );
  } finally {
    closeSync(log);
  }
}

async function answers(child: ChildProcess, url: string): Promise<boolean> {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  while (!ended) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return !ended;
    } catch {
      await sleep(20);
    }
  }
  return false;
}

function running(child: ChildProcess, url: RunningServer['url']): RunningServer {
  const pid = child.pid as number;
  let asked = false;
  return {
    url,
    pid,
    async stop() {
      asked = true;
      await stopServer(pid);
    },
    onExit: (listener) => child.once('exit', () => asked || listener()),
  };
}

const tail = (file: string): string => readFileSync(file, 'utf8').trim().split('\n').slice(-2).join(' / ');
