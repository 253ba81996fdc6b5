import type { Db } from '@/lib/platform/db/client';
import { enqueue } from '@/lib/platform/queue';
import { GOING_ON } from './going-on';

export const enqueueEffect = (tx: Db, effectId: string, runAt?: Date): Promise<void> =>
  enqueue(tx, {
    name: 'carryOut',
    payload: { effectId },
    key: `effect:${effectId}`,
    maxAttempts: 8,
    ...(runAt && { runAt }),
  });

/** Begins a try: whatever an earlier one answers counts for nothing. @returns its number; null where nothing is left to do */
export async function beginEffectTry(tx: Db, effectId: string): Promise<number | null> {
  const { count } = await tx.effect.updateMany({
    where: {
      id: effectId,
      byPerson: false,
      state: { not: 'answered' },
      OR: [{ step: 'lift' }, { case: GOING_ON }],
    },
    data: { state: 'running', attempts: { increment: 1 }, retryAt: null },
  });
  if (count === 0) return null;
  const { attempts } = await tx.effect.findUniqueOrThrow({ where: { id: effectId }, select: { attempts: true } });
  return attempts;
}
