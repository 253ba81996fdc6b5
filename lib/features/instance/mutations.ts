import { createHmac, randomBytes } from 'node:crypto';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { type Db, transaction } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { unwrapCaseKey } from '@/lib/platform/vault/case-key';
import { openWithMaster, sameBytes, sealWithMaster } from '@/lib/platform/vault/secrets';

export type KeyRefusal = 'otherIndexKey' | 'otherMasterKeys';

const CONTEXT = 'instance-log-key';
const CLAIM_LOCK = 7_226_963;

const indexKeyChecks = (): Uint8Array<ArrayBuffer>[] =>
  env().INDEX_KEY.map((key) => new Uint8Array(createHmac('sha256', key).update('rightsdesk instance').digest()));

function opened<T>(open: () => T): T | null {
  try {
    return open();
  } catch {
    return null;
  }
}

/**
 * Says whether this database is the one that our keys belong to. The first process that comes with keys which open what is there makes it
 * its own; afterwards a process with other keys is refused, before it takes a job or seals anything with a key that nobody else has.
 * @param demo whether `up` asks, for a database that it made
 * @returns the key by which the log knows what the application wrote
 */
export const claimInstance = ({ demo, at = new Date() }: { demo: boolean; at?: Date }): Promise<Result<Buffer, KeyRefusal>> =>
  transaction((tx) => claimIn(tx, demo, at));

async function claimIn(tx: Db, demo: boolean, at: Date): Promise<Result<Buffer, KeyRefusal>> {
  await tx.$queryRaw`select pg_advisory_xact_lock(${CLAIM_LOCK})::text`;
  const instance = await tx.instance.findUnique({ where: { id: 1 } });
  const [indexKeyCheck, ...older] = indexKeyChecks();
  if (!indexKeyCheck) return refuse('otherIndexKey');
  if (!instance) {
    if (!(await opensWhatIsThere(tx))) return refuse('otherMasterKeys');
    const logKey = randomBytes(32).toString('base64');
    await tx.instance.create({ data: { indexKeyCheck, sealedLogKey: sealWithMaster(logKey, CONTEXT), demo, createdAt: at } });
    return ok(Buffer.from(logKey, 'base64'));
  }
  if (![indexKeyCheck, ...older].some((check) => sameBytes(check, instance.indexKeyCheck))) return refuse('otherIndexKey');
  const logKey = opened(() => openWithMaster(instance.sealedLogKey, CONTEXT));
  if (logKey === null) return refuse('otherMasterKeys');
  // Under the current keys anew, so that old ones can be dropped once nothing else needs them.
  await tx.instance.update({ where: { id: 1 }, data: { indexKeyCheck, sealedLogKey: sealWithMaster(logKey, CONTEXT) } });
  return ok(Buffer.from(logKey, 'base64'));
}

/** An installation older than this table is recognised by what it sealed: people who sign in, and the newest case. */
async function opensWhatIsThere(tx: Db): Promise<boolean> {
  const person = await tx.staffMember.findFirst({ orderBy: { createdAt: 'desc' } });
  if (person && opened(() => openWithMaster(person.sealedTotp, `totp:${person.id}`)) === null) return false;
  const newest = await tx.caseKey.findFirst({ where: { wrappedKey: { not: null } }, orderBy: { createdAt: 'desc' } });
  const wrapped = newest?.wrappedKey;
  return !wrapped || opened(() => unwrapCaseKey(wrapped)) !== null;
}
