import { appendLeaf, EMPTY_FRONTIER, type Frontier, frontierRoot } from '@/lib/domain/audit/frontier';
import { signCheckpoint } from '@/lib/domain/audit/checkpoint';
import { type Hash, leafHash } from '@/lib/domain/audit/merkle';
import { type Db, transaction } from '@/lib/platform/db/client';
import { logKey } from '@/lib/platform/log-key';
import { signingKey } from '@/lib/platform/signing';

// One sealer at a time, whichever process it runs in.
const SEALER_LOCK = 7_226_962;
const BATCH = 2_000;
const HASH_BYTES = 32;

/**
 * Gives every event that has none its place in the tree and signs the new head. Events are numbered when they are sealed, not when
 * they are written: a transaction that commits late gets a later number, and nothing already signed moves (RFC 6962, section 2.1).
 * @returns the size of the tree.
 */
export async function sealLog(at: Date = new Date()): Promise<number> {
  for (;;) {
    const { size, more } = await transaction((tx) => sealBatch(tx, at));
    if (!more) return size;
  }
}

async function sealBatch(tx: Db, at: Date): Promise<{ size: number; more: boolean }> {
  await tx.$queryRaw`select pg_advisory_xact_lock(${SEALER_LOCK})::text`;
  const before = await lastFrontier(tx);
  const events = await tx.auditEvent.findMany({ where: { leaf: null }, orderBy: { position: 'asc' }, take: BATCH, select: { id: true, body: true } });
  if (events.length === 0) return { size: before.size, more: false };
  const leaves = events.map(({ id, body }, at) => ({ eventId: id, index: BigInt(before.size + at), hash: new Uint8Array(leafHash(Buffer.from(body, 'utf8'))) }));
  const after = leaves.reduce((frontier, { hash }) => appendLeaf(frontier, hash), before);
  await tx.auditLeaf.createMany({ data: leaves });
  const root = frontierRoot(after);
  await tx.checkpoint.create({
    data: {
      treeSize: BigInt(after.size),
      root: new Uint8Array(root),
      note: signCheckpoint({ size: after.size, root }, logKey(), signingKey().sign),
      subtrees: new Uint8Array(Buffer.concat(after.subtrees)),
      signedAt: at,
    },
  });
  return { size: after.size, more: events.length === BATCH };
}

async function lastFrontier(tx: Db): Promise<Frontier> {
  const last = await tx.checkpoint.findFirst({ orderBy: { treeSize: 'desc' } });
  if (!last) return EMPTY_FRONTIER;
  const bytes = Buffer.from(last.subtrees);
  const subtrees: Hash[] = [];
  for (let from = 0; from < bytes.length; from += HASH_BYTES) subtrees.push(bytes.subarray(from, from + HASH_BYTES));
  return { size: Number(last.treeSize), subtrees };
}
