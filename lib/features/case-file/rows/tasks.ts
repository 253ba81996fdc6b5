import type { CaseEvent } from '@/lib/domain/case/events';
import { enqueueCollection } from '@/lib/features/case-file/upkeep/collecting';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { undoReviewIn } from './redactions';

// Rows of the tasks in a case, as events set and end them.

export async function addTasks(
  tx: Db,
  caseId: string,
  tasks: readonly { id: string; systemId: string }[],
): Promise<void> {
  await tx.collectionTask.createMany({ data: tasks.map(({ id, systemId }) => ({ id, caseId, systemId })) });
  for (const task of tasks) await enqueueCollection(tx, task.id);
}

/** Asks again every system that has not answered: the case was closed meanwhile. */
export async function resumeTasks(tx: Db, caseId: string): Promise<void> {
  for (const { id } of await tx.collectionTask.findMany({
    where: { caseId, state: { not: 'answered' } },
    select: { id: true },
  }))
    await retryTask(tx, id);
}

export async function recordAnswer(
  tx: Db,
  caseId: string,
  { systemId, attempt, collections, inquiryId }: Extract<CaseEvent, { type: 'SourceAnswered' }>,
  at: Date,
): Promise<void> {
  const records = collections.reduce((sum, answer) => sum + answer.records, 0);
  const { id: taskId } = await tx.collectionTask.update({
    where: { caseId_systemId: { caseId, systemId }, attempts: attempt },
    data: { state: 'answered', failure: null, retryAt: null, records, endedAt: at },
  });
  if (inquiryId !== null) await tx.inquiry.update({ where: { id: inquiryId }, data: { answeredAt: at } });
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
