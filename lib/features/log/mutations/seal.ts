import { checkpointMail } from '@/emails/checkpoint';
import { signCheckpoint } from '@/lib/domain/audit/checkpoint';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, frontierRoot } from '@/lib/domain/audit/frontier';
import { type Hash, leafHash } from '@/lib/domain/audit/merkle';
import { headTag, leafTag } from '@/lib/domain/audit/tag';
import { faultOfEvent } from '@/lib/features/log/data/check';
import { logTags, type LogTags } from '@/lib/features/instance/mutations/claim';
import { mailStaff } from '@/lib/features/staff-mail/mutations';
import { db, type Db, transaction } from '@/lib/platform/db/client';
import type { Checkpoint } from '@/lib/platform/db/generated/client';
import { env } from '@/lib/platform/env';
import { keepCheckpoint, keptCheckpoints } from '@/lib/platform/kept-checkpoints';
import { errorFields, log } from '@/lib/platform/log';
import { logKey } from '@/lib/platform/log-key';
import { signingKey } from '@/lib/platform/signing';
import { sendToWitness } from '@/lib/platform/witness';

// One sealer at a time, whichever process it runs in.
const SEALER_LOCK = 7_226_962;
const BATCH = 2_000;
const HASH_BYTES = 32;
const MAILED_EVERY_MS = 7 * 86_400_000;
const WITNESSED_EVERY_MS = 3_600_000;
const WITNESS_AGAIN_MS = 5 * 60_000;

type Sealed = { readonly size: number; readonly after: bigint | null };

/**
 * Gives every event that the application wrote and that has none its place in the tree, and signs the new head. Events are numbered when they
 * are sealed, not when they are written: a transaction that commits late gets a later number, and nothing already signed moves (RFC 6962,
 * section 2.1). What somebody wrote by hand gets no place; the check reports it.
 * @returns the size of the tree.
 */
export async function sealLog(at: Date = new Date()): Promise<number> {
  const tags = await logTags();
  for (let after: bigint | null = -1n; ;) {
    const sealed: Sealed = await transaction((tx) => sealBatch(tx, tags, after ?? -1n, at));
    after = sealed.after;
    if (after !== null) continue;
    await carryOutside(at);
    return sealed.size;
  }
}

async function sealBatch(tx: Db, tags: LogTags, from: bigint, at: Date): Promise<Sealed> {
  await tx.$queryRaw`select pg_advisory_xact_lock(${SEALER_LOCK})::text`;
  const { number, ...before } = await lastHead(tx);
  const rows = await tx.auditEvent.findMany({
    where: { leaf: null, position: { gt: from } },
    orderBy: { position: 'asc' },
    take: BATCH,
  });
  const last = rows.length === BATCH ? (rows.at(-1)?.position ?? null) : null;
  const events = rows.filter((row) => faultOfEvent(row, tags, null) === null);
  if (events.length === 0) return { size: before.size, after: last };
  const leaves = events.map(({ id, body }, offset) => {
    const [index, hash] = [before.size + offset, new Uint8Array(leafHash(Buffer.from(body, 'utf8')))];
    return { eventId: id, index: BigInt(index), hash, tag: new Uint8Array(leafTag(tags.key, index, id, hash)) };
  });
  const after = leaves.reduce((frontier: Frontier, { hash }) => appendLeaf(frontier, hash), before);
  await tx.auditLeaf.createMany({ data: leaves });
  const root = frontierRoot(after);
  const note = signCheckpoint({ size: after.size, root }, logKey(), signingKey().sign);
  await tx.checkpoint.create({
    data: {
      treeSize: BigInt(after.size),
      root: new Uint8Array(root),
      note,
      subtrees: new Uint8Array(Buffer.concat(after.subtrees)),
      signedAt: at,
      number: BigInt(number + 1),
      tag: new Uint8Array(headTag(tags.key, number + 1, note)),
    },
  });
  return { size: after.size, after: last };
}

async function lastHead(tx: Db): Promise<Frontier & { number: number }> {
  const last = await tx.checkpoint.findFirst({ orderBy: { treeSize: 'desc' } });
  if (!last) return { ...EMPTY_FRONTIER, number: 0 };
  const bytes = Buffer.from(last.subtrees);
  const subtrees: Hash[] = [];
  for (let from = 0; from < bytes.length; from += HASH_BYTES) subtrees.push(bytes.subarray(from, from + HASH_BYTES));
  return { size: Number(last.treeSize), subtrees, number: Number(last.number ?? 0) };
}

/** Takes the newest checkpoint out of the database, by each way on its own: one that fails is said, and keeps neither the others nor the log. */
async function carryOutside(at: Date): Promise<void> {
  const head = await db().checkpoint.findFirst({ orderBy: { treeSize: 'desc' } });
  if (!head) return;
  const ways = {
    file: () => keepHead(head),
    mail: () => mailHead(head.note, at),
    witness: () => witnessHead(head, at),
  };
  for (const [way, go] of Object.entries(ways))
    await go().catch((error: unknown) => log('error', 'checkpointNotCarriedOutside', { way, ...errorFields(error) }));
}

async function keepHead({ treeSize, root, signedAt, note }: Checkpoint): Promise<void> {
  if (await goesOn())
    keepCheckpoint({
      size: Number(treeSize),
      root: Buffer.from(root).toString('base64'),
      signedAt: signedAt.toISOString(),
      note,
    });
}

/** Shows the witness the newest checkpoint, once an hour at most, and records what came of it. One that was not taken is shown again soon. */
async function witnessHead({ treeSize, note }: Checkpoint, at: Date): Promise<void> {
  const { WITNESS_URL } = env();
  const last = await db().instance.findUnique({ where: { id: 1 } });
  if (!WITNESS_URL || !last || last.witnessSize === treeSize) return;
  const waits = (since: Date | null, ms: number): boolean => since !== null && at.getTime() - since.getTime() < ms;
  if (waits(last.witnessedAt, WITNESSED_EVERY_MS) || waits(last.witnessFailedAt, WITNESS_AGAIN_MS)) return;
  const failure = await sendToWitness(WITNESS_URL, note);
  const data = failure
    ? { witnessFailure: failure, witnessFailedAt: at }
    : { witnessSize: treeSize, witnessedAt: at, witnessFailure: null, witnessFailedAt: null };
  await db().instance.update({ where: { id: 1 }, data });
  if (failure) log('error', 'witnessDidNotTakeCheckpoint', { failure });
}

/** Whether the log goes on from the newest kept checkpoint; of another log, or of one that was rolled back, none is kept in its place. */
async function goesOn(): Promise<boolean> {
  const kept = keptCheckpoints().at(-1);
  if (!kept) return true;
  const there = await db().checkpoint.findUnique({ where: { treeSize: BigInt(kept.size) }, select: { root: true } });
  if (there && Buffer.from(there.root).toString('base64') === kept.root) return true;
  log('error', 'logDoesNotGoOnFromKeptCheckpoint', { keptSize: kept.size });
  return false;
}

/** Mails the newest checkpoint to everybody who oversees, once a week: what is in a mailbox no administrator of the database changes. */
async function mailHead(note: string, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const due = { OR: [{ headMailedAt: null }, { headMailedAt: { lt: new Date(at.getTime() - MAILED_EVERY_MS) } }] };
    if ((await tx.instance.updateMany({ where: { id: 1, ...due }, data: { headMailedAt: at } })).count === 0) return;
    const overseers = await tx.staffMember.findMany({
      where: { disabledAt: null, roles: { has: 'dpo' } },
      select: { id: true },
    });
    for (const { id } of overseers) await mailStaff(tx, id, 'checkpoint', checkpointMail(note), at);
  });
}
