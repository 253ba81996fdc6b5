'use server';

import { notFound, redirect } from 'next/navigation';
import { rawOf } from '@/lib/features/drafts/schema';
import { openMandate } from './data';
import { answerMandate } from './mutations';
import { mandateFormSchema } from './schema';

/** Takes the word of whoever holds the link: that somebody acts for them, or that they did not ask. */
export async function answerMandateAction(form: FormData): Promise<void> {
  const parsed = mandateFormSchema.safeParse(rawOf(form));
  if (!parsed.success) notFound();
  const { controllerId, locale, token, answer } = parsed.data;
  const at = new Date();
  const opened = await openMandate(token, controllerId, at);
  if (opened.ok) await answerMandate(opened.value.row.id, answer, at);
  redirect(`/${controllerId}/${locale}/mandate/${token}`);
}
