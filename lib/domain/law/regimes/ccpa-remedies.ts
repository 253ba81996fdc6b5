import { localDate } from '../../calendar/local-date';
import { remediesLabelled } from '../labels';
import type { ChildRule, Remedy } from '../types';

const COMMON = {
  regime: 'CCPA',
  inForceFrom: localDate('2023-01-01'),
  inForceTo: null,
  source: 'civ',
  reviewedOn: localDate('2026-11-22'),
} as const;

/** No court among them: the private right of action of 1798.150 is about breaches of security, not about an answer. */
export const CCPA_REMEDIES: readonly Remedy[] = remediesLabelled([
  {
    ...COMMON,
    id: 'CCPA-199-45',
    citation: 'Cal. Civ. Code 1798.199.45',
    text: 'A sworn complaint to the California Privacy Protection Agency, which can investigate and fine.',
    verified: 'knowledge',
    to: 'authority',
    authority: 'US-CA',
    when: 'always',
  },
  {
    ...COMMON,
    id: 'CCPA-199-90',
    citation: 'Cal. Civ. Code 1798.199.90',
    text: 'A report to the Attorney General of California, who can bring a civil action.',
    verified: 'knowledge',
    to: 'authority',
    authority: 'US-CA-AG',
    when: 'always',
  },
  {
    ...COMMON,
    id: 'CCPA-145-h-2',
    citation: 'Cal. Civ. Code 1798.145(h)(2)',
    text: 'After a denial: an appeal to the business, as far as it offers one. The desk takes it as a message.',
    verified: 'ruleText',
    to: 'controller',
    authority: null,
    when: 'afterRefusal',
  },
]);

const CHILD = { ...COMMON, place: 'US-CA' } as const;

export const CCPA_CHILD_RULES: readonly ChildRule[] = [
  {
    ...CHILD,
    id: 'CCPA-120-c',
    citation: 'Cal. Civ. Code 1798.120(c)',
    text: 'Under 16 nothing is sold or shared without opting in: a parent does it for a child under 13, the child alone from 13 to 15. Closing one’s eyes to the age counts as knowing it.',
    verified: 'ruleText',
    age: 13,
  },
  {
    ...CHILD,
    id: 'CCPA-135-c-5',
    citation: 'Cal. Civ. Code 1798.135(c)(5)',
    text: 'After a child has not opted in, nobody asks again for 12 months, or until the child is 16.',
    verified: 'ruleText',
    age: 16,
  },
  {
    ...CHILD,
    id: 'CCPA-7070-a',
    citation: '11 CCR 7070(a)',
    text: 'A parent’s opt-in, besides consent under COPPA: a form signed under penalty of perjury, a payment card, a toll-free call, a video call, in person, or a government document that is deleted promptly.',
    verified: 'secondary',
    source: 'ccr',
    age: 13,
  },
  {
    ...CHILD,
    id: 'CCPA-7070-c',
    citation: '11 CCR 7070(c)',
    text: 'For a request to know, delete or correct: that the person is the parent or guardian of the child under 13.',
    verified: 'knowledge',
    source: 'ccr',
    age: 13,
  },
  {
    ...CHILD,
    id: 'CCPA-7071',
    citation: '11 CCR 7071',
    text: 'From 13 to 15 the opt-in takes two steps, and the child is told that it can be taken back at any time.',
    verified: 'knowledge',
    source: 'ccr',
    age: 13,
  },
];
