import type { EffectEvent } from '@/lib/domain/case/commands/effects';
import type { TransmissionEvent } from '@/lib/domain/case/commands/transmission';
import { enqueueEffect } from '@/lib/features/case-file/upkeep/effects';
import type { Db } from '@/lib/platform/db/client';
import { type CaseKey, sealJson, sealText } from '@/lib/platform/vault/case-key';

// Rows of what is carried out in systems, as events set and end them.

type Of<T extends EffectEvent['type']> = Extract<EffectEvent, { type: T }>;

export async function addEffects(
  tx: Db,
  key: CaseKey,
  caseId: string,
  { rightItemId, step, tasks, correction, supplement }: Of<'EffectsStarted'>,
  by: { staffId: string; at: Date },
): Promise<void> {
  // What was begun before and has ended is no part of what begins now.
  await tx.effect.deleteMany({ where: { rightItemId, step: { not: 'lift' } } });
  const begun = { caseId, rightItemId, startedById: by.staffId, startedAt: by.at };
  for (const task of tasks)
    await tx.effect.create({
      data: {
        ...begun,
        ...task,
        step,
        sealedCorrection: correction && sealJson(key, correction, `correction:${task.id}`),
      },
    });
  for (const task of supplement?.tasks ?? [])
    await tx.effect.create({
      data: {
        ...begun,
        ...task,
        step: 'supplement',
        sealedStatement: supplement && sealText(key, supplement.text, `statement:${task.id}`),
      },
    });
  for (const { id, byPerson } of [...tasks, ...(supplement?.tasks ?? [])]) if (!byPerson) await enqueueEffect(tx, id);
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

/** A file to be sent to a receiver, begun by whoever agreed to the right. */
export async function addTransmission(
  tx: Db,
  caseId: string,
  { effectId: id, rightItemId, receiverId, byId }: Extract<TransmissionEvent, { type: 'TransmissionOwed' }>,
  at: Date,
): Promise<void> {
  await tx.effect.create({
    data: {
      id,
      caseId,
      rightItemId,
      systemId: receiverId,
      step: 'transmit',
      byPerson: false,
      startedById: byId,
      startedAt: at,
    },
  });
  await enqueueEffect(tx, id);
}

export async function recordTransmission(
  tx: Db,
  { effectId, attempt, receipt }: Extract<TransmissionEvent, { type: 'DataTransmitted' }>,
  at: Date,
): Promise<void> {
  await tx.effect.update({
    where: { id: effectId, attempts: attempt },
    data: { state: 'answered', failure: null, retryAt: null, receipt, confirmedAt: at },
  });
}
