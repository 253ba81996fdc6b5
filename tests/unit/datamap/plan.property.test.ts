import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionPlan, type CollectionStep, type Condition } from '@/lib/domain/datamap/plan';
import { placeName, reachableFrom } from '@/lib/domain/datamap/reach';
import type { DataMap, Place } from '@/lib/domain/datamap/types';
import { anyMap, anyRows, closureOf, COUNT, idOf, type Row } from './map-arbitraries';

const planOf = (map: DataMap) => collectionPlan(map, { email: ['me@x.org'] });
const stepsOf = (map: DataMap): CollectionStep[] => planOf(map).systems.flatMap(({ steps }) => steps);

/** What the conditions of a plan select, evaluated the slow and obvious way: again and again, until nothing new comes. */
function evaluate(map: DataMap, tables: ReadonlyMap<string, Row[]>): Map<string, Set<Row>> {
  const plan = planOf(map);
  const steps = plan.systems.flatMap(({ steps: all }) => all);
  const carries = new Map(plan.carries.flat().map((carry) => [carry.id, carry]));
  const found = new Map(steps.map(({ collectionId }) => [collectionId, new Set<Row>()]));
  const holds = (row: Row, condition: Condition): boolean => {
    if (condition.kind === 'identity') return condition.values.includes(row[condition.at.column]!);
    const { of, ofAt } =
      condition.kind === 'linked'
        ? condition
        : { of: carries.get(condition.carryId)!.step.collectionId, ofAt: carries.get(condition.carryId)!.at };
    const valuesOf = (record: Row, places: readonly Place[]) => places.map((place) => record[placeName(place)]);
    return [...found.get(of)!].some(
      (other) => JSON.stringify(valuesOf(other, ofAt)) === JSON.stringify(valuesOf(row, condition.at)),
    );
  };
  for (let before = -1, now = 0; now !== before;) {
    before = now;
    for (const { collectionId, where } of steps) {
      for (const row of tables.get(collectionId) ?? [])
        if (where.some((condition) => holds(row, condition))) found.get(collectionId)!.add(row);
    }
    now = [...found.values()].reduce((sum, rows) => sum + rows.size, 0);
  }
  return found;
}

const DIRECTED = ['to', 'from'] as const;
const ANY = ['to', 'from', 'both'] as const;

describe('any data map', () => {
  it('gives each collection one step or one reason', () => {
    fc.assert(
      fc.property(anyMap(ANY), (map) => {
        const named = planOf(map).systems.flatMap(({ steps, notApplicable }) =>
          [...steps, ...notApplicable].map(({ collectionId }) => collectionId),
        );
        expect(named.sort()).toEqual(Array.from({ length: COUNT }, (_, index) => idOf(index)).sort());
      }),
    );
  });

  it('gives a step to exactly what an identity leads to, each with a condition', () => {
    fc.assert(
      fc.property(anyMap(ANY), (map) => {
        const roots = map.systems
          .flatMap(({ collections }) => collections)
          .filter(({ fields }) => fields.some(({ identity }) => identity))
          .map(({ id }) => id);
        expect(new Set(stepsOf(map).map(({ collectionId }) => collectionId))).toEqual(reachableFrom(map, roots));
        for (const { where } of stepsOf(map)) expect(where.length).toBeGreaterThan(0);
      }),
    );
  });

  it('gives the same plan each time', () => {
    fc.assert(
      fc.property(anyMap(ANY), (map) => {
        expect(planOf(structuredClone(map))).toEqual(planOf(map));
      }),
    );
  });

  it('gives each step all it leads through: in order, or in a circle with it; and keys of other systems in an order in which they can be read', () => {
    fc.assert(
      fc.property(anyMap(ANY), (map) => {
        const { carries } = planOf(map);
        for (const step of stepsOf(map)) {
          const circle =
            step.circles.find((members) => members.some(({ collectionId }) => collectionId === step.collectionId)) ??
            [];
          const known = new Set(circle.map(({ collectionId }) => collectionId));
          for (const selection of [...step.through, step]) {
            const own =
              step.circles.find((members) =>
                members.some(({ collectionId }) => collectionId === selection.collectionId),
              ) ?? [];
            for (const condition of selection.where) {
              if (condition.kind === 'linked')
                expect(known.has(condition.of) || own.some(({ collectionId }) => collectionId === condition.of)).toBe(
                  true,
                );
              if (condition.kind === 'carried') expect(step.needs).toContain(condition.carryId);
            }
            known.add(selection.collectionId);
          }
        }
        const group = new Map(carries.flatMap((members, index) => members.map(({ id }) => [id, index] as const)));
        carries.forEach((members, index) =>
          members.forEach(({ step }) => step.needs.forEach((id) => expect(group.get(id)).toBeLessThanOrEqual(index))),
        );
      }),
    );
  });

  it('finds nothing that no chain of references ties to the person', () => {
    fc.assert(
      fc.property(anyMap(ANY), anyRows, (map, tables) => {
        const tied = closureOf(map, tables);
        for (const [id, rows] of evaluate(map, tables))
          rows.forEach((row) => expect(tied.get(id)!.has(row)).toBe(true));
      }),
    );
  });

  it('finds everything that references with a direction tie to the person, in circles too', () => {
    fc.assert(
      fc.property(anyMap(DIRECTED), anyRows, (map, tables) => {
        const found = evaluate(map, tables);
        for (const [id, rows] of closureOf(map, tables)) expect(found.get(id) ?? new Set()).toEqual(rows);
      }),
    );
  });
});
