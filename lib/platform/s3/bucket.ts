import { addAbortSignal, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { S3Client } from '@aws-sdk/client-s3';
import type { ByteRange } from '@/lib/domain/fulfilment/byte-range';
import type { S3Address } from './address';
import { S3Problem, s3Problem } from './problem';

/** `name` is the rest of the key behind what was listed; of a folder up to and with its slash. */
export type Entry = { readonly name: string; readonly kind: 'object' | 'folder' };

/** The bytes that were asked for, and how large the whole object is. */
export type ObjectBytes = { readonly bytes: AsyncIterable<Buffer>; readonly sizeBytes: number };

type Slice = { readonly bytes: Buffer; readonly sizeBytes: number; readonly etag: string };

// Above the least that a part may have (5 MiB), and so that ten thousand parts, the most there may be, hold 78 GiB.
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 2;
const SLICE_BYTES = 4 * 1024 * 1024;
const TRIES = 4;

const statusOf = (cause: unknown): number =>
  (cause as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
const namedError = (cause: unknown): string => (cause as { name?: string }).name ?? '';

/** HEAD has no body that could say which of the two is missing, so a missing bucket is only told apart by calls that have one. */
const isMissing = (cause: unknown): boolean =>
  namedError(cause) === 'NoSuchKey' || (namedError(cause) === 'NotFound' && statusOf(cause) === 404);

/**
 * The objects below the prefix of an address; keys are given without it. The SDK is loaded by the first call and never before. Every request has
 * a time limit and is tried again where that can help. @throws S3Problem
 */
export class Bucket {
  #client: Promise<S3Client> | undefined;

  constructor(readonly address: S3Address) {}

  /** @returns null where there is no such object */
  async head(key: string): Promise<{ readonly sizeBytes: number; readonly etag: string } | null> {
    try {
      const { HeadObjectCommand } = await import('@aws-sdk/client-s3');
      const { ContentLength = 0, ETag = '' } = await (await this.#open()).send(new HeadObjectCommand(this.#at(key)));
      return { sizeBytes: ContentLength, etag: ETag };
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw s3Problem(cause, this.address);
    }
  }

  /**
   * An object, or a range of it, asked for slice by slice: whoever takes it slowly keeps no connection waiting, and a broken one costs a slice.
   * @returns null where there is no such object. The iteration fails when the object becomes another meanwhile.
   */
  async read(key: string, { from, to }: ByteRange = { from: 0, to: Infinity }): Promise<ObjectBytes | null> {
    const first = await this.#sliceAgain(key, from, to, null);
    if (!first) return null;
    const { sizeBytes, etag } = first;
    const last = Math.min(to, sizeBytes - 1);
    const rest = (at: number) => this.#sliceAgain(key, at, last, etag);
    async function* bytes(): AsyncGenerator<Buffer> {
      yield first!.bytes;
      for (let at = from + first!.bytes.length; at <= last;) {
        const next = await rest(at);
        if (!next || next.bytes.length === 0) throw new S3Problem('changed', 'an object was removed while it was read');
        yield next.bytes;
        at += next.bytes.length;
      }
    }
    return { bytes: bytes(), sizeBytes };
  }

  /** Writes an object in parts; it appears under its key when all of it is there, and not at all where `bytes` fails. */
  async put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    let failed: { readonly cause: unknown } | null = null;
    const source = bytes[Symbol.asyncIterator]();
    // What the source itself ran into is told apart from its being broken off, because the server took no more.
    async function* watched(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          const next = await source.next().catch((cause: unknown) => {
            failed = { cause };
            throw cause;
          });
          if (next.done) return;
          yield next.value;
        }
      } finally {
        await source.return?.();
      }
    }
    const body = Readable.from(watched());
    try {
      const { Upload } = await import('@aws-sdk/lib-storage');
      await new Upload({
        client: await this.#open(),
        partSize: PART_BYTES,
        queueSize: PARTS_AT_ONCE,
        params: { ...this.#at(key), Body: body },
      }).done();
    } catch (cause) {
      body.destroy();
      if (failed) throw (failed as { readonly cause: unknown }).cause;
      throw s3Problem(cause, this.address);
    }
  }

  /** Removes an object, which may have gone already, and looks whether it has. */
  async remove(key: string): Promise<void> {
    try {
      const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
      await (await this.#open()).send(new DeleteObjectCommand(this.#at(key)));
    } catch (cause) {
      throw s3Problem(cause, this.address);
    }
    if (await this.head(key)) throw new S3Problem('other', 'an object was removed and is still there');
  }

  /** What begins with these letters, in the order of the keys, one page of answers in memory. @param isFlat with folders as one entry each */
  async *list(prefix: string, isFlat: boolean): AsyncGenerator<Entry, undefined> {
    const whole = `${this.address.prefix}${prefix}`;
    let next: string | undefined;
    do {
      const page = await this.#page(whole, isFlat, next);
      const entries: Entry[] = [
        ...(page.Contents ?? []).map(({ Key = '' }) => ({ name: Key.slice(whole.length), kind: 'object' as const })),
        ...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => ({
          name: Prefix.slice(whole.length),
          kind: 'folder' as const,
        })),
      ];
      yield* entries.filter(({ name }) => name !== '');
      next = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (next !== undefined);
  }

  /** Ends uploads that were begun below this prefix and never finished: their parts lie there unseen. */
  async endUploads(prefix: string): Promise<void> {
    const [Bucket, Prefix] = [this.address.bucket, `${this.address.prefix}${prefix}`];
    try {
      const { AbortMultipartUploadCommand, ListMultipartUploadsCommand } = await import('@aws-sdk/client-s3');
      const client = await this.#open();
      const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket, Prefix }));
      for (const { Key, UploadId } of Uploads)
        await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    } catch (cause) {
      // Some servers do not list them and clear them away by themselves; one that is gone meanwhile was ended by its own process.
      if (statusOf(cause) === 501 || namedError(cause) === 'NoSuchUpload') return;
      throw s3Problem(cause, this.address);
    }
  }

  /** Whether what is removed stays as an older version; null where we may not know. */
  async keepsVersions(): Promise<boolean | null> {
    try {
      const { GetBucketVersioningCommand } = await import('@aws-sdk/client-s3');
      const { Status } = await (
        await this.#open()
      ).send(new GetBucketVersioningCommand({ Bucket: this.address.bucket }));
      return Status !== undefined;
    } catch (cause) {
      // A server that knows no versions keeps none.
      if ([405, 501].includes(statusOf(cause))) return false;
      const problem = s3Problem(cause, this.address);
      if (problem.failure === 'denied') return null;
      throw problem;
    }
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    (await client?.catch(() => undefined))?.destroy();
  }

  #at(key: string) {
    return { Bucket: this.address.bucket, Key: `${this.address.prefix}${key}` };
  }

  async #page(Prefix: string, isFlat: boolean, ContinuationToken: string | undefined) {
    try {
      const { ListObjectsV2Command } = await import('@aws-sdk/client-s3');
      return await (
        await this.#open()
      ).send(
        new ListObjectsV2Command({
          Bucket: this.address.bucket,
          Prefix,
          ContinuationToken,
          ...(isFlat && { Delimiter: '/' }),
        }),
      );
    } catch (cause) {
      throw s3Problem(cause, this.address);
    }
  }

  /** The SDK tries a request again until its answer begins; what breaks off behind that is asked for anew here. */
  async #sliceAgain(key: string, from: number, to: number, etag: string | null): Promise<Slice | null> {
    for (let no = 1; ; no++) {
      try {
        return await this.#slice(key, from, to, etag);
      } catch (cause) {
        if (no >= TRIES || !(cause instanceof S3Problem) || cause.failure !== 'brokenOff') throw cause;
      }
    }
  }

  /** @param etag of the object that this is a slice of; null for the first of them */
  async #slice(key: string, from: number, to: number, etag: string | null): Promise<Slice | null> {
    try {
      const { GetObjectCommand } = await import('@aws-sdk/client-s3');
      const Range = `bytes=${from}-${Math.min(to, from + SLICE_BYTES - 1)}`;
      const answer = await (
        await this.#open()
      ).send(new GetObjectCommand({ ...this.#at(key), Range, ...(etag && { IfMatch: etag }) }));
      const body = answer.Body as Readable;
      const sizeBytes = Number(/\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1]);
      if (!Number.isSafeInteger(sizeBytes)) {
        body.destroy();
        throw new S3Problem('other', 'the server of the bucket does not answer ranges: use one that does');
      }
      return { bytes: await this.#whole(body), sizeBytes, etag: answer.ETag ?? '' };
    } catch (cause) {
      if (isMissing(cause)) return null;
      // Of an object without content there is no range (RFC 9110, section 15.5.17).
      if (statusOf(cause) === 416 && from === 0) return { bytes: Buffer.alloc(0), sizeBytes: 0, etag: '' };
      throw s3Problem(cause, this.address);
    }
  }

  async #whole(body: Readable): Promise<Buffer> {
    try {
      return await buffer(addAbortSignal(AbortSignal.timeout(this.address.timeoutSeconds * 1000), body));
    } catch (cause) {
      const isLate = ['AbortError', 'TimeoutError'].includes(namedError(cause));
      throw isLate ? cause : new S3Problem('brokenOff', 'the server broke off in the middle of an object', { cause });
    }
  }

  #open(): Promise<S3Client> {
    this.#client ??= clientOf(this.address);
    return this.#client;
  }
}

async function clientOf({ region, endpoint, forcePathStyle, profile, timeoutSeconds }: S3Address): Promise<S3Client> {
  // What it says at each start is about versions to come; which one runs here is pinned.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const { S3Client } = await import('@aws-sdk/client-s3');
  const milliseconds = timeoutSeconds * 1000;
  return new S3Client({
    ...(endpoint && { endpoint }),
    // Servers of one's own are often in no region, and the signature names one all the same.
    ...((region ?? (endpoint && !process.env.AWS_REGION)) && { region: region ?? 'us-east-1' }),
    ...(profile && { profile }),
    forcePathStyle,
    maxAttempts: TRIES,
    // Each request carries the SHA-256 of its body in its signature; trailing checksums besides are not understood everywhere.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: Math.min(10_000, milliseconds),
      requestTimeout: milliseconds,
      throwOnRequestTimeout: true,
      socketTimeout: milliseconds,
    },
  });
}
