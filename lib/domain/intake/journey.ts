import type { LocalDate } from '../calendar/local-date';
import { LAW } from '../law/law';
import type { Law } from '../law/types';
import type { DraftAnswers } from './answers';
import type { IntakeController } from './offered';
import { type QuestionId, questionOf, QUESTIONS } from './questions';

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

/**
 * The way through the form, derived from the answers and never stored: deep links, the back button and changed answers just work.
 * @param on the day by whose law the rights are offered.
 */
export function journey(answers: DraftAnswers, controller: IntakeController, on: LocalDate, law: Law = LAW): Journey {
  const context = { answers, controller, on, law };
  const questions = QUESTIONS.filter((question) => questionOf(question).concerns(context));
  const open = questions.find((question) => !questionOf(question).isAnswered(context));
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
