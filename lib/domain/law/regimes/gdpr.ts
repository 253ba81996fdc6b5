import { EEA } from '../holidays/places';
import type { Regime } from '../types';
import { GDPR_CLOCKS } from './gdpr-clocks';

export const GDPR: Regime = {
  id: 'GDPR',
  title: 'General Data Protection Regulation, Regulation (EU) 2016/679',
  residences: EEA,
  establishments: EEA,
  rights: [],
  clocks: GDPR_CLOCKS,
  grounds: [],
  exemptions: [],
};
