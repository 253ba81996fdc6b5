import { localDate } from '../../clock/local-date';
import type { Requirement, RightRule } from '../types';
import { CCPA_GROUNDS } from './ccpa-grounds';

const COMMON = {
  regime: 'CCPA',
  inForceFrom: localDate('2023-01-01'),
  inForceTo: null,
  verified: 'ruleText',
  source: 'civ',
  reviewedOn: localDate('2026-11-22'),
  effect: 'byAnswer',
  fee: 'unfoundedOrExcessive',
  frequency: null,
  showProcessedFrom: null,
} as const;

const ADMT_FROM = localDate('2027-01-01');
const REFUSABLE = { ...COMMON, refusable: true, outcomes: ['granted', 'partlyGranted', 'refused', 'noData'] } as const;
const OPT_OUT = {
  ...COMMON,
  refusable: false,
  effect: 'withoutDelay',
  identity: 'never',
  fee: 'never',
  outcomes: ['granted', 'noData', 'notFromThem'],
  showProcessedFrom: localDate('2026-01-01'),
} as const;
const TWICE = { times: 2, per: 'twelveMonths', ground: 'CCPA-twice' } as const;

const need = (id: string, citation: string, text: string): Requirement => ({ id, citation, text });

const groundsOf = (right: RightRule['right']): readonly string[] =>
  CCPA_GROUNDS.filter((ground) => (ground.rights as readonly string[]).includes(right)).map((ground) => ground.id);

const REFUSAL: readonly Requirement[] = [
  need('reasons', 'Cal. Civ. Code 1798.145(h)(2)', 'The reasons for taking no action, without delay and within the time to answer.'),
  need('rest', '11 CCR 7024', 'The rest, where only part is denied.'),
  need('appeal', 'Cal. Civ. Code 1798.145(h)(2)', 'Any right to appeal to the business.'),
];

const FRAUD = need(
  'fraud',
  '11 CCR 7026(e), 7027(f)',
  'A good-faith, reasonable and documented belief of fraud: then it is not this consumer’s request, and whoever sent it is told why.',
);

const CATEGORIES: readonly Requirement[] = [
  need('collected', 'Cal. Civ. Code 1798.110(c)(1)', 'The categories of data collected.'),
  need('sources', 'Cal. Civ. Code 1798.110(c)(2)', 'The categories of sources.'),
  need('purposes', 'Cal. Civ. Code 1798.110(c)(3)', 'The purposes of collecting, selling or sharing.'),
  need('sold', 'Cal. Civ. Code 1798.115, 1798.130(a)(4)', 'Sold or shared: the categories, for each category of third party.'),
  need('disclosed', 'Cal. Civ. Code 1798.115, 1798.130(a)(4)', 'Disclosed for a business purpose: a list of its own, for each category of third party.'),
];

const LOOKBACK = need(
  'lookback',
  'Cal. Civ. Code 1798.130(a)(2)(B)',
  'The 12 months before receipt; data since 1 January 2022 as far as the consumer asks, unless impossible or disproportionate.',
);

export const CCPA_RIGHTS: readonly RightRule[] = [
  {
    ...REFUSABLE,
    id: 'CCPA-110-categories',
    right: 'know_categories',
    citation: 'Cal. Civ. Code 1798.110, 1798.115',
    text: 'The categories of data, sources, purposes and third parties.',
    identity: 'reasonable',
    frequency: TWICE,
    checks: [LOOKBACK],
    answerContains: CATEGORIES,
    grounds: groundsOf('know_categories'),
    refusalContains: [...REFUSAL, need('policy', '11 CCR 7024', 'Where identity could not be verified: the general practices in the privacy policy.')],
    tell: [],
  },
  {
    ...REFUSABLE,
    id: 'CCPA-110-specific',
    right: 'know_specific',
    citation: 'Cal. Civ. Code 1798.110, 1798.130',
    text: 'The specific pieces of data, portable and, where technically feasible, machine-readable.',
    identity: 'reasonablyHigh',
    frequency: TWICE,
    checks: [LOOKBACK, need('neverSent', '11 CCR 7024(d)', 'Numbers and secrets that must never be sent are replaced by their type.')],
    answerContains: [...CATEGORIES, need('pieces', 'Cal. Civ. Code 1798.130(a)(3)(B)', 'The pieces, in a structured, commonly used, machine-readable format where feasible.')],
    grounds: groundsOf('know_specific'),
    refusalContains: REFUSAL,
    tell: [],
  },
  {
    ...REFUSABLE,
    id: 'CCPA-105',
    right: 'delete',
    citation: 'Cal. Civ. Code 1798.105',
    text: 'Data collected from the consumer are erased, deidentified or aggregated.',
    identity: 'reasonable',
    checks: [
      need('collectedFrom', 'Cal. Civ. Code 1798.105(a)', 'Data bought or inferred elsewhere are outside the right.'),
      need('degree', '11 CCR 7060, 7062', 'A reasonably high degree of certainty where the data are sensitive or the harm is great.'),
      need('backups', '11 CCR 7022(d)', 'Backups may wait until they are restored or next used.'),
    ],
    answerContains: [
      need('complied', '11 CCR 7022(e)', 'Whether the request was complied with, and that a record of it is kept.'),
      need('offerOptOut', '11 CCR 7022(g)', 'On denial, where data are sold or shared: the offer to opt out.'),
    ],
    grounds: groundsOf('delete'),
    refusalContains: [...REFUSAL, need('basis', '11 CCR 7022(f)', 'The basis in detail; the rest is deleted, and what is kept serves nothing else.')],
    tell: ['serviceProviders', 'thirdPartiesSoldTo'],
  },
  {
    ...REFUSABLE,
    id: 'CCPA-106',
    right: 'correct',
    citation: 'Cal. Civ. Code 1798.106',
    text: 'Inaccurate data are corrected with commercially reasonable efforts, and stay corrected.',
    identity: 'reasonable',
    checks: [
      need('notWithContested', '11 CCR 7060', 'Identity is never verified with the data that are contested.'),
      need('totality', '11 CCR 7023(b)', 'The totality of the circumstances; the consumer’s word may suffice where the business is not the source.'),
    ],
    answerContains: [
      need('corrected', '11 CCR 7023', 'What was corrected, in which systems and at which service providers.'),
      need('source', '11 CCR 7023', 'The name of the source of the wrong data, or that the source was told.'),
    ],
    grounds: groundsOf('correct'),
    refusalContains: [...REFUSAL, need('healthStatement', '11 CCR 7023(f)', 'For health data: that a statement of up to 250 words can be added.')],
    tell: ['serviceProviders', 'sourceOfData'],
  },
  {
    ...OPT_OUT,
    id: 'CCPA-120',
    right: 'opt_out_sale_sharing',
    citation: 'Cal. Civ. Code 1798.120',
    text: 'Sale and sharing of the consumer’s data stop.',
    checks: [FRAUD, need('everywhere', '11 CCR 7026(f)', 'Third parties who got data after the request are told to stop too.')],
    answerContains: [need('confirmed', '11 CCR 7025(c), 7026(g)', 'That the request was processed is shown (since 1 January 2026).')],
    tell: ['thirdPartiesSoldTo'],
  },
  {
    ...OPT_OUT,
    id: 'CCPA-121',
    right: 'limit_sensitive',
    citation: 'Cal. Civ. Code 1798.121',
    text: 'Sensitive data are used only for the purposes of 11 CCR 7027(m).',
    checks: [FRAUD, need('purposes', '11 CCR 7027(m)', 'Which uses are outside the list: they stop.')],
    answerContains: [need('confirmed', '11 CCR 7027(g)', 'That the use was limited.')],
    tell: ['serviceProviders', 'thirdPartiesSoldTo'],
  },
  {
    ...REFUSABLE,
    id: 'CCPA-7222',
    right: 'access_admt',
    citation: '11 CCR 7222',
    text: 'How automated decisionmaking technology was used for a significant decision about the consumer.',
    inForceFrom: ADMT_FROM,
    verified: 'secondary',
    source: 'ccr',
    identity: 'reasonablyHigh',
    checks: [need('decisions', '11 CCR 7222', 'Which significant decisions were made with the technology.')],
    answerContains: [
      need('purpose', '11 CCR 7222(b)', 'The specific purpose.'),
      need('logic', '11 CCR 7222(b)', 'Logic and parameters, and the output for this consumer.'),
      need('outcome', '11 CCR 7222(b)', 'The outcome, whether the output was the sole factor, and the human’s part.'),
      need('noRetaliation', '11 CCR 7222(b)', 'That no one may retaliate, with links to the section on rights.'),
    ],
    grounds: groundsOf('access_admt'),
    refusalContains: REFUSAL,
    tell: [],
  },
  {
    ...REFUSABLE,
    id: 'CCPA-7221',
    right: 'opt_out_admt',
    citation: '11 CCR 7221',
    text: 'Automated decisionmaking technology is not used for significant decisions about the consumer.',
    inForceFrom: ADMT_FROM,
    verified: 'secondary',
    source: 'ccr',
    effect: 'withoutDelay',
    identity: 'never',
    fee: 'never',
    showProcessedFrom: ADMT_FROM,
    checks: [need('downstream', '11 CCR 7221(n)', 'Everyone who uses the technology for us is told within the same limit.')],
    answerContains: [need('confirmed', '11 CCR 7221', 'That the request was processed.')],
    grounds: groundsOf('opt_out_admt'),
    refusalContains: REFUSAL,
    tell: ['serviceProviders'],
  },
];
