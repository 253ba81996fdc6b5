import { addDays, localDate } from '../../calendar/local-date';
import { groundsLabelled, remediesLabelled } from '../labels';
import type { Regime } from '../types';

const THIRTY_FROM = localDate('2027-01-01');

const COMMON = {
  regime: 'CA_DELETE_ACT',
  inForceFrom: localDate('2026-08-01'),
  inForceTo: null,
  verified: 'ruleText',
  source: 'drop',
  reviewedOn: localDate('2026-11-22'),
} as const;

const CLOCK = {
  ...COMMON,
  kind: 'respond',
  rights: ['delete_drop'],
  channel: null,
  counting: 'Cal. Civ. Code 10',
  holidays: { within: 'NONE', otherwise: 'NONE' },
  roll: null,
  pauses: [],
  extension: null,
  earliest: null,
} as const;

/** Registered data brokers only: access to the platform, deletion and status, again and again within the same interval. */
export const CA_DELETE_ACT: Regime = {
  id: 'CA_DELETE_ACT',
  title: 'California Delete Act, Civil Code 1798.99.86 (DROP)',
  residences: ['US-CA'],
  establishments: [],
  rights: [
    {
      ...COMMON,
      id: 'DROP-86',
      right: 'delete_drop',
      refusable: true,
      citation: 'Cal. Civ. Code 1798.99.86',
      text: 'All matched data, inferences included, are deleted, and again at each access; what cannot be verified is opted out of sale and sharing.',
      effect: 'byAnswer',
      identity: 'never',
      fee: 'never',
      frequency: null,
      showProcessedFrom: null,
      openTo: null,
      lookback: null,
      unverified: null,
      outcomes: ['granted', 'noData', 'notIdentifiable'],
      checks: [
        { id: 'serviceProviders', citation: '1798.99.86(c)', text: 'Service providers are directed to delete too.' },
        {
          id: 'inferences',
          citation: '1798.99.86(c)',
          text: 'Inferences are deleted with the data they were drawn from.',
        },
        {
          id: 'again',
          citation: '1798.99.86(d)',
          text: 'New data of the same person are neither sold nor shared, and deleted again at each access.',
        },
      ],
      answerContains: [{ id: 'status', citation: '1798.99.86(d)', text: 'The status, reported to the platform.' }],
      grounds: ['DROP-86-unverified'],
      refusalContains: [
        {
          id: 'optedOut',
          citation: '1798.99.86(c)',
          text: 'That the data are no longer sold or shared instead, within the same interval.',
        },
      ],
      tell: ['serviceProviders'],
    },
  ],
  clocks: [
    {
      ...CLOCK,
      id: 'DROP-86-45',
      citation: 'Cal. Civ. Code 1798.99.86(c)-(d)',
      text: 'The platform is accessed at least every 45 days; deletion and status within 45 days of retrieval.',
      inForceTo: addDays(THIRTY_FROM, -1),
      period: { length: 45, unit: 'days' },
    },
    {
      ...CLOCK,
      id: 'DROP-86-30',
      citation: 'Cal. Civ. Code 1798.99.86(c)-(d), as amended by AB 883',
      text: 'The interval of 45 days becomes 30. Unconfirmed: the chaptered text of the amendment was not read; we plan to the earlier date.',
      inForceFrom: THIRTY_FROM,
      verified: 'knowledge',
      reviewedOn: localDate('2026-11-27'),
      period: { length: 30, unit: 'days' },
    },
  ],
  grounds: groundsLabelled([
    {
      ...COMMON,
      id: 'DROP-86-unverified',
      citation: 'Cal. Civ. Code 1798.99.86(c)',
      text: 'The request could not be verified against the data held: it is handled as an opt-out of sale and sharing.',
      rights: ['delete_drop'],
      reach: 'whole',
      identification: true,
      mustShow: ['Which identifiers were compared, and that sale and sharing were stopped.'],
      secondPerson: true,
    },
  ]),
  exemptions: [],
  remedies: remediesLabelled([
    {
      ...COMMON,
      id: 'DROP-82',
      citation: 'Cal. Civ. Code 1798.99.82(d)',
      text: 'A complaint to the California Privacy Protection Agency, which fines brokers USD 200 for each request and day.',
      to: 'authority',
      authority: 'US-CA',
      when: 'always',
    },
  ]),
  childRules: [],
  records: [],
  tellings: [],
  basisAct: null,
  identity: { citation: null, forbidden: [] },
  agents: null,
};
