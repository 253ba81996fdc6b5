import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from '@/lib/domain/datamap/types';
import { changesSince } from '@/lib/domain/erasure/changes';
import { type Fate, fateOf } from '@/lib/domain/erasure/fate';
import { deletionOrder } from '@/lib/domain/erasure/order';
import { leadsLost, type StayingKeys } from '@/lib/domain/erasure/staying';
import type {
  CollectionFacts,
  ErasureStep,
  Obstacle,
  RecordFates,
  SystemErasure,
  SystemFacts,
} from '@/lib/domain/erasure/types';
import type { DataRecord } from '@/lib/domain/records/json-text';
import type { Eraser } from '../erase-port';
import { SourceError } from '../port';
import { waysTo } from './follow';
import { keysAt } from './held';
import { recordId } from './record-out';
import type { By } from './source';
import { type KeyedStore, within } from './store';

// A service may show for a moment what has gone from it.
const LOOKS_AGAIN = [1000, 2000, 4000];

type Own = { readonly record: DataRecord; readonly id: string; readonly fate: Fate };
type Part = { readonly erasure: ErasureStep; readonly by: readonly By[]; readonly own: readonly Own[] };
type Looked = { readonly facts: SystemFacts; readonly parts: ReadonlyMap<string, Part> };

const hashOf = (id: string): bigint => createHash('sha256').update(id).digest().readBigUInt64BE();

function factsOf(collectionId: string, own: readonly Own[]): CollectionFacts {
  const kept = own.filter(({ fate }) => fate.kind === 'keep');
  const days = kept.flatMap(({ fate }) => fate.until ?? []).toSorted();
  return {
    collectionId,
    erased: own.filter(({ fate }) => fate.kind === 'erase').length,
    anonymised: own.filter(({ fate }) => fate.kind === 'anonymise').length,
    kept: kept.length,
    blanked: 0,
    others: 0,
    fingerprint: own
      .filter(({ fate }) => fate.kind !== 'keep')
      .reduce((sum, { id }) => sum + hashOf(id), 0n)
      .toString(),
    keptUntil: days.at(-1) ?? null,
    undated: kept.length - days.length,
  };
}

/** What a system that is changed record by record cannot be sure of, or has nobody to do. */
function obstaclesTo(store: KeyedStore, { step, rule }: ErasureStep): Obstacle[] {
  const { collectionId } = step;
  const obstacle = (kind: Obstacle['kind'], detail: string): Obstacle[] => [{ kind, collectionId, detail }];
  if (step.orderBy.length === 0)
    return obstacle('unreadable', `nothing tells one record of ${collectionId} from another: give it a primary_key`);
  if (rule.kind === 'erase' && rule.named)
    return obstacle(
      'strangersRefer',
      `whether records of others name those of ${collectionId} too, the system does not say: map its erasure as shared, or have a person do it`,
    );
  if (rule.kind === 'keep' && rule.until.kind === 'as')
    return obstacle(
      'unreadable',
      `how long ${collectionId} is kept follows another collection, which cannot be looked up here: give it a period of its own`,
    );
  if (rule.kind === 'anonymise' && store.change(step) === null)
    return obstacle('denied', `nothing says how records of ${collectionId} are changed`);
  return rule.kind !== 'anonymise' &&
    store.erase(step) === null &&
    !(rule.kind === 'keep' && rule.until.kind === 'open')
    ? obstacle('denied', `nothing says how records of ${collectionId} are erased`)
    : [];
}

/** Finds every record of a system's part, and the ways to it while they still lead there. Keys and what erases by them are held. */
async function look(store: KeyedStore, erasure: SystemErasure, signal: AbortSignal): Promise<Looked> {
  const carried = new Map(Object.entries(erasure.carried));
  const parts = new Map<string, Part>();
  for (const one of erasure.steps) {
    const by = await waysTo(store.source, one.step, { carried, signal });
    const own: Own[] = [];
    for await (const record of store.found(one.step, by, signal))
      own.push({ record, id: recordId(one.step, record), fate: fateOf(one, record, erasure) });
    parts.set(one.step.collectionId, { erasure: one, by, own });
  }
  const ids = [...parts.keys()];
  const dependences = erasure.steps.flatMap(({ step }) =>
    step.where.flatMap((one) =>
      one.kind === 'linked' && parts.has(one.of) ? [{ child: step.collectionId, parent: one.of }] : [],
    ),
  );
  return {
    parts,
    facts: {
      collections: [...parts].map(([id, { own }]) => factsOf(id, own)),
      // Whatever is found through others goes before them, so that a try after this one still finds it.
      order: deletionOrder(ids, dependences),
      schema: erasure.steps.map(({ step }) => store.how(step)),
      obstacles: erasure.steps.flatMap((one) => obstaclesTo(store, one)),
    },
  };
}

/** Of what stays, the values by which it was found: whatever led there may be gone afterwards. */
async function* stayingKeys(erasure: SystemErasure, { facts, parts }: Looked): AsyncGenerator<StayingKeys> {
  for (const { id, to, at } of leadsLost(erasure, facts.collections)) {
    const { by, own } = parts.get(to)!;
    const led = new Set(by.flatMap((one) => (one.kind === 'keys' && isAt(one.at, at) ? one.keys : [])).map(textOf));
    const kept = own.filter(({ fate }) => fate.kind === 'keep').flatMap(({ record }) => keysAt(record, at));
    yield { id, keys: kept.filter((key) => led.has(textOf(key))) };
  }
}

const textOf = (key: readonly string[]): string => JSON.stringify(key);
const isAt = (one: readonly Place[], other: readonly Place[]): boolean => JSON.stringify(one) === JSON.stringify(other);

const shortOf = ({ id }: Own): string => createHash('sha256').update(id).digest('base64url').slice(0, 22);

/** @param told those of the records that go which were told to; all of them without it */
function factsWith({ facts, parts }: Looked, told?: ReadonlySet<Own>): SystemFacts {
  const fates = ([collectionId, { own }]: [string, Part]): [string, RecordFates] => {
    const of = (kind: Fate['kind']): string[] =>
      own.filter((one) => one.fate.kind === kind && (kind === 'keep' || (told?.has(one) ?? true))).map(shortOf);
    return [collectionId, { erased: of('erase'), anonymised: of('anonymise'), kept: of('keep') }];
  };
  const records = Object.fromEntries([...parts].map(fates));
  const collections = facts.collections.map((one) => {
    const { erased, anonymised } = records[one.collectionId]!;
    return { ...one, erased: erased.length, anonymised: anonymised.length };
  });
  return { ...facts, collections, records };
}

/** @param told is given each record before the system is told to change it */
async function act(
  store: KeyedStore,
  { facts, parts }: Looked,
  told: Set<Own>,
  progress: (collectionId: string, records: number) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (const id of facts.order.flat()) {
    const { erasure, own } = parts.get(id)!;
    let done = 0;
    for (const one of own) {
      const { record, fate } = one;
      if (fate.kind !== 'keep') told.add(one);
      if (fate.kind === 'erase') await store.erase(erasure.step)!(record, signal);
      if (fate.kind === 'anonymise' && erasure.rule.kind === 'anonymise')
        await store.change(erasure.step)!(record, erasure.rule.blanks, signal);
      if (fate.kind !== 'keep') done += 1;
    }
    if (done > 0) await progress(id, done);
  }
}

/** The same search again, in the ways that led there before: nothing of what went may be found. @throws SourceError */
async function searchAgain(store: KeyedStore, { parts }: Looked, signal: AbortSignal): Promise<void> {
  for (const [collectionId, { erasure, by, own }] of parts) {
    const gone = new Set(own.filter(({ fate }) => fate.kind === 'erase').map(({ id }) => id));
    for (let turn = 0; gone.size > 0; turn++) {
      let left = 0;
      for await (const record of store.found(erasure.step, by, signal))
        if (gone.has(recordId(erasure.step, record))) left += 1;
      if (left === 0) break;
      const wait = LOOKS_AGAIN[turn];
      if (wait === undefined)
        throw new SourceError('badMap', `${left} records of ${collectionId} are still found after they were erased`);
      await sleep(wait, undefined, { signal });
    }
  }
}

/**
 * Erases record by record and searches again. A try that was broken off goes on: what went before is not found any more, and is reported from
 * what was written down before the first of them went.
 */
export function keyedEraser(open: () => KeyedStore, timeoutSeconds: number): Eraser {
  const working = async <T>(work: (store: KeyedStore) => Promise<T>): Promise<T> => {
    const store = open();
    try {
      return await work(store);
    } finally {
      store.close();
    }
  };
  return {
    inSteps: true,
    rehearse: (erasure, signal) =>
      working(async (store) => (await look(store, erasure, within(timeoutSeconds, signal))).facts),
    erase: (erasure, approved, { progress, beforeCommit, brokenOff }, signal) =>
      working(async (store) => {
        const whole = within(timeoutSeconds, signal);
        const looked = await look(store, erasure, whole);
        const changes = changesSince(approved, looked.facts);
        const { obstacles } = looked.facts;
        if (changes.length > 0 || obstacles.length > 0) return { kind: 'changed', changes, obstacles };
        await beforeCommit(randomUUID(), factsWith(looked), stayingKeys(erasure, looked));
        const told = new Set<Own>();
        try {
          await act(store, looked, told, progress, whole);
          await searchAgain(store, looked, whole);
        } catch (cause) {
          await brokenOff(factsWith(looked, told));
          throw cause;
        }
        return { kind: 'erased', facts: factsWith(looked) };
      }),
    outcome: async () => 'unknown',
  };
}
