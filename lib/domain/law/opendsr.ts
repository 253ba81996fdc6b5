import type { RegimeId } from './types';

/** How OpenDSR 2.0 calls a law, section 7.1.1: it has two words, and a law of another country goes by that whose rights it has. */
const REGULATIONS = {
  GDPR: 'gdpr',
  UK_GDPR: 'gdpr',
  CH_FADP: 'gdpr',
  CCPA: 'ccpa',
  CA_SHINE_THE_LIGHT: 'ccpa',
  CA_DELETE_ACT: 'ccpa',
} as const satisfies Readonly<Record<RegimeId, string>>;

export type Regulation = (typeof REGULATIONS)[RegimeId];

/** What OpenDSR 2.0 can be asked, section 6.2: for a copy, the wider one first. */
export const COPY_REQUESTS = ['access', 'portability'] as const;

export const ERASURE_REQUEST = 'erasure';

export type OpenDsrRequest = (typeof COPY_REQUESTS)[number] | typeof ERASURE_REQUEST;

/** By which law a processor is asked for a request under these: the GDPR where it is among them, which leaves it less. */
export const regulationOf = (regimes: readonly RegimeId[]): Regulation =>
  regimes.some((regime) => REGULATIONS[regime] === 'gdpr') ? 'gdpr' : 'ccpa';
