import type { CollectionStep, Selection } from '@/lib/domain/datamap/plan';
import type { Blanks } from '@/lib/domain/datamap/types';
import type { DataRecord } from '@/lib/domain/records/json-text';
import type { By, KeyedSource } from './source';

/**
 * A system without transactions that is changed record by record, over a login that may. What cannot be done by it is null, and a person's.
 * Every call throws SourceError where the system does not answer, or refuses.
 */
export interface KeyedStore {
  readonly source: KeyedSource;
  /** The records as the system holds them, with more than a step hands over. */
  found(step: CollectionStep, by: readonly By[], signal: AbortSignal): AsyncIterable<DataRecord>;
  /** How records of a collection are erased, in a sentence; where the sentence has changed since a plan, the plan holds no more. */
  how(step: Selection): string;
  /** One that has gone already is as good. */
  erase(step: Selection): ((record: DataRecord, signal: AbortSignal) => Promise<void>) | null;
  change(step: Selection): ((record: DataRecord, fields: Blanks, signal: AbortSignal) => Promise<void>) | null;
  close(): void;
}

/** The signal of a piece of work that may take so long. */
export function within(seconds: number, signal?: AbortSignal): AbortSignal {
  const whole = AbortSignal.timeout(seconds * 1000);
  return signal ? AbortSignal.any([signal, whole]) : whole;
}
