import type { CollectionPlan } from '@/lib/domain/datamap/plan';
import type { CarriedKeys, CollectOptions, Connector } from './port';

/**
 * Reads, in the other systems, the keys by which one system's records are found.
 * @throws SourceError when one of those systems does not answer: this one can then not be searched either
 */
export async function carriedKeys(
  plan: CollectionPlan,
  systemId: string,
  connectorOf: (systemId: string) => Connector,
  options: Pick<CollectOptions, 'signal'> = {},
): Promise<CarriedKeys> {
  const steps = plan.systems.find((system) => system.systemId === systemId)?.steps ?? [];
  const needed = new Set(steps.flatMap(({ needs }) => needs));
  // Backwards, a carry is seen before those it needs itself.
  for (const { id, step } of [...plan.carries].reverse()) {
    if (needed.has(id)) step.needs.forEach((earlier) => needed.add(earlier));
  }
  const keys = new Map<string, readonly string[]>();
  for (const { id, systemId: source, step, field } of plan.carries) {
    if (needed.has(id)) keys.set(id, await connectorOf(source).keys(step, field, { ...options, carried: keys }));
  }
  return keys;
}
