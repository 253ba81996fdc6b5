import { env } from '@/lib/platform/env';
import { FolderStore } from './folder';
import { S3Store } from './s3';
import type { BlobStore } from './store';

let opened: BlobStore | undefined;

/** Where the blobs of this installation lie: in the bucket of BLOB_URL, or without it in the folder BLOB_DIR. Opens nothing yet. */
export function blobStore(): BlobStore {
  const { BLOB_URL, BLOB_DIR } = env();
  opened ??= BLOB_URL ? new S3Store(BLOB_URL) : new FolderStore(BLOB_DIR);
  return opened;
}
