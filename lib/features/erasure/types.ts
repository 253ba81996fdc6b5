import type { ErasurePlan, SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';

/** A plan as people agree to it, and each system's part as its connector carries it out. */
export type MadePlan = {
  readonly plan: ErasurePlan;
  readonly erasures: readonly SystemErasure[];
  /** By system; none for one that a person does. */
  readonly facts: ReadonlyMap<string, SystemFacts>;
};
