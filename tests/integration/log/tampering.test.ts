import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from '@/lib/domain/audit/checkpoint';
import type { LogFault } from '@/lib/domain/audit/faults';
import { leafHash, merkleTree } from '@/lib/domain/audit/merkle';
import { checkLog } from '@/lib/features/log/data/check';
import { sealLog } from '@/lib/features/log/mutations/seal';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { loadLogHealth } from '@/lib/features/log/loaders/log';
import { transaction } from '@/lib/platform/db/client';
import { keptCheckpoints } from '@/lib/platform/kept-checkpoints';
import { logKey } from '@/lib/platform/log-key';
import { signingKey } from '@/lib/platform/signing';
import { instanceOfFile } from '@/tests/support/demo-controllers';

const TABLES = ['AuditEvent', 'AuditLeaf', 'Checkpoint'];
const CASE = '5d6c4b1e-0000-4000-8000-000000000001';

const instance = instanceOfFile();
let sql: Client;

const write = (count: number): Promise<void> =>
  transaction((tx) =>
    appendAudit(
      tx,
      { kind: 'system', id: 'portal' },
      { controllerId: 'chinook', caseId: CASE, reference: 'CH-3456-789B' },
      Array.from({ length: count }, () => ({ kind: 'StatusRead', data: {} }) as const),
      new Date(),
    ),
  );

const day = (n: number): Date => new Date(`2026-11-${10 + n}T10:00:00.000Z`);

// Four checkpoints on four days, of three events each: sizes 3, 6, 9 and 12.
beforeAll(async () => {
  sql = instance.sql;
  for (let n = 0; n < 4; n++) {
    await write(3);
    await sealLog(day(n));
  }
  for (const table of TABLES) await sql.query(`CREATE TABLE "copy of ${table}" AS SELECT * FROM "${table}"`);
  // A superuser: neither triggers nor foreign keys hold them.
  await sql.query('SET session_replication_role = replica');
});

/** Puts the log back as it was. */
async function restore(): Promise<void> {
  for (const table of [...TABLES].reverse()) await sql.query(`DELETE FROM "${table}"`);
  for (const table of TABLES) await sql.query(`INSERT INTO "${table}" SELECT * FROM "copy of ${table}"`);
}

const eventAt = (index: number): string => `(SELECT "eventId" FROM "AuditLeaf" WHERE "index" = ${index})`;
const positionOf = async (condition: string): Promise<number> =>
  Number(
    (await sql.query<{ position: string }>(`SELECT "position" FROM "AuditEvent" WHERE ${condition}`)).rows[0]?.position,
  );

const FORGED =
  '{"actor":{"id":"portal","kind":"system"},"at":"2026-11-27T00:00:00.000Z","data":{},"id":"00000000-0000-4000-8000-000000000009","kind":"StatusRead","v":1}';
const INSERT = `INSERT INTO "AuditEvent" ("id", "at", "kind", "actorKind", "actorId", "body", "tag") VALUES ('00000000-0000-4000-8000-000000000009', '2026-11-27T00:00:00Z', 'StatusRead', 'system', 'portal', '${FORGED}', 'made up')`;

/** Hashes and signs everything anew, as somebody can who has the signing key but not the log's own. */
async function signAnew(): Promise<void> {
  const { rows } = await sql.query<{ index: string; body: string }>(
    'SELECT l."index", e."body" FROM "AuditLeaf" l JOIN "AuditEvent" e ON e."id" = l."eventId" ORDER BY l."index"',
  );
  const hashes = rows.map(({ body }) => leafHash(Buffer.from(body, 'utf8')));
  for (const [index, hash] of hashes.entries())
    await sql.query('UPDATE "AuditLeaf" SET "hash" = $1 WHERE "index" = $2', [hash, index]);
  for (const { treeSize } of (await sql.query<{ treeSize: string }>('SELECT "treeSize" FROM "Checkpoint"')).rows) {
    const { root } = merkleTree(hashes.slice(0, Number(treeSize)));
    await sql.query('UPDATE "Checkpoint" SET "root" = $1, "note" = $2 WHERE "treeSize" = $3', [
      root,
      signCheckpoint({ size: Number(treeSize), root }, logKey(), signingKey().sign),
      treeSize,
    ]);
  }
}

type Tampering = {
  readonly done: () => Promise<unknown>;
  readonly found: LogFault[] | (() => Promise<LogFault[]>);
  readonly byKept?: LogFault[];
};

/** As in docs/audit-log.md: what is done, what the check of the database alone says, and what a checkpoint kept outside adds. */
const ROWS: Record<string, Tampering> = {
  nothing: { done: async () => undefined, found: [] },
  'the body of an event is edited': {
    done: () =>
      sql.query(
        `UPDATE "AuditEvent" SET "body" = replace("body", 'StatusRead', 'CaseClosed') WHERE "id" = ${eventAt(4)}`,
      ),
    found: [{ kind: 'edited', index: 4 }],
  },
  'an event and its place are deleted': {
    done: () =>
      sql.query(`DELETE FROM "AuditEvent" WHERE "id" = ${eventAt(4)}; DELETE FROM "AuditLeaf" WHERE "index" = 4`),
    found: [{ kind: 'placeGone', index: 4 }],
  },
  'an event and its place are deleted, and the rest renumbered': {
    done: () =>
      sql.query(
        `DELETE FROM "AuditEvent" WHERE "id" = ${eventAt(4)}; DELETE FROM "AuditLeaf" WHERE "index" = 4; UPDATE "AuditLeaf" SET "index" = -"index" WHERE "index" > 4; UPDATE "AuditLeaf" SET "index" = -"index" - 1 WHERE "index" < 0`,
      ),
    found: [
      ...[4, 5, 6, 7, 8, 9, 10].map((index) => ({ kind: 'moved', index }) as const),
      { kind: 'placeGone', index: 11 },
    ],
    byKept: [
      { kind: 'rewritten', kept: 6, after: 3 },
      { kind: 'rolledBack', kept: 12, size: 11 },
    ],
  },
  'two events are swapped': {
    done: () =>
      sql.query(
        'UPDATE "AuditLeaf" SET "index" = -1 WHERE "index" = 2; UPDATE "AuditLeaf" SET "index" = 2 WHERE "index" = 7; UPDATE "AuditLeaf" SET "index" = 7 WHERE "index" = -1',
      ),
    found: [
      { kind: 'moved', index: 2 },
      { kind: 'moved', index: 7 },
    ],
    byKept: [{ kind: 'rewritten', kept: 3, after: 0 }],
  },
  'an event is deleted and its place left': {
    done: () => sql.query(`DELETE FROM "AuditEvent" WHERE "id" = ${eventAt(4)}`),
    found: [{ kind: 'eventGone', index: 4 }],
  },
  'the last events and their places are deleted': {
    done: () =>
      sql.query(`DELETE FROM "AuditEvent" WHERE "id" = ${eventAt(11)}; DELETE FROM "AuditLeaf" WHERE "index" = 11`),
    found: [{ kind: 'placeGone', index: 11 }],
    byKept: [{ kind: 'rolledBack', kept: 12, size: 11 }],
  },
  ...Object.fromEntries(
    (
      [
        '"kind" = \'CaseClosed\'',
        '"actorId" = \'somebody\'',
        '"caseId" = NULL',
        '"controllerId" = \'other\'',
        '"reference" = \'CH-9999-9999\'',
        '"at" = now()',
      ] as const
    ).map((change) => [
      `a column is changed: ${change}`,
      {
        done: () => sql.query(`UPDATE "AuditEvent" SET ${change} WHERE "id" = ${eventAt(4)}`),
        found: async () => [{ kind: 'columns', index: 4, position: await positionOf(`"id" = ${eventAt(4)}`) }],
      } satisfies Tampering,
    ]),
  ),
  'an event is inserted by hand, and the sealer runs': {
    done: async () => {
      await sql.query(INSERT);
      await sealLog(day(5));
    },
    found: async () => [{ kind: 'stranger', index: null, position: await positionOf(`"body" = '${FORGED}'`) }],
  },
  'an event is inserted with a tag of another, and a place': {
    done: async () => {
      await sql.query(INSERT);
      await sql.query(
        `UPDATE "AuditEvent" SET "tag" = (SELECT "tag" FROM "AuditEvent" WHERE "id" = ${eventAt(1)}) WHERE "body" = '${FORGED}'`,
      );
      await sql.query(
        `INSERT INTO "AuditLeaf" ("index", "eventId", "hash", "tag") SELECT 12, "id", $1, 'made up' FROM "AuditEvent" WHERE "body" = $2`,
        [leafHash(Buffer.from(FORGED)), FORGED],
      );
    },
    found: async () => [{ kind: 'edited', index: 12 }],
  },
  'the log is rolled back to an older checkpoint': {
    done: () =>
      sql.query(
        'DELETE FROM "AuditEvent" WHERE "id" IN (SELECT "eventId" FROM "AuditLeaf" WHERE "index" >= 6); DELETE FROM "AuditLeaf" WHERE "index" >= 6; DELETE FROM "Checkpoint" WHERE "treeSize" > 6',
      ),
    found: [],
    byKept: [{ kind: 'rolledBack', kept: 12, size: 6 }],
  },
  'the log is rolled back, and goes on': {
    done: async () => {
      await sql.query(
        'DELETE FROM "AuditEvent" WHERE "id" IN (SELECT "eventId" FROM "AuditLeaf" WHERE "index" >= 6); DELETE FROM "AuditLeaf" WHERE "index" >= 6; DELETE FROM "Checkpoint" WHERE "treeSize" > 6',
      );
      await write(9);
      await sealLog(day(6));
    },
    found: [],
    byKept: [{ kind: 'rewritten', kept: 9, after: 6 }],
  },
  'everything is wiped': {
    done: () => sql.query('TRUNCATE "AuditEvent", "AuditLeaf", "Checkpoint"'),
    found: [],
    byKept: [{ kind: 'rolledBack', kept: 12, size: 0 }],
  },
  'older checkpoints are deleted': {
    done: () => sql.query('DELETE FROM "Checkpoint" WHERE "treeSize" IN (3, 6)'),
    found: [{ kind: 'heads', size: 9 }],
  },
  'the newest note is replaced by an older one': {
    done: () =>
      sql.query(
        'UPDATE "Checkpoint" SET "note" = (SELECT "note" FROM "Checkpoint" WHERE "treeSize" = 9) WHERE "treeSize" = 12',
      ),
    found: [
      { kind: 'heads', size: 12 },
      { kind: 'signature', size: 12 },
    ],
  },
  'one event is rewritten and all signed again with the signing key': {
    done: async () => {
      await sql.query(
        `UPDATE "AuditEvent" SET "kind" = 'CaseWithdrawn', "body" = replace("body", 'StatusRead', 'CaseWithdrawn') WHERE "id" = ${eventAt(4)}`,
      );
      await signAnew();
    },
    found: [
      { kind: 'edited', index: 4 },
      { kind: 'heads', size: 6 },
      { kind: 'heads', size: 9 },
      { kind: 'heads', size: 12 },
    ],
    byKept: [{ kind: 'rewritten', kept: 6, after: 3 }],
  },
  'the word from where tags begin is moved': {
    done: () => sql.query('UPDATE "Instance" SET "beginPosition" = 100000'),
    found: [{ kind: 'begin' }],
  },
};

// However wide a formatter sets the columns.
const tableRows = readFileSync(new URL('../../../docs/audit-log.md', import.meta.url), 'utf8').replaceAll(
  / +\|/g,
  ' |',
);

describe('what a superuser does to the log is found, and where', () => {
  it.each(Object.entries(ROWS))('%s', async (name, { done, found, byKept = [] }) => {
    const kept = keptCheckpoints().filter(({ size }) => size <= 12);
    const begin = await sql.query<{ beginPosition: string }>('SELECT "beginPosition" FROM "Instance"');
    await restore();
    await done();
    const expected = typeof found === 'function' ? await found() : found;
    const order = (faults: readonly LogFault[]) => faults.map((fault) => JSON.stringify(fault)).sort();
    expect(order((await checkLog([])).faults)).toEqual(order(expected));
    expect(order((await checkLog(kept)).faults)).toEqual(order([...expected, ...byKept]));
    // The DPO's banner says so too, and no page errs.
    const health = await loadLogHealth(new Date(Date.now() + Math.random() * 1e12 + 6 * 60_000));
    const all = expected.length + byKept.length;
    expect(health.state).toBe(all === 0 ? 'verified' : 'broken');
    expect(tableRows).toContain(`| ${name.startsWith('a column') ? 'a column is changed' : name} |`);
    await sql.query('UPDATE "Instance" SET "beginPosition" = $1', [begin.rows[0]?.beginPosition]);
  });

  it('and no kept checkpoint is given up for one of a log that does not go on from it', async () => {
    expect(keptCheckpoints().map(({ size }) => size)).toEqual([3, 6, 9, 12]);
  });
});
