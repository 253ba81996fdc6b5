import { nextLook, waitOf } from '@/lib/domain/call-back/next-look';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { blindIndex, blindIndexes } from '@/lib/platform/vault/blind-index';
import { enqueueCollection } from './collecting';
import { enqueueEffect } from './effects';
import { enqueueErasing, enqueueErasurePlan } from './erasing';

/** The jobs that may have to wait for a system, and how each is asked for again. */
export const AWAITED_JOBS = {
  collect: enqueueCollection,
  carryOut: enqueueEffect,
  planErasure: enqueueErasurePlan,
  erase: enqueueErasing,
} as const;

export type TakenTask = {
  readonly caseId: string;
  readonly systemId: string;
  readonly job: keyof typeof AWAITED_JOBS;
  readonly subjectId: string;
  readonly taskId: string;
  /** When the system says that it will have done it; null where it says nothing. */
  readonly expectedAt: Date | null;
};

/**
 * Notes that a system has taken a task. It is waited for from the first time on; where a person had it and asked anew, from then on.
 * @returns when the job looks again, for this task or for another that it waits for; null where a person has it from now on
 */
export async function noteTaken(
  tx: Db,
  { taskId, expectedAt, ...taken }: TakenTask,
  days: number,
  now: Date,
): Promise<Date | null> {
  const { job, subjectId } = taken;
  const taskHash = { in: blindIndexes('task', taskId) };
  const before = await tx.awaitedTask.findFirst({ where: { job, subjectId, taskHash } });
  const wait = before && before.handedOverAt === null ? before : waitOf(days, now);
  const again = nextLook(wait, now, expectedAt);
  const { takenAt, answerBy } = wait;
  const data = { takenAt, answerBy, handedOverAt: again ? null : now };
  if (before) await tx.awaitedTask.update({ where: { id: before.id }, data });
  else await tx.awaitedTask.create({ data: { id: newId(), ...taken, taskHash: blindIndex('task', taskId), ...data } });
  if (again === null) return null;
  const others = await tx.awaitedTask.findMany({ where: { job, subjectId, handedOverAt: null, calledBackAt: null } });
  return new Date(Math.min(...[again, ...others.flatMap((one) => nextLook(one, now) ?? [])].map(Number)));
}

/** Notes that a system called back about a task, for every job of the controller that waits for it. @returns those */
export async function noteCalledBack(
  tx: Db,
  {
    controllerId,
    systemId,
    taskId,
  }: { readonly controllerId: string; readonly systemId: string; readonly taskId: string },
  at: Date,
) {
  const where = { systemId, taskHash: { in: blindIndexes('task', taskId) }, case: { controllerId } };
  const waiting = await tx.awaitedTask.findMany({
    where,
    select: { id: true, caseId: true, job: true, subjectId: true, case: { select: { reference: true } } },
  });
  await tx.awaitedTask.updateMany({ where: { id: { in: waiting.map(({ id }) => id) } }, data: { calledBackAt: at } });
  for (const { job, subjectId } of waiting) await AWAITED_JOBS[job as keyof typeof AWAITED_JOBS](tx, subjectId);
  return waiting;
}

/** Forgets tasks whose time was over before a day. */
export const forgetAwaited = (tx: Db, before: Date) =>
  tx.awaitedTask.deleteMany({ where: { answerBy: { lt: before } } });
