import { addDays } from '../../calendar/local-date';
import { remediesLabelled } from '../labels';
import type { ChildRule, Exemption, Ground, Regime, Remedy, Requirement, RightRule, TellingRule } from '../types';
import { GDPR_EXEMPTIONS, GDPR_GROUNDS } from './gdpr-grounds';
import { GDPR_RIGHTS } from './gdpr-rights';
import { GDPR_TELLINGS } from './gdpr-tellings';
import { UK_CLOCKS } from './uk-clocks';
import { COMPLAINTS, LEFT_THE_EU, NEW_ARTICLE_12A, READ_AGAIN, REVIEWED } from './uk-dates';
import { ARTICLES_22A_TO_22D, UK_DECISION_GROUNDS } from './uk-decisions';

const ukText = (text: string): string => text.replaceAll(/(?<!UK )GDPR/g, 'UK GDPR');
const ukId = (id: string): string => id.replace(/^GDPR/, 'UK');
const isShared = ({ id, source }: { id: string; source: string }): boolean =>
  id.startsWith('GDPR') && source === 'gdpr';

/** The articles are the same; that the United Kingdom's text was not read again shows in the tag. The words for the requester stay those of the GDPR. */
const COMMON = {
  regime: 'UK_GDPR',
  inForceFrom: LEFT_THE_EU,
  verified: 'knowledge',
  source: 'ukGdpr',
  reviewedOn: REVIEWED,
} as const;

/** What the Act of 2025, or the United Kingdom's own Act of 2018, says otherwise than the article that it stands beside. */
const OWN_GROUNDS: Readonly<Record<string, Partial<Ground>>> = {
  'UK-12-6': {
    citation: 'Art. 12(2) and 12(6) UK GDPR',
    text: 'Reasonable doubts about who is asking were stated, the least needed was asked for, and the doubts remain. Until then dealing with the request may wait (paragraph (6)(b), since 5 February 2026).',
    reviewedOn: READ_AGAIN,
  },
  'UK-22-1': { inForceTo: addDays(NEW_ARTICLE_12A, -1) },
  'UK-22-2': { inForceTo: addDays(NEW_ARTICLE_12A, -1) },
};

const OWN_EXEMPTIONS: Readonly<Record<string, Partial<Exemption>>> = {
  'UK-15-4': {
    citation: 'Art. 15(4) UK GDPR; DPA 2018 Sch. 2 paras. 16, 17',
    text: 'Another person would be identified who has not agreed, and it is not reasonable to disclose it without their agreement; health, social and education workers acting as such excepted.',
    mustShow: [
      'Whose data, whether they were asked, and why it is not reasonable without their agreement: paragraph 16(3) names what counts.',
    ],
    reviewedOn: READ_AGAIN,
  },
};

const groundFromEu = (ground: Ground): Ground => {
  const id = ukId(ground.id);
  return { ...ground, ...COMMON, id, citation: ukText(ground.citation), ...OWN_GROUNDS[id] };
};
const exemptionFromEu = (rule: Exemption): Exemption => {
  const id = ukId(rule.id);
  return { ...rule, ...COMMON, id, citation: ukText(rule.citation), ...OWN_EXEMPTIONS[id] };
};
const tellingFromEu = (rule: TellingRule): TellingRule => ({
  ...rule,
  ...COMMON,
  id: ukId(rule.id),
  citation: ukText(rule.citation),
  reviewedOn: READ_AGAIN,
});
const requirementsFromEu = (needs: readonly Requirement[]): readonly Requirement[] =>
  needs.map((need) => ({ ...need, citation: ukText(need.citation) }));

const UK_GROUNDS: readonly Ground[] = [...GDPR_GROUNDS.filter(isShared).map(groundFromEu), ...UK_DECISION_GROUNDS];

/** The complaint to the controller of DPA 2018 s. 164A: told with every refusal, and with every answer to a request for access. */
const complaintToController = (citation: string): Requirement => ({
  id: 'complaintToController',
  citation,
  text: 'The right to complain to the controller, electronically too, acknowledged within 30 days.',
  inForceFrom: COMPLAINTS,
});

const AFTER_ARTICLE_77: Requirement = {
  id: 'commissioner',
  citation: 'Art. 12(4) UK GDPR; DPA 2018 s. 165',
  text: 'The right to complain to the Information Commissioner, by name and address.',
  inForceFrom: COMPLAINTS,
};

/** Art. 77 was omitted on the day of the complaint to the controller: the Commissioner is told by s. 165 from then on. */
const refusalFromEu = (needs: readonly Requirement[]): readonly Requirement[] => [
  ...requirementsFromEu(needs).map((need) =>
    need.id === 'authority' ? { ...need, inForceTo: addDays(COMPLAINTS, -1) } : need,
  ),
  AFTER_ARTICLE_77,
  complaintToController('Art. 12(4) UK GDPR; DPA 2018 s. 164A'),
];

const UNTIL_CONFIRMED: Requirement = {
  id: 'mayWait',
  citation: 'Art. 12(6)(b) UK GDPR',
  text: 'On a doubt that is written down, dealing with the request may wait until identity is confirmed.',
  inForceFrom: NEW_ARTICLE_12A,
};

function rightFromEu(rule: RightRule): RightRule {
  const common = {
    ...COMMON,
    id: ukId(rule.id),
    citation: ukText(rule.citation),
    checks: [...requirementsFromEu(rule.checks), ...(rule.identity === 'onDoubt' ? [UNTIL_CONFIRMED] : [])],
    answerContains: requirementsFromEu(rule.answerContains),
  };
  if (!rule.refusable) return { ...rule, ...common };
  const grounds = UK_GROUNDS.filter((ground) => ground.rights.includes(rule.right)).map((ground) => ground.id);
  return { ...rule, ...common, grounds, refusalContains: refusalFromEu(rule.refusalContains) };
}

/** The Act of 2025 put Arts. 22A to 22D in the place of Art. 22 on the day of its new Art. 12A. */
const withNewArticle22 = (rule: RightRule): readonly RightRule[] =>
  rule.right === 'automated_decision' && rule.refusable
    ? [
        { ...rule, inForceTo: addDays(NEW_ARTICLE_12A, -1) },
        { ...rule, ...ARTICLES_22A_TO_22D },
      ]
    : [rule];

/** The Act of 2025 wrote down what the courts had said of searches. */
const SEARCH: Requirement = {
  id: 'search',
  citation: 'Art. 15(1A) UK GDPR',
  text: 'A reasonable and proportionate search: what was searched, and why no further, is on file.',
};

const withOwnAccess = (rule: RightRule): RightRule =>
  rule.right === 'access'
    ? {
        ...rule,
        checks: [...rule.checks, SEARCH],
        answerContains: [...rule.answerContains, complaintToController('Art. 15(1)(ea) UK GDPR')],
        reviewedOn: READ_AGAIN,
      }
    : rule;

const REMEDY = { ...COMMON, inForceTo: null, authority: null, when: 'always' } as const;

const REMEDIES: readonly Remedy[] = remediesLabelled([
  {
    ...REMEDY,
    id: 'UK-164A',
    citation: 'DPA 2018 s. 164A',
    text: 'A complaint to the controller itself, electronically too; it acknowledges within 30 days and answers without undue delay.',
    inForceFrom: COMPLAINTS,
    verified: 'secondary',
    source: 'dpa2018',
    to: 'controller',
  },
  {
    ...REMEDY,
    id: 'UK-77',
    citation: 'Art. 77 UK GDPR; DPA 2018 s. 165',
    text: 'A complaint to the Information Commissioner, free of charge.',
    inForceTo: addDays(COMPLAINTS, -1),
    to: 'authority',
    authority: 'GB',
  },
  {
    ...REMEDY,
    id: 'UK-165',
    citation: 'DPA 2018 s. 165',
    text: 'A complaint to the Information Commissioner, free of charge. Art. 77 UK GDPR was omitted on 19 June 2026.',
    inForceFrom: COMPLAINTS,
    verified: 'secondary',
    source: 'dpa2018',
    reviewedOn: READ_AGAIN,
    to: 'authority',
    authority: 'GB',
  },
  {
    ...REMEDY,
    id: 'UK-79',
    citation: 'Art. 79 UK GDPR; DPA 2018 s. 167',
    text: 'A compliance order of a court against the controller.',
    to: 'court',
  },
]);

const CHILD_RULES: readonly ChildRule[] = [
  {
    ...COMMON,
    id: 'UK-9',
    inForceTo: null,
    citation: 'DPA 2018 s. 9',
    text: 'From 13 a child consents alone to online services. In Scotland a child of 12 is presumed to understand enough to use the rights alone (s. 208).',
    source: 'dpa2018',
    place: 'GB',
    age: 13,
  },
];

export const UK_GDPR: Regime = {
  id: 'UK_GDPR',
  title: 'UK GDPR and Data Protection Act 2018, as amended by the Data (Use and Access) Act 2025',
  residences: ['GB'],
  establishments: ['GB'],
  rights: GDPR_RIGHTS.filter(isShared).map(rightFromEu).map(withOwnAccess).flatMap(withNewArticle22),
  clocks: UK_CLOCKS,
  grounds: UK_GROUNDS,
  exemptions: GDPR_EXEMPTIONS.filter(isShared).map(exemptionFromEu),
  remedies: REMEDIES,
  childRules: CHILD_RULES,
  records: [],
  tellings: GDPR_TELLINGS.map(tellingFromEu),
  basisAct: 'UK GDPR',
  identity: { citation: 'Art. 12(6) UK GDPR', forbidden: [] },
  agents: null,
};
