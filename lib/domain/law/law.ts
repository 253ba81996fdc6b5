import { GDPR } from './regimes/gdpr';
import type { Law } from './types';

/** Every law the product knows. */
export const LAW: Law = [GDPR];
