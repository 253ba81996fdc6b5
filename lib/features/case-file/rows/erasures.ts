import type { CaseEvent } from '@/lib/domain/case/events';
import type { ErasureState } from '@/lib/domain/case/types';
import { enqueueErasing, enqueueErasurePlan } from '@/lib/features/case-file/upkeep/erasing';
import type { Db } from '@/lib/platform/db/client';
import { type CaseKey, sealJson } from '@/lib/platform/vault/case-key';

// Rows of the erasures of a case, as events plan, agree to, begin and end them.

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const OPEN: ErasureState[] = ['planning', 'unplanned', 'planned', 'approved', 'unanswered', 'stopped'];

/** What has not begun is not carried out any more; what was erased stays on record. */
export async function dropErasure(tx: Db, caseId: string): Promise<void> {
  await tx.erasure.updateMany({ where: { caseId, state: { in: OPEN } }, data: { state: 'dropped' } });
}

export async function addErasure(
  tx: Db,
  caseId: string,
  { erasureId, askedById, continuesId }: EventOf<'ErasurePlanAsked'>,
  at: Date,
): Promise<void> {
  await dropErasure(tx, caseId);
  await tx.erasure.create({
    data: {
      id: erasureId,
      caseId,
      state: 'planning',
      askedAt: at,
      askedById,
      continuesId,
      systems: [],
      left: [],
      holdIds: [],
    },
  });
  await enqueueErasurePlan(tx, erasureId);
}

export async function recordPlan(
  tx: Db,
  key: CaseKey,
  { erasureId, digest, systems, left, made }: EventOf<'ErasurePlanned'>,
): Promise<void> {
  const sealed = { ...made, facts: [...made.facts] };
  await tx.erasure.update({
    where: { id: erasureId },
    data: {
      state: 'planned',
      planDigest: digest,
      sealedPlan: sealJson(key, sealed, `erasure:${erasureId}`),
      problems: made.plan.problems.length,
      holdIds: (made.holds ?? []).filter(({ keeps }) => keeps).map(({ id }) => id),
      systems: [...systems],
      left: [...left],
      failure: null,
      retryAt: null,
    },
  });
}

export async function recordPlanFailure(
  tx: Db,
  { erasureId, reason, retryAt }: EventOf<'ErasurePlanFailed'>,
): Promise<void> {
  await tx.erasure.update({
    where: { id: erasureId },
    data: { failure: reason, retryAt: retryAt && new Date(retryAt), ...(!retryAt && { state: 'unplanned' }) },
  });
}

export async function recordErasureApproval(
  tx: Db,
  { erasureId, coolingOffDays, noticeId }: EventOf<'ErasureApproved'>,
  by: { staffId: string; at: Date },
): Promise<void> {
  await tx.erasure.update({
    where: { id: erasureId },
    data: { state: 'approved', approvedAt: by.at, approvedById: by.staffId, coolingOffDays, noticeId },
  });
  await enqueueErasing(tx, erasureId);
}

/** The rest of an erasure that two people agreed to; the person was given their time to stop it then. */
export async function recordRestApproval(
  tx: Db,
  { erasureId, approvedById }: EventOf<'RestApproved'>,
  at: Date,
): Promise<void> {
  await tx.erasure.update({
    where: { id: erasureId },
    data: { state: 'approved', approvedAt: at, approvedById, coolingOffDays: 0 },
  });
  await enqueueErasing(tx, erasureId);
}

export async function setErasure(
  tx: Db,
  erasureId: string,
  state: Extract<ErasureState, 'cancelled' | 'running' | 'handedOver'>,
  at: Date,
): Promise<void> {
  const since = state === 'cancelled' ? { cancelledAt: at } : { begunAt: at };
  await tx.erasure.update({ where: { id: erasureId }, data: { state, ...since } });
}

export async function recordErasureFailure(
  tx: Db,
  { erasureId, reason, retryAt }: EventOf<'ErasureFailed'>,
): Promise<void> {
  await tx.erasure.update({
    where: { id: erasureId },
    data: { failure: reason, retryAt: retryAt && new Date(retryAt), ...(!retryAt && { state: 'unanswered' }) },
  });
}

export async function recordErasureRetry(tx: Db, erasureId: string): Promise<void> {
  await tx.erasure.update({ where: { id: erasureId }, data: { state: 'running', failure: null } });
  await enqueueErasing(tx, erasureId);
}

export async function recordErasureStop(
  tx: Db,
  key: CaseKey,
  { erasureId, systemId, kinds, detail }: EventOf<'ErasureStopped'>,
): Promise<void> {
  await tx.erasure.update({
    where: { id: erasureId },
    data: {
      state: 'stopped',
      failure: null,
      retryAt: null,
      sealedChanges: sealJson(key, { systemId, kinds, detail }, `erasureChanges:${erasureId}`),
    },
  });
}

export async function recordProof(tx: Db, erasureId: string, at: Date): Promise<void> {
  await tx.erasure.update({
    where: { id: erasureId },
    data: { state: 'proved', provedAt: at, failure: null, retryAt: null },
  });
}
