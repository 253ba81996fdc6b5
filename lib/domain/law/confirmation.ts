/** Where a rule stands with counsel: confirmed as it reads today, confirmed in words it no longer has, or not at all. */
export const COUNSEL_STATES = ['confirmed', 'earlierWording', 'unconfirmed'] as const;

export type CounselState = (typeof COUNSEL_STATES)[number];

/** @param confirmed fingerprints of the wordings that counsel confirmed and nobody withdrew. */
export function counselState(fingerprint: string, confirmed: readonly string[]): CounselState {
  if (confirmed.includes(fingerprint)) return 'confirmed';
  return confirmed.length > 0 ? 'earlierWording' : 'unconfirmed';
}
