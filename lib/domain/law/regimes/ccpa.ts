import type { Regime } from '../types';
import { CCPA_CLOCKS } from './ccpa-clocks';
import { CCPA_EXEMPTIONS, CCPA_GROUNDS } from './ccpa-grounds';
import { CCPA_CHILD_RULES, CCPA_REMEDIES } from './ccpa-remedies';
import { CCPA_RECORDS } from './ccpa-records';
import { CCPA_RIGHTS } from './ccpa-rights';

/** A consumer is a resident of California (1798.140(i)), wherever the business is. */
export const CCPA: Regime = {
  id: 'CCPA',
  title: 'California Consumer Privacy Act as amended by the CPRA, with the regulations of 2026',
  residences: ['US-CA'],
  establishments: [],
  rights: CCPA_RIGHTS,
  clocks: CCPA_CLOCKS,
  grounds: CCPA_GROUNDS,
  exemptions: CCPA_EXEMPTIONS,
  remedies: CCPA_REMEDIES,
  childRules: CCPA_CHILD_RULES,
  records: CCPA_RECORDS,
  tellings: [],
  basisAct: null,
  identity: { citation: '11 CCR 7060 to 7062', forbidden: [] },
  agents: '11 CCR 7063',
};
