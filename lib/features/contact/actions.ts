'use server';

import { notFound, redirect } from 'next/navigation';
import { needsSmtpUtf8 } from '@/lib/domain/intake/address';
import { emailAnswer } from '@/lib/domain/intake/fields/schema';
import { rawOf } from '@/lib/features/drafts/schema';
import { mailServerTakesUtf8 } from '@/lib/features/instance/data/instance';
import type { FormState } from '@/lib/features/requester/actions';
import { requireSession } from '@/lib/features/requester/loaders';
import { controllers } from '@/lib/platform/controllers/registry';
import { translator } from '@/lib/platform/i18n/translator';
import { confirmContact, startContactChange } from './mutations';
import { contactCodeFormSchema, newContactFormSchema } from './schema';

/** Begins to change the address: a code goes to either mailbox. */
export async function changeContactAction(_before: FormState, form: FormData): Promise<FormState> {
  const parsed = newContactFormSchema.safeParse(rawOf(form));
  if (!parsed.success || !controllers().has(parsed.data.controllerId)) notFound();
  const { controllerId, locale, email } = parsed.data;
  const session = await requireSession(controllerId, locale);
  const t = translator(locale, 'public');
  const back = (text: string): FormState => ({ problems: [{ field: 'email', text }], raw: { email } });
  const given = emailAnswer.safeParse(email);
  if (!given.success) {
    const key = given.error.issues[0]?.message ?? 'notAnEmail';
    return back(
      key === 'empty'
        ? t('problem.empty.email')
        : t(`problem.${key}`, { label: t('field.email'), max: 254, length: email.length }),
    );
  }
  if (needsSmtpUtf8(given.data) && (await mailServerTakesUtf8()) === false) return back(t('contact.outOfReach'));
  const started = await startContactChange(session.caseId, given.data, new Date());
  if (!started.ok) return back(t(`contact.${started.reason}`));
  redirect(`/${controllerId}/${locale}/my-request/email`);
}

/** Takes the code of one of the two mailboxes. */
export async function confirmContactAction(form: FormData): Promise<void> {
  const raw = rawOf(form);
  const parsed = contactCodeFormSchema.safeParse({ ...raw, code: raw[`code-${String(raw.mailbox)}`] });
  if (!parsed.success || !controllers().has(parsed.data.controllerId)) notFound();
  const { controllerId, locale, mailbox, code } = parsed.data;
  const session = await requireSession(controllerId, locale);
  const page = `/${controllerId}/${locale}/my-request`;
  const confirmed = await confirmContact(session.caseId, mailbox, code, new Date());
  if (!confirmed.ok) redirect(`${page}/email?problem=${confirmed.reason}&mailbox=${mailbox}#errors`);
  redirect(confirmed.value ? `${page}?changed=1` : `${page}/email`);
}
