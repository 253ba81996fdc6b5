import type { LocalDate } from '../calendar/local-date';
import { digestOf } from '../audit/digest';
import type { CollectionPlan } from '../datamap/plan';
import type { Collection, DataMap } from '../datamap/types';
import { isUnsaidShared } from '../datamap/several';
import { keepingGround } from '../law/keeping';
import type { RegimeId } from '../law/types';
import type {
  CollectionFacts,
  EraseCounts,
  ErasurePlan,
  PlannedCollection,
  PlanProblem,
  PortalKept,
  SystemErasure,
  SystemFacts,
  SystemPlan,
} from './types';

/** What a plan is made from. `whole`: the search that a copy makes, which also leads to what is not the person's own. */
export type Findings = {
  readonly dataMap: DataMap;
  readonly regimes: readonly RegimeId[];
  readonly asOf: LocalDate;
  readonly whole: CollectionPlan;
  readonly erasures: readonly SystemErasure[];
  /** By system; one without facts has no login for changing, and a person does it. */
  readonly facts: ReadonlyMap<string, SystemFacts>;
  readonly portal?: PortalKept;
};

/** One for every collection within reach of the person, each with a fate; what has none named is a problem, and nobody can approve it. */
export function erasurePlan({ dataMap, regimes, asOf, whole, erasures, facts, portal }: Findings): ErasurePlan {
  const reached = new Set(whole.systems.flatMap(({ steps }) => steps.map(({ collectionId }) => collectionId)));
  const order = erasures.map(({ systemId }) => systemId);
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const systems = dataMap.systems
    .map(({ id, collections, backups }): SystemPlan => {
      const own = erasures.find(({ systemId }) => systemId === id);
      const found = facts.get(id);
      return {
        systemId: id,
        by: found || !own ? 'product' : 'person',
        order: found?.order ?? [],
        schema: found?.schema ?? [],
        ...(backups && { backups }),
        collections: collections
          .filter((collection) => reached.has(collection.id))
          .map((collection) => planned(collection, own, found, { regimes, dataMap })),
      };
    })
    .filter(({ collections }) => collections.length > 0)
    .toSorted((one, other) => rank(one.systemId) - rank(other.systemId));
  return {
    asOf,
    regimes,
    systems,
    ...(portal && { portal }),
    problems: systems.flatMap((system) => problemsOf(system, facts.get(system.systemId), regimes, dataMap)),
  };
}

function planned(
  { id, title, erasure }: Collection,
  own: SystemErasure | undefined,
  found: SystemFacts | undefined,
  { regimes, dataMap }: Pick<Findings, 'regimes' | 'dataMap'>,
): PlannedCollection {
  const theirs = own?.steps.some(({ step }) => step.collectionId === id) ?? false;
  const facts = found?.collections.find(({ collectionId }) => collectionId === id) ?? null;
  const unsaid = facts !== null && touched(facts) > 0 && isUnsaidShared(id, dataMap);
  const fate = unsaid
    ? 'unsaid'
    : theirs
      ? (erasure?.kind ?? 'erase')
      : erasure?.kind === 'shared'
        ? 'shared'
        : 'unsaid';
  const keep = fate === 'keep' && erasure?.kind === 'keep' ? erasure : null;
  return {
    collectionId: id,
    title,
    fate,
    facts,
    reason: erasure?.reason ?? null,
    keep: keep && {
      grounds: regimes.flatMap((regime) => keepingGround(keep.groundId, regime)?.id ?? []),
      openBecause: keep.until.kind === 'open' ? keep.until.reason : null,
    },
  };
}

function problemsOf(
  { systemId, collections }: SystemPlan,
  found: SystemFacts | undefined,
  regimes: readonly RegimeId[],
  dataMap: DataMap,
): PlanProblem[] {
  const erasureOf = (id: string) =>
    dataMap.systems.flatMap((one) => one.collections).find((one) => one.id === id)!.erasure;
  return [
    ...(found?.obstacles ?? []).map((obstacle) => ({ systemId, ...obstacle })),
    ...collections.flatMap(({ collectionId, fate, facts }): PlanProblem[] => {
      if (fate === 'unsaid')
        return [
          {
            kind: 'unsaid',
            systemId,
            collectionId,
            detail: isUnsaidShared(collectionId, dataMap)
              ? `records of ${collectionId} are about several people, and the data map does not say what becomes of them: give it erasure: erase, { anonymise: … } for the part of whoever asks, or { keep: … } with its ground`
              : `records of the person name those of ${collectionId}, and the data map does not say whose they are: give it erasure: erase, or { shared: why }`,
          },
        ];
      const rule = erasureOf(collectionId);
      if (rule?.kind !== 'keep' || facts?.kept === 0) return [];
      return regimes
        .filter((regime) => keepingGround(rule.groundId, regime) === null)
        .map((regime) => ({ kind: 'noGround', systemId, collectionId, detail: regime }));
    }),
  ];
}

/** What two people agree to: the same for the same plan, another when a count, a record, a table or a reason differs. */
export const planDigest = (plan: ErasurePlan): string => digestOf(plan);

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** What was, or would be, done to these collections together. */
export function countsOf(collections: readonly CollectionFacts[]): EraseCounts {
  const counted = collections.filter(({ uncounted }) => !uncounted);
  const uncounted = collections.filter((one) => one.uncounted && touched(one) > 0).length;
  return {
    deleted: sumOf(counted.map(({ erased }) => erased)),
    blanked: sumOf(counted.map(({ blanked, anonymised }) => blanked + anonymised)),
    kept: sumOf(counted.map(({ kept }) => kept)),
    ...(uncounted > 0 && { uncounted }),
  };
}

/** What the whole of a plan would do where connectors carry it out. */
export const planTotals = ({ systems }: ErasurePlan): EraseCounts =>
  countsOf(systems.flatMap(({ collections }) => collections.flatMap(({ facts }) => facts ?? [])));

/** What of a collection changes, in numbers. */
export const touched = ({ erased, blanked, anonymised }: CollectionFacts): number => erased + blanked + anonymised;
