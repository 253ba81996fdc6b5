import type { CollectionStep } from '@/lib/domain/datamap/plan';

/**
 * Why a source gave no answer, or only a part of one.
 * `notConfigured`: its address is not set. `unreachable`: nobody answers there. `denied`: the login or a right to read is missing.
 * `writable`: the login could change data, so it is not used. `badMap`: the data map names something that is not there.
 * `timeout`: it answers too slowly. `interrupted`: it stopped in the middle, or we were told to.
 */
export type SourceFailure = 'notConfigured' | 'unreachable' | 'denied' | 'writable' | 'badMap' | 'timeout' | 'interrupted';

/** `detail` says what to do or what is missing; it never holds personal data, a password or a record. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  constructor(readonly reason: SourceFailure, readonly detail: string, options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options);
  }
}

export type Probe =
  | { readonly ok: true; readonly readOnly: true; readonly server: string }
  | { readonly ok: false; readonly reason: SourceFailure; readonly detail: string };

/** Keys read in other systems before, by the id of their carry. */
export type CarriedKeys = ReadonlyMap<string, readonly string[]>;

export type CollectOptions = { readonly signal?: AbortSignal; readonly carried?: CarriedKeys };

/** One source system, reached with a login that can only read. Nothing is kept open between calls. */
export interface Connector {
  /** Whether it answers, may only read, and holds everything its part of the data map names. */
  probe(): Promise<Probe>;
  /**
   * The records of one step as JSON Lines in UTF-8: chunks of whole lines, one record a line, in the order of the primary key.
   * Numbers that readers of JSON would round (bigint, numeric, money) are strings. Memory does not grow with the number of records.
   * @throws SourceError, also after some chunks have been given: what came before is then not the whole.
   */
  collect(step: CollectionStep, options?: CollectOptions): AsyncIterable<Buffer>;
  /** How many records `collect` would give. @throws SourceError */
  count(step: CollectionStep, options?: CollectOptions): Promise<number>;
  /** The distinct values of one field, as text. @throws SourceError */
  keys(step: CollectionStep, field: string, options?: CollectOptions): Promise<string[]>;
}
