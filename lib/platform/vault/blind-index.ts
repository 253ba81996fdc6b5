import { createHmac } from 'node:crypto';
import { env } from '@/lib/platform/env';

export type IndexKind = 'email' | 'phone' | 'name' | 'account';

/** What people vary without meaning another person: case, width, spaces; for a phone number also its punctuation. */
function normalise(kind: IndexKind, value: string): string {
  const text = value.normalize('NFKC').trim().toLowerCase();
  return kind === 'phone' ? text.replace(/[^\d]/g, '').replace(/^00/, '') : text;
}

/** Keyed hash of one searchable value; without INDEX_KEY nobody can tell what it stands for, nor try candidates. */
export const blindIndex = (kind: IndexKind, value: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', env().INDEX_KEY).update(`${kind}\0${normalise(kind, value)}`).digest());

/** Each word of a name on its own, so that "Krylova" finds "Anna Krylova". */
export const nameWords = (name: string): string[] =>
  [...new Set(name.normalize('NFKC').toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word.length > 1))].slice(0, 12);
