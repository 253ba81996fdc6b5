import { addDays, localDate } from '../../clock/local-date';
import { remediesLabelled } from '../labels';
import type { ChildRule, ClockRule, Exemption, Ground, PauseRule, Regime, Remedy, Requirement, RightId, RightRule } from '../types';
import { GDPR_EXEMPTIONS, GDPR_GROUNDS } from './gdpr-grounds';
import { GDPR_RIGHTS } from './gdpr-rights';

const LEFT_THE_EU = localDate('2021-01-01');
const NEW_ARTICLE_12A = localDate('2026-02-05');
const REVIEWED = localDate('2026-11-22');

const ukText = (text: string): string => text.replaceAll(/(?<!UK )GDPR/g, 'UK GDPR');
const ukId = (id: string): string => id.replace(/^GDPR/, 'UK');
const isShared = ({ id, source }: { id: string; source: string }): boolean => id.startsWith('GDPR') && source === 'gdpr';

/** The articles are the same; that the United Kingdom's text was not read again shows in the tag. The words for the requester stay those of the GDPR. */
const COMMON = { regime: 'UK_GDPR', inForceFrom: LEFT_THE_EU, verified: 'knowledge', source: 'ukGdpr', reviewedOn: REVIEWED } as const;

const groundFromEu = (ground: Ground): Ground => ({ ...ground, ...COMMON, id: ukId(ground.id), citation: ukText(ground.citation) });
const exemptionFromEu = (rule: Exemption): Exemption => ({ ...rule, ...COMMON, id: ukId(rule.id), citation: ukText(rule.citation) });
const requirementsFromEu = (needs: readonly Requirement[]): readonly Requirement[] =>
  needs.map((need) => ({ ...need, citation: ukText(need.citation) }));

const UK_GROUNDS = GDPR_GROUNDS.filter(isShared).map(groundFromEu);

/** Data (Use and Access) Act 2025: every refusal names the complaint to the controller itself; DPA 2018 s. 164A in force 19 June 2026. */
const COMPLAINT_TO_CONTROLLER: Requirement = {
  id: 'complaintToController',
  citation: 'DPA 2018 s. 164A',
  text: 'The right to complain to the controller, electronically too, acknowledged within 30 days.',
};

function rightFromEu(rule: RightRule): RightRule {
  const common = {
    ...COMMON,
    id: ukId(rule.id),
    citation: ukText(rule.citation),
    checks: requirementsFromEu(rule.checks),
    answerContains: requirementsFromEu(rule.answerContains),
  };
  if (!rule.refusable) return { ...rule, ...common };
  const grounds = UK_GROUNDS.filter((ground) => ground.rights.includes(rule.right)).map((ground) => ground.id);
  return { ...rule, ...common, grounds, refusalContains: [...requirementsFromEu(rule.refusalContains), COMPLAINT_TO_CONTROLLER] };
}

/** The Act of 2025 put Arts. 22A to 22D in the place of Art. 22 on the day of its new Art. 12A. */
const withNewArticle22 = (rule: RightRule): readonly RightRule[] =>
  rule.right !== 'automated_decision'
    ? [rule]
    : [
        { ...rule, inForceTo: addDays(NEW_ARTICLE_12A, -1) },
        { ...rule, id: 'UK-22A', citation: 'Arts. 22A to 22D UK GDPR', inForceFrom: NEW_ARTICLE_12A },
      ];

/** The Act of 2025 wrote down what the courts had said of searches. */
const SEARCH: Requirement = {
  id: 'search',
  citation: 'Art. 15(1A) UK GDPR',
  text: 'A reasonable and proportionate search: what was searched, and why no further, is on file.',
};

const withSearch = (rule: RightRule): RightRule => (rule.right === 'access' ? { ...rule, checks: [...rule.checks, SEARCH] } : rule);

const REMEDY = { ...COMMON, inForceTo: null, authority: null, when: 'always' } as const;

const REMEDIES: readonly Remedy[] = remediesLabelled([
  {
    ...REMEDY,
    id: 'UK-164A',
    citation: 'DPA 2018 s. 164A',
    text: 'A complaint to the controller itself, electronically too; it acknowledges within 30 days and answers without undue delay.',
    inForceFrom: localDate('2026-06-19'),
    verified: 'secondary',
    source: 'dpa2018',
    to: 'controller',
  },
  {
    ...REMEDY,
    id: 'UK-77',
    citation: 'Art. 77 UK GDPR; DPA 2018 s. 165',
    text: 'A complaint to the Information Commissioner, free of charge.',
    to: 'authority',
    authority: 'GB',
  },
  { ...REMEDY, id: 'UK-79', citation: 'Art. 79 UK GDPR; DPA 2018 s. 167', text: 'A compliance order of a court against the controller.', to: 'court' },
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

const IDENTITY_RIGHTS: readonly RightId[] = [
  'access', 'rectification', 'erasure', 'restriction', 'portability', 'objection', 'objection_marketing',
];
const ANSWERED_RIGHTS: readonly RightId[] = [...IDENTITY_RIGHTS, 'automated_decision'];

const PAUSES: readonly PauseRule[] = [
  { cause: 'identity', rights: IDENTITY_RIGHTS, effect: 'restart', bothDaysOut: false, citation: 'Art. 12A UK GDPR; DPA 2018 s. 54' },
  { cause: 'clarification', rights: ['access'], effect: 'pause', bothDaysOut: true, citation: 'Art. 12A UK GDPR; DPA 2018 s. 54' },
];

const MONTH = {
  ...COMMON,
  inForceTo: null,
  verified: 'secondary',
  kind: 'respond',
  channel: null,
  period: { length: 1, unit: 'months' },
  counting: 'ICO guidance: from the day of receipt to the corresponding date',
  holidays: { within: 'GB-', otherwise: 'GB-ENG' },
  roll: 'ICO guidance: the next working day',
  earliest: null,
} as const;

const CLOCKS: readonly ClockRule[] = [
  {
    ...MONTH,
    id: 'UK-12-3',
    citation: 'Art. 12(3) UK GDPR',
    text: 'One month from receipt, or from the identity information that was asked for; two further months told within the first with reasons.',
    inForceTo: addDays(NEW_ARTICLE_12A, -1),
    rights: ANSWERED_RIGHTS,
    pauses: PAUSES.map((pause) => ({ ...pause, citation: 'ICO guidance on the right of access' })),
    extension: { total: { length: 3, unit: 'months' }, citation: 'Art. 12(3) UK GDPR' },
  },
  {
    ...MONTH,
    id: 'UK-12A',
    citation: 'Art. 12A UK GDPR',
    text: 'One month from the latest of receipt and the identity information that was asked for; days of waiting for a clarification do not count; two further months told within the first with reasons.',
    inForceFrom: NEW_ARTICLE_12A,
    source: 'dpa54',
    rights: ANSWERED_RIGHTS,
    pauses: PAUSES,
    extension: { total: { length: 3, unit: 'months' }, citation: 'Art. 12A UK GDPR' },
  },
  {
    ...MONTH,
    id: 'UK-7-3-answer',
    citation: 'Art. 7(3) UK GDPR',
    text: 'A withdrawal takes effect at once. No date is set for confirming it: we keep one month as a ceiling, without more time.',
    verified: 'policy',
    source: 'product',
    rights: ['withdraw_consent'],
    pauses: [],
    extension: null,
  },
];

export const UK_GDPR: Regime = {
  id: 'UK_GDPR',
  title: 'UK GDPR and Data Protection Act 2018, as amended by the Data (Use and Access) Act 2025',
  residences: ['GB'],
  establishments: ['GB'],
  rights: GDPR_RIGHTS.filter(isShared).map(rightFromEu).map(withSearch).flatMap(withNewArticle22),
  clocks: CLOCKS,
  grounds: UK_GROUNDS,
  exemptions: GDPR_EXEMPTIONS.filter(isShared).map(exemptionFromEu),
  remedies: REMEDIES,
  childRules: CHILD_RULES,
  identity: { citation: 'Art. 12(6) UK GDPR', forbidden: [] },
};
