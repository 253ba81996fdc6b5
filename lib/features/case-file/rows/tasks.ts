import type { CaseEvent } from '@/lib/domain/case/events';
import { undoReviewIn } from './redactions';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';

// Rows of the tasks in a case. Only lib/features/cases/mutations calls these, inside the transaction of `handle`.

export async function addTasks(
  tx: Db,
  caseId: string,
  tasks: readonly { id: string; systemId: string }[],
): Promise<void> {
  await tx.collectionTask.createMany({ data: tasks.map(({ id, systemId }) => ({ id, caseId, systemId })) });
  for (const task of tasks) await enqueueCollection(tx, task.id);
}

export const enqueueCollection = (tx: Db, taskId: string): Promise<void> =>
  enqueue(tx, { name: 'collect', payload: { taskId }, key: `collect:${taskId}`, maxAttempts: 8 });

/** Asks again every system that has not answered: the case was closed meanwhile. */
export async function resumeTasks(tx: Db, caseId: string): Promise<void> {
  for (const { id } of await tx.collectionTask.findMany({
    where: { caseId, state: { not: 'answered' } },
    select: { id: true },
  }))
    await retryTask(tx, id);
}

/** Begins a try: from here on whatever earlier tries keep or answer counts for nothing. @returns its number; null where nothing is left to ask */
export async function beginTry(tx: Db, taskId: string, at: Date): Promise<number | null> {
  const { count } = await tx.collectionTask.updateMany({
    where: { id: taskId, state: { not: 'answered' }, case: { state: 'collecting' } },
    data: { state: 'running', attempts: { increment: 1 }, records: 0, startedAt: at, retryAt: null },
  });
  if (count === 0) return null;
  const { attempts } = await tx.collectionTask.findUniqueOrThrow({ where: { id: taskId }, select: { attempts: true } });
  return attempts;
}

export async function recordAnswer(
  tx: Db,
  caseId: string,
  { systemId, attempt, collections }: Extract<CaseEvent, { type: 'SourceAnswered' }>,
  at: Date,
): Promise<void> {
  const records = collections.reduce((sum, answer) => sum + answer.records, 0);
  const { id: taskId } = await tx.collectionTask.update({
    where: { caseId_systemId: { caseId, systemId }, attempts: attempt },
    data: { state: 'answered', failure: null, retryAt: null, records, endedAt: at },
  });
  await tx.sourceResult.deleteMany({ where: { taskId } });
  await tx.sourceResult.createMany({
    data: collections.map((answer) => ({ id: newId(), caseId, taskId, ...answer, answeredAt: at })),
  });
}

export async function recordFailure(
  tx: Db,
  caseId: string,
  { systemId, attempt, reason, retryAt }: Extract<CaseEvent, { type: 'SourceFailed' }>,
): Promise<void> {
  await tx.collectionTask.update({
    where: { caseId_systemId: { caseId, systemId }, attempts: attempt },
    data: { state: retryAt ? 'waiting' : 'failed', failure: reason, retryAt: retryAt && new Date(retryAt) },
  });
}

export async function retryTask(tx: Db, taskId: string): Promise<void> {
  await tx.collectionTask.update({ where: { id: taskId }, data: { state: 'waiting', failure: null, retryAt: null } });
  await enqueueCollection(tx, taskId);
}

/** Takes back what these systems answered and asks them anew; what they kept stays until the next try begins. */
export async function reopenTasks(
  tx: Db,
  caseId: string,
  tasks: readonly { readonly id: string; readonly systemId: string }[],
  at: Date,
): Promise<void> {
  const ids = tasks.map(({ id }) => id);
  await undoReviewIn(
    tx,
    caseId,
    tasks.map(({ systemId }) => systemId),
    at,
  );
  await tx.sourceResult.deleteMany({ where: { caseId, taskId: { in: ids } } });
  await tx.collectionTask.updateMany({
    where: { caseId, id: { in: ids } },
    data: { state: 'waiting', failure: null, retryAt: null, records: 0, startedAt: null, endedAt: null },
  });
  for (const id of ids) await enqueueCollection(tx, id);
}
