import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deletionOrder, type Dependence } from '@/lib/domain/erasure/order';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyDependences = fc.array(fc.record({ child: fc.constantFrom(...IDS), parent: fc.constantFrom(...IDS) }), {
  maxLength: 12,
});

/** Whatever refers to it, directly or through others. */
function childrenOf(id: string, dependences: readonly Dependence[]): Set<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const { child, parent } of dependences)
      if (parent === at && !found.has(child)) {
        found.add(child);
        waiting.push(child);
      }
  return found;
}

it('names every collection once', () => {
  fc.assert(
    fc.property(anyDependences, (dependences) => {
      expect(deletionOrder(IDS, dependences).flat().toSorted()).toEqual(IDS);
    }),
  );
});

it('lets nothing go before what refers to it, but together with it where they refer to each other', () => {
  fc.assert(
    fc.property(anyDependences, (dependences) => {
      const groups = deletionOrder(IDS, dependences);
      const turn = (id: string) => groups.findIndex((group) => group.includes(id));
      for (const { child, parent } of dependences) expect(turn(child)).toBeLessThanOrEqual(turn(parent));
      for (const group of groups)
        for (const id of group)
          for (const other of group) if (id !== other) expect(childrenOf(id, dependences)).toContain(other);
    }),
  );
});
