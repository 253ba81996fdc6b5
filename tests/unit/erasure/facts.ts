import { localDate } from '@/lib/domain/calendar/local-date';
import { localText } from '@/lib/domain/datamap/local-text';
import type { ErasureRule } from '@/lib/domain/datamap/types';
import type { CollectionFacts, SystemFacts } from '@/lib/domain/erasure/types';

const text = (words: string) => localText(words, ['en']);

/** One rule of each kind. */
export const RULES: readonly (ErasureRule | null)[] = [
  null,
  { kind: 'erase', whileKept: null, reason: null },
  { kind: 'erase', whileKept: { r1: null }, reason: text('a bill refers to it') },
  { kind: 'anonymise', blanks: { r0: null }, reason: text('stays without the person') },
  { kind: 'shared', reason: text('our own list') },
  {
    kind: 'keep',
    groundId: 'GDPR-17-3-b',
    reason: text('tax law'),
    until: { kind: 'counted', field: 'r1', period: 'P6Y', endOfYear: true },
  },
  { kind: 'keep', groundId: 'GDPR-17-3-e', reason: text('a claim'), until: { kind: 'open', reason: text('a court') } },
];

/** What is found in a collection, nothing unless given. */
export const factsOf = (collectionId: string, more: Partial<CollectionFacts> = {}): CollectionFacts => ({
  collectionId,
  erased: 0,
  blanked: 0,
  anonymised: 0,
  kept: 0,
  others: 0,
  fingerprint: '0',
  keptUntil: null,
  undated: 0,
  ...more,
});

export const systemFacts = (collections: readonly CollectionFacts[], more: Partial<SystemFacts> = {}): SystemFacts => ({
  collections,
  order: collections.map(({ collectionId }) => [collectionId]),
  schema: ['table t, column id bigint'],
  obstacles: [],
  ...more,
});

export const KEPT_UNTIL = localDate('2032-12-31');
