import { createHmac } from 'node:crypto';
import type { Hash } from './merkle';

/**
 * Tags by which the application knows its own writing: HMAC-SHA-256 under a key that is in the database only sealed. Whoever writes into the
 * tables by hand, a superuser included, cannot make one.
 */
const tag = (key: Uint8Array, kind: string, ...parts: readonly (string | number | Uint8Array)[]): Hash => {
  const mac = createHmac('sha256', key).update(`${kind}\n`);
  for (const part of parts) mac.update(typeof part === 'object' ? part : `${part}\n`);
  return mac.digest();
};

/** Of an event: that the application wrote it. */
export const eventTag = (key: Uint8Array, body: string): Hash => tag(key, 'event', body);

/** Of a leaf: that this event has this place. */
export const leafTag = (key: Uint8Array, index: number, eventId: string, hash: Hash): Hash =>
  tag(key, 'leaf', index, eventId, hash);

/** Of a checkpoint: that it is the so-manyth. */
export const headTag = (key: Uint8Array, number: number, note: string): Hash => tag(key, 'head', number, note);

/** Of where tags begin, in a log older than they are: at an event's position, a leaf and a checkpoint. */
export const beginTag = (key: Uint8Array, begin: { position: number; leaf: number; head: number }): Hash =>
  tag(key, 'begin', begin.position, begin.leaf, begin.head);

export const sameTag = (a: Uint8Array | null, b: Hash): boolean => a !== null && Buffer.from(a).equals(Buffer.from(b));
