import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this id exists (also when it belongs to somebody else). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// A killed process whose parent was killed too keeps its number until somebody collects it; in a container that may be never.
function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && /\) Z /.test(readFileSync(file, 'utf8'));
}

/**
 * Whether the process is the one we mean: its command line matches.
 * A number remembered from before a crash proves nothing by itself, the system may have given it to another program.
 */
export function isProcess(pid: number, command: RegExp | string): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  const file = `/proc/${pid}/cmdline`;
  const line = existsSync(file)
    ? readFileSync(file, 'utf8').replaceAll('\0', ' ')
    : (spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '');
  return typeof command === 'string' ? line.includes(command) : command.test(line);
}

/** Sends each signal in turn, waiting the given milliseconds for the process to go before the next one. */
export async function endProcess(pid: number, ladder: readonly (readonly [NodeJS.Signals, number])[]): Promise<void> {
  for (const [signal, patience] of ladder) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const until = Date.now() + patience; Date.now() < until && isAlive(pid);) await sleep(25);
  }
}
