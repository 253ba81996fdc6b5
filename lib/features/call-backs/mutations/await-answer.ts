import type { TaskTaken } from '@/lib/connectors/port';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { DEFAULT_ANSWER_DAYS } from '@/lib/domain/datamap/http/schema';
import type { DataMap } from '@/lib/domain/datamap/types';
import { lockedCase } from '@/lib/features/case-file/data/case';
import { AWAITED_JOBS, noteTaken } from '@/lib/features/case-file/upkeep/awaited';
import { handleIn } from '@/lib/features/cases/mutations/handle';
import { transaction } from '@/lib/platform/db/client';
import type { AwaitedBy, Unanswered } from '../types';

const WORKER: Actor = { kind: 'system', id: 'worker' };

/**
 * A system has taken a task and answers later: the job is asked for again when it calls back, and without that when it expects to have done it, at half of its time and at its end;
 * after that a person has it.
 * @param commandOf records the try as one without an answer
 * @returns whether it is waited for
 */
export async function awaitAnswer(
  caseId: string,
  { job, subjectId }: AwaitedBy,
  { systemId, taskId, expectedAt }: TaskTaken,
  dataMap: DataMap,
  commandOf: (unanswered: Unanswered) => CaseCommand,
): Promise<boolean> {
  const days = dataMap.systems.find(({ id }) => id === systemId)?.access?.answerDays ?? DEFAULT_ANSWER_DAYS;
  return transaction(async (tx) => {
    await lockedCase(tx, caseId);
    const now = new Date();
    const again = await noteTaken(tx, { caseId, systemId, job, subjectId, taskId, expectedAt }, days, now);
    const unanswered: Unanswered = { reason: again ? 'taken' : 'noAnswer', retryAt: again?.toISOString() ?? null };
    const recorded = await handleIn(tx, caseId, commandOf(unanswered), WORKER, { at: now });
    if (!recorded.ok || again === null) return false;
    await AWAITED_JOBS[job](tx, subjectId, again);
    return true;
  });
}
