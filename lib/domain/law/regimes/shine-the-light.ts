import { localDate } from '../../calendar/local-date';
import { groundsLabelled, remediesLabelled } from '../labels';
import type { Regime } from '../types';

const COMMON = {
  regime: 'CA_SHINE_THE_LIGHT',
  inForceFrom: localDate('2005-01-01'),
  inForceTo: null,
  verified: 'ruleText',
  source: 'civ1798_83',
  reviewedOn: localDate('2026-11-22'),
} as const;

const CLOCK = {
  ...COMMON,
  kind: 'respond',
  rights: ['shine_the_light'],
  citation: 'Cal. Civ. Code 1798.83(b)(1)',
  counting: 'Cal. Civ. Code 10',
  holidays: { within: 'NONE', otherwise: 'NONE' },
  roll: null,
  pauses: [],
  extension: null,
  earliest: null,
} as const;

const GROUND = {
  ...COMMON,
  rights: ['shine_the_light'],
  reach: 'whole',
  identification: false,
  secondPerson: true,
} as const;

/** California Civil Code 1798.83: who received a customer’s data for their own direct marketing in the preceding calendar year. */
export const CA_SHINE_THE_LIGHT: Regime = {
  id: 'CA_SHINE_THE_LIGHT',
  title: 'California Civil Code 1798.83 (Shine the Light)',
  residences: ['US-CA'],
  establishments: [],
  rights: [
    {
      ...COMMON,
      id: 'STL-83',
      right: 'shine_the_light',
      refusable: true,
      citation: 'Cal. Civ. Code 1798.83',
      text: 'The categories disclosed in the preceding calendar year to third parties for their direct marketing, and the names and addresses of all of them.',
      effect: 'byAnswer',
      asksFor: 'california',
      answersAbout: 'precedingCalendarYear',
      elsewhere: 'STL-other-address',
      identity: 'never',
      fee: 'never',
      frequency: { times: 1, per: 'calendarYear', ground: 'STL-once' },
      showProcessedFrom: null,
      // A customer with a relationship for personal, family or household purposes: 1798.83(e)(1).
      openTo: { relations: ['customer'], people: null, establishments: null },
      lookback: null,
      unverified: null,
      outcomes: ['granted', 'refused', 'noData'],
      checks: [
        {
          id: 'customer',
          citation: '1798.83(e)(1)',
          text: 'A Californian customer for personal, family or household purposes, up to 18 months after the last purchase.',
        },
        {
          id: 'directMarketing',
          citation: '1798.83(a)',
          text: 'What third parties received in the preceding calendar year and used, as we knew or should have known, for their own direct marketing.',
        },
        {
          id: 'exempt',
          citation: '1798.83(d)',
          text: 'Which disclosures are none: processing for us, upkeep of the account, joint offers, payment and the rest of the list.',
        },
        {
          id: 'groupCompanies',
          citation: '1798.83(e)(8)',
          text: 'A separate company of the same group is a third party too.',
        },
        {
          id: 'policy',
          citation: '1798.83(c)(2)',
          text: 'With a published opt-in or opt-out policy, the answer may name the right to prevent disclosure and a means free of cost.',
        },
      ],
      answerContains: [
        {
          id: 'categories',
          citation: '1798.83(a)(1)',
          text: 'The categories of the 27 of (e)(6)(A) that were disclosed.',
        },
        {
          id: 'thirdParties',
          citation: '1798.83(a)(2)',
          text: 'Names and addresses of all third parties, and examples of their products where the name does not tell their business.',
        },
      ],
      grounds: ['STL-once', 'STL-not-customer', 'STL-other-address', 'STL-small'],
      refusalContains: [
        {
          id: 'reason',
          citation: '1798.83(c)(1)',
          text: 'Which condition is not met, and how a request that meets it can be made.',
        },
      ],
      tell: [],
    },
  ],
  clocks: [
    {
      ...CLOCK,
      id: 'STL-83-b-1-designated',
      text: 'A request received at the designated address is answered within 30 days.',
      channel: 'designated',
      period: { length: 30, unit: 'days' },
    },
    {
      ...CLOCK,
      id: 'STL-83-b-1-elsewhere',
      text: 'A request received elsewhere is answered within a reasonable period, not over 150 days from the day it was received.',
      channel: 'other',
      period: { length: 150, unit: 'days' },
      reasonable: true,
    },
  ],
  grounds: groundsLabelled([
    {
      ...GROUND,
      id: 'STL-once',
      citation: 'Cal. Civ. Code 1798.83(c)(1)',
      text: 'The customer was already answered in this calendar year.',
      mustShow: ['The earlier answer and its date.'],
    },
    {
      ...GROUND,
      id: 'STL-not-customer',
      citation: 'Cal. Civ. Code 1798.83(e)(1), (e)(5)',
      text: 'Not a Californian customer with an established relationship for personal, family or household purposes.',
      mustShow: [
        'Which condition is missing: residence, customer, purpose, or 18 months since the relationship ended.',
      ],
    },
    {
      ...GROUND,
      id: 'STL-other-address',
      citation: 'Cal. Civ. Code 1798.83(b)(1)(B)',
      text: 'The home page link "Your California Privacy Rights" states the rights and the designated address, and the request was sent elsewhere.',
      mustShow: ['The page as it stood that day, and where the request arrived.'],
    },
    {
      ...GROUND,
      id: 'STL-small',
      citation: 'Cal. Civ. Code 1798.83(c)(1)',
      text: 'The business has fewer than 20 full- or part-time employees.',
      mustShow: ['The number of employees.'],
    },
  ]),
  exemptions: [],
  remedies: remediesLabelled([
    {
      ...COMMON,
      id: 'STL-84',
      citation: 'Cal. Civ. Code 1798.84',
      text: 'A civil action: damages, up to USD 500 for a violation, up to USD 3,000 if wilful, intentional or reckless. A full answer within 90 days of learning of the failure is a defence unless it was wilful, intentional or reckless.',
      to: 'court',
      authority: null,
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
