import { rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { DataSystem } from '@/lib/domain/datamap/types';
import type { DataRecord } from '@/lib/domain/records/json-text';
import { keyedEraser } from '../keyed/eraser';
import type { KeyedStore } from '../keyed/store';
import { heldIn } from './found';
import { fileError, kindAt, rootOf } from './root';
import { filesOf, filesSource } from './source';

/** Removes a file, and the folders that were its person's alone and are empty now: their names say who that was. */
async function remove(root: string, written: string, file: string): Promise<void> {
  try {
    // What is a link by now is somebody else's way to a file; what has gone has gone.
    if ((await kindAt(file)) !== 'file') return;
    await unlink(file);
    const names = written.split('/').filter((name) => name !== '');
    const shared = names.findIndex((name) => name.includes('{'));
    const depth = (folder: string): number => path.relative(root, folder).split(path.sep).length;
    for (let folder = path.dirname(file); depth(folder) > shared && folder !== root; folder = path.dirname(folder))
      await rmdir(folder);
  } catch (cause) {
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes((cause as { code?: string }).code ?? '')) return;
    throw fileError(cause);
  }
}

function filesStore(system: DataSystem, address: string): KeyedStore {
  const root = (): Promise<string> => rootOf(address);
  const files = new WeakMap<DataRecord, string>();
  return {
    source: filesSource(system, root),
    async *found(step, by, signal) {
      for await (const { record, file } of heldIn(await root(), filesOf(system, step), by, signal)) {
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
      return !apart ? null : async (record) => remove(await root(), access.path, files.get(record)!);
    },
    change: () => null,
    close: () => undefined,
  };
}

/** Erases files of a folder. @param address of the folder as it may be written into */
export const filesEraser = (system: DataSystem, address: string) =>
  keyedEraser(() => filesStore(system, address), system.timeoutSeconds);
