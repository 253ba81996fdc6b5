import { existsSync, readFileSync, statSync } from 'node:fs';
import { OperatorError } from '@/lib/platform/operator-error';

/** The system account a server runs under; null is the account of this process. */
export type ServerAccount = { name: string; uid: number; gid: number } | null;

function knownAccounts(): NonNullable<ServerAccount>[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.uid > 0);
}

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the owner of the data when there is
 * data already, else `postgres`, else `nobody`.
 * @throws OperatorError when the machine has none of them.
 */
export function serverAccount(dataFolder: string): ServerAccount {
  if (process.getuid?.() !== 0) return null;
  const accounts = knownAccounts();
  const owner = existsSync(dataFolder) ? statSync(dataFolder).uid : 0;
  const account =
    accounts.find(({ uid }) => uid === owner) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody');
  if (!account) {
    throw new OperatorError(
      'PostgreSQL does not run as root and this machine has neither a "postgres" nor a "nobody" account: run Rightsdesk as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  return account;
}

/** What `spawn` takes to run a program under the account. */
export const asAccount = (account: ServerAccount): { uid?: number; gid?: number } =>
  account ? { uid: account.uid, gid: account.gid } : {};
