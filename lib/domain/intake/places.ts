import { EEA } from '../calendar/holidays/places';
import { LAW } from '../law/law';
import type { Law } from '../law/types';

/** Codes that ISO 3166 leaves to its users: somewhere else, and rather not said. */
export const ELSEWHERE = 'ZZ';
export const UNTOLD = 'XX';

const isInEea = (place: string): boolean => EEA.some((country) => country === place);

/** Places outside the EEA that a law protects because somebody lives there, in the law's order. */
export const placesWithLaws = (law: Law = LAW): readonly string[] =>
  [...new Set(law.flatMap(({ residences }) => residences))].filter((place) => !isInEea(place));

/** What the page offers: the controller's own country first, a list for the rest of the EEA, then the places with laws of their own. */
export const placesOffered = (law: Law = LAW): readonly string[] => [
  'own',
  'eea',
  ...placesWithLaws(law),
  ELSEWHERE,
  UNTOLD,
];

/** Countries of the list, without the one that stands above it. */
export const otherCountries = (ownCountry: string): readonly string[] =>
  EEA.filter((country) => country !== ownCountry);

/** The button under which a residence is found again. */
export function placeOf(residence: string, ownCountry: string, law: Law = LAW): string {
  if (residence === ownCountry) return 'own';
  return placesOffered(law).find((place) => place === residence) ?? 'eea';
}
