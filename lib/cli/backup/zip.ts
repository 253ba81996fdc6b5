import { createHash } from 'node:crypto';
import { Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ManifestFile } from '@/lib/domain/bundle/schema';

type Content = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

export type ZipWriter = {
  /** Writes one file to its end and tells what the manifest says about it. */
  add(path: string, mediaType: string, content: Content): Promise<Omit<ManifestFile, 'records'>>;
  /** Ends the archive; resolves when `out` has taken all of it. */
  end(): Promise<{ sizeBytes: number; sha256: string }>;
};

// Text shrinks nearly as well at level 3 as at 6 and in half the time; measured on a million records.
const COMPRESSION_LEVEL = 3;

/**
 * A ZIP that is written while it is made: no file of it is ever whole in memory. Files come one after the other.
 * A file that fails, a closed `out` or an aborted `signal` destroys `out` and fails the call under way.
 * @param madeAt instant that every file carries, so that the archive tells nothing about our machine
 */
export function zipTo(out: Writable, madeAt: Date, signal?: AbortSignal): ZipWriter {
  const zip = new ZipFile();
  const archive = zip.outputStream as Readable;
  const whole = measure();
  const written = pipeline(archive, whole.stream, out, { signal });
  // The failure reaches whoever waits for `add` or `end`; without this line it would also count as nobody's.
  written.catch(() => undefined);
  const failed = new Promise<never>((_, reject) => {
    zip.on('error', (error) => archive.destroy(error instanceof Error ? error : new Error(String(error))));
    written.catch(reject);
  });
  failed.catch(() => undefined);
  return {
    async add(path, mediaType, content) {
      const file = measure();
      const done = new Promise<void>((resolve) => file.stream.once('end', resolve));
      zip.addReadStreamLazy(path, { mtime: madeAt, compressionLevel: COMPRESSION_LEVEL }, (take) => {
        take(null, file.stream);
        // An error of the source has to become one of the archive: yazl waits for ever for a stream that is only destroyed.
        pipeline(Readable.from(content, { objectMode: true }), file.stream, { signal }).catch((error: Error) =>
          archive.destroy(error),
        );
      });
      await Promise.race([done, failed]);
      return { path, mediaType, ...file.result() };
    },
    async end() {
      zip.end();
      await written;
      return whole.result();
    },
  };
}

/** Passes bytes on, counting and hashing them. */
function measure(): { stream: Transform; result: () => { sizeBytes: number; sha256: string } } {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const stream = new Transform({
    writableObjectMode: true,
    transform(chunk: string | Uint8Array, _encoding, done) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
      sizeBytes += bytes.length;
      hash.update(bytes);
      done(null, bytes);
    },
  });
  return { stream, result: () => ({ sizeBytes, sha256: hash.copy().digest('hex') }) };
}
