import type { CaseEvent } from '@/lib/domain/case/events';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { caseOf } from '@/lib/features/case-file/data/case';
import type { Case, ToldStep } from '@/lib/domain/case/types';
import { recipientsToTell } from '@/lib/domain/datamap/recipients';
import { effectStepOf } from '@/lib/domain/law/right-effects';
import { ERASING_RIGHTS } from '@/lib/domain/law/erasing-rights';
import { touched } from '@/lib/domain/erasure/plan';
import { erasedFacts } from '@/lib/features/case-file/data/erasure';
import { controller } from '@/lib/platform/controllers/registry';
import { newId } from '@/lib/platform/ids';
import type { Situation } from './consequences';

type Carried = Extract<CaseEvent, { type: 'RightCarriedOut' }>;

type Changed = {
  readonly step: ToldStep;
  readonly collections: readonly string[];
  /** The only recipients whom it concerns; null for all to whom the map discloses these collections. */
  readonly only: readonly string[] | null;
};

const STEP_OF_EFFECT = { rectify: 'rectified', restrict: 'restricted', setPreference: null } as const;

/** What an event changed of what recipients may have too: an erasure, a correction, a restriction or its end (Art. 19 GDPR); null for anything else. */
async function changedBy(event: CaseEvent, { tx, row, key }: Situation): Promise<Changed | null> {
  if (event.type === 'ErasureProved') {
    const facts = await erasedFacts(row.id, key, tx);
    const collections = facts.flatMap(([, one]) => one.collections.filter((found) => touched(found) > 0));
    return { step: 'erased', collections: collections.map(({ collectionId }) => collectionId), only: null };
  }
  if (event.type === 'RestrictionLifted') {
    // Whoever was told of the restriction keeps it until they are told that it has ended.
    const told = row.recipients.filter(({ step, excusedFor }) => step === 'restricted' && excusedFor === null);
    return {
      step: 'lifted',
      collections: [...new Set(told.flatMap(({ collections }) => collections))],
      only: told.map(({ recipientId }) => recipientId),
    };
  }
  if (event.type !== 'RightCarriedOut' || event.told.length === 0) return null;
  const current = caseOf(row);
  const item = current.rights.find(({ id }) => id === event.rightItemId);
  const effect = item ? effectStepOf(item.right) : null;
  const step = item && ERASING_RIGHTS.includes(item.right) ? 'erased' : effect && STEP_OF_EFFECT[effect];
  return step ? { step, collections: carriedOutIn(event, current), only: null } : null;
}

/** What was read back from the systems; of what a person did by hand, what was found there before. */
function carriedOutIn({ rightItemId, systems }: Carried, current: Case): readonly string[] {
  const { dataMap } = controller(current.controllerId);
  const readBack = current.effects
    .filter((effect) => effect.rightItemId === rightItemId)
    .flatMap(({ collections }) => collections);
  const byProduct = new Set(current.effects.filter((one) => !one.byPerson).map(({ systemId }) => systemId));
  const nothing = new Set(
    current.findings.filter(({ result }) => result !== 'found').map(({ collectionId }) => collectionId),
  );
  return [
    ...readBack.filter(({ changed }) => changed > 0).map(({ collectionId }) => collectionId),
    ...dataMap.systems
      .filter(({ id }) => systems.includes(id) && !(readBack.length > 0 && byProduct.has(id)))
      .flatMap(({ collections }) => collections.map(({ id }) => id).filter((id) => !nothing.has(id))),
  ];
}

/** The command by which the recipients of what an event changed are owed word of it; null where there is nobody who was not told of it before. */
export async function owedRecipients(
  event: CaseEvent,
  situation: Situation,
): Promise<Extract<CaseCommand, { type: 'OweRecipients' }> | null> {
  const changed = await changedBy(event, situation);
  if (changed === null) return null;
  const { row } = situation;
  const { step, only } = changed;
  const before = row.recipients.filter((one) => one.step === step);
  // A mail can say that something was corrected only where it is on record what: else a person tells it.
  const mailed =
    step !== 'rectified' ||
    row.effects.some(({ sealedCorrection, sealedStatement }) => sealedCorrection !== null || sealedStatement !== null);
  const recipients = recipientsToTell(controller(row.controllerId).dataMap, changed.collections).flatMap((one) => {
    if (only !== null && !only.includes(one.recipientId)) return [];
    const told = before.filter(({ recipientId }) => recipientId === one.recipientId);
    const collections =
      step === 'erased'
        ? one.collections.filter((id) => !told.some((earlier) => earlier.collections.includes(id)))
        : one.collections;
    return collections.length > 0
      ? [{ ...one, id: newId(), collections, way: one.way === 'mail' && !mailed ? 'person' : one.way }]
      : [];
  });
  return recipients.length > 0 ? { type: 'OweRecipients', step, recipients } : null;
}
