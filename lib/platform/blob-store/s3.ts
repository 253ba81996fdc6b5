import type { ByteRange } from '@/lib/domain/fulfilment/byte-range';
import { Bucket } from '@/lib/platform/s3/bucket';
import type { S3Address } from '@/lib/platform/s3/address';
import { type S3Failure, s3Problem, S3Problem } from '@/lib/platform/s3/problem';
import { roundTrip } from './round-trip';
import type { BlobStore, Probed, StoredBytes } from './store';

const REMOVED_AT_ONCE = 8;

const LASTING: readonly S3Failure[] = ['noBucket', 'credentials', 'denied', 'region', 'certificate'];

const VERSIONS: ReadonlyMap<boolean | null, readonly string[]> = new Map([
  [
    true,
    [
      'The bucket keeps older versions, so what is destroyed stays there, sealed under a key that is gone: use a bucket without versioning, or let a rule of its life cycle remove older versions within a day.',
    ],
  ],
  [
    null,
    [
      'Whether the bucket keeps what is destroyed as an older version could not be seen: allow s3:GetBucketVersioning on it.',
    ],
  ],
]);

/** Objects below a prefix of a bucket: the store that workers on several machines share. */
export class S3Store implements BlobStore {
  readonly #bucket: Bucket;

  constructor(private readonly address: S3Address) {
    this.#bucket = new Bucket(address);
  }

  async put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    let sizeBytes = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of bytes) {
        sizeBytes += piece.byteLength;
        yield piece;
      }
    }
    await this.#bucket.put(key, counted());
    const stored = await this.#bucket.head(key);
    if (stored?.sizeBytes !== sizeBytes)
      throw new S3Problem(
        'other',
        `an object of ${sizeBytes} bytes was written, and ${stored?.sizeBytes ?? 0} are there`,
      );
    return sizeBytes;
  }

  read(key: string, range?: ByteRange): Promise<StoredBytes | null> {
    return this.#bucket.read(key, range);
  }

  delete(key: string): Promise<void> {
    return this.#bucket.remove(key);
  }

  async deleteUnder(folder: string): Promise<void> {
    await this.#bucket.endUploads(`${folder}/`);
    await this.#removeBelow(`${folder}/`);
    await this.delete(folder);
  }

  async deleteAll(): Promise<void> {
    await this.#bucket.endUploads('');
    await this.#removeBelow('');
  }

  async *keys(): AsyncGenerator<string> {
    for await (const { name } of this.#bucket.list('', false)) yield name;
  }

  async probe(): Promise<Probed> {
    const { bucket, prefix, endpoint } = this.address;
    const place = `s3://${bucket}/${prefix} at ${endpoint ?? 'Amazon S3'}`;
    try {
      for await (const _ of this.#bucket.list('', true)) break;
      await roundTrip(this);
      await this.#bucket.endUploads('probe-');
      return { ok: true, place, warnings: VERSIONS.get(await this.#bucket.keepsVersions()) ?? [] };
    } catch (cause) {
      const { failure, message } = s3Problem(cause, this.address);
      return { ok: false, problem: `BLOB_URL: ${message}.`, lasting: LASTING.includes(failure) };
    }
  }

  // One by one and not by the call that takes a thousand: that one needs a checksum which not every server understands.
  async #removeBelow(prefix: string): Promise<void> {
    let waiting: Promise<void>[] = [];
    for await (const { name } of this.#bucket.list(prefix, false)) {
      waiting.push(this.delete(`${prefix}${name}`));
      if (waiting.length < REMOVED_AT_ONCE) continue;
      await Promise.all(waiting);
      waiting = [];
    }
    await Promise.all(waiting);
    for await (const { name } of this.#bucket.list(prefix, false))
      throw new S3Problem(
        'other',
        `objects were removed and some are still there (${name.split('/').length} levels below)`,
      );
  }
}
