import { createHmac } from 'node:crypto';
import { env } from '@/lib/platform/env';

/** What a digest stands for; the same word of two kinds has two digests. `beginning` is of a word of a name. */
export const INDEX_KINDS = ['email', 'phone', 'name', 'beginning', 'account', 'reference'] as const;

export type IndexKind = (typeof INDEX_KINDS)[number];

/** `task`: one that a system has taken; it finds what waits for it and stands in no list of searchable words. */
type Indexed = IndexKind | 'task';

type Digest = Uint8Array<ArrayBuffer>;

const digest = (key: Buffer, kind: Indexed, form: string): Digest =>
  new Uint8Array(createHmac('sha256', key).update(`${kind}\0${form}`).digest());

function current(): Buffer {
  const [key] = env().INDEX_KEY;
  if (!key) throw new Error('INDEX_KEY is empty');
  return key;
}

/**
 * Keyed hash of one searchable form; without INDEX_KEY nobody can tell what it stands for, nor try candidates.
 * @param form as `lib/domain/search` makes it: what people vary without meaning another person is folded there.
 */
export const blindIndex = (kind: Indexed, form: string): Digest => digest(current(), kind, form);

/** The same under every key: while cases are indexed anew after a change of INDEX_KEY, some still stand under the old one. */
export const blindIndexes = (kind: Indexed, form: string): Digest[] =>
  env().INDEX_KEY.map((key) => digest(key, kind, form));

const keyId = (key: Buffer): string => createHmac('sha256', key).update('id of this key').digest('hex').slice(0, 8);

/** Names the current key without telling anything of it. */
export const indexKeyId = (): string => keyId(current());

/** The names of every key that is still known, the current one first. */
export const indexKeyIds = (): string[] => env().INDEX_KEY.map(keyId);
