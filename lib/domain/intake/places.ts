import { EEA } from '../law/holidays/places';

/** Codes that ISO 3166 leaves to its users: somewhere else, and rather not said. */
export const ELSEWHERE = 'ZZ';
export const UNTOLD = 'XX';

/** What the page offers: the controller's own country first, a list for the rest of the EEA, then the places with laws of their own. */
export const PLACES = ['own', 'eea', 'GB', 'CH', 'US-CA', ELSEWHERE, UNTOLD] as const;

export type Place = (typeof PLACES)[number];

/** Countries of the list, without the one that stands above it. */
export const otherCountries = (ownCountry: string): readonly string[] => EEA.filter((country) => country !== ownCountry);

/** The button under which a residence is found again. */
export function placeOf(residence: string, ownCountry: string): Place {
  if (residence === ownCountry) return 'own';
  return PLACES.find((place) => place === residence) ?? 'eea';
}
