import { keptFor } from '@/lib/domain/case/forgetting';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import type { AuditEventData } from '@/lib/domain/log/schema';
import { caseOf, type CaseRow, lockedCase } from '@/lib/features/case-file/data/case';
import { lastDayKept } from '@/lib/features/case-file/data/keeping';
import { destroyKey, markCleared } from '@/lib/features/case-file/upkeep/forgetting';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { deleteBlobsUnder } from '@/lib/platform/blobs';
import { controller, controllers } from '@/lib/platform/controllers/registry';
import { db, type Db, transaction } from '@/lib/platform/db/client';

const DAY = 86_400_000;
// A turn of the sweep takes seconds; what is left waits for the next.
const CASES_A_TURN = 200;

const logged = (
  tx: Db,
  { id, controllerId, reference }: Pick<CaseRow, 'id' | 'controllerId' | 'reference'>,
  event: AuditEventData,
  at: Date,
) => appendAudit(tx, { kind: 'system', id: 'clock' }, { controllerId, caseId: id, reference }, [event], at);

/**
 * Forgets closed cases whose time is over: first their keys, which nothing brings back, then their files. The log stays whole, since it never
 * held personal data. Broken off anywhere, the next turn goes on.
 */
export async function forgetCases(now: Date = new Date()): Promise<void> {
  let forgotten = 0;
  for await (const { id } of dueCases(now)) {
    if (await forget(id, now)) forgotten += 1;
    if (forgotten === CASES_A_TURN) break;
  }
  const uncleared = await db().case.findMany({
    where: { clearedAt: null, key: { wrappedKey: null, destroyedAt: { not: null } } },
    select: { id: true, controllerId: true, reference: true },
    take: CASES_A_TURN,
  });
  for (const about of uncleared) {
    await deleteBlobsUnder(`cases/${about.id}`);
    await transaction(async (tx) => {
      if (await markCleared(tx, about.id, now)) await logged(tx, about, { kind: 'CaseFilesRemoved', data: {} }, now);
    });
  }
}

/** Closed for longer than their controller keeps a case, by the instant; the day itself is looked at with the case locked. */
async function* dueCases(now: Date): AsyncGenerator<{ readonly id: string }> {
  const ofControllers = [...controllers().values()].map(({ definition: { id, retention } }) => ({
    controllerId: id,
    closedAt: { lt: new Date(now.getTime() - (retention.caseDays - 1) * DAY) },
  }));
  let last: string | undefined;
  do {
    const rows = await db().case.findMany({
      where: { OR: ofControllers, key: { wrappedKey: { not: null } } },
      orderBy: [{ closedAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
      take: CASES_A_TURN,
      ...(last && { cursor: { id: last }, skip: 1 }),
    });
    yield* rows;
    // Those that something keeps stand before the others each time.
    last = rows.at(-1)?.id;
  } while (last !== undefined);
}

/** @returns whether its key was destroyed */
async function forget(caseId: string, now: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const row = await lockedCase(tx, caseId);
    if (!row) return false;
    const { timezone } = controller(row.controllerId).definition;
    if (keptFor(caseOf(row), lastDayKept(row), localDateOf(now.toISOString(), timezone)) !== null) return false;
    if (!(await destroyKey(tx, row.id, now))) return false;
    await logged(tx, row, { kind: 'CaseForgotten', data: {} }, now);
    return true;
  });
}
