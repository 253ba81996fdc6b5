import { toDbDate } from '@/lib/domain/calendar/local-date';
import type { RestrictionEvent } from '@/lib/domain/case/commands/restriction';
import { enqueueEffect } from '@/lib/features/case-file/upkeep/effects';
import type { Db } from '@/lib/platform/db/client';

// Rows of a restriction and of what lifts it, as events name, announce, begin and end them.

type Of<T extends RestrictionEvent['type']> = Extract<RestrictionEvent, { type: T }>;

export async function addRestriction(
  tx: Db,
  caseId: string,
  { rightItemId: id, regime, right, ground }: Of<'RestrictionAdded'>,
): Promise<void> {
  await tx.rightItem.create({ data: { id, caseId, regime, right, restrictedFor: ground } });
}

export async function nameRestrictionGround(
  tx: Db,
  { rightItemId, ground }: Pick<Of<'RestrictionGroundNamed'>, 'rightItemId' | 'ground'>,
): Promise<void> {
  await tx.rightItem.update({ where: { id: rightItemId }, data: { restrictedFor: ground } });
}

export async function addLifting(
  tx: Db,
  caseId: string,
  { liftingId, rightItemId, noticeId, why, liftOn }: Of<'LiftingAnnounced'>,
  by: { staffId: string; at: Date },
): Promise<void> {
  await tx.lifting.create({
    data: {
      id: liftingId,
      caseId,
      rightItemId,
      why,
      liftOn: toDbDate(liftOn),
      noticeId,
      announcedById: by.staffId,
      announcedAt: by.at,
    },
  });
}

export async function cancelLifting(tx: Db, id: string, at: Date): Promise<void> {
  await tx.lifting.update({ where: { id }, data: { state: 'cancelled', cancelledAt: at } });
}

export async function beginLifting(
  tx: Db,
  caseId: string,
  { liftingId, rightItemId, tasks }: Of<'LiftingStarted'>,
  at: Date,
): Promise<void> {
  const { announcedById } = await tx.lifting.update({
    where: { id: liftingId },
    data: { state: 'lifting', begunAt: at },
  });
  for (const { id, systemId, byPerson } of tasks) {
    await tx.effect.create({
      data: { id, caseId, rightItemId, systemId, step: 'lift', byPerson, startedById: announcedById, startedAt: at },
    });
    if (!byPerson) await enqueueEffect(tx, id);
  }
}

export async function recordSystemLifted(tx: Db, effectId: string, at: Date): Promise<void> {
  await tx.effect.update({ where: { id: effectId, byPerson: true }, data: { state: 'answered', confirmedAt: at } });
}

export async function recordLifted(tx: Db, id: string, at: Date): Promise<void> {
  await tx.lifting.update({ where: { id }, data: { state: 'lifted', liftedAt: at } });
}
