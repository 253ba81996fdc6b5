import type { jwkOf } from '@/lib/documents/bundle/signatures';

/** Calendar days in UTC, `YYYY-MM-DD`. */
export type DaysOfKey = { readonly signedSince: string | null; readonly signedUntil: string | null };

/** One key as it is published: for bundles (RFC 8032) as PEM, raw base64, key of minisign and JWK (RFC 8037), for the log as a verifier key (c2sp.org/signed-note). */
export type PublishedKey = DaysOfKey & {
  readonly keyId: string;
  readonly algorithm: 'Ed25519';
  readonly sha256: string;
  readonly pem: string;
  readonly raw: string;
  readonly minisign: string;
  readonly jwk: ReturnType<typeof jwkOf>;
  readonly log: string;
  readonly present: boolean;
};
