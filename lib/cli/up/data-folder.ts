import {
  accessSync,
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '@/lib/platform/operator-error';
import { endProcess, isProcess } from '@/lib/platform/processes';

// npm runs the command under its own name, `up` runs its children by file.
const OURS = /rightsdesk(\.js)? /;

/**
 * Makes the data folder if it is missing and checks that this account can use it.
 * @throws OperatorError
 */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    if (statSync(folder).uid === process.getuid?.()) {
      // When root lends PostgreSQL another account, that account must be able to walk through this folder to its own.
      chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'is not a folder' : 'cannot be read and written';
    throw new OperatorError(
      `The data folder ${folder} ${reason} by ${userInfo().username}: start as its owner, or choose another one with --data.`,
    );
  }
}

/**
 * Takes the folder for this process, so that two starts cannot work on it at once.
 * @returns gives the folder back
 * @throws OperatorError when another start holds it
 */
export function takeDataFolder(folder: string, command: string): () => void {
  const file = join(folder, `${command}.pid`);
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid), { mode: 0o600 });
  try {
    // A link appears with its content or not at all, and never replaces another: of two starts at once one is first.
    while (!linked(own, file)) refuseIfHeld(folder, file);
  } finally {
    rmSync(own);
  }
  return () => rmSync(file, { force: true });
}

function linked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refuseIfHeld(folder: string, file: string): void {
  const holder = Number(readFileSync(file, 'utf8'));
  if (holder !== process.pid && isProcess(holder, OURS)) {
    throw new OperatorError(
      `Rightsdesk already runs from ${folder} (process ${holder}): stop it there with Ctrl-C, or start this one with --data and another folder.`,
    );
  }
  rmSync(file, { force: true });
}

const ledger = z.record(z.string(), z.number().int());

/** The processes started from this folder, by name, so that a start after a crash can end what was left running. */
export function rememberProcesses(folder: string, processes: Record<string, number>): void {
  writeFileSync(join(folder, 'processes.json'), JSON.stringify(processes), { mode: 0o600 });
}

/** Ends web and worker processes that outlived a killed start. */
export async function endLeftovers(folder: string): Promise<void> {
  let processes: Record<string, number> = {};
  try {
    processes = ledger.parse(JSON.parse(readFileSync(join(folder, 'processes.json'), 'utf8')));
  } catch {
    return; // Nothing was started, or the crash cut the file short: children end by themselves when their parent is gone.
  }
  for (const pid of Object.values(processes)) {
    if (isProcess(pid, OURS))
      await endProcess(pid, [
        ['SIGTERM', 8_000],
        ['SIGKILL', 2_000],
      ]);
  }
}
