import { type Addresses, openChanger } from '@/lib/connectors/open';
import type { Correction } from '@/lib/domain/case/commands/effects';
import type { Identities } from '@/lib/domain/datamap/identity';
import type { DataMap, Mark } from '@/lib/domain/datamap/types';
import {
  endedPurposes,
  placesOfFact,
  restrictionMarks,
  statementMarks,
  stoppedMarks,
  systemsWithoutPlace,
} from '@/lib/domain/effects/marks';
import { effectStepOf, takenBy, type WrittenStep } from '@/lib/domain/law/right-effects';
import { erasureSearch } from '@/lib/domain/erasure/systems';
import type { RightId } from '@/lib/domain/law/types';

/** What a system is to hold of the person. `byPerson`: the product cannot write it there, or cannot find the person there by what they gave. */
export type PlannedEffect = {
  readonly systemId: string;
  readonly byPerson: boolean;
  readonly marks: readonly Mark[];
};

/** What the person and the desk say is to stand there: what is right in the place of what is wrong, or a statement beside it. */
export type Wording = { readonly correction: Correction | null; readonly statement: string | null };

/** What stands where once a right is carried out; for a correction, what is right in every place of its fact. */
export function marksFor(
  right: RightId,
  step: WrittenStep,
  { correction, statement }: Wording,
  dataMap: DataMap,
): readonly Mark[] {
  switch (step) {
    case 'setPreference':
      return stoppedMarks(endedPurposes(right, dataMap));
    case 'restrict':
      return restrictionMarks(dataMap, 'set');
    case 'lift':
      return restrictionMarks(dataMap, 'lifted');
    case 'supplement':
      return statement === null ? [] : statementMarks(statement, dataMap);
    case 'rectify':
      return correction === null
        ? []
        : placesOfFact(correction.factId, dataMap).map(({ collection, field }) => ({
            collectionId: collection.id,
            fields: { [field]: correction.right },
          }));
    default:
      return step satisfies never;
  }
}

type Where = { readonly dataMap: DataMap; readonly identities: Identities };

/** Where a right is carried out, system by system in the order of the map. Only the person's own records are ever written. */
export function effectPlan(
  right: RightId,
  correction: Correction | null,
  where: Where,
  addresses: Addresses = process.env,
): readonly PlannedEffect[] {
  const step = effectStepOf(right);
  return step === null ? [] : planOf(right, step, { correction, statement: null }, where, addresses);
}

/** Where a statement of the person is kept; by those who look after the accounts where the map has no place for one. */
export function supplementPlan(
  right: RightId,
  statement: string,
  where: Where,
  addresses: Addresses = process.env,
): readonly Omit<PlannedEffect, 'marks'>[] {
  const planned = planOf(right, 'supplement', { correction: null, statement }, where, addresses);
  return planned.length > 0
    ? planned
    : systemsWithoutPlace(where.dataMap).map((systemId) => ({ systemId, byPerson: true }));
}

/** Where a restriction is lifted: everywhere the map holds it, and by a person wherever else one had restricted. @param restrictedIn systems of the record */
export function liftPlan(
  right: RightId,
  restrictedIn: readonly string[],
  where: Where,
  addresses: Addresses = process.env,
): readonly Omit<PlannedEffect, 'marks'>[] {
  const planned = planOf(right, 'lift', { correction: null, statement: null }, where, addresses);
  const others = restrictedIn.filter((id) => !planned.some(({ systemId }) => systemId === id));
  return [...planned, ...others.map((systemId) => ({ systemId, byPerson: true }))];
}

function planOf(
  right: RightId,
  step: WrittenStep,
  wording: Wording,
  { dataMap, identities }: Where,
  addresses: Addresses,
): readonly PlannedEffect[] {
  const marks = marksFor(right, step, wording, dataMap);
  const found = new Set(
    erasureSearch(dataMap, identities).systems.flatMap(({ steps }) => steps.map(({ collectionId }) => collectionId)),
  );
  return dataMap.systems.flatMap((system) => {
    const own = marks.filter(({ collectionId }) => system.collections.some(({ id }) => id === collectionId));
    if (own.length === 0) return [];
    const byPerson =
      openChanger(system, takenBy(step), addresses) === null ||
      own.some(({ collectionId }) => !found.has(collectionId));
    return [{ systemId: system.id, byPerson, marks: own }];
  });
}
