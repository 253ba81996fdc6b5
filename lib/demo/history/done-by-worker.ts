import type { Correction } from '@/lib/domain/case/commands/effects';
import { erasureOf } from '@/lib/domain/case/erasing';
import { effectStepOf } from '@/lib/domain/law/right-effects';
import { caseOf } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { effectPlan } from '@/lib/features/cases/data/effect-plan';
import { carryOutInSystem } from '@/lib/features/effects/mutations/carry-out';
import { erase } from '@/lib/features/erasure/mutations/carry-out';
import { makeErasurePlan } from '@/lib/features/erasure/mutations/plan';
import { controller } from '@/lib/platform/controllers/registry';
import { newId } from '@/lib/platform/ids';
import { give, never, rowOf, type Scene } from './scene';

/** Carries out what the systems can do themselves, right by right: each writes it, and says it back. */
export async function carryOutInSystems(
  { caseId, current, rules, cast: { desk } }: Scene,
  facts: string,
  correction: Correction | null,
): Promise<void> {
  const { dataMap } = controller(current.controllerId);
  const { identities } = await knownBy(await rowOf(caseId));
  for (const item of current.rights.filter(({ right }) => effectStepOf(right) !== null)) {
    const plan = effectPlan(item.right, correction, { dataMap, identities });
    await give(
      caseId,
      {
        type: 'StartEffects',
        rightItemId: item.id,
        tasks: plan.map(({ systemId, byPerson }) => ({ id: newId(), systemId, byPerson })),
        facts,
        confirmed: rules.doneContents(item).map(({ id }) => id),
        correction,
        supplement: null,
      },
      desk,
    );
  }
  for (const { id, byPerson } of (await rowOf(caseId)).effects) if (!byPerson) await carryOutInSystem(id, never);
}

/** Somebody of the desk asks for the plan of an erasure, and the worker makes it. */
export async function planErasure({ caseId, cast: { desk } }: Scene): Promise<void> {
  const erasureId = newId();
  await give(caseId, { type: 'PlanErasure', erasureId }, desk);
  await makeErasurePlan(erasureId, never);
}

/** A second person agrees to the plan as it is. @param coolingOffDays days on which the person can still stop it */
export async function approveErasure(
  { caseId, current, cast: { approver } }: Scene,
  coolingOffDays: number,
): Promise<void> {
  const digest = erasureOf(current)?.digest;
  if (!digest) throw new Error('There is no plan to agree to');
  await give(caseId, { type: 'ApproveErasure', digest, coolingOffDays, noticeId: newId() }, approver);
}

/** What the worker does on the day after the last one on which the person could stop it. */
export async function carryOutErasure({ caseId }: Scene): Promise<void> {
  const work = erasureOf(caseOf(await rowOf(caseId)));
  if (work) await erase(work.id, never);
}
