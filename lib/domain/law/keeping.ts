import { LAW } from './law';
import type { Ground, Law, RegimeId } from './types';

/**
 * What the letters of Art. 17(3) GDPR, by which a data map says why a record stays, are called where another law is asked: the grounds of that
 * law for the same reason. A law that has none lets nothing be kept for it.
 */
const ELSEWHERE: Readonly<Record<string, Readonly<Partial<Record<RegimeId, string>>>>> = {
  'GDPR-17-3-a': { UK_GDPR: 'UK-17-3-a', CH_FADP: 'FADP-31', CCPA: 'CCPA-105-d-4' },
  'GDPR-17-3-b': { UK_GDPR: 'UK-17-3-b', CH_FADP: 'FADP-31', CCPA: 'CCPA-105-d-8' },
  'GDPR-17-3-c': { UK_GDPR: 'UK-17-3-c', CH_FADP: 'FADP-31' },
  'GDPR-17-3-d': { UK_GDPR: 'UK-17-3-d', CH_FADP: 'FADP-31', CCPA: 'CCPA-105-d-6' },
  'GDPR-17-3-e': { UK_GDPR: 'UK-17-3-e', CH_FADP: 'FADP-31' },
};

/** Grounds on which a legal hold keeps what would be erased: a legal obligation, or legal claims (Art. 17(3)(b) and (e) GDPR). */
export const HOLD_GROUNDS = ['GDPR-17-3-b', 'GDPR-17-3-e'] as const;

export type HoldGround = (typeof HOLD_GROUNDS)[number];

/** The ground on which this law lets a record be kept for the reason that the data map names, or null where it has none. */
export function keepingGround(groundId: string, regime: RegimeId, law: Law = LAW): Ground | null {
  const id = regime === 'GDPR' ? groundId : ELSEWHERE[groundId]?.[regime];
  return law.find((one) => one.id === regime)?.grounds.find((ground) => ground.id === id) ?? null;
}

/** Grounds for keeping what shows that a request was answered (Art. 5(2) GDPR), the nearest first: legal claims; a duty such as that of 11 CCR 7101(a). */
const PROOF_GROUNDS = ['GDPR-17-3-e', 'GDPR-17-3-b'] as const;

/** Why this law lets the record of a request outlive the erasure that it asks for, or null where it says nothing of it. */
export const proofGround = (regime: RegimeId, law: Law = LAW): Ground | null =>
  PROOF_GROUNDS.map((id) => keepingGround(id, regime, law)).find((ground) => ground !== null) ?? null;
