import type { EffectEvent } from '@/lib/domain/case/commands/effects';
import { enqueueEffect } from '@/lib/features/case-file/upkeep/effects';
import type { Db } from '@/lib/platform/db/client';
import { type CaseKey, sealJson } from '@/lib/platform/vault/case-key';

// Rows of what is carried out in systems, as events set and end them.

type Of<T extends EffectEvent['type']> = Extract<EffectEvent, { type: T }>;

export async function addEffects(
  tx: Db,
  key: CaseKey,
  caseId: string,
  { rightItemId, step, tasks, correction }: Of<'EffectsStarted'>,
  by: { staffId: string; at: Date },
): Promise<void> {
  // What was begun before and has ended is no part of what begins now.
  await tx.effect.deleteMany({ where: { rightItemId, step: { not: 'lift' } } });
  for (const { id, systemId, byPerson } of tasks) {
    await tx.effect.create({
      data: {
        id,
        caseId,
        rightItemId,
        systemId,
        step,
        byPerson,
        sealedCorrection: correction && sealJson(key, correction, `correction:${id}`),
        startedById: by.staffId,
        startedAt: by.at,
      },
    });
    if (!byPerson) await enqueueEffect(tx, id);
  }
}

export async function recordEffect(
  tx: Db,
  { effectId, attempt, collections }: Of<'EffectConfirmed'>,
  at: Date,
): Promise<void> {
  await tx.effect.update({
    where: { id: effectId, attempts: attempt },
    data: {
      state: 'answered',
      failure: null,
      retryAt: null,
      collections: collections.map((one) => ({ ...one })),
      confirmedAt: at,
    },
  });
}

export async function recordEffectFailure(
  tx: Db,
  { effectId, attempt, reason, retryAt }: Of<'EffectFailed'>,
): Promise<void> {
  await tx.effect.update({
    where: { id: effectId, attempts: attempt },
    data: { state: retryAt ? 'waiting' : 'failed', failure: reason, retryAt: retryAt && new Date(retryAt) },
  });
}

export async function retryEffect(tx: Db, effectId: string): Promise<void> {
  await tx.effect.update({ where: { id: effectId }, data: { state: 'waiting', failure: null, retryAt: null } });
  await enqueueEffect(tx, effectId);
}
