'use server';

import { notFound, redirect } from 'next/navigation';
import { rawOf } from '@/lib/features/drafts/schema';
import { requireSession } from '@/lib/features/requester/loaders';
import { codeFormSchema, portalSchema } from '@/lib/features/requester/schema';
import { controllers } from '@/lib/platform/controllers/registry';
import { mailDeliveryCode, verifyDelivery } from './mutations';

/** Mails the code that opens the data, and goes to the page where it is typed. */
export async function sendDeliveryCodeAction(form: FormData): Promise<void> {
  const parsed = portalSchema.safeParse(rawOf(form));
  if (!parsed.success || !controllers().has(parsed.data.controllerId)) notFound();
  const { controllerId, locale } = parsed.data;
  const session = await requireSession(controllerId, locale);
  const page = `/${controllerId}/${locale}/my-request`;
  const sent = await mailDeliveryCode(session.caseId, new Date());
  if (sent.ok) redirect(`${page}/open?sent=1`);
  redirect(sent.reason === 'nothingReady' ? page : `${page}/open?problem=${sent.reason}Mails#errors`);
}

/** Opens the data by the code. */
export async function verifyDeliveryAction(form: FormData): Promise<void> {
  const parsed = codeFormSchema.safeParse(rawOf(form));
  if (!parsed.success || !controllers().has(parsed.data.controllerId)) notFound();
  const { controllerId, locale, code } = parsed.data;
  const session = await requireSession(controllerId, locale);
  const page = `/${controllerId}/${locale}/my-request`;
  const verified = await verifyDelivery(session, code, new Date());
  redirect(verified.ok ? `${page}#data` : `${page}/open?problem=${verified.reason}#errors`);
}
