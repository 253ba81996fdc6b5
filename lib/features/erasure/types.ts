import type { ErasurePlan, SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';

/** A plan as people agree to it, and each system's part as its connector carries it out. */
export type MadePlan = {
  readonly plan: ErasurePlan;
  readonly erasures: readonly SystemErasure[];
  /** By system; none for one that a person does. */
  readonly facts: ReadonlyMap<string, SystemFacts>;
};

/**
 * Why nothing more was erased. `notAgreed`: no right of the case to have data erased was granted by one person and approved by another.
 * `otherPlan`: what would go now is not what was looked at. `problems`: the plan cannot be carried out as the map has it. `changed`: a system
 * changed while others were worked on. `stillThere`: something was found again.
 */
export type ErasureRefusal = 'unknownCase' | 'notAgreed' | 'otherPlan' | 'problems' | 'changed' | 'stillThere';
