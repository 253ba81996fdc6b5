'use server';

import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { checkAnswer } from '@/lib/domain/intake/check-answer';
import { journey } from '@/lib/domain/intake/journey';
import { mailServerTakesUtf8 } from '@/lib/features/instance/data/instance';
import { CLIENT_ADDRESS, networkOf } from '@/lib/platform/client-address';
import { controllers } from '@/lib/platform/controllers/registry';
import { forgetDraft, keepDraft, loadDraft, loadOptOutSignal } from './loaders';
import { saveDraft, startDraft, submitDraft } from './mutations';
import { answerFormSchema, portalSchema, rawOf } from './schema';
import { type DraftContent, NOTHING_YET } from './types';

/**
 * Takes one page of the form: right answers are kept and the next question follows, wrong ones are kept as typed and the page
 * comes again with what to do. A browser whose draft has expired starts a new one with this page and is told so.
 */
export async function answerAction(form: FormData): Promise<void> {
  const { controllerId, locale, question, ...raw } = rawOf(form);
  const parsed = answerFormSchema.safeParse({ controllerId, locale, question, raw });
  const loaded = parsed.success ? controllers().get(parsed.data.controllerId) : undefined;
  if (!parsed.success || !loaded) notFound();
  const at = new Date();
  const on = localDateOf(at.toISOString(), loaded.definition.timezone);
  const draft = await loadDraft(parsed.data.controllerId);
  const before = draft.state === 'open' ? draft.content : NOTHING_YET;
  const page = parsed.data;
  const checked = checkAnswer(page.question, page.raw, before.answers, {
    controller: loaded.intake,
    locale: page.locale,
    on,
    asciiMail: (await mailServerTakesUtf8()) === false,
    optOutSignal: await loadOptOutSignal(),
  });
  const content: DraftContent = checked.ok
    ? { answers: checked.answers, wrong: null }
    : {
        answers: before.answers,
        wrong: {
          question: page.question,
          raw: page.raw,
          problems: checked.problems.map((problem) => ({ ...problem, values: { ...problem.values } })),
        },
      };
  if (draft.state === 'open') await saveDraft(draft.id, content, at);
  else await keepDraft(page.controllerId, await startDraft(page.controllerId, content, at));
  const start = `/${page.controllerId}/${page.locale}/request`;
  if (!checked.ok) redirect(`${start}/${page.question}#errors`);
  const { next } = journey(checked.answers, loaded.intake, on);
  redirect(`${start}/${next}${draft.state === 'expired' ? '?expired=1' : ''}`);
}

/** Sends the request. */
export async function submitAction(form: FormData): Promise<void> {
  const parsed = portalSchema.safeParse(rawOf(form));
  if (!parsed.success || !controllers().has(parsed.data.controllerId)) notFound();
  const { controllerId, locale } = parsed.data;
  const start = `/${controllerId}/${locale}/request`;
  const draft = await loadDraft(controllerId);
  if (draft.state === 'sent') redirect(`${start}/sent`);
  if (draft.state !== 'open') redirect(`${start}/for-whom?expired=1`);
  const network = networkOf((await headers()).get(CLIENT_ADDRESS) ?? 'unknown');
  const submitted = await submitDraft(draft.id, locale, network, new Date());
  if (submitted.ok) redirect(`${start}/sent`);
  redirect(
    submitted.reason === 'tooMany'
      ? `${start}/check?problem=tooMany&until=${encodeURIComponent(submitted.detail ?? '')}#errors`
      : `${start}/${submitted.detail ?? 'for-whom'}`,
  );
}

/** Throws away what was answered, on whatever page of the form somebody stops; on a shared computer the next person finds nothing. */
export async function discardAction(form: FormData): Promise<void> {
  const parsed = portalSchema.safeParse(rawOf(form));
  if (!parsed.success || !controllers().has(parsed.data.controllerId)) notFound();
  const { controllerId, locale } = parsed.data;
  await forgetDraft(controllerId);
  redirect(`/${controllerId}/${locale}`);
}
