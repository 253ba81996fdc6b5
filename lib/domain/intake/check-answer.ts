import type { DraftAnswers, RawForm } from './answers';
import { type FieldProblem, problemsOf } from './problems';
import { type QuestionId, questionOf } from './questions';
import type { PageContext } from './questions/question';

export type CheckedAnswer =
  | { readonly ok: true; readonly answers: DraftAnswers }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Checks one page as the browser sent it against what that page offers, and adds it to the answers. All that is wrong is said at once. */
export function checkAnswer(
  question: QuestionId,
  raw: RawForm,
  before: DraftAnswers,
  context: Omit<PageContext, 'answers'>,
): CheckedAnswer {
  const { page, clears } = questionOf(question);
  const given = page({ ...context, answers: before }).safeParse(raw);
  if (!given.success) return { ok: false, problems: problemsOf(given.error.issues) };
  const cleared = clears?.(given.data, before).map((answer) => [answer, undefined]) ?? [];
  return { ok: true, answers: { ...before, ...Object.fromEntries(cleared), ...given.data } };
}
