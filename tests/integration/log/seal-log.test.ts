import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/domain/audit/canonical-json';
import { openCheckpoint } from '@/lib/domain/audit/checkpoint';
import { leafHash, merkleTree } from '@/lib/domain/audit/merkle';
import { eventTag } from '@/lib/domain/audit/tag';
import { sealLog } from '@/lib/features/log/mutations/seal';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { tagKey } from '@/lib/features/instance/mutations/claim';
import { db, transaction } from '@/lib/platform/db/client';
import { logKey } from '@/lib/platform/log-key';
import { instanceOfFile } from '@/tests/support/demo-controllers';

const instance = instanceOfFile();
beforeAll(async () => {
  key = await tagKey();
});

const AT = '2026-11-27T09:00:00.000Z';
const INSERT =
  'INSERT INTO "AuditEvent" ("id", "at", "kind", "actorKind", "actorId", "body", "tag") VALUES ($1, $2, $3, $4, $5, $6, $7)';

let key: Buffer;

/** An event as the application writes it, for a transaction of the test's own. */
function written(id: string): unknown[] {
  const body = canonicalJson({
    v: 1,
    id,
    at: AT,
    actor: { kind: 'system', id: 'portal' },
    kind: 'StatusRead',
    data: {},
  });
  return [id, AT, 'StatusRead', 'system', 'portal', body, eventTag(key, body)];
}

const ACTOR = { kind: 'system', id: 'portal' } as const;

const log = (count: number): Promise<void> =>
  transaction((tx) =>
    appendAudit(
      tx,
      ACTOR,
      { controllerId: 'chinook' },
      Array.from({ length: count }, () => ({ kind: 'StatusRead', data: {} }) as const),
      new Date(),
    ),
  );

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Recomputes everything from the bodies of the events, as somebody would who does not trust the sealer. */
async function expectWholeAndSigned(): Promise<{ size: number; checkpoints: number }> {
  const leaves = await db().auditLeaf.findMany({
    orderBy: { index: 'asc' },
    include: { event: { select: { body: true } } },
  });
  expect(leaves.map(({ index }) => Number(index))).toEqual(leaves.map((_, at) => at));
  const hashes = leaves.map(({ event }) => leafHash(Buffer.from(event.body, 'utf8')));
  expect(leaves.map(({ hash }) => hex(hash))).toEqual(hashes.map(hex));
  const checkpoints = await db().checkpoint.findMany({ orderBy: { treeSize: 'asc' } });
  for (const { treeSize, root, note } of checkpoints) {
    const size = Number(treeSize);
    expect(hex(root)).toBe(hex(merkleTree(hashes.slice(0, size)).root));
    const opened = openCheckpoint(note, logKey());
    expect(opened.ok && { size: opened.value.size, root: hex(opened.value.root) }).toEqual({ size, root: hex(root) });
  }
  expect(Number(checkpoints.at(-1)?.treeSize ?? 0)).toBe(leaves.length);
  return { size: leaves.length, checkpoints: checkpoints.length };
}

describe('the log in the database', () => {
  it.each(['AuditEvent', 'AuditLeaf', 'Checkpoint'])('lets nobody change, delete or empty %s', async (table) => {
    await log(1);
    await sealLog();
    const column = { AuditEvent: 'at', AuditLeaf: 'hash', Checkpoint: 'note' }[table] ?? '';
    await expect(instance.sql.query(`UPDATE "${table}" SET "${column}" = "${column}"`)).rejects.toThrow(
      'append-only: UPDATE',
    );
    await expect(instance.sql.query(`DELETE FROM "${table}"`)).rejects.toThrow('append-only: DELETE');
    await expect(instance.sql.query(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow('append-only: TRUNCATE');
  });

  it('takes no event outside its closed shape, and nothing of that transaction', async () => {
    const before = await db().auditEvent.count();
    const personal = { kind: 'SearchMade', data: { by: 'email', found: 1, typed: 'anna@example.bg' } } as never;
    await expect(
      transaction((tx) => appendAudit(tx, ACTOR, {}, [{ kind: 'StatusRead', data: {} }, personal], new Date())),
    ).rejects.toThrow();
    expect(await db().auditEvent.count()).toBe(before);
  });
});

describe('sealing', () => {
  it('signs a tree that anyone can rebuild from the events, and each head is a beginning of the next', async () => {
    const before = await sealLog();
    for (const count of [1, 6, 2]) {
      await log(count);
      await sealLog();
    }
    expect((await expectWholeAndSigned()).size).toBe(before + 9);
  });

  it('signs nothing anew where nothing happened', async () => {
    await sealLog();
    const before = await db().checkpoint.count();
    const size = await sealLog();
    expect(size).toBe(await db().auditLeaf.count());
    expect(await db().checkpoint.count()).toBe(before);
  });

  it('places each event once, however many seal at once and whatever is written meanwhile', async () => {
    await log(20);
    await Promise.all([sealLog(), log(5), sealLog(), log(5), sealLog(), sealLog()]);
    await sealLog();
    await expectWholeAndSigned();
    expect(await db().auditEvent.count({ where: { leaf: null } })).toBe(0);
  });

  it('gives a later place to a transaction that commits late, and moves nothing that was signed', async () => {
    const late = new Client({ connectionString: process.env.DATABASE_URL });
    await late.connect();
    const id = randomUUID();
    await late.query('BEGIN');
    await late.query(INSERT, written(id));
    await log(1);
    const size = await sealLog();
    expect(await db().auditLeaf.findUnique({ where: { eventId: id } })).toBeNull();
    await late.query('COMMIT');
    await late.end();
    await sealLog();
    const leaf = await db().auditLeaf.findUniqueOrThrow({ where: { eventId: id }, include: { event: true } });
    const newest = await db().auditEvent.findFirstOrThrow({ orderBy: { position: 'desc' } });
    expect(Number(leaf.index)).toBe(size);
    expect(leaf.event.position < newest.position).toBe(true);
    await expectWholeAndSigned();
  });

  it('seals more than one batch in one go', async () => {
    const before = await sealLog();
    await log(4100);
    expect(await sealLog()).toBe(before + 4100);
    await expectWholeAndSigned();
  });
});
