import type { AppliedRedaction } from './requester-view';

/** What tells one redaction from another besides its place. */
type Hidden = Pick<AppliedRedaction, 'scope' | 'field' | 'ground'> & {
  readonly collectionId: string;
  readonly facts: string;
  readonly by: string;
};

/** Redactions that say the same of the same kind of value stand together, in the order of the first of each, however many they are. */
export function alikeIn<R extends Hidden>(redactions: readonly R[]): readonly (readonly R[])[] {
  const alike = new Map<string, R[]>();
  for (const redaction of redactions) {
    const { collectionId, scope, field, ground, facts, by } = redaction;
    const key = JSON.stringify([collectionId, scope, field, ground, facts, by]);
    const same = alike.get(key);
    if (same) same.push(redaction);
    else alike.set(key, [redaction]);
  }
  return [...alike.values()];
}
