import { SourceError, TaskTaken } from '@/lib/connectors/port';
import type { Actor } from '@/lib/domain/case/actor';
import { isOwed } from '@/lib/domain/case/carry-out';
import { planDigest } from '@/lib/domain/erasure/plan';
import { isRestOf } from '@/lib/domain/erasure/holds';
import { portalKept } from '@/lib/domain/erasure/portal';
import { erasureFile, keysBefore } from '@/lib/features/case-file/data/erasure';
import { collectionHolds } from '@/lib/features/case-file/data/holds';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, caseRow, type CaseRow, keyOf, rulesOf } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { beginPlanTry } from '@/lib/features/case-file/upkeep/erasing';
import { awaitAnswer } from '@/lib/features/call-backs/mutations/await-answer';
import { handle } from '@/lib/features/cases/mutations/handle';
import { planErasure } from '@/lib/features/erasure/data';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';

const WORKER: Actor = { kind: 'system', id: 'worker' };

/**
 * Looks through every system for what the erasure would change and keeps the plan. Changes nothing in them.
 * @param retryAt when the queue tries again; null when this was its last try
 * @throws SourceError where a system does not answer and is to be asked again
 */
export async function makeErasurePlan(
  erasureId: string,
  signal: AbortSignal,
  retryAt: Date | null = null,
): Promise<void> {
  const found = await db().erasure.findUnique({ where: { id: erasureId }, select: { caseId: true } });
  const row = found && (await caseRow(found.caseId));
  if (!row?.key?.wrappedKey) return;
  const attempt = await beginPlanTry(db(), erasureId);
  if (attempt !== null) await tryToPlan(row, { erasureId, attempt }, signal, retryAt);
  // Also where an earlier try made the plan and came no further.
  await approveRest(row, erasureId);
}

async function tryToPlan(
  row: CaseRow,
  { erasureId, attempt }: { readonly erasureId: string; readonly attempt: number },
  signal: AbortSignal,
  retryAt: Date | null,
): Promise<void> {
  try {
    const asked = { ...(await askedOf(row)), before: await keysBefore(row.id, keyOf(row)) };
    const made = await planErasure(asked, process.env, signal);
    await handle(row.id, { type: 'RecordErasurePlan', erasureId, attempt, made }, WORKER);
  } catch (error) {
    if (error instanceof TaskTaken) {
      await awaitAnswer(
        row.id,
        { job: 'planErasure', subjectId: erasureId },
        error,
        controller(row.controllerId).dataMap,
        (unanswered) => ({ type: 'RecordErasurePlanFailure', erasureId, attempt, ...unanswered }),
      );
      return;
    }
    const reason = error instanceof SourceError ? error.reason : 'interrupted';
    const recorded = await handle(
      row.id,
      { type: 'RecordErasurePlanFailure', erasureId, attempt, reason, retryAt: retryAt?.toISOString() ?? null },
      WORKER,
    );
    if (recorded.ok) throw error;
  }
}

/** By what the person of the case was shown to be known, and under which laws an erasure was agreed to. */
async function askedOf(row: CaseRow) {
  const rules = rulesOf(row, await calendarsInForce());
  const at = new Date();
  const holds = await collectionHolds(row.controllerId, at);
  const asked = caseOf(row).rights.filter((item) => rules.doneBy(item) === 'erasing' && isOwed(item, rules));
  const { dataMap, definition } = controller(row.controllerId);
  const regimes = [...new Set(asked.map(({ regime }) => regime))];
  return {
    holds,
    dataMap,
    identities: (await knownBy(row)).identities,
    regimes,
    portal: portalKept(regimes, definition.retention.caseDays),
    asOf: rules.today(at.toISOString()),
  };
}

/** Two people agreed to all of an erasure: its rest needs nobody, unless it would take more than what a hold had kept of it. */
async function approveRest(row: CaseRow, erasureId: string): Promise<void> {
  const select = { state: true, continuesId: true, approvedById: true } as const;
  const { state, continuesId } = await db().erasure.findUniqueOrThrow({ where: { id: erasureId }, select });
  if (state !== 'planned' || continuesId === null) return;
  const { approvedById } = await db().erasure.findUniqueOrThrow({ where: { id: continuesId }, select });
  const [{ made }, before] = [await erasureFile(erasureId, keyOf(row)), await erasureFile(continuesId, keyOf(row))];
  if (!made || !before.made || approvedById === null || !isRestOf(made, before.made)) return;
  await handle(row.id, { type: 'ApproveRest', digest: planDigest(made.plan), approvedById }, WORKER);
}
