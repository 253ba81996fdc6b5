import { randomBytes, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { BlobStore } from './store';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What a store is asked for all day, once and with nobody's data. @throws whatever of it fails */
export async function roundTrip(store: BlobStore): Promise<void> {
  const [key, content] = [`probe-${randomUUID()}`, randomBytes(64)];
  await store.put(key, once(content));
  const found = await store.read(key);
  if (!found || !(await buffer(found.bytes)).equals(content)) throw new Error('what was put there did not come back');
  await store.delete(key);
}
