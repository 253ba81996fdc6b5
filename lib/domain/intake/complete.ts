import type { LocalDate } from '../calendar/local-date';
import type { Locale } from '../locale';
import { ok, refuse, type Result } from '../result';
import type { DraftAnswers } from './answers';
import { journey } from './journey';
import type { IntakeController } from './offered';
import { type QuestionId, questionOf } from './questions';
import { type SubmittedAnswers, submittedAnswersSchema } from './schema';

/** The answers to one question, without those that were not given. */
function answersTo(question: QuestionId, answers: DraftAnswers): [string, unknown][] {
  const { answers: shape, sends } = questionOf(question);
  return Object.entries(sends?.(answers) ?? answers).filter(([name, value]) => name in shape && value !== undefined);
}

/**
 * The answers as they are sent: only those to questions that this person is asked, checked once more as a whole.
 * @returns `incomplete` with the question where to go on.
 */
export function completeAnswers(
  answers: DraftAnswers,
  locale: Locale,
  controller: IntakeController,
  on: LocalDate,
): Result<SubmittedAnswers, 'incomplete'> {
  const { next, questions } = journey(answers, controller, on);
  if (next !== 'check') return refuse('incomplete', next satisfies QuestionId);
  const asked = questions.flatMap((question) => answersTo(question, answers));
  const whole = submittedAnswersSchema.safeParse({ ...Object.fromEntries(asked), locale });
  return whole.success ? ok(whole.data) : refuse('incomplete', 'for-whom');
}
