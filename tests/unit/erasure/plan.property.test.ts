import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import type { DataMap } from '@/lib/domain/datamap/types';
import { erasurePlan, planDigest } from '@/lib/domain/erasure/plan';
import { erasureSearch, systemErasures } from '@/lib/domain/erasure/systems';
import type { RegimeId } from '@/lib/domain/law/types';
import { anyMap, COUNT, idOf } from '@/tests/unit/datamap/map-arbitraries';
import { factsOf, KEPT_UNTIL, RULES, systemFacts } from './facts';

const ME = { email: ['me@x.org'] };
const ASOF = localDate('2026-11-27');

/** Any map with any of the rules at each of its collections. */
const anyErasableMap = fc
  .tuple(anyMap(['to', 'from', 'both']), fc.array(fc.constantFrom(...RULES), { minLength: COUNT, maxLength: COUNT }))
  .map(([map, rules]): DataMap => ({
    ...map,
    systems: map.systems.map((system) => ({
      ...system,
      collections: system.collections.map((one) => ({
        ...one,
        erasure: rules[Array.from({ length: COUNT }, (_, n) => idOf(n)).indexOf(one.id)]!,
      })),
    })),
  }));

function planOf(dataMap: DataMap, regimes: readonly RegimeId[], without: readonly string[] = []) {
  const whole = collectionPlan(dataMap, ME);
  const search = erasureSearch(dataMap, ME);
  const carried = Object.fromEntries(search.carries.flat().map(({ id }) => [id, [['1']]]));
  const erasures = systemErasures(dataMap, search, carried, ASOF);
  const facts = new Map(
    erasures
      .filter(({ systemId }) => !without.includes(systemId))
      .map(({ systemId, steps }) => [
        systemId,
        systemFacts(
          steps.map(({ step, rule }) =>
            factsOf(step.collectionId, rule.kind === 'keep' ? { kept: 2, keptUntil: KEPT_UNTIL } : { erased: 3 }),
          ),
        ),
      ]),
  );
  return { whole, erasures, plan: erasurePlan({ dataMap, regimes, asOf: ASOF, whole, erasures, facts }) };
}

describe('a plan of erasure', () => {
  it('gives each collection within reach of the person one fate, or names it as a problem', () => {
    fc.assert(
      fc.property(anyErasableMap, (map) => {
        const { plan, whole } = planOf(map, ['GDPR']);
        const fates = plan.systems.flatMap(({ collections }) => collections);
        const reached = whole.systems.flatMap(({ steps }) => steps.map(({ collectionId }) => collectionId));
        expect(fates.map(({ collectionId }) => collectionId).toSorted()).toEqual(reached.toSorted());
        for (const { collectionId, fate } of fates)
          expect(plan.problems.some((one) => one.collectionId === collectionId && one.kind === 'unsaid')).toBe(
            fate === 'unsaid',
          );
      }),
    );
  });

  it('keeps nothing without a ground of each law that was asked, or says that there is none', () => {
    fc.assert(
      fc.property(
        anyErasableMap,
        fc.subarray<RegimeId>(['GDPR', 'UK_GDPR', 'CCPA'], { minLength: 1 }),
        (map, regimes) => {
          const { plan } = planOf(map, regimes);
          for (const { collectionId, fate, keep, reason } of plan.systems.flatMap(({ collections }) => collections)) {
            if (fate !== 'keep') continue;
            const lacking = plan.problems.filter((one) => one.kind === 'noGround' && one.collectionId === collectionId);
            expect(keep!.grounds.length + lacking.length).toBe(regimes.length);
            expect(reason).not.toBeNull();
          }
        },
      ),
    );
  });

  it('keeps nothing without a last day, or the reason why nobody can name one', () => {
    fc.assert(
      fc.property(anyErasableMap, (map) => {
        for (const { fate, facts, keep } of planOf(map, ['GDPR']).plan.systems.flatMap(
          ({ collections }) => collections,
        ))
          if (fate === 'keep') expect(facts!.keptUntil !== null || keep!.openBecause !== null).toBe(true);
      }),
    );
  });

  it('works through a system after those whose records are found by its keys, unless they lead to each other', () => {
    fc.assert(
      fc.property(anyErasableMap, (map) => {
        const { erasures } = planOf(map, ['GDPR']);
        const needs = (one: string, other: string) =>
          erasureSearch(map, ME)
            .carries.flat()
            .some(
              ({ id, systemId }) =>
                systemId === other &&
                erasures.some(({ systemId: own, carried }) => own === one && Object.keys(carried).includes(id)),
            );
        const [first, second] = erasures.map(({ systemId }) => systemId);
        if (first && second && needs(second, first)) expect(needs(first, second)).toBe(true);
      }),
    );
  });

  it('leaves a system without a login to a person, with all its collections in the plan', () => {
    fc.assert(
      fc.property(anyErasableMap, (map) => {
        const { plan, erasures } = planOf(map, ['GDPR'], ['b']);
        const left = plan.systems.find(({ systemId }) => systemId === 'b');
        if (left) expect(left.by).toBe(erasures.some(({ systemId }) => systemId === 'b') ? 'person' : 'product');
      }),
    );
  });

  it('has the same digest for the same plan, and another for another count', () => {
    fc.assert(
      fc.property(anyErasableMap, (map) => {
        const [{ plan }, again] = [planOf(map, ['GDPR']), planOf(map, ['GDPR'])];
        expect(planDigest(plan)).toBe(planDigest(again.plan));
        expect(planDigest({ ...plan, asOf: localDate('2026-11-28') })).not.toBe(planDigest(plan));
      }),
    );
  });
});
