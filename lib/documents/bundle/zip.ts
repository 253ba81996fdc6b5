import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ManifestFile } from '@/lib/domain/bundle/schema';
import { deflated, type Deflated } from './deflated';
import { type ZipEntry, ZipFormat } from './zip-format';

type Content = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
type Listed = Omit<ManifestFile, 'records'>;

export type ZipWriter = {
  /** Compresses one file to its end, puts it into the archive, and tells what the manifest says about it. */
  readonly add: (path: string, mediaType: string, content: Content) => Promise<Listed>;
  /** Puts in a file that was compressed already, and lets go of it. */
  readonly put: (path: string, mediaType: string, file: Deflated) => Promise<Listed>;
  /** Ends the archive; resolves when `out` has taken all of it. */
  readonly end: () => Promise<{ sizeBytes: number; sha256: string }>;
};

/**
 * A ZIP that is written while it is made: no file of it is ever whole in memory, and each has its sizes before it, so that it can be read as it
 * comes. A closed `out` or an aborted `signal` fails the call under way.
 */
export function zipTo(out: Writable, madeAt: Date, signal?: AbortSignal): ZipWriter {
  const format = new ZipFormat(madeAt);
  const hash = createHash('sha256');
  const entries: ZipEntry[] = [];
  let size = 0;
  const taken = finished(out, { readable: false });
  taken.catch(() => undefined);
  const write = async (bytes: Uint8Array): Promise<void> => {
    signal?.throwIfAborted();
    hash.update(bytes);
    size += bytes.length;
    if (out.destroyed) throw out.errored ?? new Error('what the archive goes to was closed');
    if (!out.write(bytes)) await roomIn(out, signal);
  };
  const put = async (path: string, mediaType: string, file: Deflated): Promise<Listed> => {
    const { sizeBytes, sha256 } = file;
    try {
      const entry = { crc32: file.crc32, sizeBytes, deflatedBytes: file.deflatedBytes, path, offset: size };
      entries.push(entry);
      await write(format.localHeader(entry));
      for await (const bytes of file.content()) await write(bytes);
    } finally {
      await file.drop();
    }
    return { path, mediaType, sizeBytes, sha256 };
  };
  return {
    put,
    async add(path, mediaType, content) {
      signal?.throwIfAborted();
      return put(path, mediaType, await deflated(content));
    },
    async end() {
      const from = size;
      for (const entry of entries) await write(format.centralHeader(entry));
      await write(format.end(entries.length, from, size - from));
      out.end();
      await taken;
      return { sizeBytes: size, sha256: hash.digest('hex') };
    },
  };
}

/** Waits until it takes more, or will not take any: who writes next hears why. */
function roomIn(out: Writable, signal: AbortSignal | undefined): Promise<void> {
  const ends = ['drain', 'close', 'error'] as const;
  return new Promise((resolve) => {
    const done = (): void => {
      for (const end of ends) out.off(end, done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    for (const end of ends) out.on(end, done);
    signal?.addEventListener('abort', done);
  });
}
