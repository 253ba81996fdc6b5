import { AGE_QUESTION } from './questions/age';
import { CALIFORNIA_QUESTION } from './questions/california';
import { CORRECTION_QUESTION } from './questions/correction';
import { DELETION_QUESTION } from './questions/deletion';
import { RESTRICTION_QUESTION } from './questions/restriction';
import { OBJECTION_QUESTION } from './questions/objection';
import { CONSENT_QUESTION } from './questions/consent';
import { PORTABILITY_QUESTION } from './questions/portability';
import { FOR_WHOM_QUESTION } from './questions/for-whom';
import { FOUND_BY_QUESTION } from './questions/found-by';
import { PERIOD_QUESTION } from './questions/period';
import type { Question } from './questions/question';
import { RELATION_QUESTION } from './questions/relation';
import { RESIDENCE_QUESTION } from './questions/residence';
import { RIGHTS_QUESTION } from './questions/rights';
import { WHO_QUESTION } from './questions/who';
import { WHOSE_QUESTION } from './questions/whose';

/** The pages that ask, in their order. */
export const QUESTIONS = [
  'for-whom',
  'residence',
  'whose',
  'found-by',
  'age',
  'relation',
  'rights',
  'correction',
  'deletion',
  'restriction',
  'objection',
  'consent',
  'portability',
  'period',
  'who',
  'california',
] as const;

export type QuestionId = (typeof QUESTIONS)[number];

/** What each of them is. The way through the form, its checks, the request and its summary are made of these. */
export const QUESTION_TABLE = {
  'for-whom': FOR_WHOM_QUESTION,
  residence: RESIDENCE_QUESTION,
  whose: WHOSE_QUESTION,
  'found-by': FOUND_BY_QUESTION,
  age: AGE_QUESTION,
  relation: RELATION_QUESTION,
  rights: RIGHTS_QUESTION,
  correction: CORRECTION_QUESTION,
  deletion: DELETION_QUESTION,
  restriction: RESTRICTION_QUESTION,
  objection: OBJECTION_QUESTION,
  consent: CONSENT_QUESTION,
  portability: PORTABILITY_QUESTION,
  period: PERIOD_QUESTION,
  who: WHO_QUESTION,
  california: CALIFORNIA_QUESTION,
} satisfies Record<QuestionId, Question>;

/** The record of a question, without what is its own alone. */
export const questionOf = (id: QuestionId): Question => QUESTION_TABLE[id];
