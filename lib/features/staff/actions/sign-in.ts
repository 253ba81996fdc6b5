'use server';

import { redirect } from 'next/navigation';
import { homeOf } from '@/lib/features/staff/ability';
import { postToDoor } from '@/lib/features/staff/loaders/door';
import { presentNow } from '@/lib/features/staff/loaders/session';
import { returnPathSchema, type SignInError, signInErrorSchema } from '@/lib/features/staff/schema/sign-in';

/** What the form shows again after a failure; never the password or the code. */
export type SignInState = { readonly error: SignInError; readonly email: string };

/** Signs in from the plain form, without asking for JavaScript: next-auth does it, as on its own routes. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const typed = (name: string): string => String(form.get(name) ?? '').slice(0, 1_000);
  const fields = { email: typed('email'), password: typed('password'), totp: typed('totp') };
  const error = signInErrorSchema.parse(await postToDoor(['callback', 'credentials'], fields));
  const present = error ? null : await presentNow();
  if (!present) return { error: error ?? { wait: 0 }, email: fields.email.slice(0, 254) };
  redirect(wayOn(returnPathSchema.parse(form.get('back')) ?? homeOf(present.staff), typed('kept')));
}

/** To the place somebody came from, with what they had written there. */
const wayOn = (path: string, kept: string): string =>
  /^[\da-f-]{36}$/.test(kept) ? `${path}${path.includes('?') ? '&' : '?'}kept=${kept}` : path;

/** Ends this session; on other browsers the person stays signed in. */
export async function signOutAction(): Promise<void> {
  await postToDoor(['signout']);
  redirect('/sign-in');
}
