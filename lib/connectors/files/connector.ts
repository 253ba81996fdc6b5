import path from 'node:path';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { connectorOver } from '../keyed/alone';
import { keyedReader } from '../keyed/connector';
import { SourceError, type Connector, type Probe } from '../port';
import { filesOf, filesSource } from './source';
import { kindAt, namesIn, rootOf } from './root';

/** What of a path stands before the first value, and so has to be there for everybody. */
const standing = (written: string): string => {
  const names = written.split('/');
  const first = names.findIndex((name) => name.includes('{'));
  return names.slice(0, first === -1 ? names.length : first).join('/');
};

/** Whether the folder is there, may be read, and has what the map names in it. */
async function probe(system: DataSystem, address: string): Promise<Probe> {
  try {
    const root = await rootOf(address);
    await namesIn(root);
    for (const { id } of system.collections) {
      const access = filesOf(system, { collectionId: id });
      const [wanted, kind] = access.kind === 'files' ? [standing(access.path), 'folder'] : [access.index, 'file'];
      if (wanted === '') continue;
      if ((await kindAt(path.join(root, wanted))) !== kind)
        throw new SourceError('badMap', `there is no ${kind} ${wanted} in it, which ${id} names`);
      if (kind === 'folder') await namesIn(path.join(root, wanted));
    }
    return { ok: true, readOnly: false, server: root, drift: [] };
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    return { ok: false, reason: cause.reason, detail: cause.detail };
  }
}

/** A folder as a source. @param address `file:///srv/share`, or the whole path of the folder */
export const filesConnector = (system: DataSystem, address: string): Connector =>
  connectorOver(
    (signal) => {
      const reader = keyedReader(filesSource(system, () => rootOf(address)));
      return {
        collect: (step, options) => reader.collect(step, { signal, ...options }),
        forms: (step) => reader.forms(step),
        count: (step, options) => reader.count(step, { signal, ...options }),
        keys: (step, at, options) => reader.keys(step, at, { signal, ...options }),
        close: async () => undefined,
      };
    },
    () => probe(system, address),
  );
