import { db } from '@/lib/platform/db/client';

const BATCH = 1_000;

export type Columns = {
  id: string;
  at: Date;
  kind: string;
  actorKind: string;
  actorId: string;
  controllerId: string | null;
  caseId: string | null;
  reference: string | null;
};

export type EventRow = Columns & { position: bigint; body: string; tag: Uint8Array | null };
export type LeafRow = { index: bigint; eventId: string; hash: Uint8Array; leafTag: Uint8Array | null } & (
  EventRow | { [K in keyof EventRow]: null }
);
export type HeadRow = {
  treeSize: bigint;
  root: Uint8Array;
  note: string;
  number: bigint | null;
  tag: Uint8Array | null;
};

// By hand: for Prisma a place without its event cannot be, and here it is what is looked for.
const leavesAfter = (index: bigint) => db().$queryRaw<LeafRow[]>`
  select l."index", l."eventId", l."hash", l."tag" as "leafTag", e."position", e."body", e."tag", e."id", e."at", e."kind", e."actorKind", e."actorId",
    e."controllerId", e."caseId", e."reference"
  from "AuditLeaf" l left join "AuditEvent" e on e."id" = l."eventId" where l."index" > ${index} order by l."index" limit ${BATCH}`;

/** Every place in order with its event, or without one where it is gone; a batch in memory at a time. */
export async function* eachLeaf(): AsyncGenerator<LeafRow> {
  for (let after = -1n; ;) {
    const rows = await leavesAfter(after);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.index;
  }
}

/** Every checkpoint, smallest first. */
export async function* eachHead(): AsyncGenerator<HeadRow> {
  for (let after = -1n; ;) {
    const rows = await db().checkpoint.findMany({
      where: { treeSize: { gt: after } },
      orderBy: { treeSize: 'asc' },
      take: BATCH,
      omit: { subtrees: true, signedAt: true },
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.treeSize;
  }
}

/** Every event without a place, in the order of writing. */
export async function* eachUnsealed(): AsyncGenerator<EventRow> {
  for (let after = -1n; ;) {
    const rows = await db().auditEvent.findMany({
      where: { leaf: null, position: { gt: after } },
      orderBy: { position: 'asc' },
      take: BATCH,
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
  }
}
