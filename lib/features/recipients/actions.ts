'use server';

import { redirect } from 'next/navigation';
import { openTelling } from './data';
import { confirmTelling } from './mutations';
import { tellingTokenSchema } from './schema';

/** Takes the word of whoever holds a recipient's link that it did what was done here. */
export async function confirmTellingAction(form: FormData): Promise<void> {
  const token = tellingTokenSchema.safeParse(form.get('token'));
  if (!token.success) redirect('/told/unknown');
  const at = new Date();
  const opened = await openTelling(token.data, at);
  if (opened.ok) await confirmTelling(opened.value, at);
  redirect(`/told/${token.data}`);
}
