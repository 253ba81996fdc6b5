import { s3Address } from '@/lib/platform/s3/address';
import { Bucket } from '@/lib/platform/s3/bucket';
import { SourceError } from '../port';
import { fileError } from './failure';
import { type Entry, type FilePlace, type FileTree, ownFolders } from './tree';

const VERSIONS =
  'the bucket keeps older versions, so what is removed from it would stay: a person has to remove them too, or versioning is switched off and a rule of its life cycle removes them';
const UNSEEN =
  'nobody may see whether the bucket keeps what is removed as an older version: allow s3:GetBucketVersioning on it';

/** Fails as soon as the signal does, whatever the work is waiting for. */
async function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } catch (cause) {
    throw fileError(cause);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Objects below a prefix of a bucket, their keys taken apart at the slashes. A name may be a folder and an object at once. */
class BucketTree implements FileTree {
  constructor(
    private readonly bucket: Bucket,
    private readonly signal: AbortSignal,
  ) {}

  async entriesIn(folder: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    const listed = this.bucket.list(folder, true)[Symbol.asyncIterator]();
    for (;;) {
      const next = await unless(this.signal, listed.next());
      if (next.done) break;
      const { name, kind } = next.value;
      entries.push(kind === 'folder' ? { name: name.slice(0, -1), kind } : { name, kind: 'file' });
    }
    return entries;
  }

  async has(at: string, kind: 'file' | 'folder'): Promise<boolean> {
    if (kind === 'file') return (await unless(this.signal, this.bucket.head(at))) !== null;
    const folder = at.endsWith('/') ? at : `${at}/`;
    return !(await unless(this.signal, this.bucket.list(folder, true).next())).done;
  }

  async sizeOf(file: string): Promise<number> {
    const found = await unless(this.signal, this.bucket.head(file));
    if (!found) throw new SourceError('interrupted', 'an object went away while it was read');
    return found.sizeBytes;
  }

  async *bytesOf(file: string): AsyncGenerator<Buffer> {
    const found = await unless(this.signal, this.bucket.read(file));
    if (!found) throw new SourceError('interrupted', 'an object went away while it was read');
    const slices = found.bytes[Symbol.asyncIterator]();
    for (;;) {
      const next = await unless(this.signal, slices.next());
      if (next.done) return;
      yield next.value;
    }
  }

  async remove(file: string, shared: number): Promise<void> {
    const keeps = await unless(this.signal, this.bucket.keepsVersions());
    if (keeps !== false) throw new SourceError('denied', keeps ? VERSIONS : UNSEEN);
    await unless(this.signal, this.bucket.remove(file));
    for (const folder of ownFolders(file, shared)) {
      if (await this.has(folder, 'folder')) return;
      // What some programs put there for an empty folder: its key names the person too.
      await unless(this.signal, this.bucket.remove(folder));
    }
  }
}

/** @param address `s3://bucket/prefix?…` */
export function bucketPlace(address: string): FilePlace {
  const parsed = s3Address(address);
  if (typeof parsed === 'string')
    return {
      name: 's3',
      open: () => Promise.reject(new SourceError('badMap', `its variable ${parsed}`)),
      close: async () => undefined,
    };
  const bucket = new Bucket(parsed);
  return {
    name: `s3://${parsed.bucket}/${parsed.prefix}`,
    open: async (signal) => new BucketTree(bucket, signal),
    close: () => bucket.close(),
  };
}
