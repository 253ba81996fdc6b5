'use server';

import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { seesController } from '@/lib/features/staff/ability';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { sayRefused } from '@/lib/features/staff/mutations/kept-words';
import type { Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { caseByReference, waitingMail } from '@/lib/features/incoming-mail/data';
import { dismissMail, noteMail } from '@/lib/features/incoming-mail/mutations';
import { dismissSchema, noteSchema } from '@/lib/features/incoming-mail/schema';

const MAILS = '/desk/mails';

/** The controller of a mail that waits; what waits no more, or is another's, is not there. */
async function controllerOf(mailId: string, staff: Staff): Promise<string> {
  const found = await waitingMail(mailId);
  if (!found || !seesController(staff, found.controllerId)) notFound();
  return found.controllerId;
}

export async function dismissMailAction(form: FormData): Promise<void> {
  const staff = await requireStaff('workCases', form);
  const given = dismissSchema.safeParse(Object.fromEntries(form));
  if (!given.success) notFound();
  const { mailId, reason } = given.data;
  await controllerOf(mailId, staff);
  await dismissMail(mailId, reason, { kind: 'staff', id: staff.id });
  redirect(MAILS);
}

/** Puts a mail on the case that it is about. */
export async function noteMailAction(form: FormData): Promise<void> {
  const staff = await requireStaff('workCases', form);
  const given = noteSchema.safeParse(Object.fromEntries(form));
  if (!given.success) notFound();
  const { mailId, reference } = given.data;
  const found = await caseByReference(reference, await controllerOf(mailId, staff));
  if (!found) {
    await sayRefused(t('mails.noSuchCase', { reference }), form);
    return revalidatePath(`${MAILS}/${mailId}`);
  }
  const noted = await noteMail(mailId, found.id, { kind: 'staff', id: staff.id });
  if (!noted.ok) {
    await sayRefused(t('mails.notTaken'), form);
    return revalidatePath(`${MAILS}/${mailId}`);
  }
  redirect(`/desk/cases/${found.id}`);
}
