import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isProcess } from '@/lib/platform/processes';

/** The process id of a server that still runs on this data folder, left over by a start that was killed. */
export function leftoverServer(dataFolder: string): number | null {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return isProcess(pid, dataFolder) ? pid : null;
}

/** A fast shutdown first (clients are cut off, work is flushed), an immediate one if that hangs. */
export const stopServer = (pid: number): Promise<void> =>
  endProcess(pid, [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]);
