import type { CollectionStep, Condition, Selection } from '@/lib/domain/datamap/plan';
import type { IdentityForm } from '@/lib/domain/datamap/sought';
import type { Place } from '@/lib/domain/datamap/types';
import type { CollectOptions, Key } from '../port';

export type IdentityCondition = Extract<Condition, { kind: 'identity' }>;

/** One way in which a record is found: by an identity, or by the values that stand together at some places of it. */
export type By =
  IdentityCondition | { readonly kind: 'keys'; readonly at: readonly Place[]; readonly keys: readonly Key[] };

/**
 * What a kind of system does that cannot follow references by itself: it finds records of one collection by values of theirs. A record that is
 * found in several ways comes once. Every call throws SourceError where the system does not answer.
 */
export interface KeyedSource {
  /** As `Reader.collect`: chunks of whole lines, one record a line. */
  records(step: CollectionStep, by: readonly By[], options: CollectOptions): AsyncIterable<Buffer>;
  count(step: CollectionStep, by: readonly By[], options: CollectOptions): Promise<number>;
  /** The distinct keys at these places of what is found; records without one of the values have none. */
  keys(selection: Selection, by: readonly By[], at: readonly Place[], options: CollectOptions): Promise<Key[]>;
  forms(step: CollectionStep): Promise<IdentityForm[]>;
}
