import { randomBytes } from 'node:crypto';
import { env } from '@/lib/platform/env';
import { open, seal } from './sealed-box';

/** The key of one case, in memory only. Whoever holds it can read the case; whoever destroys its wrapping forgets it. */
export type CaseKey = Buffer & { readonly __brand: 'CaseKey' };

export const newCaseKey = (): CaseKey => randomBytes(32) as CaseKey;

const ID_END = 0;

/** Wraps a case key with the current master key; the master key's id stands in front so that keys can be rotated. */
export function wrapCaseKey(key: CaseKey): Uint8Array<ArrayBuffer> {
  const [current] = env().MASTER_KEYS;
  if (!current) throw new Error('MASTER_KEYS is empty');
  return new Uint8Array(Buffer.concat([currentWrapping(), seal(current.key, key, 'case-key')]));
}

/** How a key begins that the current master key wrapped. */
export function currentWrapping(): Uint8Array<ArrayBuffer> {
  const [current] = env().MASTER_KEYS;
  if (!current) throw new Error('MASTER_KEYS is empty');
  return new Uint8Array(Buffer.concat([Buffer.from(current.id), Buffer.from([ID_END])]));
}

/** @throws when the master key that wrapped it is not among MASTER_KEYS. */
export function unwrapCaseKey(wrapped: Uint8Array): CaseKey {
  const bytes = Buffer.from(wrapped);
  const end = bytes.indexOf(ID_END);
  const id = bytes.subarray(0, end).toString('utf8');
  const master = env().MASTER_KEYS.find((key) => key.id === id);
  if (!master) throw new Error(`MASTER_KEYS has no key "${id}", which wrapped this case`);
  return open(master.key, bytes.subarray(end + 1), 'case-key') as CaseKey;
}

export const sealText = (key: CaseKey, text: string, context: string) => seal(key, Buffer.from(text, 'utf8'), context);

export const openText = (key: CaseKey, box: Uint8Array, context: string): string =>
  open(key, box, context).toString('utf8');

export const sealJson = (key: CaseKey, value: unknown, context: string) =>
  sealText(key, JSON.stringify(value), context);

/** The caller parses the answer with its own schema. */
export const openJson = (key: CaseKey, box: Uint8Array, context: string): unknown =>
  JSON.parse(openText(key, box, context));
