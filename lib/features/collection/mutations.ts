import type { CollectionAnswer } from '@/lib/domain/case/types';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/platform/queue';

// Rows of the tasks in a case. Only lib/features/cases/mutations.ts calls these, inside the transaction of `handle`.

export async function addTasks(tx: Db, caseId: string, tasks: readonly { id: string; systemId: string }[]): Promise<void> {
  await tx.collectionTask.createMany({ data: tasks.map(({ id, systemId }) => ({ id, caseId, systemId })) });
  for (const task of tasks) await enqueueCollection(tx, task.id);
}

export const enqueueCollection = (tx: Db, taskId: string): Promise<void> =>
  enqueue(tx, { name: 'collect', payload: { taskId }, key: `collect:${taskId}`, maxAttempts: 8 });

/** Asks again every system that has not answered: the case was closed meanwhile. */
export async function resumeTasks(tx: Db, caseId: string): Promise<void> {
  for (const { id } of await tx.collectionTask.findMany({ where: { caseId, state: { not: 'answered' } }, select: { id: true } })) await retryTask(tx, id);
}

export async function recordAnswer(
  tx: Db,
  caseId: string,
  systemId: string,
  answers: readonly CollectionAnswer[],
  at: Date,
): Promise<void> {
  const records = answers.reduce((sum, answer) => sum + answer.records, 0);
  const { id: taskId } = await tx.collectionTask.update({
    where: { caseId_systemId: { caseId, systemId } },
    data: { state: 'answered', failure: null, records, endedAt: at, attempts: { increment: 1 } },
  });
  for (const answer of answers) {
    const outcome = { result: answer.result, reason: answer.reason, records: answer.records, answeredAt: at };
    await tx.sourceResult.upsert({
      where: { caseId_collectionId: { caseId, collectionId: answer.collectionId } },
      create: { id: newId(), caseId, taskId, collectionId: answer.collectionId, ...outcome },
      update: outcome,
    });
  }
}

export async function recordFailure(tx: Db, caseId: string, systemId: string, reason: string): Promise<void> {
  await tx.collectionTask.update({
    where: { caseId_systemId: { caseId, systemId } },
    data: { state: 'failed', failure: reason, attempts: { increment: 1 } },
  });
}

export async function retryTask(tx: Db, taskId: string): Promise<void> {
  await tx.collectionTask.update({ where: { id: taskId }, data: { state: 'waiting', failure: null } });
  await enqueueCollection(tx, taskId);
}
