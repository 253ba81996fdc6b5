import { createHmac, randomBytes } from 'node:crypto';
import { beginTag, sameTag } from '@/lib/domain/audit/tag';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { db, type Db, transaction } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { mailServerName, type ServerSays } from '@/lib/platform/mail';
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
export const claimInstance = ({
  demo,
  at = new Date(),
}: {
  demo: boolean;
  at?: Date;
}): Promise<Result<Buffer, KeyRefusal>> => transaction((tx) => claimIn(tx, demo, at));

/** Where tags begin, as the database says with our own tag on it; null where what it says is not ours. */
export type LogBegin = { readonly position: number; readonly leaf: number; readonly head: number };

export type LogTags = { readonly key: Buffer; readonly begin: LogBegin | null };

let kept: Promise<Buffer> | undefined;

/**
 * The key of the log's tags, read once by each process.
 * @throws when the database belongs to an installation with other keys
 */
export function tagKey(): Promise<Buffer> {
  kept ??= claimInstance({ demo: false }).then((claimed) => {
    if (claimed.ok) return claimed.value;
    throw new Error(`The database belongs to an installation with other keys (${claimed.reason})`);
  });
  // A database that does not answer now may answer the next time.
  kept.catch(() => (kept = undefined));
  return kept;
}

/** The key of the tags, and from where on the log bears them. */
export async function logTags(): Promise<LogTags> {
  const key = await tagKey();
  const row = await db().instance.findUnique({ where: { id: 1 } });
  const begin = { position: Number(row?.beginPosition), leaf: Number(row?.beginLeaf), head: Number(row?.beginHead) };
  return { key, begin: row?.beginTag && sameTag(row.beginTag, beginTag(key, begin)) ? begin : null };
}

/** What is in the log before the first tag is older than tags are; where there are tags already, nothing is. */
async function beginIn(tx: Db, key: Buffer) {
  const tagged = await tx.auditEvent.findFirst({ where: { tag: { not: null } }, select: { id: true } });
  const [event, leaf, head] = tagged
    ? [null, null, null]
    : await Promise.all([
        tx.auditEvent.findFirst({ orderBy: { position: 'desc' }, select: { position: true } }),
        tx.auditLeaf.findFirst({ orderBy: { index: 'desc' }, select: { index: true } }),
        tx.checkpoint.findFirst({ orderBy: { treeSize: 'desc' }, select: { treeSize: true } }),
      ]);
  const begin = {
    position: event ? Number(event.position) + 1 : 0,
    leaf: leaf ? Number(leaf.index) + 1 : 0,
    head: Number(head?.treeSize ?? 0),
  };
  return {
    beginPosition: begin.position,
    beginLeaf: begin.leaf,
    beginHead: begin.head,
    beginTag: new Uint8Array(beginTag(key, begin)),
  };
}

async function claimIn(tx: Db, demo: boolean, at: Date): Promise<Result<Buffer, KeyRefusal>> {
  await tx.$queryRaw`select pg_advisory_xact_lock(${CLAIM_LOCK})::text`;
  const instance = await tx.instance.findUnique({ where: { id: 1 } });
  const [indexKeyCheck, ...older] = indexKeyChecks();
  if (!indexKeyCheck) return refuse('otherIndexKey');
  if (!instance) {
    if (!(await opensWhatIsThere(tx))) return refuse('otherMasterKeys');
    const logKey = randomBytes(32).toString('base64');
    const key = Buffer.from(logKey, 'base64');
    await tx.instance.create({
      data: {
        indexKeyCheck,
        sealedLogKey: sealWithMaster(logKey, CONTEXT),
        demo,
        createdAt: at,
        ...(await beginIn(tx, key)),
      },
    });
    return ok(key);
  }
  if (![indexKeyCheck, ...older].some((check) => sameBytes(check, instance.indexKeyCheck)))
    return refuse('otherIndexKey');
  const logKey = opened(() => openWithMaster(instance.sealedLogKey, CONTEXT));
  if (logKey === null) return refuse('otherMasterKeys');
  // Under the current keys anew, so that old ones can be dropped once nothing else needs them.
  const key = Buffer.from(logKey, 'base64');
  const begin = instance.beginTag === null ? await beginIn(tx, key) : {};
  await tx.instance.update({
    where: { id: 1 },
    data: { indexKeyCheck, sealedLogKey: sealWithMaster(logKey, CONTEXT), ...begin },
  });
  return ok(key);
}

/** Keeps what the mail server said of itself; the form asks, while somebody types their address. */
export async function recordMailServer({ smtpUtf8 }: NonNullable<ServerSays>): Promise<void> {
  const mailServer = mailServerName();
  const other = [
    { mailServer: null },
    { mailServer: { not: mailServer } },
    { smtpUtf8: null },
    { smtpUtf8: { not: smtpUtf8 } },
  ];
  await db().instance.updateMany({ where: { id: 1, OR: other }, data: { mailServer, smtpUtf8 } });
}

/** An installation older than this table is recognised by what it sealed: people who sign in, and the newest case. */
async function opensWhatIsThere(tx: Db): Promise<boolean> {
  const person = await tx.staffMember.findFirst({ orderBy: { createdAt: 'desc' } });
  if (person && opened(() => openWithMaster(person.sealedTotp, `totp:${person.id}`)) === null) return false;
  const newest = await tx.caseKey.findFirst({ where: { wrappedKey: { not: null } }, orderBy: { createdAt: 'desc' } });
  const wrapped = newest?.wrappedKey;
  return !wrapped || opened(() => unwrapCaseKey(wrapped)) !== null;
}
