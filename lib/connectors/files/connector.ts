import type { DataSystem } from '@/lib/domain/datamap/types';
import { connectorOver } from '../keyed/alone';
import { keyedReader } from '../keyed/connector';
import { within } from '../keyed/store';
import { SourceError, type Connector, type Probe } from '../port';
import { filesOf, filesSource } from './source';
import { placeAt } from './place';

/** What of a path stands before the first value, and so has to be there for everybody. */
const standing = (written: string): string => {
  const names = written.split('/');
  const first = names.findIndex((name) => name.includes('{'));
  return names.slice(0, first === -1 ? names.length : first).join('/');
};

/** Whether the place is there, may be read, and has what the map names in it. */
async function probe(system: DataSystem, address: string): Promise<Probe> {
  const place = placeAt(address);
  try {
    const tree = await place.open(within(system.timeoutSeconds));
    await tree.entriesIn('');
    for (const { id } of system.collections) {
      const access = filesOf(system, { collectionId: id });
      const [wanted, kind] =
        access.kind === 'files' ? ([standing(access.path), 'folder'] as const) : ([access.index, 'file'] as const);
      if (wanted === '') continue;
      if (!(await tree.has(wanted, kind)))
        throw new SourceError('badMap', `there is no ${kind} ${wanted} in it, which ${id} names`);
      if (kind === 'folder') await tree.entriesIn(`${wanted}/`);
    }
    return { ok: true, readOnly: false, server: place.name, drift: [] };
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    return { ok: false, reason: cause.reason, detail: cause.detail };
  } finally {
    await place.close();
  }
}

/** Files as a source. @param address `file:///srv/share`, the whole path of the folder, or `s3://bucket/prefix?…` */
export const filesConnector = (system: DataSystem, address: string): Connector =>
  connectorOver(
    (signal) => {
      const place = placeAt(address);
      const reader = keyedReader(filesSource(system, place.open));
      return {
        collect: (step, options) => reader.collect(step, { signal, ...options }),
        forms: (step) => reader.forms(step),
        count: (step, options) => reader.count(step, { signal, ...options }),
        keys: (step, at, options) => reader.keys(step, at, { signal, ...options }),
        close: () => place.close(),
      };
    },
    () => probe(system, address),
  );
