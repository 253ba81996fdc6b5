import type { LocalDate } from '../calendar/local-date';
import type { Locale } from '../locale';
import { ok, refuse, type Result } from '../result';
import { asksForSelf, type DraftAnswers } from './answers';
import { concerns, journey, type QuestionId } from './journey';
import type { IntakeController } from './offered';
import { type SubmittedAnswers, submittedAnswersSchema } from './schema';

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
  const { next } = journey(answers, controller, on);
  if (next !== 'check') return refuse('incomplete', next satisfies QuestionId);
  const { subject, young, ageBand, relation, period, california, ...others } = answers;
  const asked = (question: QuestionId): boolean => concerns(question, answers, controller, on);
  const whole = submittedAnswersSchema.safeParse({
    ...others,
    locale,
    details: answers.details ?? '',
    identifiers: (asksForSelf(answers) && answers.identifiers) || {},
    ...(asked('whose') && { subject }),
    ...(answers.forWhom === 'self' && young && { young }),
    ...(asked('age') && { ageBand }),
    ...(asked('relation') && { relation }),
    ...(asked('period') && { period }),
    ...(asked('california') && { california }),
  });
  return whole.success ? ok(whole.data) : refuse('incomplete', 'for-whom');
}
