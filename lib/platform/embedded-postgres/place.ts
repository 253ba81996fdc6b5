import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '@/lib/platform/operator-error';
import { asAccount, serverAccount, type ServerAccount } from './account';
import { completeBinaries, copyBinaries, runsAs, shippedBinaries } from './binaries';

export type Place = {
  account: ServerAccount;
  binaries: string;
  dataFolder: string;
  /** A sentence for the operator when the data could not stay in the folder they named. */
  notice: string | null;
};

const ELSEWHERE = '/var/lib/rightsdesk';

/**
 * Where the server's programs and data can live so that its account reaches them. The named folder is preferred;
 * when root keeps the checkout where no other account may go (under /root, say), both go to /var/lib/rightsdesk.
 * @param root the data folder of Rightsdesk, absolute; it exists.
 * @throws OperatorError when its account reaches neither
 */
export function placeServer(root: string, elsewhere = ELSEWHERE): Place {
  const account = serverAccount(join(root, 'postgres'));
  if (reaches(account, root)) {
    return { account, dataFolder: join(root, 'postgres'), binaries: reachableBinaries(account, root), notice: null };
  }
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const folder = join(elsewhere, name);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (!reaches(account, folder)) {
    throw new OperatorError(
      `PostgreSQL runs as "${account?.name}", who can reach neither ${root} nor ${folder}: choose a folder that account can reach with --data, or set DATABASE_URL.`,
    );
  }
  return {
    account: serverAccount(join(folder, 'postgres')),
    dataFolder: join(folder, 'postgres'),
    binaries: reachableBinaries(account, folder),
    notice: `"${account?.name}" cannot reach ${root}, so PostgreSQL keeps its data in ${folder}`,
  };
}

const reaches = (account: ServerAccount, folder: string): boolean =>
  !account || spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...asAccount(account), cwd: '/' }).status === 0;

function reachableBinaries(account: ServerAccount, folder: string): string {
  const shipped = shippedBinaries();
  completeBinaries(shipped);
  if (runsAs(shipped, account)) return shipped;
  const { version } = JSON.parse(readFileSync(join(dirname(shipped), 'package.json'), 'utf8')) as { version: string };
  const copy = join(folder, `postgresql-${version}`);
  if (!existsSync(copy)) copyBinaries(shipped, copy);
  if (!runsAs(copy, account)) {
    throw new OperatorError(
      `The embedded PostgreSQL does not run on this machine${account ? ` as "${account.name}"` : ''}: set DATABASE_URL to a PostgreSQL (15 or newer) of your own.`,
    );
  }
  return copy;
}
