import type { ByteRange } from '@/lib/domain/fulfilment/byte-range';
import type { CaseKey } from '@/lib/platform/vault/case-key';
import { HEADER, openRange, sealedPlace } from '@/lib/platform/vault/sealed-range';
import { type Bytes, openStream, sealStream } from '@/lib/platform/vault/sealed-stream';
import { blobStore } from './blob-store/open';

// Keys are made here and in the database; the check keeps a wrong one from leading out of their place.
function checked(key: string): string {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key))
    throw new Error('A blob key has lower-case letters, digits, dashes and slashes only');
  return key;
}

/**
 * Writes an encrypted blob. It appears under its key only when it is whole: a killed process leaves no half one behind a key.
 * @returns bytes stored.
 */
export const putBlob = async (key: string, caseKey: CaseKey, source: Bytes): Promise<number> =>
  blobStore().put(checked(key), sealStream(caseKey, source, key));

/**
 * The decrypted content, or a range of it, of which no more is fetched than it needs.
 * @returns null where there is no such blob. The iteration throws when it was changed or lay under another key.
 */
export async function readBlob(
  key: string,
  caseKey: CaseKey,
  range?: ByteRange,
): Promise<AsyncIterable<Buffer> | null> {
  const store = blobStore();
  checked(key);
  if (!range) {
    const found = await store.read(key);
    return found && openStream(caseKey, found.bytes, key);
  }
  const header = await store.read(key, HEADER);
  if (!header) return null;
  const place = sealedPlace(header.sizeBytes, range);
  const found = await store.read(key, place.sealed);
  return found && openRange(caseKey, header.bytes, found.bytes, key, place);
}

export const deleteBlob = async (key: string): Promise<void> => blobStore().delete(checked(key));

/** Everything below a folder of keys, such as one case. */
export const deleteBlobsUnder = async (folder: string): Promise<void> => blobStore().deleteUnder(checked(folder));
