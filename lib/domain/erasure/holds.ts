import type { LocalDate } from '../calendar/local-date';
import type { HoldGround } from '../law/keeping';
import type { DataMap, LocalText } from '../datamap/types';
import type { ErasurePlan, MadePlan, PlannedHold } from './types';

/** A hold over collections, whoever's records they have. `until`: its last day in words, or that it is open. */
export type CollectionHold = {
  readonly id: string;
  readonly collectionIds: readonly string[];
  readonly groundId: HoldGround;
  readonly reason: LocalText;
  readonly until: LocalText;
};

/** A hold ends by itself after its last day, or when it is released. */
export const isHolding = ({ until }: { readonly until: LocalDate | null }, today: LocalDate): boolean =>
  until === null || today <= until;

/** The data map as an erasure has to read it while these hold: what they cover is kept on their ground, whatever its own rule. */
export function underHolds(dataMap: DataMap, holds: readonly CollectionHold[]): DataMap {
  const over = (id: string) => holds.find(({ collectionIds }) => collectionIds.includes(id));
  return {
    ...dataMap,
    systems: dataMap.systems.map((system) => ({
      ...system,
      collections: system.collections.map((collection) => {
        const hold = over(collection.id);
        if (!hold || collection.erasure?.kind === 'shared') return collection;
        const { groundId, reason, until } = hold;
        return {
          ...collection,
          erasure: { kind: 'keep' as const, groundId, reason, until: { kind: 'open' as const, reason: until } },
        };
      }),
    })),
  };
}

/** Which of these holds a plan was made under, and whether each keeps something of it. What a person does by hand, nobody has counted. */
export const heldBy = ({ systems }: ErasurePlan, holds: readonly CollectionHold[]): PlannedHold[] =>
  holds.flatMap(({ id, collectionIds }): PlannedHold[] => {
    const covered = systems.flatMap(({ by, collections }) =>
      collections
        .filter(({ collectionId, fate }) => fate === 'keep' && collectionIds.includes(collectionId))
        .map(({ facts }) => by === 'person' || (facts?.kept ?? 0) > 0),
    );
    return covered.length === 0 ? [] : [{ id, keeps: covered.includes(true) }];
  });

/** Whether a plan takes no more than what an earlier one, to which people agreed, had kept under a hold. */
export function isRestOf({ facts: now }: MadePlan, { facts: before }: MadePlan): boolean {
  const earlier = new Map(
    [...before.values()].flatMap(({ collections }) => collections).map((one) => [one.collectionId, one]),
  );
  return [...now.values()]
    .flatMap(({ collections }) => collections)
    .every((one) => {
      const was = earlier.get(one.collectionId);
      return one.erased + one.anonymised <= (was?.kept ?? 0) + (was?.blanked ?? 0);
    });
}
