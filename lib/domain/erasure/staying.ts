import { type CollectionPlan, type CollectionStep, type Condition, keysId, type Selection } from '../datamap/plan';
import { linksOf } from '../datamap/reach';
import type { Blanks, DataMap, Place } from '../datamap/types';
import type { CollectionFacts, Keys, SystemErasure } from './types';

/** Keys of the records of one collection that led to what an erasure leaves, by their `keysId`. */
export type StayingKeys = { readonly id: string; readonly keys: Keys };

/** Records of `to` are found by the values at `at` of theirs, which stand together at `ofAt` of records of `of`. */
export type Lead = {
  readonly id: string;
  readonly of: string;
  readonly ofAt: readonly Place[];
  readonly to: string;
  readonly at: readonly Place[];
};

const stays = (facts: CollectionFacts | undefined): boolean =>
  facts !== undefined && facts.kept + facts.blanked + facts.others > 0;

const changes = (facts: CollectionFacts | undefined): boolean =>
  facts !== undefined && facts.erased + facts.blanked + facts.anonymised > 0;

const placesOf = (columns: readonly string[]): Place[] => columns.map((column) => ({ column, path: [] }));

/**
 * The ways on which something that stays is found through something that does not stay as it is: once that has been done, nothing leads
 * there any more but the keys. A record that is blanked is found again by its own primary key.
 */
export function leadsLost({ steps }: SystemErasure, collections: readonly CollectionFacts[]): Lead[] {
  const factsOf = (id: string) => collections.find(({ collectionId }) => collectionId === id);
  return steps.flatMap(({ step }): Lead[] => {
    const { collectionId: to, where, orderBy } = step;
    if (!stays(factsOf(to))) return [];
    const through = where.flatMap((one): Lead[] =>
      one.kind === 'linked' && changes(factsOf(one.of))
        ? [{ id: keysId(one.of, one.ofAt), of: one.of, ofAt: one.ofAt, to, at: one.at }]
        : [],
    );
    const own = placesOf(orderBy);
    return factsOf(to)!.blanked > 0 && own.length > 0
      ? [...through, { id: keysId(to, own), of: to, ofAt: own, to, at: own }]
      : through;
  });
}

/** How a search goes on by the keys of what was found before: the keys, and by which places a blanked record of a collection is found itself. */
export type Known = {
  readonly keys: ReadonlyMap<string, Keys>;
  readonly ownAt: ReadonlyMap<string, readonly Place[]>;
};

const blanksOf = (erasure: DataMap['systems'][number]['collections'][number]['erasure']): Blanks | null =>
  erasure?.kind === 'erase' ? erasure.whileKept : null;

/**
 * What is known of a person's records from before. A blanked record is not looked for by its own key where one of its blanks, the same for
 * everybody, would lead on to what was blanked for others.
 */
export function knownFrom(dataMap: DataMap, keys: ReadonlyMap<string, Keys>): Known {
  const links = linksOf(dataMap);
  const ownAt = dataMap.systems
    .flatMap(({ collections }) => collections)
    .flatMap(({ id, erasure, fields }): [string, readonly Place[]][] => {
      const blanks = blanksOf(erasure);
      const places = placesOf(fields.filter(({ primaryKey }) => primaryKey).map(({ name }) => name));
      const leadsOn = links.some(
        ({ from, fromAt }) => from === id && fromAt.some(({ column }) => (blanks?.[column] ?? null) !== null),
      );
      return blanks === null || leadsOn || places.length === 0 ? [] : [[id, places]];
    });
  return { keys, ownAt: new Map(ownAt) };
}

function wider(selection: Selection, { keys, ownAt }: Known): Selection {
  const own = ownAt.get(selection.collectionId);
  const ways = selection.where.flatMap((one): [string, readonly Place[]][] =>
    one.kind === 'linked' ? [[keysId(one.of, one.ofAt), one.at]] : [],
  );
  if (own) ways.push([keysId(selection.collectionId, own), own]);
  const carried = ways
    .filter(([id]) => (keys.get(id)?.length ?? 0) > 0)
    .map(([carryId, at]): Condition => ({ kind: 'carried', at, carryId }));
  const where = new Map([...selection.where, ...carried].map((one) => [JSON.stringify(one), one]));
  return { ...selection, where: [...where.values()] };
}

function widerStep(step: CollectionStep, known: Known): CollectionStep {
  const [own, through, circles] = [
    wider(step, known),
    step.through.map((one) => wider(one, known)),
    step.circles.map((circle) => circle.map((one) => wider(one, known))),
  ];
  const needs = [own, ...through, ...circles.flat()].flatMap(({ where }) =>
    where.flatMap((one) => (one.kind === 'carried' ? [one.carryId] : [])),
  );
  return { ...step, where: own.where, through, circles, needs: [...new Set(needs)] };
}

/** The search that goes on from what is known as well. */
export const searchFrom = (known: Known, search: CollectionPlan): CollectionPlan => ({
  carries: search.carries.map((group) => group.map((carry) => ({ ...carry, step: widerStep(carry.step, known) }))),
  systems: search.systems.map((system) => ({ ...system, steps: system.steps.map((step) => widerStep(step, known)) })),
});

/** A system's part that goes on from what is known as well. */
export function erasureFrom(known: Known, erasure: SystemErasure): SystemErasure {
  const steps = erasure.steps.map(({ step, rule }) => ({ step: widerStep(step, known), rule }));
  const needed = new Set(steps.flatMap(({ step }) => step.needs));
  const carried = [...known.keys].filter(([id]) => needed.has(id));
  return { ...erasure, steps, carried: mergedKeys(erasure.carried, carried) };
}

/** Keys by their id, each of them once. */
export function mergedKeys(
  some: Readonly<Record<string, Keys>>,
  more: Iterable<readonly [string, Keys]>,
): Record<string, Keys> {
  const lists = new Map<string, Keys[]>();
  for (const [id, keys] of [...Object.entries(some), ...more]) lists.set(id, [...(lists.get(id) ?? []), keys]);
  return Object.fromEntries(
    [...lists].map(([id, [first, ...rest]]) => [id, rest.length === 0 ? first! : distinct([first!, ...rest])]),
  );
}

const distinct = (lists: readonly Keys[]): Keys => [
  ...new Map(lists.flatMap((keys) => keys.map((key) => [JSON.stringify(key), key] as const))).values(),
];
