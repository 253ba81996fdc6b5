import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionPlan, type CollectionStep, type Condition, type Selection } from '@/lib/domain/datamap/plan';
import { linksOf, reachableFrom } from '@/lib/domain/datamap/reach';
import type { DataMap } from '@/lib/domain/datamap/types';
import { collectionOf, dataMapOf, type ShortField } from './maps';

type Row = Record<string, string>;

const COUNT = 6;
const idOf = (index: number): string => `${'ab'[index % 2]}.t${index}`;

/** Maps of up to six tables in two systems, referring to each other anyhow: circles, diamonds and lost islands included. */
const anyMap: fc.Arbitrary<DataMap> = fc
  .array(fc.record({ refs: fc.array(fc.record({ to: fc.nat(COUNT - 1), direction: fc.constantFrom('to', 'from', 'both') }), { maxLength: 3 }), root: fc.boolean() }), { minLength: COUNT, maxLength: COUNT })
  .map((tables) => dataMapOf(tables.map(({ refs, root }, index) => {
    const fields: Record<string, ShortField> = { id: { key: true }, email: root || index === 0 ? { identity: 'email' } : {} };
    refs.forEach(({ to, direction }, number) => { fields[`r${number}`] = { of: `${idOf(to)}.id`, direction: direction as 'to' }; });
    return collectionOf(idOf(index), fields);
  })));

const anyRows = fc.array(fc.array(fc.record({ id: fc.constantFrom('1', '2', '3'), email: fc.constantFrom('me@x.org', 'you@x.org'), r0: fc.constantFrom('1', '2', '3'), r1: fc.constantFrom('1', '2', '3'), r2: fc.constantFrom('1', '2', '3') }), { maxLength: 4 }), { minLength: COUNT, maxLength: COUNT })
  .map((tables) => new Map(tables.map((rows, index) => [idOf(index), rows as Row[]])));

const planOf = (map: DataMap) => collectionPlan(map, { email: ['me@x.org'] });
const stepsOf = (map: DataMap): CollectionStep[] => planOf(map).systems.flatMap(({ steps }) => steps);

/** What the conditions of a plan select, evaluated the slow and obvious way. */
function evaluate(map: DataMap, tables: ReadonlyMap<string, Row[]>): Map<string, Row[]> {
  const plan = planOf(map);
  const steps = new Map(plan.systems.flatMap(({ steps: all }) => all).map((step) => [step.collectionId, step]));
  const found = new Map<string, Row[]>();
  const select = (selection: Selection): Row[] => {
    const known = found.get(selection.collectionId);
    if (known) return known;
    const holds = (row: Row, condition: Condition): boolean => {
      if (condition.kind === 'identity') return condition.values.includes(row[condition.field]!);
      const [of, ofField] = condition.kind === 'linked' ? [condition.of, condition.ofField] : [condition.carryId.split('.').slice(0, 2).join('.'), condition.carryId.split('.')[2]!];
      return select(steps.get(of)!).some((other) => other[ofField] === row[condition.field]);
    };
    const rows = (tables.get(selection.collectionId) ?? []).filter((row) => selection.where.some((condition) => holds(row, condition)));
    found.set(selection.collectionId, rows);
    return rows;
  };
  for (const step of steps.values()) select(step);
  return found;
}

describe('any data map', () => {
  it('gives each collection one step or one reason', () => {
    fc.assert(fc.property(anyMap, (map) => {
      const plan = planOf(map);
      const named = plan.systems.flatMap(({ steps, notApplicable }) => [...steps, ...notApplicable].map(({ collectionId }) => collectionId));
      expect(named.sort()).toEqual(Array.from({ length: COUNT }, (_, index) => idOf(index)).sort());
    }));
  });

  it('gives a step to exactly what an identity leads to', () => {
    fc.assert(fc.property(anyMap, (map) => {
      const roots = map.systems.flatMap(({ collections }) => collections).filter(({ fields }) => fields.some(({ identity }) => identity)).map(({ id }) => id);
      expect(new Set(stepsOf(map).map(({ collectionId }) => collectionId))).toEqual(reachableFrom(map, roots));
    }));
  });

  it('gives the same plan each time', () => {
    fc.assert(fc.property(anyMap, (map) => {
      expect(planOf(structuredClone(map))).toEqual(planOf(map));
    }));
  });

  it('leads each selection only through selections that stand before it, and carries only keys that are read before', () => {
    fc.assert(fc.property(anyMap, (map) => {
      const plan = planOf(map);
      const carried = plan.carries.map(({ id }) => id);
      for (const step of [...stepsOf(map), ...plan.carries.map((carry) => carry.step)]) {
        const before = new Set<string>();
        for (const selection of [...step.through, step]) {
          expect(selection.where.length).toBeGreaterThan(0);
          for (const condition of selection.where) {
            if (condition.kind === 'linked') expect(before).toContain(condition.of);
            if (condition.kind === 'carried') expect(step.needs).toContain(condition.carryId);
          }
          before.add(selection.collectionId);
        }
        expect(carried).toEqual(expect.arrayContaining([...step.needs]));
      }
      plan.carries.forEach(({ step }, index) => step.needs.forEach((id) => expect(carried.indexOf(id)).toBeLessThan(index)));
    }));
  });

  it('finds nothing that no chain of references ties to the person', () => {
    fc.assert(fc.property(anyMap, anyRows, (map, tables) => {
      // The closure: whoever is named, and again whatever their records lead to, until nothing new comes.
      const tied = new Map<string, Set<Row>>([...tables].map(([id]) => [id, new Set<Row>()]));
      for (const { id, fields } of map.systems.flatMap(({ collections }) => collections)) {
        if (fields.some(({ identity }) => identity)) tables.get(id)!.filter(({ email }) => email === 'me@x.org').forEach((row) => tied.get(id)!.add(row));
      }
      for (let before = -1, now = 0; now !== before;) {
        before = now;
        for (const link of linksOf(map)) {
          for (const row of tables.get(link.to)!) {
            if ([...tied.get(link.from)!].some((other) => other[link.fromField] === row[link.toField])) tied.get(link.to)!.add(row);
          }
        }
        now = [...tied.values()].reduce((sum, rows) => sum + rows.size, 0);
      }
      for (const [id, rows] of evaluate(map, tables)) rows.forEach((row) => expect(tied.get(id)!.has(row)).toBe(true));
    }));
  });

  it('finds everything where references do not go in circles', () => {
    const anyTree = anyMap.filter((map) => linksOf(map).every(({ from, to }) => from < to && from.charAt(0) <= to.charAt(0)));
    fc.assert(fc.property(anyTree, anyRows, fc.boolean(), (tree, tables, backwards) => {
      const own = tree.systems.flatMap(({ collections }) => collections);
      const map = backwards ? dataMapOf([...own].reverse()) : tree;
      const found = evaluate(map, tables);
      for (const link of linksOf(map)) {
        const keys = (found.get(link.from) ?? []).map((row) => row[link.fromField]);
        for (const row of tables.get(link.to)!) {
          if (keys.includes(row[link.toField])) expect(found.get(link.to)).toContain(row);
        }
      }
    }), { numRuns: 60 });
  });
});
