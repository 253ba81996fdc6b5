import type { Hash } from '@/lib/domain/audit/merkle';
import { type AuditEvent, auditEventSchema } from '@/lib/domain/log/schema';
import { db } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';
import type { LogFilters } from '@/lib/features/log/schema';
import type { Head } from '@/lib/features/log/types';

export const PAGE_SIZE = 50;
const BATCH = 2_000;
const DAY_MS = 86_400_000;

export type LogRow = { readonly position: bigint; readonly event: AuditEvent; readonly index: number | null };

const WITH_LEAF = { position: true, body: true, leaf: { select: { index: true } } } as const;

/** Nothing for what is no event of ours: somebody changed it behind the application, and the check of the log says where. */
function rowsOf(row: { position: bigint; body: string; leaf: { index: bigint } | null }): LogRow[] {
  try {
    const event = auditEventSchema.parse(JSON.parse(row.body));
    return [{ position: row.position, event, index: row.leaf === null ? null : Number(row.leaf.index) }];
  } catch {
    return [];
  }
}

const ofPerson = (person: NonNullable<LogFilters['person']>): Prisma.AuditEventWhereInput => {
  if (person === 'requester') return { actorKind: 'requester' };
  return ['worker', 'clock', 'portal'].includes(person)
    ? { actorKind: 'system', actorId: person }
    : { actorKind: 'staff', actorId: person };
};

/** @param controllerIds empty for all; the events of the portal as a whole belong to nobody and are shown to every overseer. */
function whereOf(filters: Partial<LogFilters>, controllerIds: readonly string[]): Prisma.AuditEventWhereInput {
  const { person, case: reference, kind, from, to } = filters;
  return {
    AND: [
      controllerIds.length > 0 ? { OR: [{ controllerId: { in: [...controllerIds] } }, { controllerId: null }] } : {},
      person ? ofPerson(person) : {},
      reference ? { reference } : {},
      kind ? { kind } : {},
      from ? { at: { gte: new Date(from) } } : {},
      to ? { at: { lt: new Date(Date.parse(to) + DAY_MS) } } : {},
    ],
  };
}

/** A page of events, newest first. */
export async function logPage(
  filters: LogFilters,
  controllerIds: readonly string[],
): Promise<{ rows: LogRow[]; total: number; more: boolean }> {
  const where = whereOf(filters, controllerIds);
  const onwards = filters.before ? { position: { lt: BigInt(filters.before) } } : {};
  const [rows, total] = await Promise.all([
    db().auditEvent.findMany({
      where: { AND: [where, onwards] },
      orderBy: { position: 'desc' },
      take: PAGE_SIZE + 1,
      select: WITH_LEAF,
    }),
    db().auditEvent.count({ where }),
  ]);
  return { rows: rows.slice(0, PAGE_SIZE).flatMap(rowsOf), total, more: rows.length > PAGE_SIZE };
}

export const countEvents = (filters: LogFilters, controllerIds: readonly string[]): Promise<number> =>
  db().auditEvent.count({ where: whereOf(filters, controllerIds) });

/** Every event under the filters, oldest first, a batch in memory at a time. */
export async function* eachEvent(filters: LogFilters, controllerIds: readonly string[]): AsyncGenerator<LogRow[]> {
  const where = whereOf(filters, controllerIds);
  for (let after = -1n; ;) {
    const rows = await db().auditEvent.findMany({
      where: { AND: [where, { position: { gt: after } }] },
      orderBy: { position: 'asc' },
      take: BATCH,
      select: WITH_LEAF,
    });
    if (rows.length === 0) return;
    yield rows.flatMap(rowsOf);
    after = rows.at(-1)?.position ?? after;
  }
}

const headOf = ({
  treeSize,
  root,
  note,
  signedAt,
}: {
  treeSize: bigint;
  root: Uint8Array;
  note: string;
  signedAt: Date;
}): Head => ({ size: Number(treeSize), root, note, signedAt });

export async function newestHead(): Promise<Head | null> {
  const row = await db().checkpoint.findFirst({ orderBy: { treeSize: 'desc' } });
  return row && headOf(row);
}

/** Heads before the newest, newest first. */
export async function earlierHeads(size: number, most: number): Promise<Head[]> {
  return (
    await db().checkpoint.findMany({
      where: { treeSize: { lt: BigInt(size) } },
      orderBy: { treeSize: 'desc' },
      take: most,
    })
  ).map(headOf);
}

export const countUnsealed = (): Promise<number> => db().auditEvent.count({ where: { leaf: null } });

export async function sealedEvent(eventId: string, controllerIds: readonly string[]): Promise<LogRow | null> {
  const row = await db().auditEvent.findFirst({
    where: { AND: [{ id: eventId }, whereOf({}, controllerIds)] },
    select: WITH_LEAF,
  });
  return (row && rowsOf(row)[0]) ?? null;
}

/** The hashes of the first `size` places, in order; fewer where some are gone. */
export async function leafHashes(size: number): Promise<Hash[]> {
  const hashes: Hash[] = [];
  for (let from = 0; from < size; from += BATCH) {
    const rows = await db().auditLeaf.findMany({
      where: { index: { gte: BigInt(from), lt: BigInt(Math.min(size, from + BATCH)) } },
      orderBy: { index: 'asc' },
      select: { hash: true },
    });
    hashes.push(...rows.map(({ hash }) => hash));
  }
  return hashes;
}

/** The newest mail with a checkpoint to one of those who oversee. */
export const newestHeadMail = (staffId: string) =>
  db().staffMail.findFirst({
    where: { staffId, kind: 'checkpoint' },
    orderBy: { createdAt: 'desc' },
    select: { state: true, createdAt: true, sentAt: true, lastFailure: true },
  });

export const witnessed = () =>
  db().instance.findUnique({
    where: { id: 1 },
    select: { witnessSize: true, witnessedAt: true, witnessFailure: true, witnessFailedAt: true },
  });
