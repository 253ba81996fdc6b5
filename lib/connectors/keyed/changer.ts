import { setTimeout as sleep } from 'node:timers/promises';
import type { Blanks } from '@/lib/domain/datamap/types';
import { cellText, type DataRecord } from '@/lib/domain/records/json-text';
import type { Changed, Changer, CollectionChange } from '../change-port';
import { SourceError, type CarriedKeys } from '../port';
import { waysTo } from './follow';
import { recordId } from './record-out';
import type { By } from './source';
import { type KeyedStore, within } from './store';

// A service may show for a moment what it held before.
const LOOKS_AGAIN = [1000, 2000, 4000];

/** What stands for the moment of writing; a field that holds any moment holds it. */
const NOW = '{now}';

const isNothing = (value: unknown): boolean => value === null || value === undefined;

const holds = (record: DataRecord, fields: Blanks): boolean =>
  Object.entries(fields).every(([name, wanted]) =>
    wanted === NOW
      ? !isNothing(record[name])
      : wanted === null
        ? isNothing(record[name])
        : !isNothing(record[name]) && cellText(record[name]) === String(wanted),
  );

const fits = (record: DataRecord, { fields, was }: CollectionChange): boolean =>
  was === null || cellText(record[Object.keys(fields)[0] ?? '']).trim() === was.trim();

type Sought = {
  readonly change: CollectionChange;
  readonly by: readonly By[];
  readonly wrong: readonly DataRecord[];
} & Pick<Changed, 'found' | 'held'>;

async function seek(
  store: KeyedStore,
  change: CollectionChange,
  carried: CarriedKeys | undefined,
  signal: AbortSignal,
): Promise<Sought> {
  const { step, fields } = change;
  if (step.orderBy.length === 0)
    throw new SourceError(
      'badMap',
      `nothing tells one record of ${step.collectionId} from another: give it a primary_key`,
    );
  const by = await waysTo(store.source, step, { signal, ...(carried ? { carried } : {}) });
  const wrong: DataRecord[] = [];
  let [found, held] = [0, 0];
  for await (const record of store.found(step, by, signal)) {
    found += 1;
    if (holds(record, fields)) held += 1;
    else if (fits(record, change)) wrong.push(record);
  }
  if (wrong.length > 0 && store.change(step) === null)
    throw new SourceError('badMap', `nothing says how records of ${step.collectionId} are changed`);
  return { change, by, wrong, found, held };
}

/** Reads back what was written, where it stands then. @throws SourceError */
async function readBack(store: KeyedStore, { change, by, wrong }: Sought, signal: AbortSignal): Promise<void> {
  const { step, fields } = change;
  const written = new Set(wrong.map((record) => recordId(step, record)));
  for (let turn = 0; written.size > 0; turn++) {
    for await (const record of store.found(step, by, signal))
      if (holds(record, fields)) written.delete(recordId(step, record));
    if (written.size === 0) return;
    const wait = LOOKS_AGAIN[turn];
    if (wait === undefined)
      throw new SourceError(
        'badMap',
        `${written.size} records of ${step.collectionId} do not hold what was written into them`,
      );
    await sleep(wait, undefined, { signal });
  }
}

/** Writes record by record and reads each back; done again after a failure, it writes what is not there yet. */
export const keyedChanger = (open: () => KeyedStore, timeoutSeconds: number): Changer => ({
  async change(changes, { signal, carried } = {}) {
    const store = open();
    const whole = within(timeoutSeconds, signal);
    try {
      // All are looked up before any is changed: what is found by a value that is then corrected would not be found again.
      const sought: Sought[] = [];
      for (const change of changes) sought.push(await seek(store, change, carried, whole));
      const done: Changed[] = [];
      for (const one of sought) {
        const { step, fields } = one.change;
        const now = new Date().toISOString();
        const values = Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [name, value === NOW ? now : value]),
        );
        for (const record of one.wrong) await store.change(step)!(record, values, whole);
        await readBack(store, one, whole);
        const changed = one.wrong.length;
        done.push({
          collectionId: step.collectionId,
          found: one.found,
          held: one.held,
          changed,
          other: one.found - one.held - changed,
        });
      }
      return done;
    } finally {
      store.close();
    }
  },
});
