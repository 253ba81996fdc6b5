import { CCPA } from './regimes/ccpa';
import { CH_FADP } from './regimes/ch-fadp';
import { CA_DELETE_ACT } from './regimes/delete-act';
import { GDPR } from './regimes/gdpr';
import { CA_SHINE_THE_LIGHT } from './regimes/shine-the-light';
import { UK_GDPR } from './regimes/uk-gdpr';
import type { Law } from './types';

/** Every law the product knows, in the order in which their rights are offered. */
export const LAW: Law = [GDPR, UK_GDPR, CH_FADP, CCPA, CA_SHINE_THE_LIGHT, CA_DELETE_ACT];
