import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from '@/lib/platform/processes';
import { ROOT } from '@/lib/platform/root';

export type Child = {
  /** Changes when the process had to be started again. */
  pid: () => number;
  stop: () => Promise<void>;
};

type Options = {
  /** The command of `rightsdesk` it runs, which tells its parent `ready` when it is. */
  command: 'web' | 'worker' | 'demo';
  env: NodeJS.ProcessEnv;
  logFile: string;
  signal: AbortSignal;
  onRestart: (child: Child) => void;
  /** It failed again and again: nothing more is tried. */
  onGivenUp: (reason: string) => void;
};

// A process that was killed comes back; one that dies at once, five times in a minute, has a fault that starting again does not mend.
const RESTARTS = 5;
const WITHIN_MS = 60_000;

/** Starts a web or worker process, waits until it is ready, and starts it again whenever it ends unasked. */
export async function startChild(options: Options): Promise<Child> {
  let stopping = false;
  const deaths: number[] = [];
  let current = launch(options);

  const child: Child = {
    pid: () => current.pid as number,
    async stop() {
      stopping = true;
      await endProcess(current.pid as number, [
        ['SIGTERM', 10_000],
        ['SIGKILL', 2_000],
      ]);
    },
  };

  const revive = (): void => {
    if (stopping) return;
    const now = Date.now();
    deaths.push(now);
    if (deaths.filter((at) => now - at < WITHIN_MS).length > RESTARTS) {
      options.onGivenUp(lastWords(options));
      return;
    }
    current = launch(options);
    current.once('exit', revive);
    options.onRestart(child);
  };

  try {
    await ready(current, options);
  } catch (error) {
    await child.stop();
    throw error;
  }
  current.once('exit', revive);
  return child;
}

/** Runs a command to its end; one that is asked to stop, or fails, has simply done less. @returns how it ended */
export async function runChild(
  options: Pick<Options, 'command' | 'env' | 'logFile' | 'signal'>,
): Promise<number | null> {
  const child = launch(options);
  const stop = () => child.kill('SIGTERM');
  options.signal.addEventListener('abort', stop, { once: true });
  const [code] = (await once(child, 'exit')) as [number | null];
  options.signal.removeEventListener('abort', stop);
  return code;
}

function launch({ command, env, logFile }: Pick<Options, 'command' | 'env' | 'logFile'>): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(process.execPath, [join(ROOT, 'lib', 'cli', 'rightsdesk.js'), command], {
      cwd: ROOT,
      env,
      // A group of its own: Ctrl-C reaches `up` alone, which stops things in order. The channel ends with `up`, however that ends.
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
  } finally {
    closeSync(log);
  }
}

const ready = (child: ChildProcess, options: Options): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () =>
      reject(new Error(`The ${options.command} process ended while it started: ${lastWords(options)}`)),
    );
    child.once('error', reject);
    options.signal.addEventListener('abort', () => reject(options.signal.reason), { once: true });
  });

const lastWords = ({ logFile }: Options): string =>
  `${readFileSync(logFile, 'utf8').trim().split('\n').slice(-12).join('\n')}\n(its log: ${logFile})`;
