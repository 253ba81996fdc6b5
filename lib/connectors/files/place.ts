import { bucketPlace } from './bucket';
import { folderPlace } from './folder';
import type { FilePlace } from './tree';

/** A folder, or a prefix of a bucket. Opens nothing yet. */
export const placeAt = (address: string): FilePlace =>
  address.startsWith('s3:') ? bucketPlace(address) : folderPlace(address);
