import type { LocalDate } from '../calendar/local-date';
import { LAW } from './law';
import { inForce } from './rights';
import type { Law } from './types';

/** The citation that on that day forbids asking for this at a controller of that country, or null. */
export const identityMeansForbidden = (means: string, country: string, on: LocalDate, law: Law = LAW): string | null =>
  law
    .flatMap(({ identity }) => inForce(identity.forbidden, on))
    .find((rule) => rule.country === country && rule.means === means)?.citation ?? null;
