import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ByteRange } from '@/lib/domain/fulfilment/byte-range';
import { roundTrip } from './round-trip';
import type { BlobStore, Probed, StoredBytes } from './store';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Files below a folder of this machine, or of a volume that several share. */
export class FolderStore implements BlobStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = path.resolve(folder);
  }

  async put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const file = this.#fileOf(key);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const unfinished = `${file}.${process.pid}.part`;
    try {
      await pipeline(bytes, createWriteStream(unfinished, { mode: 0o600, flush: true }));
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return (await stat(file)).size;
  }

  async read(key: string, range?: ByteRange): Promise<StoredBytes | null> {
    const handle = await open(this.#fileOf(key), 'r').catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (handle === null) return null;
    const { size: sizeBytes } = await handle.stat();
    // By name and not by the handle, which would stay open where nobody comes to read.
    await handle.close();
    const file = this.#fileOf(key);
    async function* bytes(): AsyncGenerator<Buffer> {
      yield* createReadStream(file, { ...(range && { start: range.from, end: range.to }) });
    }
    return { bytes: bytes(), sizeBytes };
  }

  delete(key: string): Promise<void> {
    return rm(this.#fileOf(key), { force: true });
  }

  deleteUnder(folder: string): Promise<void> {
    return rm(this.#fileOf(folder), { force: true, recursive: true });
  }

  async deleteAll(): Promise<void> {
    for (const name of await this.#names(false))
      await rm(path.join(this.#folder, name), { recursive: true, force: true });
  }

  async *keys(): AsyncGenerator<string> {
    yield* (await this.#names(true)).sort();
  }

  async probe(): Promise<Probed> {
    try {
      await roundTrip(this);
      return { ok: true, place: `the folder ${this.#folder}`, warnings: [] };
    } catch (error) {
      return {
        ok: false,
        lasting: true,
        problem: `The folder ${this.#folder} does not keep what is put there (${(error as Error).message}): let the account that Rightsdesk runs under write into it, or lead BLOB_DIR to another.`,
      };
    }
  }

  #fileOf(key: string): string {
    return path.join(this.#folder, key);
  }

  async #names(recursive: boolean): Promise<string[]> {
    const entries = await readdir(this.#folder, { recursive, withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    return entries
      .filter((entry) => !recursive || (entry.isFile() && !entry.name.endsWith('.part')))
      .map(({ parentPath, name }) =>
        path.relative(this.#folder, path.join(parentPath, name)).split(path.sep).join('/'),
      );
  }
}
