import { claimInstance, type KeyRefusal } from '@/lib/features/instance/mutations/claim';
import { OperatorError } from '@/lib/platform/operator-error';

const OTHER: Record<KeyRefusal, string> = { otherIndexKey: 'INDEX_KEY', otherMasterKeys: 'MASTER_KEYS' };

/**
 * Goes on only with the keys of the installation that the database belongs to.
 * @throws OperatorError before anything is written with other keys
 */
export async function requireOwnInstance({ demo = false } = {}): Promise<void> {
  const claimed = await claimInstance({ demo });
  if (claimed.ok) return;
  throw new OperatorError(
    `The database of DATABASE_URL belongs to an installation with another ${OTHER[claimed.reason]} than this process has: nothing was started or changed. ` +
      'Give this process the keys of that installation (MASTER_KEYS, INDEX_KEY, SIGNING_KEY), or lead DATABASE_URL to a database of its own.',
  );
}
