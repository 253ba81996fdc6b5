import type { ReviewRedaction } from '@/lib/features/review/types';

/** Redactions that say the same of the same kind of value are one line, however many they are. */
export function alikeIn(redactions: readonly ReviewRedaction[]): readonly (readonly ReviewRedaction[])[] {
  const alike = new Map<string, ReviewRedaction[]>();
  for (const redaction of redactions) {
    const { collectionId, scope, field, ground, facts, by } = redaction;
    const key = JSON.stringify([collectionId, scope, field, ground, facts, by]);
    alike.set(key, [...(alike.get(key) ?? []), redaction]);
  }
  return [...alike.values()];
}
