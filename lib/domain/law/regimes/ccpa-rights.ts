import { localDate } from '../../calendar/local-date';
import type { Lookback, RightRule } from '../types';
import { CCPA_GROUNDS } from './ccpa-grounds';
import {
  CATEGORIES,
  FRAUD,
  HOUSEHOLD,
  LEAST_DATA,
  LOOKBACK,
  need,
  NOT_ASKED_AGAIN,
  REASONABLE,
  REASONABLY_HIGH,
  REFUSAL,
} from './ccpa-requirements';

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
  openTo: null,
  lookback: null,
  unverified: null,
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

const groundsOf = (right: RightRule['right']): readonly string[] =>
  CCPA_GROUNDS.filter((ground) => (ground.rights as readonly string[]).includes(right)).map((ground) => ground.id);

/** Data collected before that day are owed to nobody, however long they are kept. */
const BACK_TO_2022: Lookback = {
  months: 12,
  earliestOn: localDate('2022-01-01'),
  citation: 'Cal. Civ. Code 1798.130(a)(2)(B)',
};

export const CCPA_RIGHTS: readonly RightRule[] = [
  {
    ...REFUSABLE,
    id: 'CCPA-110-categories',
    right: 'know_categories',
    citation: 'Cal. Civ. Code 1798.110, 1798.115',
    text: 'The categories of data, sources, purposes and third parties.',
    identity: 'reasonable',
    frequency: TWICE,
    lookback: BACK_TO_2022,
    unverified: { treatedAs: null, policy: true, citation: '11 CCR 7024(b)' },
    checks: [LOOKBACK, REASONABLE, HOUSEHOLD],
    answerContains: CATEGORIES,
    grounds: groundsOf('know_categories'),
    refusalContains: [
      ...REFUSAL,
      need(
        'policy',
        '11 CCR 7024(b)',
        'Where identity could not be verified: the general practices in the privacy policy.',
      ),
    ],
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
    lookback: BACK_TO_2022,
    unverified: { treatedAs: 'know_categories', policy: true, citation: '11 CCR 7024(a), (b)' },
    checks: [
      LOOKBACK,
      REASONABLY_HIGH,
      need('neverSent', '11 CCR 7024(d)', 'Numbers and secrets that must never be sent are replaced by their type.'),
      need(
        'delivery',
        'Cal. Civ. Code 1798.130(a)(2)(A)',
        'Through the account if there is one, else by mail or electronically as the person chooses; no account is asked for.',
      ),
      HOUSEHOLD,
    ],
    answerContains: [
      ...CATEGORIES,
      need(
        'pieces',
        'Cal. Civ. Code 1798.130(a)(3)(B)',
        'The pieces, in a structured, commonly used, machine-readable format where feasible.',
      ),
    ],
    grounds: groundsOf('know_specific'),
    refusalContains: [
      ...REFUSAL,
      need(
        'asCategories',
        '11 CCR 7024(a)',
        'Where identity could not be verified: that it is handled as a request for categories.',
      ),
      need(
        'policy',
        '11 CCR 7024(b)',
        'Where that could not be verified either: the general practices in the privacy policy.',
      ),
    ],
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
      need(
        'degree',
        '11 CCR 7060, 7062',
        'A reasonably high degree of certainty where the data are sensitive or the harm is great.',
      ),
      need('backups', '11 CCR 7022(d)', 'Backups may wait until they are restored or next used.'),
      HOUSEHOLD,
    ],
    answerContains: [
      need('complied', '11 CCR 7022(e)', 'Whether the request was complied with, and that a record of it is kept.'),
    ],
    grounds: groundsOf('delete'),
    refusalContains: [
      ...REFUSAL,
      need(
        'basis',
        '11 CCR 7022(f)',
        'The basis in detail; the rest is deleted, and what is kept serves nothing else.',
      ),
      need(
        'offerOptOut',
        '11 CCR 7022(g)',
        'Where data are sold or shared and the person has not opted out: the offer to do so.',
      ),
    ],
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
      need(
        'totality',
        '11 CCR 7023(b)',
        'The totality of the circumstances; the consumer’s word may suffice where the business is not the source.',
      ),
      need('documents', '11 CCR 7023(d)', 'Documents sent for it serve this alone.'),
      need(
        'staysCorrected',
        '11 CCR 7023(c)',
        'It stays corrected, also when data are refreshed and at service providers.',
      ),
      need('mayDelete', '11 CCR 7023(g)', 'Deleting instead is lawful where it does no harm or the consumer agrees.'),
      HOUSEHOLD,
    ],
    answerContains: [
      need('corrected', '11 CCR 7023', 'What was corrected, in which systems and at which service providers.'),
      need('source', '11 CCR 7023', 'The name of the source of the wrong data, or that the source was told.'),
    ],
    grounds: groundsOf('correct'),
    refusalContains: [
      ...REFUSAL,
      need('healthStatement', '11 CCR 7023(f)', 'For health data: that a statement of up to 250 words can be added.'),
    ],
    tell: ['serviceProviders', 'sourceOfData'],
  },
  {
    ...OPT_OUT,
    id: 'CCPA-120',
    right: 'opt_out_sale_sharing',
    citation: 'Cal. Civ. Code 1798.120',
    text: 'Sale and sharing of the consumer’s data stop.',
    checks: [
      FRAUD,
      need('everywhere', '11 CCR 7026(f)', 'Third parties who got data after the request are told to stop too.'),
      need('agent', 'Cal. Civ. Code 1798.135(e)', 'An agent shows a signed permission, nothing more.'),
      LEAST_DATA,
      NOT_ASKED_AGAIN,
    ],
    answerContains: [
      need('confirmed', '11 CCR 7025(c), 7026(g)', 'That the request was processed is shown (since 1 January 2026).'),
    ],
    tell: ['thirdPartiesSoldTo'],
  },
  {
    ...OPT_OUT,
    id: 'CCPA-121',
    right: 'limit_sensitive',
    citation: 'Cal. Civ. Code 1798.121',
    text: 'Sensitive data are used only for the purposes of 11 CCR 7027(m).',
    checks: [
      FRAUD,
      need('purposes', '11 CCR 7027(m)', 'Which uses are outside the list: they stop.'),
      LEAST_DATA,
      NOT_ASKED_AGAIN,
    ],
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
    checks: [
      need('decisions', '11 CCR 7222', 'Which significant decisions were made with the technology.'),
      REASONABLY_HIGH,
    ],
    answerContains: [
      need('purpose', '11 CCR 7222(b)', 'The specific purpose.'),
      need('logic', '11 CCR 7222(b)', 'Logic and parameters, and the output for this consumer.'),
      need('outcome', '11 CCR 7222(b)', 'The outcome, whether the output was the sole factor, and the human’s part.'),
      need('reuse', '11 CCR 7222(b)', 'What the output is planned to be used for again.'),
      need(
        'aggregate',
        '11 CCR 7222(j)',
        'Where it was used more than four times in 12 months: an answer in sums is enough.',
      ),
      need('noRetaliation', '11 CCR 7222(k)', 'That no one may retaliate, with links to the section on rights.'),
    ],
    grounds: groundsOf('access_admt'),
    refusalContains: REFUSAL,
    tell: [],
  },
  {
    ...REFUSABLE,
    id: 'CCPA-7221-b-appeal',
    right: 'appeal_admt',
    citation: '11 CCR 7221(b)',
    text: 'Where the business relies on the exception of an appeal: a person with authority decides again on a significant decision made with the technology.',
    inForceFrom: ADMT_FROM,
    verified: 'secondary',
    source: 'ccr',
    reviewedOn: localDate('2026-11-27'),
    identity: 'reasonable',
    outcomes: ['granted', 'refused', 'noData'],
    checks: [
      need('reviewer', '11 CCR 7221(b)', 'A person who knows the decision and has the authority to change it.'),
      need(
        'ownView',
        '11 CCR 7221(b)',
        'The consumer can give information in support of the appeal, and it is weighed.',
      ),
      REASONABLE,
    ],
    answerContains: [need('review', '11 CCR 7221(b)', 'Who decided again, what they decided, and why.')],
    grounds: groundsOf('appeal_admt'),
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
    checks: [
      need('beforeStart', '11 CCR 7221(n)', 'Where it has not begun for this person it does not begin.'),
      need('downstream', '11 CCR 7221(n)', 'Everyone who uses the technology for us is told within the same limit.'),
      need('twelveMonths', '11 CCR 7221', 'For 12 months nobody asks the person to change their mind.'),
    ],
    answerContains: [need('confirmed', '11 CCR 7221', 'That the request was processed.')],
    grounds: groundsOf('opt_out_admt'),
    refusalContains: REFUSAL,
    tell: ['serviceProviders'],
  },
  {
    ...REFUSABLE,
    id: 'CCPA-7028',
    right: 'opt_in_sale_sharing',
    citation: '11 CCR 7028; Cal. Civ. Code 1798.120(c)',
    text: 'After an opt-out the consumer can allow sale and sharing again, in two steps; under 16 nothing is sold or shared before such a permission.',
    verified: 'secondary',
    source: 'ccr',
    identity: 'never',
    fee: 'never',
    outcomes: ['granted', 'refused', 'noData'],
    // Under 13 the parent decides, from 13 on the person alone: 1798.120(c). An agent may opt out (1798.135(e)); no rule lets one opt in.
    openTo: {
      relations: null,
      people: [
        { capacity: 'guardian', ageBands: ['under13'] },
        { capacity: 'self', ageBands: ['13to15', '16to17', 'adult'] },
      ],
      establishments: null,
    },
    checks: [
      need(
        'twoSteps',
        '11 CCR 7028(a)',
        'Two steps: the request, then a confirmation apart from it. Nothing is sold or shared between them.',
      ),
      need('ownWish', 'Cal. Civ. Code 1798.135(c)(4)', 'That we did not ask for it within 12 months of the opt-out.'),
      need(
        'child',
        'Cal. Civ. Code 1798.120(c); 11 CCR 7070, 7071',
        'Under 13 a parent, shown to be one; from 13 to 15 the child.',
      ),
      need(
        'sells',
        'Cal. Civ. Code 1798.120(a)',
        'Whether anything is sold or shared at all: if not, nothing is there to allow.',
      ),
    ],
    answerContains: [
      need(
        'takeBack',
        '11 CCR 7028, 7071(b)',
        'What was allowed since when, and that it can be taken back at any time.',
      ),
    ],
    grounds: groundsOf('opt_in_sale_sharing'),
    refusalContains: REFUSAL,
    tell: [],
  },
];
