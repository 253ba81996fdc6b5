import { normalIdentities, type Identities } from './identity';
import { linksOf, reachableFrom, type Link } from './reach';
import type { Collection, DataMap, IdentityKind, IdentityMatch } from './types';

/** Any one of these makes a record one about the person. */
export type Condition =
  | { readonly kind: 'identity'; readonly field: string; readonly match: IdentityMatch; readonly values: readonly string[] }
  /** The value of `field` stands in `ofField` of a record found in another collection of the same system. */
  | { readonly kind: 'linked'; readonly field: string; readonly of: string; readonly ofField: string }
  /** The same across systems: the keys are read there first. `carryId` names them. */
  | { readonly kind: 'carried'; readonly field: string; readonly carryId: string };

/** The records of one collection that are about the person. */
export type Selection = {
  readonly collectionId: string;
  readonly schema: string | null;
  readonly name: string;
  /** Never empty. */
  readonly where: readonly Condition[];
};

/** What a connector runs: self-contained but for the carried keys. */
export type CollectionStep = Selection & {
  readonly systemId: string;
  readonly columns: readonly { readonly name: string; readonly cast: 'text' | null; readonly presenceOnly: boolean }[];
  /** Field names of the primary key: two runs over the same data give the records in the same order. */
  readonly orderBy: readonly string[];
  /** Selections that `where` leads through, each after those it leads through itself. */
  readonly through: readonly Selection[];
  /** Ids of the carries needed. */
  readonly needs: readonly string[];
};

/** Keys to read in one system because another system's records are found by them. */
export type Carry = { readonly id: string; readonly systemId: string; readonly step: CollectionStep; readonly field: string };

/** `noIdentity`: none of the identities it is found by was given. `noPath`: the map leads there from no identity at all. */
export type NotApplicable = {
  readonly systemId: string;
  readonly collectionId: string;
  readonly reason: 'noIdentity' | 'noPath';
  /** What would have to be asked. */
  readonly asks: readonly IdentityKind[];
};

export type CollectionPlan = {
  /** In the order in which they can be read. */
  readonly carries: readonly Carry[];
  /** Systems and collections in the order of the map, so that progress reads like the map. */
  readonly systems: readonly { readonly systemId: string; readonly steps: readonly CollectionStep[]; readonly notApplicable: readonly NotApplicable[] }[];
};

const isGiven = (identities: Identities, kind: IdentityKind, match: IdentityMatch): boolean =>
  normalIdentities(match, identities[kind]).length > 0;

/**
 * Order in which collections are arrived at: each after all that lead to it. Where they lead to each other in a circle,
 * the circle is broken at the one that is arrived at first in the order of the map, so nothing is ever walked twice.
 */
function arrivalOrder(reached: readonly Collection[], roots: ReadonlySet<string>, links: readonly Link[]): Collection[] {
  const order: Collection[] = [];
  const done = new Set<string>();
  const waiting = [...reached];
  while (waiting.length > 0) {
    const leading = (id: string) => links.filter(({ to, from }) => to === id && from !== id);
    const ready = waiting.findIndex(({ id }) => leading(id).every(({ from }) => done.has(from)));
    const begun = waiting.findIndex(({ id }) => roots.has(id) || leading(id).some(({ from }) => done.has(from)));
    const [next] = waiting.splice(ready >= 0 ? ready : begun, 1);
    if (next === undefined) break;
    done.add(next.id);
    order.push(next);
  }
  return order;
}

/**
 * How to find everything about a person, from what they are known by. Pure and deterministic; any map, circles included, gives a finite plan.
 * A collection whose records refer to each other is followed one step only, never through itself.
 */
export function collectionPlan(dataMap: DataMap, identities: Identities): CollectionPlan {
  const collections = dataMap.systems.flatMap((system) => system.collections);
  const roots = new Set(
    collections.filter(({ fields }) => fields.some(({ identity, match }) => identity !== null && isGiven(identities, identity, match))).map(({ id }) => id),
  );
  const reached = reachableFrom(dataMap, [...roots]);
  const links = linksOf(dataMap).filter(({ from }) => reached.has(from));
  const order = arrivalOrder(collections.filter(({ id }) => reached.has(id)), roots, links);
  const systemOf = new Map(collections.map(({ id, systemId }) => [id, systemId]));
  const selections = new Map<string, Selection>();
  const carries = new Map<string, Carry>();

  const stepOf = (collection: Collection): CollectionStep => {
    const selection = selections.get(collection.id)!;
    const through = throughOf(selection, selections);
    const conditions = [selection, ...through].flatMap(({ where }) => where);
    return {
      ...selection,
      systemId: collection.systemId,
      columns: collection.fields.map(({ name, cast, presenceOnly }) => ({ name, cast, presenceOnly: presenceOnly !== null })),
      orderBy: collection.fields.filter(({ primaryKey }) => primaryKey).map(({ name }) => name),
      through,
      needs: [...new Set(conditions.flatMap((condition) => (condition.kind === 'carried' ? [condition.carryId] : [])))],
    };
  };

  for (const collection of order) {
    const where: Condition[] = collection.fields.flatMap(({ name: field, identity, match }) => {
      const values = identity === null ? [] : normalIdentities(match, identities[identity]);
      return values.length === 0 ? [] : [{ kind: 'identity' as const, field, match, values }];
    });
    for (const link of links.filter(({ to, from }) => to === collection.id && selections.has(from))) {
      if (systemOf.get(link.from) === collection.systemId) {
        where.push({ kind: 'linked', field: link.toField, of: link.from, ofField: link.fromField });
        continue;
      }
      const carryId = `${link.from}.${link.fromField}`;
      const source = collections.find(({ id }) => id === link.from)!;
      if (!carries.has(carryId)) carries.set(carryId, { id: carryId, systemId: source.systemId, step: stepOf(source), field: link.fromField });
      where.push({ kind: 'carried', field: link.toField, carryId });
    }
    selections.set(collection.id, { collectionId: collection.id, schema: collection.schema, name: collection.name, where: distinct(where) });
  }

  return {
    carries: [...carries.values()],
    systems: dataMap.systems.map(({ id, collections: own }) => ({
      systemId: id,
      steps: own.filter((collection) => selections.has(collection.id)).map(stepOf),
      notApplicable: own.filter((collection) => !selections.has(collection.id)).map((collection) => unreached(dataMap, collection)),
    })),
  };
}

const distinct = (where: readonly Condition[]): Condition[] => [...new Map(where.map((condition) => [JSON.stringify(condition), condition])).values()];

function throughOf(selection: Selection, selections: ReadonlyMap<string, Selection>): Selection[] {
  const found = new Map<string, Selection>();
  const visit = ({ where }: Selection) => {
    for (const condition of where) {
      if (condition.kind !== 'linked' || found.has(condition.of)) continue;
      const before = selections.get(condition.of)!;
      visit(before);
      found.set(condition.of, before);
    }
  };
  visit(selection);
  return [...found.values()];
}

function unreached(dataMap: DataMap, { id, systemId }: Collection): NotApplicable {
  const asks = dataMap.systems.flatMap(({ collections }) => collections).flatMap((root) => {
    const kinds = root.fields.flatMap(({ identity }) => identity ?? []);
    return kinds.length > 0 && reachableFrom(dataMap, [root.id]).has(id) ? kinds : [];
  });
  return { systemId, collectionId: id, reason: asks.length === 0 ? 'noPath' : 'noIdentity', asks: [...new Set(asks)] };
}
