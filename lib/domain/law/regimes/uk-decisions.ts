import { groundsLabelled } from '../labels';
import type { Ground, RefusableRightRule, Requirement } from '../types';
import { GDPR_GROUNDS } from './gdpr-grounds';
import { NEW_ARTICLE_12A, READ_AGAIN } from './uk-dates';

const COMMON = {
  regime: 'UK_GDPR',
  inForceFrom: NEW_ARTICLE_12A,
  inForceTo: null,
  verified: 'secondary',
  source: 'ukGdpr',
  reviewedOn: READ_AGAIN,
} as const;

const GROUND = { ...COMMON, rights: ['automated_decision'], identification: false, secondPerson: true } as const;

const need = (id: string, citation: string, text: string): Requirement => ({ id, citation, text });

export const UK_DECISION_GROUNDS: readonly Ground[] = groundsLabelled([
  {
    ...GROUND,
    id: 'UK-22A-1',
    citation: 'Art. 22A(1) UK GDPR',
    text: 'A person was meaningfully involved in the decision, or it has no legal or similarly significant effect.',
    reach: 'whole',
    mustShow: [
      'Who was involved, on what they could have decided otherwise, and how far the decision rested on profiling (22A(2)), or why the effect is slight.',
    ],
  },
  {
    ...GROUND,
    id: 'UK-22C',
    citation: 'Arts. 22B, 22C UK GDPR',
    text: 'The decision was lawful and stands: the safeguards were given, and a person has reviewed it.',
    reach: 'part',
    mustShow: [
      'That it rests neither on Art. 6(1)(ea) nor on special categories, or which condition of Art. 22B(2), (3) allows them.',
      'Each safeguard of Art. 22C(2): what was told, the person’s own view, the reviewer, and the outcome.',
    ],
  },
]);

/** Since 5 February 2026 such decisions are allowed with safeguards; forbidden are those on special categories (22B(1)-(3)) and under Art. 6(1)(ea) (22B(4)). */
export const ARTICLES_22A_TO_22D = {
  ...COMMON,
  id: 'UK-22A',
  citation: 'Arts. 22A to 22D UK GDPR',
  text: 'A significant decision by automated means alone is allowed with safeguards: the person is told of it, can put their view, has a person step in and can contest it. It is forbidden with special categories, outside consent or law, and under Art. 6(1)(ea).',
  checks: [
    need(
      'solely',
      'Art. 22A UK GDPR',
      'Whether a person was meaningfully involved, profiling included, and whether the effect is legal or similarly significant.',
    ),
    need(
      'special',
      'Art. 22B(1)-(3) UK GDPR',
      'Special categories only with explicit consent, or for a contract or by law in the substantial public interest.',
    ),
    need(
      'recognised',
      'Art. 22B(4) UK GDPR',
      'No such decision on the footing of a recognised legitimate interest, Art. 6(1)(ea).',
    ),
    need('ownView', 'Art. 22C(2)(b), (d) UK GDPR', 'The person can put their own view and contest the decision.'),
    need('reviewer', 'Art. 22C(2)(c) UK GDPR', 'A person with the power to change the decision steps in.'),
  ],
  answerContains: [
    need(
      'told',
      'Art. 22C(2)(a) UK GDPR',
      'Which decision was taken about the person, and that it was taken by automated means alone.',
    ),
    need('review', 'Art. 22C(2)(c), (d) UK GDPR', 'Who reviewed, what they decided, and why.'),
  ],
  grounds: [
    ...GDPR_GROUNDS.filter(({ id, rights }) => /^GDPR-(12|23)/.test(id) && rights.includes('automated_decision')).map(
      ({ id }) => id.replace(/^GDPR/, 'UK'),
    ),
    ...UK_DECISION_GROUNDS.map(({ id }) => id),
  ],
} as const satisfies Partial<RefusableRightRule>;
