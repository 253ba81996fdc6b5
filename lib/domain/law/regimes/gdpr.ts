import { EEA } from '../../calendar/holidays/places';
import type { Regime } from '../types';
import { GDPR_CLOCKS } from './gdpr-clocks';
import { GDPR_FORBIDDEN_MEANS } from './gdpr-identity';
import { GDPR_EXEMPTIONS, GDPR_GROUNDS } from './gdpr-grounds';
import { GDPR_CHILD_RULES, GDPR_REMEDIES } from './gdpr-remedies';
import { GDPR_RIGHTS } from './gdpr-rights';
import { GDPR_TELLINGS } from './gdpr-tellings';

/** Art. 3(1) and (2): everyone, where the controller is established in the EEA; people in the EEA, whoever offers them goods or services. */
export const GDPR: Regime = {
  id: 'GDPR',
  title: 'General Data Protection Regulation, Regulation (EU) 2016/679',
  residences: EEA,
  establishments: EEA,
  rights: GDPR_RIGHTS,
  clocks: GDPR_CLOCKS,
  grounds: GDPR_GROUNDS,
  exemptions: GDPR_EXEMPTIONS,
  remedies: GDPR_REMEDIES,
  childRules: GDPR_CHILD_RULES,
  records: [],
  tellings: GDPR_TELLINGS,
  basisAct: 'GDPR',
  identity: { citation: 'Art. 12(6) GDPR', forbidden: GDPR_FORBIDDEN_MEANS },
  agents: null,
};
