import type { ErasureChange } from '@/lib/domain/erasure/changes';
import type { StayingKeys } from '@/lib/domain/erasure/staying';
import type { Obstacle, SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';

/** `unknown`: the system has forgotten it, or never knew it. */
export type TransactionOutcome = 'committed' | 'aborted' | 'running' | 'unknown';

/** `changed`: the system is not what was approved, and nothing was done. */
export type Erased =
  | { readonly kind: 'erased'; readonly facts: SystemFacts }
  | { readonly kind: 'changed'; readonly changes: readonly ErasureChange[]; readonly obstacles: readonly Obstacle[] };

export type ErasingHooks = {
  /** How many records of a collection have gone so far. Nothing has until the whole has. */
  readonly progress: (collectionId: string, records: number) => Promise<void>;
  /**
   * The last moment before it holds: whoever asks for it must have written down the transaction's id when this is over, and the
   * keys by which what stays is found again. Where the writing fails, nothing is erased.
   */
  readonly beforeCommit: (
    transactionId: string,
    facts: SystemFacts,
    staying: AsyncIterable<StayingKeys>,
  ) => Promise<void>;
  /** A system without transactions failed between two records: this much of the whole has gone, with the record it failed at. */
  readonly brokenOff: (facts: SystemFacts) => Promise<void>;
};

/** What a system that can be erased from offers, with a login of its own. Every method throws SourceError where it does not answer. */
export interface Eraser {
  /** The system has no transactions: what went before a failure has gone, and the next try does the rest. */
  readonly inSteps?: true;
  /** Finds what would go, be blanked and stay, and what stands in the way; changes nothing. */
  rehearse(erasure: SystemErasure, signal?: AbortSignal): Promise<SystemFacts>;
  /** One transaction where the system has them: looks again, compares with what was approved, erases, searches again; all of it or nothing. */
  erase(erasure: SystemErasure, approved: SystemFacts, hooks: ErasingHooks, signal?: AbortSignal): Promise<Erased>;
  /** What became of an earlier try that nobody saw the end of. */
  outcome(transactionId: string, signal?: AbortSignal): Promise<TransactionOutcome>;
}
