import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '@/lib/platform/operator-error';
import { asAccount, type ServerAccount } from './account';
import { ENVIRONMENT, program } from './binaries';

export const SUPERUSER = 'rightsdesk';

/**
 * Makes a database cluster in an empty or missing folder; does nothing when the folder holds one already.
 * Page checksums catch silent damage; the built-in C.UTF-8 collation cannot drift when the operating system's does.
 */
export function initialise(options: {
  binaries: string;
  account: ServerAccount;
  dataFolder: string;
  password: string;
  throwAway?: boolean;
}): 'made' | 'kept' {
  const { binaries, account, dataFolder } = options;
  if (existsSync(join(dataFolder, 'PG_VERSION')) && !existsSync(marker(dataFolder))) return 'kept';
  // An interrupted initdb leaves a half-made cluster that would never start; it held nothing yet.
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (account) chownSync(dataFolder, account.uid, account.gid);
  writeFileSync(marker(dataFolder), '');

  const passwordFolder = mkdtempSync(join(tmpdir(), 'rightsdesk-'));
  try {
    const passwordFile = join(passwordFolder, 'password');
    writeFileSync(passwordFile, options.password, { mode: 0o600 });
    if (account) for (const path of [passwordFolder, passwordFile]) chownSync(path, account.uid, account.gid);
    const made = spawnSync(
      program(binaries, 'initdb'),
      [
        `--pgdata=${dataFolder}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--data-checksums',
        ...(options.throwAway ? ['--no-sync'] : []),
      ],
      { ...asAccount(account), cwd: '/', encoding: 'utf8', env: ENVIRONMENT },
    );
    if (made.status !== 0) {
      throw new OperatorError(
        `The embedded PostgreSQL could not make its data folder ${dataFolder}: ${lastLine(made.stderr) ?? made.error?.message}.`,
      );
    }
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
  rmSync(marker(dataFolder));
  return 'made';
}

// Beside the folder, not in it: initdb wants the folder empty.
const marker = (dataFolder: string): string => `${dataFolder}.unfinished`;

const lastLine = (text: string | null): string | undefined => text?.trim().split('\n').at(-1);
