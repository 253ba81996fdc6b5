import records from './authorities.json';
import type { Verified } from './types';

/** A supervisory authority with which a person can lodge a complaint. Links and addresses were taken from directories of 2026, not opened one by one: `verified` says so. */
export interface Authority {
  /** ISO 3166 country, German Land ('DE-BY'), 'US-CA', or 'EU' for the institutions of the Union. */
  readonly place: string;
  /** In the authority's own language. */
  readonly name: string;
  readonly shortName: string | null;
  readonly englishName: string;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly site: string;
  readonly complaintUrl: string;
  /** Languages in which it takes complaints, the first its own (ISO 639-1). */
  readonly languages: readonly string[];
  readonly verified: Verified;
  /** How far its postal address was checked; null where none is known, and its site is named instead. */
  readonly addressVerified: Verified | null;
}

export const AUTHORITIES = records as readonly Authority[];

/**
 * The authority of a place (Art. 77 GDPR: residence first, then the controller's own), or null where the product knows none.
 * A German Land has its own for private controllers; a place in another federal country falls back to the country's.
 */
export function authorityFor(place: string): Authority | null {
  const known = AUTHORITIES.find((authority) => authority.place === place);
  if (known) return known;
  const country = place.split('-')[0];
  return AUTHORITIES.find((authority) => authority.place === country) ?? null;
}
