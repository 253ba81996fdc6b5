import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { log } from '@/lib/platform/log';
import { ROOT } from '@/lib/platform/root';

// Long enough that a process which dies at once does not keep the machine busy with being started.
const PAUSE_MS = 2_000;

// What passes through a copy is large and short-lived. A small nursery has it let go of early, and few arenas have the system take it back;
// with the usual ones the process grows to half as much again and is no faster.
const FRUGAL = ['--max-semi-space-size=2'];
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };

/**
 * Starts the worker of the long jobs in a process of its own, whose priority is lower than that of pages and mail, and starts it again
 * whenever it ends unasked. It ends with this process, however that ends, because the channel between them does.
 * @returns when it is ready; `stop` waits for its end.
 */
export async function startLongWorker(): Promise<{ pid: () => number | undefined; stop: () => Promise<void> }> {
  let stopping = false;
  let current = launch();
  const revive = (code: number | null): void => {
    if (stopping) return;
    log('warn', 'longWorkerEnded', { code: code ?? 'killed' });
    setTimeout(() => {
      if (stopping) return;
      current = launch();
      current.once('exit', revive);
    }, PAUSE_MS).unref();
  };
  current.once('exit', revive);
  await Promise.race([
    once(current, 'message'),
    once(current, 'exit').then(() => Promise.reject(new Error('The worker of the long jobs ended while it started'))),
  ]);
  return {
    pid: () => current.pid,
    async stop() {
      stopping = true;
      if (current.exitCode !== null || current.signalCode !== null) return;
      const ended = once(current, 'exit');
      current.kill('SIGTERM');
      await ended;
    },
  };
}

function launch(): ChildProcess {
  const child = spawn(
    process.execPath,
    [...FRUGAL, join(ROOT, 'lib', 'cli', 'rightsdesk.js'), 'worker', '--only', 'long'],
    {
      cwd: ROOT,
      env: { ...FEW_ARENAS, ...process.env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  // Set from outside before its threads begin, which take it over: set from inside it would hold for one thread alone.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return child;
}
