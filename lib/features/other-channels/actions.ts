'use server';

import { notFound, redirect } from 'next/navigation';
import { addDays, instantOf, type LocalDate, localDateOf } from '@/lib/domain/calendar/local-date';
import type { DraftAnswers } from '@/lib/domain/intake/answers';
import { checkAnswer } from '@/lib/domain/intake/check-answer';
import { placeOf } from '@/lib/domain/intake/places';
import { type FieldProblem, problemsOf } from '@/lib/domain/intake/problems';
import type { QuestionId } from '@/lib/domain/intake/questions';
import { submittedAnswersSchema } from '@/lib/domain/intake/schema';
import type { Locale } from '@/lib/domain/locale';
import { rawOf } from '@/lib/features/drafts/schema';
import { type Submission, submitAlone } from '@/lib/features/requests/mutations';
import { seesController } from '@/lib/features/staff/ability';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import type { LoadedController } from '@/lib/platform/controllers/load';
import { controllers } from '@/lib/platform/controllers/registry';
import { submitFromMail } from './mutations';
import { logRequestSchema, type LogRequestState } from './schema';

/** How far back a request can have come that is entered now: longer ago, something else is wrong than that nobody wrote it down. */
const DAYS_BACK = 366;

// The same questions as the portal's, checked by the same records: only that they stand on one page.
const ASKED = ['for-whom', 'residence', 'whose', 'found-by', 'rights', 'who'] as const satisfies readonly QuestionId[];

/** Enters a request that came by telephone, letter, mail or in person, with the day on which it came. */
export async function logRequestAction(before: LogRequestState, form: FormData): Promise<LogRequestState> {
  const staff = await requireStaff('workCases', form);
  const raw = rawOf(form);
  const back = (problems: readonly FieldProblem[]): LogRequestState => ({
    problems,
    typed: raw,
    turn: before.turn + 1,
  });
  const loaded = controllers().get(String(raw.controllerId));
  if (!loaded || !seesController(staff, loaded.definition.id)) notFound();
  const parsed = logRequestSchema.safeParse(raw);
  if (!parsed.success) return back(problemsOf(parsed.error.issues));
  const { channel, receivedOn, locale, mailId } = parsed.data;
  const at = new Date();
  const today = localDateOf(at.toISOString(), loaded.definition.timezone);
  if (receivedOn > today || receivedOn < addDays(today, -DAYS_BACK))
    return back([{ field: 'receivedOn', key: 'dayOutOfTime' }]);
  const answered = answersOf(raw, loaded, locale, receivedOn);
  if ('problems' in answered) return back(answered.problems);
  const whole = submittedAnswersSchema.safeParse({ ...answered.answers, locale });
  if (!whole.success) return back(problemsOf(whole.error.issues));
  const submission: Required<Submission> = {
    controllerId: loaded.definition.id,
    answers: whole.data,
    channel,
    // The law counts days: which hour it was decides nothing, and of today it is now.
    receivedAt: receivedOn === today ? at : new Date(instantOf(receivedOn, '12:00', loaded.definition.timezone)),
    entered: { by: { kind: 'staff', id: staff.id }, at },
  };
  const caseId = mailId ? await submitFromMail(submission, mailId) : (await submitAlone(submission)).caseId;
  if (caseId === null) return back([{ field: 'mailId', key: 'mailGone' }]);
  redirect(`/desk/cases/${caseId}`);
}

type Answered = { readonly answers: DraftAnswers } | { readonly problems: readonly FieldProblem[] };

function answersOf(
  raw: Record<string, string | string[]>,
  { intake }: LoadedController,
  locale: Locale,
  on: LocalDate,
): Answered {
  const place = placeOf(String(raw.residence), intake.establishment.country);
  const sent = { ...raw, place, country: String(raw.residence) };
  let answers: DraftAnswers = { identifiers: {}, details: '' };
  const problems: FieldProblem[] = [];
  for (const question of ASKED) {
    if ((question === 'whose' || question === 'found-by') && answers.forWhom === 'self') continue;
    const checked = checkAnswer(question, sent, answers, { controller: intake, locale, on });
    if (checked.ok) answers = checked.answers;
    else problems.push(...checked.problems);
  }
  return problems.length > 0 ? { problems } : { answers };
}
