import type { Actor } from '@/lib/domain/case/actor';
import type { CollectionAnswer } from '@/lib/domain/case/types';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { type KnownBy, searchOf } from '@/lib/domain/datamap/sought';
import type { DataMap, DataSystem } from '@/lib/domain/datamap/types';
import { handle } from '@/lib/features/cases/mutations/handle';
import { newId } from '@/lib/platform/ids';
import { type CollectingTry, Overtaken } from './keep';

const WORKER: Actor = { kind: 'system', id: 'worker' };
const DAY = 86_400_000;

// A late answer is still wanted: the link outlives the day that was asked for, and ends with the next try or with the collection.
const LINK_DAYS = 60;

/**
 * Asks the owner of a system that nothing reads; what they answer is the answer of this try.
 * @returns `asked`; or, where there is nothing to look for in it, what the system answers without anybody being asked
 * @throws Overtaken
 */
export async function askOwner(
  { caseId, attempt }: CollectingTry,
  dataMap: DataMap,
  { id: systemId, owner }: DataSystem,
  known: KnownBy,
  now: Date = new Date(),
): Promise<'asked' | CollectionAnswer[]> {
  const plan = collectionPlan(dataMap, known.identities);
  const own = plan.systems.find((system) => system.systemId === systemId);
  if (!own || own.steps.length === 0) {
    const sought = searchOf(dataMap, known, plan);
    return (own?.notApplicable ?? []).map(({ collectionId, reason }) => ({
      collectionId,
      result: 'notApplicable',
      reason,
      records: 0,
      sought: sought(collectionId, []),
    }));
  }
  const after = (days: number): string => new Date(now.getTime() + days * DAY).toISOString();
  const opened = await handle(
    caseId,
    {
      type: 'OpenInquiry',
      systemId,
      attempt,
      inquiryId: newId(),
      answerBy: after(owner?.days ?? 1),
      expiresAt: after(LINK_DAYS),
    },
    WORKER,
  );
  if (!opened.ok) throw new Overtaken(opened.reason);
  return 'asked';
}
