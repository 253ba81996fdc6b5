import { carriedKeys } from '@/lib/connectors/carried-keys';
import { type Addresses, openConnector, openEraser } from '@/lib/connectors/open';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { Identities } from '@/lib/domain/datamap/identity';
import { type CollectionPlan, collectionPlan } from '@/lib/domain/datamap/plan';
import type { DataMap } from '@/lib/domain/datamap/types';
import { type CollectionHold, heldBy, underHolds } from '@/lib/domain/erasure/holds';
import { erasurePlan } from '@/lib/domain/erasure/plan';
import { erasureFrom, knownFrom, searchFrom } from '@/lib/domain/erasure/staying';
import { erasureSearch, systemErasures } from '@/lib/domain/erasure/systems';
import type { Keys, MadePlan, PortalKept, SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';
import type { RegimeId } from '@/lib/domain/law/types';

type Asked = {
  readonly dataMap: DataMap;
  readonly identities: Identities;
  readonly regimes: readonly RegimeId[];
  readonly asOf: LocalDate;
  /** What this portal keeps where a case asks. */
  readonly portal?: PortalKept;
  /** What must not be erased yet. */
  readonly holds?: readonly CollectionHold[];
  /** What led to records in earlier plans of the same case, by `keysId`: what held these keys may have gone, or hold them no more. */
  readonly before?: ReadonlyMap<string, Keys>;
};

/**
 * Looks through every system for what an erasure would change, and changes nothing. A system without a login for changing is in the plan for a
 * person to do.
 * @throws SourceError when a system does not answer: half a plan could not be agreed to
 */
export async function planErasure(
  { dataMap: described, holds = [], identities, regimes, asOf, portal, before = NOTHING_BEFORE }: Asked,
  addresses: Addresses = process.env,
  signal?: AbortSignal,
): Promise<MadePlan> {
  const dataMap = underHolds(described, holds);
  const search = erasureSearch(dataMap, identities);
  const known = knownFrom(described, before);
  const keys = await keysOf(dataMap, searchFrom(known, search), before, addresses, signal);
  const erasures = systemErasures(dataMap, search, keys, asOf);
  const facts = new Map<string, SystemFacts>();
  for (const erasure of erasures) {
    const eraser = openEraser(systemOf(dataMap, erasure), addresses);
    const found = await eraser?.rehearse(erasureFrom(known, erasure), signal);
    if (found && !found.byPerson) facts.set(erasure.systemId, found);
  }
  const whole = collectionPlan(dataMap, identities);
  const plan = erasurePlan({ dataMap, regimes, asOf, whole, erasures, facts, portal });
  const under = heldBy(plan, holds);
  return { plan, erasures, facts, ...(under.length > 0 && { holds: under }) };
}

const systemOf = (dataMap: DataMap, { systemId }: Pick<SystemErasure, 'systemId'>) =>
  dataMap.systems.find(({ id }) => id === systemId)!;

const NOTHING_BEFORE: ReadonlyMap<string, Keys> = new Map();

/** The keys that lead from one system to another, read while the systems that hold them still do. */
async function keysOf(
  dataMap: DataMap,
  search: CollectionPlan,
  known: ReadonlyMap<string, Keys>,
  addresses: Addresses,
  signal?: AbortSignal,
): Promise<Record<string, Keys>> {
  const readers = new Map(
    dataMap.systems.map((system) => [system.id, openConnector(system, addresses).reading(signal)]),
  );
  try {
    const found: Record<string, Keys> = {};
    for (const { systemId } of search.systems)
      for (const [id, keys] of await carriedKeys(search, systemId, (id) => readers.get(id)!, { signal, known }))
        found[id] = keys;
    return found;
  } finally {
    for (const reader of readers.values()) await reader.close();
  }
}

/**
 * Every system once more, over the login that can only read: by each identity, and by the keys that led from system to system.
 * @returns what is found beyond what stays, a sentence for each collection
 */
export async function stillFound(
  dataMap: DataMap,
  erasures: readonly SystemErasure[],
  done: ReadonlyMap<string, SystemFacts>,
  signal?: AbortSignal,
  addresses: Addresses = process.env,
): Promise<string[]> {
  const left: string[] = [];
  for (const erasure of erasures.filter(({ systemId }) => done.has(systemId))) {
    const reader = openConnector(systemOf(dataMap, erasure), addresses).reading(signal);
    try {
      for (const { step } of erasure.steps) {
        const facts = done.get(erasure.systemId)!.collections.find((one) => one.collectionId === step.collectionId)!;
        // Nobody can look there: its signed word was taken.
        if (facts.uncounted) continue;
        const records = await reader.count(step, { carried: new Map(Object.entries(erasure.carried)) });
        const staying = facts.kept + facts.others + facts.blanked + facts.anonymised;
        if (records > staying) left.push(`${records - staying} records of ${step.collectionId}`);
      }
    } finally {
      await reader.close();
    }
  }
  return left;
}
