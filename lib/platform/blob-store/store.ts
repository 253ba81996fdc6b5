import type { ByteRange } from '@/lib/domain/fulfilment/byte-range';

/** Bytes as they are stored, and how many the whole blob has. */
export type StoredBytes = { readonly bytes: AsyncIterable<Buffer>; readonly sizeBytes: number };

/**
 * Where sealed bytes lie under keys of lower-case letters, digits, dashes and slashes. Whatever the place: a blob is there when it is whole and
 * never before, one that fails leaves the one before it as it was, a range is read as a range, and memory does not grow with the size.
 */
export interface BlobStore {
  /** @returns bytes stored, as the place says it has them */
  put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** @returns null where there is no such blob */
  read(key: string, range?: ByteRange): Promise<StoredBytes | null>;
  /** One that has gone already is as good. @throws where it is still there afterwards */
  delete(key: string): Promise<void>;
  /** Everything below a folder of keys, and what was begun there and never finished. */
  deleteUnder(folder: string): Promise<void>;
  /** Everything. */
  deleteAll(): Promise<void>;
  /** The keys of all blobs that are whole. */
  keys(): AsyncIterable<string>;
  /** Puts, reads and removes a blob of its own. @returns where blobs lie, and what the operator should know */
  probe(): Promise<Probed>;
}

/** `lasting`: no further try mends it. */
export type Probed =
  | { readonly ok: true; readonly place: string; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problem: string; readonly lasting: boolean };
