import type { LocalDate } from '../calendar/local-date';
import { inCircles } from '../datamap/circles';
import type { Identities } from '../datamap/identity';
import { collectionPlan, type CollectionPlan, type CollectionStep } from '../datamap/plan';
import type { Collection, DataMap } from '../datamap/types';
import { ownMap } from './own-map';
import type { ErasureStep, Keys, StepRule, SystemErasure } from './types';

/** The search for what is the person's own, from what they are known by. */
export const erasureSearch = (dataMap: DataMap, identities: Identities): CollectionPlan =>
  collectionPlan(ownMap(dataMap), identities);

/** Every identity that a step is found by is of a record that the person's one names, never the person's own word or reference to them. */
const isNamed = (step: CollectionStep, { fields, erasure, references }: Collection): boolean =>
  erasure?.kind === 'erase' &&
  step.where.every(
    (condition) =>
      condition.kind !== 'identity' &&
      !references.some(({ direction }) => direction !== 'to') &&
      condition.at.every(
        ({ column }) =>
          !fields.some(
            (field) => field.name === column && field.references.some(({ direction }) => direction !== 'to'),
          ),
      ),
  );

function ruleOf(step: CollectionStep, collection: Collection): StepRule {
  const { erasure } = collection;
  switch (erasure?.kind) {
    case undefined:
    case 'shared':
      return { kind: 'erase', whileKept: null, named: false };
    case 'erase':
      return { kind: 'erase', whileKept: erasure.whileKept, named: isNamed(step, collection) };
    case 'anonymise':
      return { kind: 'anonymise', blanks: erasure.blanks };
    case 'keep':
      return { kind: 'keep', until: erasure.until };
  }
}

const tableOf = ({ schema, name }: Collection): string => (schema === null ? name : `${schema}.${name}`);

/**
 * What each system does, in the order in which they are worked through: one whose records are found by keys of another goes before it, while
 * the other still has them. Systems in which nothing can be the person's are left out.
 * @param carried the keys of every carry of the search
 */
export function systemErasures(
  dataMap: DataMap,
  search: CollectionPlan,
  carried: Readonly<Record<string, Keys>>,
  asOf: LocalDate,
): SystemErasure[] {
  const collections = new Map(dataMap.systems.flatMap((one) => one.collections).map((one) => [one.id, one]));
  const all = search.systems
    .filter(({ steps }) => steps.some(({ collectionId }) => collections.get(collectionId)!.erasure?.kind !== 'shared'))
    .map(({ systemId, steps }): SystemErasure => {
      const own = steps
        .filter(({ collectionId }) => collections.get(collectionId)!.erasure?.kind !== 'shared')
        .map((step): ErasureStep => ({ step, rule: ruleOf(step, collections.get(step.collectionId)!) }));
      const needed = new Set(own.flatMap(({ step }) => step.needs));
      return {
        systemId,
        asOf,
        steps: own,
        carried: Object.fromEntries(Object.entries(carried).filter(([id]) => needed.has(id))),
        knownTables: [...collections.values()].map(tableOf).concat(dataMap.systems.flatMap(({ leftOut }) => leftOut)),
      };
    });
  const holders = new Map(search.carries.flat().map(({ id, systemId }) => [id, systemId]));
  const foundThrough = ({ systemId }: SystemErasure): SystemErasure[] =>
    all.filter(
      (one) => one.systemId !== systemId && Object.keys(one.carried).some((id) => holders.get(id) === systemId),
    );
  return inCircles(all, foundThrough).flat();
}
