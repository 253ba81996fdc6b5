import type { DataSystem } from '@/lib/domain/datamap/types';
import type { DataRecord } from '@/lib/domain/records/json-text';
import { keyedEraser } from '../keyed/eraser';
import type { KeyedStore } from '../keyed/store';
import { heldIn } from './found';
import { placeAt } from './place';
import { filesOf, filesSource } from './source';

/** How many names of a path stand before the first value: the folders behind them are their person's alone, and say who that is. */
function sharedIn(written: string): number {
  const names = written.split('/').filter((name) => name !== '');
  const first = names.findIndex((name) => name.includes('{'));
  return first === -1 ? names.length : first;
}

function filesStore(system: DataSystem, address: string): KeyedStore {
  const place = placeAt(address);
  const files = new WeakMap<DataRecord, string>();
  return {
    source: filesSource(system, place.open),
    async *found(step, by, signal) {
      for await (const { record, file } of heldIn(await place.open(signal), filesOf(system, step), by, signal)) {
        files.set(record, file);
        yield record;
      }
    },
    how: (step) => `${step.collectionId}: ${JSON.stringify(filesOf(system, step))}`,
    // A row of an index would stay, with whose it was: a person takes it out.
    erase: (step) => {
      const access = filesOf(system, step);
      const rule = system.collections.find(({ id }) => id === step.collectionId)?.erasure?.kind;
      // With one record of a file that goes, another that has to stay would go too.
      const apart = access.kind === 'files' && (access.content === 'document' || rule !== 'keep');
      return !apart
        ? null
        : async (record, signal) => (await place.open(signal)).remove(files.get(record)!, sharedIn(access.path));
    },
    change: () => null,
    close: () => void place.close(),
  };
}

/** Erases files. @param address of the folder or prefix as it may be written into */
export const filesEraser = (system: DataSystem, address: string) =>
  keyedEraser(() => filesStore(system, address), system.timeoutSeconds);
