import type { Carry, CollectionPlan } from '@/lib/domain/datamap/plan';
import type { CarriedKeys, CollectOptions, Key, Reader } from './port';

/**
 * Reads, in the other systems, the keys by which one system's records are found. Systems that lead to each other are read in turn until
 * neither gives a key that was not there before.
 * @param options.known keys that were read before, when more led there
 * @throws SourceError when one of those systems does not answer: this one can then not be searched either
 */
export async function carriedKeys(
  plan: CollectionPlan,
  systemId: string,
  readerOf: (systemId: string) => Reader,
  options: Pick<CollectOptions, 'signal'> & { readonly known?: CarriedKeys } = {},
): Promise<CarriedKeys> {
  const needed = neededBy(plan, systemId);
  const keys = new Map(options.known);
  for (const group of plan.carries) {
    const wanted = group.filter(({ id }) => needed.has(id));
    const inCircle = wanted.some(({ step }) => wanted.some(({ id }) => step.needs.includes(id)));
    for (let grew = wanted.length > 0; grew;) {
      grew = false;
      for (const { id, systemId: source, step, at } of wanted) {
        const read = await readerOf(source).keys(step, at, { signal: options.signal, carried: keys });
        const before = options.known?.get(id) ?? [];
        const found = before.length === 0 ? read : distinct([...before, ...read]);
        // The number of keys bounds the turns: while the source stands still, they only become more.
        if (inCircle && found.length > (keys.get(id)?.length ?? 0)) grew = true;
        keys.set(id, found);
      }
    }
  }
  return keys;
}

const distinct = (keys: readonly Key[]): Key[] => [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];

function neededBy(plan: CollectionPlan, systemId: string): Set<string> {
  const byId = new Map<string, Carry>(plan.carries.flat().map((carry) => [carry.id, carry]));
  const steps = plan.systems.find((system) => system.systemId === systemId)?.steps ?? [];
  const needed = new Set<string>();
  const waiting = steps.flatMap(({ needs }) => needs);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    waiting.push(...(byId.get(id)?.step.needs ?? []));
  }
  return needed;
}
