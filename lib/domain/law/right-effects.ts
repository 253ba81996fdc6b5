import type { RightId } from './types';
import { type WishId, wishFor } from './wishes';

export const EFFECT_STEPS = ['setPreference', 'rectify', 'restrict'] as const;

/** What is written into systems for a right. */
export type EffectStep = (typeof EFFECT_STEPS)[number];

/**
 * What is written into systems: for a right; besides, the statement of the person that stands beside what is incomplete (`supplement`, Art. 16, second
 * sentence, GDPR), and what ends a restriction (`lift`).
 */
export const WRITTEN_STEPS = [...EFFECT_STEPS, 'supplement', 'lift'] as const;

/** What a right takes elsewhere than in people's hands: written into a system, or sent to another controller (Art. 20(2) GDPR). */
export const CARRIED_STEPS = [...WRITTEN_STEPS, 'transmit'] as const;

export type CarriedStep = (typeof CARRIED_STEPS)[number];

export type WrittenStep = (typeof WRITTEN_STEPS)[number];

/** By which of its steps a system takes it: what takes a restriction lifts it, and what takes a correction takes a statement. */
export const takenBy = (step: WrittenStep): EffectStep =>
  step === 'lift' ? 'restrict' : step === 'supplement' ? 'rectify' : step;

/** Which uses a right ends, besides those that a data map names with it. `objectionable`: on a public task or legitimate interests, Art. 21(1) GDPR. */
export type Ends = 'marketing' | 'consent' | 'objectionable' | 'named';

/** What a wish takes in the systems; one that is not here ends in words, in a copy or in an erasure. */
const IN_SYSTEMS: Readonly<Partial<Record<WishId, { readonly step: EffectStep; readonly ends?: Ends }>>> = {
  noMarketing: { step: 'setPreference', ends: 'marketing' },
  noConsent: { step: 'setPreference', ends: 'consent' },
  noUse: { step: 'setPreference', ends: 'objectionable' },
  noSale: { step: 'setPreference', ends: 'named' },
  limit: { step: 'setPreference', ends: 'named' },
  noMachine: { step: 'setPreference', ends: 'named' },
  change: { step: 'rectify' },
  pause: { step: 'restrict' },
};

const inSystems = (right: RightId) => {
  const wish = wishFor(right);
  return wish === undefined ? undefined : IN_SYSTEMS[wish];
};

/** What it takes to carry out a right in systems; null for one that ends otherwise. */
export const effectStepOf = (right: RightId): EffectStep | null => inSystems(right)?.step ?? null;

/** Which uses a right ends; null where it ends none. */
export const endsOf = (right: RightId): Ends | null => inSystems(right)?.ends ?? null;
