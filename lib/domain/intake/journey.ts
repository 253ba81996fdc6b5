import type { LocalDate } from '../calendar/local-date';
import { asksForSelf, type DraftAnswers } from './answers';
import {
  agesAsked,
  footingsOffered,
  type IntakeController,
  lookbackOf,
  offeredRights,
  pairOf,
  relationsAsked,
  relationsOffered,
} from './offered';

/** The pages that ask, in their order. */
export const QUESTIONS = [
  'for-whom',
  'residence',
  'whose',
  'found-by',
  'age',
  'relation',
  'rights',
  'period',
  'who',
  'california',
] as const;

export type QuestionId = (typeof QUESTIONS)[number];

export type Journey = {
  /** The questions this person is asked; others do not concern them. */
  readonly questions: readonly QuestionId[];
  /** Where to go on: the first question without an answer, or the page that shows them all. */
  readonly next: QuestionId | 'check';
  /** A page may be opened if all before it is answered. */
  readonly canVisit: (page: QuestionId | 'check') => boolean;
  /** The page before, or null for the first. */
  readonly previous: (page: QuestionId | 'check') => QuestionId | null;
};

export const asksForLight = (answers: DraftAnswers): boolean =>
  (answers.rights ?? []).some((pair) => pair.endsWith(':shine_the_light'));

/** Whether a question concerns this person: derived from the law wherever the law decides, so that nobody is asked in vain. */
export function concerns(
  question: QuestionId,
  answers: DraftAnswers,
  controller: IntakeController,
  on: LocalDate,
): boolean {
  switch (question) {
    case 'whose':
    case 'found-by':
      return !asksForSelf(answers);
    case 'age':
      return agesAsked(answers, controller, on).length > 0;
    case 'relation':
      return relationsAsked(answers, controller, on).length > 0;
    case 'period':
      return lookbackOf(answers, controller, on) !== null;
    case 'california':
      return asksForLight(answers);
    default:
      return true;
  }
}

function isAnswered(question: QuestionId, answers: DraftAnswers, controller: IntakeController, on: LocalDate): boolean {
  switch (question) {
    case 'for-whom':
      return footingsOffered(controller, on).some((footing) => footing === answers.forWhom);
    case 'whose':
      // California's own footing is none elsewhere (11 CCR 7063).
      return relationsOffered(answers).some((relation) => relation === answers.subject?.relation);
    case 'found-by':
      return answers.subject?.identifiers !== undefined;
    case 'residence':
      return answers.residence !== undefined;
    case 'age':
      return agesAsked(answers, controller, on).some((band) => band === answers.ageBand);
    case 'relation':
      return answers.relation !== undefined;
    case 'period':
      return answers.period !== undefined;
    case 'rights': {
      // Whoever moves to another law chooses again from what that law gives.
      const offered = new Set(offeredRights(answers, controller, on).map(pairOf));
      return (answers.rights ?? []).length > 0 && (answers.rights ?? []).every((pair) => offered.has(pair));
    }
    case 'who':
      return (
        answers.name !== undefined &&
        answers.email !== undefined &&
        (!asksForSelf(answers) ||
          controller.identifiers.every(
            ({ kind, required }) => kind === 'email' || !required || answers.identifiers?.[kind] !== undefined,
          ))
      );
    case 'california':
      return answers.california !== undefined;
    default:
      return question satisfies never;
  }
}

/**
 * The way through the form, derived from the answers and never stored: deep links, the back button and changed answers just work.
 * @param on the day by whose law the rights are offered.
 */
export function journey(answers: DraftAnswers, controller: IntakeController, on: LocalDate): Journey {
  const questions = QUESTIONS.filter((question) => concerns(question, answers, controller, on));
  const open = questions.find((question) => !isAnswered(question, answers, controller, on));
  const pages: readonly (QuestionId | 'check')[] = [...questions, 'check'];
  const next = open ?? 'check';
  const reach = pages.indexOf(next);
  return {
    questions,
    next,
    canVisit: (page) => pages.includes(page) && pages.indexOf(page) <= reach,
    previous: (page) => questions[(page === 'check' ? questions.length : questions.indexOf(page)) - 1] ?? null,
  };
}
