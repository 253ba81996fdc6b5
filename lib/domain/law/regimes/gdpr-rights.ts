import { addDays, localDate } from '../../calendar/local-date';
import type { Requirement, RightRule } from '../types';
import { GDPR_GROUNDS } from './gdpr-grounds';

const COMMON = {
  regime: 'GDPR',
  inForceFrom: localDate('2018-05-25'),
  inForceTo: null,
  verified: 'ruleText',
  source: 'gdpr',
  reviewedOn: localDate('2026-11-22'),
  identity: 'onDoubt',
  effect: 'byAnswer',
  fee: 'unfoundedOrExcessive',
  frequency: null,
  showProcessedFrom: null,
  openTo: null,
  lookback: null,
  unverified: null,
} as const;

const REFUSABLE = {
  ...COMMON,
  refusable: true,
  outcomes: ['granted', 'partlyGranted', 'refused', 'noData', 'notIdentifiable'],
} as const;
const ABSOLUTE = {
  ...COMMON,
  refusable: false,
  effect: 'withoutDelay',
  outcomes: ['granted', 'noData', 'notFromThem'],
} as const;

const need = (id: string, citation: string, text: string): Requirement => ({ id, citation, text });

const groundsOf = (right: RightRule['right']): readonly string[] =>
  GDPR_GROUNDS.filter((ground) => (ground.rights as readonly string[]).includes(right)).map((ground) => ground.id);

/** Art. 12(4), for a refusal in part as well: EDPB Guidelines 01/2022, para. 193. */
const REFUSAL: readonly Requirement[] = [
  need('ground', 'Art. 12(4) GDPR', 'The ground with its article.'),
  need('facts', 'Art. 12(4) GDPR', 'The facts of this case that meet the ground.'),
  need('dataAffected', 'Art. 12(4) GDPR', 'Which data it concerns, and that the rest is granted.'),
  need(
    'authority',
    'Art. 12(4), Art. 77 GDPR',
    'The right to complain to a supervisory authority, by name and address.',
  ),
  need('court', 'Art. 12(4), Art. 79 GDPR', 'The right to go to court.'),
];

const RECIPIENTS_TOLD = need('recipientsTold', 'Art. 19 GDPR', 'Which recipients were told, if the person asks.');
const ALL_SYSTEMS = need('allSystems', 'Art. 15(1) GDPR', 'Every system was asked: processors, archives and logs too.');

const ACCESS_FACTS: readonly Requirement[] = [
  need('confirmation', 'Art. 15(1) GDPR', 'Whether data about the person are processed: also when the answer is no.'),
  need(
    'copy',
    'Art. 15(3) GDPR',
    'A faithful, intelligible copy of the data, in a commonly used electronic form if asked electronically.',
  ),
  need('purposes', 'Art. 15(1)(a) GDPR', 'The purposes of each use.'),
  need('categories', 'Art. 15(1)(b) GDPR', 'The categories of data.'),
  need(
    'recipients',
    'Art. 15(1)(c) GDPR',
    'The recipients by name; categories only where they cannot be named (C-154/21).',
  ),
  need('period', 'Art. 15(1)(d) GDPR', 'How long the data are kept, or by which criteria.'),
  need('rights', 'Art. 15(1)(e) GDPR', 'The rights to correction, erasure, restriction and objection.'),
  need('authority', 'Art. 15(1)(f) GDPR', 'The right to complain to a supervisory authority.'),
  need('source', 'Art. 15(1)(g) GDPR', 'Where data came from that the person did not give.'),
  need(
    'automated',
    'Art. 15(1)(h) GDPR',
    'Automated decisions: the principles actually applied, their significance and consequences (C-203/22).',
  ),
  need('transfers', 'Art. 15(2) GDPR', 'The safeguards for transfers to third countries.'),
];

/** Art. 25e(2) ZZLD as supplemented by ДВ 11/2023. */
const AMENDED_2023 = localDate('2023-05-04');

const DECEASED_ACCESS = {
  ...REFUSABLE,
  right: 'deceased_access',
  citation: 'Art. 25e(2) ZZLD',
  text: 'Heirs and others with a legal interest get access to, and a copy of, a deceased person’s data (Bulgaria).',
  inForceFrom: localDate('2019-03-02'),
  source: 'zzld',
  openTo: { relations: null, people: [{ capacity: 'heir', ageBands: null }], establishments: ['BG'] },
  identity: 'reasonable',
  checks: [need('interest', 'Art. 25e(2) ZZLD', 'That the person is an heir or has a legal interest.'), ALL_SYSTEMS],
  outcomes: ['granted', 'partlyGranted', 'refused', 'noData'],
  answerContains: [need('copy', 'Art. 25e(2) ZZLD', 'A copy of the data of the deceased.')],
  grounds: groundsOf('deceased_access'),
  refusalContains: REFUSAL,
  tell: [],
} as const;

export const GDPR_RIGHTS: readonly RightRule[] = [
  {
    ...REFUSABLE,
    id: 'GDPR-15',
    right: 'access',
    citation: 'Art. 15 GDPR',
    text: 'Confirmation, a copy of the data, and the information of paragraphs 1 and 2.',
    fee: 'furtherCopies',
    checks: [
      ALL_SYSTEMS,
      need(
        'otherPeople',
        'Art. 15(4) GDPR',
        'Other people’s data in the copy: hidden value by value, never a refusal of everything.',
      ),
      need('identity', 'Art. 12(6) GDPR', 'More is asked about identity only on a doubt that is written down.'),
      need(
        'newRequest',
        'Art. 15(3) GDPR',
        'A later request is a new one, free of charge, unless it plainly asks for another copy of the same.',
      ),
      need(
        'tailored',
        'Art. 12(1), 15(1) GDPR',
        'The information is about this person and up to date, not pasted from the privacy policy.',
      ),
    ],
    answerContains: ACCESS_FACTS,
    grounds: groundsOf('access'),
    refusalContains: REFUSAL,
    tell: [],
  },
  {
    ...REFUSABLE,
    id: 'GDPR-16',
    right: 'rectification',
    supplements: true,
    citation: 'Art. 16 GDPR',
    text: 'Inaccurate data are corrected without undue delay, incomplete data completed.',
    checks: [
      need('evidence', 'Art. 16 GDPR', 'Evidence in proportion to what is corrected; an opinion is not a fact.'),
      need(
        'incomplete',
        'Art. 16 GDPR',
        'Incomplete data are completed, also by a statement of the person beside them.',
      ),
      need(
        'restrictMeanwhile',
        'Art. 18(1)(a) GDPR',
        'Contested data are restricted while accuracy is checked, if the person asks.',
      ),
    ],
    answerContains: [need('changed', 'Art. 12(3) GDPR', 'What was changed and when.'), RECIPIENTS_TOLD],
    grounds: groundsOf('rectification'),
    refusalContains: REFUSAL,
    tell: ['recipients'],
  },
  {
    ...REFUSABLE,
    id: 'GDPR-17',
    right: 'erasure',
    citation: 'Art. 17 GDPR',
    text: 'Data are erased without undue delay where a ground of paragraph 1 is met and no exception of paragraph 3 makes keeping them necessary.',
    checks: [
      need('ground', 'Art. 17(1) GDPR', 'Which ground of letters (a) to (f) is met, for each data set.'),
      need(
        'everyStore',
        'Art. 17(1) GDPR',
        'Every store, processors and backups too. Hashing or masking is not erasure.',
      ),
      need(
        'child',
        'Art. 17(1)(f) GDPR; Recital 65',
        'Data that an online service collected from a child: erased also for someone who has grown up since.',
      ),
      need(
        'madePublic',
        'Art. 17(2) GDPR',
        'Whether the data were made public: other controllers are then told of links and copies.',
      ),
    ],
    answerContains: [
      need(
        'erased',
        'Art. 12(3) GDPR',
        'For each data set: erased, or kept with the letter of Art. 17(3), the statute and the last day.',
      ),
      need('backups', 'Art. 12(3) GDPR', 'When backups are overwritten.'),
      RECIPIENTS_TOLD,
    ],
    grounds: groundsOf('erasure'),
    refusalContains: REFUSAL,
    tell: ['recipients', 'otherControllers'],
  },
  {
    ...REFUSABLE,
    id: 'GDPR-18',
    right: 'restriction',
    citation: 'Art. 18 GDPR',
    text: 'The data are only stored while one of the four cases of paragraph 1 lasts.',
    checks: [
      need(
        'case',
        'Art. 18(1) GDPR',
        'Accuracy contested, unlawful but not to be erased, needed by the person for claims, or an objection pending.',
      ),
      need(
        'flagged',
        'Art. 18(2) GDPR',
        'Every system is marked: storage only, other use by consent, for claims or another person’s rights.',
      ),
    ],
    answerContains: [
      need('restricted', 'Art. 12(3) GDPR', 'Since when the data are restricted, and in which systems.'),
      need('beforeLifting', 'Art. 18(3) GDPR', 'That the person is told before the restriction is lifted.'),
      RECIPIENTS_TOLD,
    ],
    grounds: groundsOf('restriction'),
    refusalContains: REFUSAL,
    tell: ['recipients'],
  },
  {
    ...REFUSABLE,
    id: 'GDPR-20',
    right: 'portability',
    citation: 'Art. 20 GDPR',
    text: 'Data that the person provided, used by consent or contract and by automated means, in a structured, commonly used, machine-readable format.',
    checks: [
      need(
        'conditions',
        'Art. 20(1) GDPR',
        'For each data set: provided or observed, on consent or contract, by automated means.',
      ),
      need('otherPeople', 'Art. 20(4) GDPR', 'Other people’s rights: hidden value by value.'),
      need(
        'direct',
        'Art. 20(2) GDPR',
        'Whether sending it straight to the other controller is technically feasible, if asked.',
      ),
    ],
    answerContains: [
      need('file', 'Art. 20(1) GDPR', 'The data as JSON, CSV or XML: a PDF will not do.'),
      need('notErased', 'Art. 20(3) GDPR', 'That taking the data along does not erase them here.'),
    ],
    grounds: groundsOf('portability'),
    refusalContains: REFUSAL,
    tell: [],
  },
  {
    ...REFUSABLE,
    id: 'GDPR-21-1',
    right: 'objection',
    citation: 'Art. 21(1) GDPR',
    text: 'A use that rests on a public task or legitimate interests stops, unless compelling grounds or legal claims are shown.',
    checks: [
      need(
        'basis',
        'Art. 21(1) GDPR',
        'Which uses rest on a public task or on legitimate interests, profiling included.',
      ),
      need('situation', 'Art. 21(1) GDPR', 'The person’s particular situation, in their words.'),
      need('restrictMeanwhile', 'Art. 18(1)(d) GDPR', 'The data are restricted while the grounds are weighed.'),
    ],
    outcomes: ['granted', 'partlyGranted', 'refused', 'noData'],
    answerContains: [
      need('decision', 'Art. 12(3) GDPR', 'Which uses stop, and where one goes on a summary of the balancing test.'),
    ],
    grounds: groundsOf('objection'),
    refusalContains: REFUSAL,
    tell: [],
  },
  {
    ...ABSOLUTE,
    id: 'GDPR-21-2',
    right: 'objection_marketing',
    citation: 'Art. 21(2) GDPR',
    text: 'Use for direct marketing, profiling for it included, stops. No reason is needed and no balance is struck (paragraph 3).',
    checks: [
      need(
        'everyChannel',
        'Art. 21(3) GDPR',
        'Every channel and every profile used for marketing is suppressed now; the answer may follow.',
      ),
      need('signals', 'Art. 21(5) GDPR', 'In online services an objection by a technical signal counts as well.'),
    ],
    answerContains: [
      need('stopped', 'Art. 21(3) GDPR', 'That the data are no longer used for direct marketing, and since when.'),
    ],
    tell: [],
  },
  {
    ...ABSOLUTE,
    id: 'GDPR-7-3',
    right: 'withdraw_consent',
    citation: 'Art. 7(3) GDPR',
    text: 'Consent is withdrawn at any time, as easily as it was given.',
    identity: 'never',
    checks: [
      need('purposes', 'Art. 7(3) GDPR', 'Which uses rest on Art. 6(1)(a) or 9(2)(a): they stop now.'),
      need(
        'asEasily',
        'Art. 7(3) GDPR',
        'Taking consent back is as easy as giving it was: no reason, no form of its own.',
      ),
    ],
    answerContains: [
      need('stopped', 'Art. 7(3) GDPR', 'Which uses stopped, and since when.'),
      need('earlier', 'Art. 7(3) GDPR', 'That use before the withdrawal stays lawful.'),
      need('fate', 'Art. 17(1)(b) GDPR', 'Whether the data are erased, or which other basis remains.'),
    ],
    tell: [],
  },
  {
    ...REFUSABLE,
    id: 'GDPR-22',
    right: 'automated_decision',
    citation: 'Art. 22 GDPR',
    text: 'No decision by automated means alone with legal or similarly significant effect, save for a contract, by law, or with explicit consent; then with a person to turn to.',
    identity: 'reasonable',
    checks: [
      need(
        'exception',
        'Art. 22(2) GDPR',
        'Contract, law or explicit consent; special categories only under paragraph 4.',
      ),
      need('ownView', 'Art. 22(3) GDPR', 'The person can put their own view and contest the decision.'),
      need('reviewer', 'Art. 22(3) GDPR', 'A person with the power to change the decision reviews it.'),
    ],
    outcomes: ['granted', 'partlyGranted', 'refused', 'noData'],
    answerContains: [need('review', 'Art. 22(3) GDPR', 'Who reviewed, what they decided, and why.')],
    grounds: groundsOf('automated_decision'),
    refusalContains: REFUSAL,
    tell: [],
  },
  { ...DECEASED_ACCESS, id: 'ZZLD-25e', inForceTo: addDays(AMENDED_2023, -1), verified: 'knowledge' },
  {
    ...DECEASED_ACCESS,
    id: 'ZZLD-25e-2023',
    text: 'Heirs and others with a legal interest get access to, and a copy of, a deceased person’s data, within Art. 12(3), (4) and under Art. 12(5), (6) GDPR, unless a law provides otherwise (Bulgaria).',
    inForceFrom: AMENDED_2023,
    reviewedOn: localDate('2026-11-27'),
  },
];
