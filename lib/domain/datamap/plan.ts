import { inCircles } from './circles';
import { normalIdentities, type Identities } from './identity';
import { keyPlacesOf, linksBy, linksOf, placeName, reachableFrom, reachedByKind, type Link } from './reach';
import type { Collection, DataMap, IdentityKind, IdentityMatch, Place } from './types';

/** Any one of these makes a record one about the person. */
export type Condition =
  | {
      readonly kind: 'identity';
      readonly identity: IdentityKind;
      readonly at: Place;
      readonly match: IdentityMatch;
      readonly values: readonly string[];
      /** Where a telephone number without country code belongs. */
      readonly country: string;
    }
  /** The values at `at` stand together at `ofAt` of one record found in a collection of the same system. */
  | { readonly kind: 'linked'; readonly at: readonly Place[]; readonly of: string; readonly ofAt: readonly Place[] }
  /** The same across systems: the keys are read there first. `carryId` names them. */
  | { readonly kind: 'carried'; readonly at: readonly Place[]; readonly carryId: string };

/** The records of one collection that are about the person. */
export type Selection = {
  readonly collectionId: string;
  readonly schema: string | null;
  readonly name: string;
  /** Never empty. */
  readonly where: readonly Condition[];
};

/** Selections that lead to each other, or one that leads to itself: what is found is looked up again until nothing new comes. */
export type Circle = readonly Selection[];

/** What a connector runs: self-contained but for the carried keys. */
export type CollectionStep = Selection & {
  readonly systemId: string;
  readonly columns: readonly { readonly name: string; readonly cast: 'text' | null; readonly presenceOnly: boolean }[];
  /** Field names of the primary key: two runs over the same data give the records in the same order. */
  readonly orderBy: readonly string[];
  /** Selections that `where` leads through, each after those it leads through itself; of those in a circle with it, none. */
  readonly through: readonly Selection[];
  /** The circles that the step and `through` stand in. */
  readonly circles: readonly Circle[];
  /** Ids of the carries needed. */
  readonly needs: readonly string[];
};

/** Keys to read in one system because another system's records are found by them. */
export type Carry = {
  readonly id: string;
  readonly systemId: string;
  readonly step: CollectionStep;
  readonly at: readonly Place[];
};

/** `noIdentity`: none of the identities it is found by was given. `noPath`: the map leads there from no identity at all. */
export type NotApplicable = {
  readonly systemId: string;
  readonly collectionId: string;
  readonly reason: 'noIdentity' | 'noPath';
  /** What would have to be asked. */
  readonly asks: readonly IdentityKind[];
};

export type CollectionPlan = {
  /** In the order in which they can be read. Those of one group lead to each other and are read until nothing new comes. */
  readonly carries: readonly (readonly Carry[])[];
  /** Systems and collections in the order of the map, so that progress reads like the map. */
  readonly systems: readonly {
    readonly systemId: string;
    readonly steps: readonly CollectionStep[];
    readonly notApplicable: readonly NotApplicable[];
  }[];
};

/**
 * Which links are followed: all that the map gives a direction, in circles too; one without a direction only away from the person. Going
 * back along it, from an address to all who live there, would collect strangers. Collections come in the order in which they are arrived
 * at: each after all that lead to it, and a circle begins at the one that comes first in the order of the map.
 */
function followed(reached: readonly Collection[], roots: ReadonlySet<string>, links: readonly Link[]): Link[] {
  const leading = linksBy(
    links.filter(({ from, to }) => from !== to),
    'to',
  );
  const arrived = new Map<string, number>();
  const waiting = [...reached];
  while (waiting.length > 0) {
    const ways = (id: string) => leading.get(id) ?? [];
    const ready = waiting.findIndex(({ id }) => ways(id).every(({ from }) => arrived.has(from)));
    const begun = waiting.findIndex(({ id }) => roots.has(id) || ways(id).some(({ from }) => arrived.has(from)));
    const [next] = waiting.splice(ready >= 0 ? ready : begun, 1);
    if (next === undefined) break;
    arrived.set(next.id, arrived.size);
  }
  return links.filter(({ from, to, directed }) => directed || arrived.get(from)! < arrived.get(to)!);
}

/** How to find everything about a person, from what they are known by. Pure and deterministic; any map, circles included, gives a finite plan. */
export function collectionPlan(dataMap: DataMap, identities: Identities): CollectionPlan {
  const collections = dataMap.systems.flatMap((system) => system.collections);
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const given = new Map(
    collections.map((collection) => [collection.id, identityConditions(collection, identities, dataMap.country)]),
  );
  const roots = collections.map(({ id }) => id).filter((id) => given.get(id)!.length > 0);
  const reached = reachableFrom(dataMap, roots);
  const links = followed(
    collections.filter(({ id }) => reached.has(id)),
    new Set(roots),
    linksOf(dataMap).filter(({ from }) => reached.has(from)),
  );
  const leading = linksBy(links, 'to');
  const selections = new Map(
    collections
      .filter(({ id }) => reached.has(id))
      .map((collection) => {
        const ways = (leading.get(collection.id) ?? []).map((link) => conditionOf(link, byId));
        return [
          collection.id,
          {
            collectionId: collection.id,
            schema: collection.schema,
            name: collection.name,
            where: distinct([...given.get(collection.id)!, ...ways]),
          },
        ];
      }),
  );
  const steps = new Map(stepsOf(selections, byId).map((step) => [step.collectionId, step]));
  const byKind = reachedByKind(dataMap);
  return {
    carries: carriesOf(links, steps, byId),
    systems: dataMap.systems.map(({ id, collections: own }) => ({
      systemId: id,
      steps: own.flatMap((collection) => steps.get(collection.id) ?? []),
      notApplicable: own
        .filter((collection) => !steps.has(collection.id))
        .map((collection) => unreached(byKind, collection)),
    })),
  };
}

function identityConditions(collection: Collection, identities: Identities, country: string): Condition[] {
  return keyPlacesOf(collection).flatMap(({ place: at, identity, match }) => {
    const values = identity === null ? [] : normalIdentities(match, identities[identity]);
    return values.length === 0 ? [] : [{ kind: 'identity' as const, identity: identity!, at, match, values, country }];
  });
}

/** Keys of records are called by where they are read: a collection, and places of it. */
export const keysId = (collectionId: string, at: readonly Place[]): string =>
  `${collectionId}.${at.map(placeName).join('+')}`;

function conditionOf(link: Link, byId: ReadonlyMap<string, Collection>): Condition {
  return byId.get(link.from)!.systemId === byId.get(link.to)!.systemId
    ? { kind: 'linked', at: link.toAt, of: link.from, ofAt: link.fromAt }
    : { kind: 'carried', at: link.toAt, carryId: keysId(link.from, link.fromAt) };
}

const distinct = (where: readonly Condition[]): Condition[] => [
  ...new Map(where.map((condition) => [JSON.stringify(condition), condition])).values(),
];

const linkedTo = ({ where }: Selection): string[] =>
  where.flatMap((condition) => (condition.kind === 'linked' ? [condition.of] : []));

/** Collections whose records lead to those of a step, by a reference, the one that is read before it or in another system. */
export const leadingTo = ({ carries }: CollectionPlan, { where }: Selection): string[] => {
  const carried = new Map(carries.flat().map(({ id, step }) => [id, step.collectionId]));
  return [
    ...new Set(
      where.flatMap((condition) =>
        condition.kind === 'linked'
          ? [condition.of]
          : condition.kind === 'carried'
            ? (carried.get(condition.carryId) ?? [])
            : [],
      ),
    ),
  ];
};

/** The selections as a connector can run each by itself. */
function stepsOf(selections: ReadonlyMap<string, Selection>, byId: ReadonlyMap<string, Collection>): CollectionStep[] {
  const all = [...selections.values()];
  const groups = inCircles(all, (selection) => linkedTo(selection).map((id) => selections.get(id)!));
  const circleOf = new Map<string, Circle>();
  for (const group of groups) {
    if (group.length > 1 || linkedTo(group[0]!).includes(group[0]!.collectionId))
      group.forEach(({ collectionId }) => circleOf.set(collectionId, group));
  }
  return all.map((selection) => {
    const through = new Set<Selection>();
    const circles = new Set<Circle>();
    const visit = (at: Selection): void => {
      const circle = circleOf.get(at.collectionId);
      if (circle !== undefined && circles.has(circle)) return;
      if (circle !== undefined) circles.add(circle);
      for (const before of (circle ?? [at]).flatMap(linkedTo).map((id) => selections.get(id)!)) {
        if (circle?.includes(before) || through.has(before)) continue;
        visit(before);
        through.add(before);
      }
    };
    visit(selection);
    const { systemId, fields } = byId.get(selection.collectionId)!;
    const conditions = [selection, ...through, ...[...circles].flat()].flatMap(({ where }) => where);
    return {
      ...selection,
      systemId,
      columns: fields.map(({ name, cast, presenceOnly }) => ({ name, cast, presenceOnly: presenceOnly !== null })),
      orderBy: fields.filter(({ primaryKey }) => primaryKey).map(({ name }) => name),
      through: [...through],
      circles: [...circles],
      needs: [...new Set(conditions.flatMap((condition) => (condition.kind === 'carried' ? [condition.carryId] : [])))],
    };
  });
}

function carriesOf(
  links: readonly Link[],
  steps: ReadonlyMap<string, CollectionStep>,
  byId: ReadonlyMap<string, Collection>,
): Carry[][] {
  const carries = new Map<string, Carry>();
  for (const link of links) {
    const step = steps.get(link.from)!;
    const id = keysId(link.from, link.fromAt);
    if (step.systemId !== byId.get(link.to)!.systemId)
      carries.set(id, { id, systemId: step.systemId, step, at: link.fromAt });
  }
  return inCircles([...carries.values()], ({ step }) => step.needs.map((id) => carries.get(id)!));
}

function unreached(
  byKind: ReadonlyMap<IdentityKind, ReadonlySet<string>>,
  { id, systemId }: Collection,
): NotApplicable {
  const asks = [...byKind].flatMap(([kind, reached]) => (reached.has(id) ? [kind] : []));
  return { systemId, collectionId: id, reason: asks.length === 0 ? 'noPath' : 'noIdentity', asks };
}
