import { db, type Db } from '@/lib/platform/db/client';
import { type CaseRow, WHOLE_CASE } from '@/lib/features/case-file/data/case';

// Open cases are read in slices, so that a large desk costs time and not memory.
const SLICE = 100;

/** Every open case, whole, in the order of their ids. */
export async function* openCases(): AsyncGenerator<CaseRow> {
  for (let after: string | undefined; ;) {
    const rows: CaseRow[] = await db().case.findMany({
      where: { state: { not: 'closed' }, ...(after && { id: { gt: after } }) },
      include: WHOLE_CASE,
      orderBy: { id: 'asc' },
      take: SLICE,
    });
    yield* rows;
    after = rows.at(-1)?.id;
    if (rows.length < SLICE) return;
  }
}

/** Reminders that nobody was written about, with the case that each is about. */
export const unmailedReminders = (tx: Db) =>
  tx.reminder.findMany({
    where: { mailedAt: null },
    include: { case: { select: { reference: true, controllerId: true, assigneeId: true, state: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });

export type UnmailedReminder = Awaited<ReturnType<typeof unmailedReminders>>[number];
