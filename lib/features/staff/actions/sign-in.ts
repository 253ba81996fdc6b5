'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { endSession } from '@/lib/features/staff/mutations/sessions';
import { homeOf } from '@/lib/features/staff/ability';
import { staffById } from '@/lib/features/staff/data/staff';
import { currentPresent, currentSource, keepSignedIn, sessionCookie } from '@/lib/features/staff/loaders/session';
import { signIn } from '@/lib/features/staff/mutations/sign-in';
import { returnPathSchema, signInSchema } from '@/lib/features/staff/schema/sign-in';

/** What the form shows again after a failure; never the password or the code. `wait`: seconds, where tries came too fast. */
export type SignInState = { readonly failed: boolean; readonly wait: number; readonly email: string };

/** Signs in from the plain form: the same check as next-auth's own route, and the same cookie, without asking for JavaScript. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get('email') ?? '').slice(0, 254);
  const parsed = signInSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { failed: true, wait: 0, email };
  const result = await signIn(parsed.data, await currentSource());
  const staff = result.ok ? await staffById(result.value.staffId) : null;
  if (!result.ok) return { failed: true, wait: result.reason === 'wait' ? Number(result.detail) : 0, email };
  if (!staff) return { failed: true, wait: 0, email };
  await keepSignedIn(result.value);
  redirect(wayOn(returnPathSchema.parse(form.get('back')) ?? homeOf(staff), String(form.get('kept') ?? '')));
}

/** To the place somebody came from, with what they had written there. */
const wayOn = (path: string, kept: string): string =>
  /^[\da-f-]{36}$/.test(kept) ? `${path}${path.includes('?') ? '&' : '?'}kept=${kept}` : path;

/** Ends this session; on other browsers the person stays signed in. */
export async function signOutAction(): Promise<void> {
  const present = await currentPresent();
  if (present) await endSession(present.staff.id, present.sessionId);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
  redirect('/sign-in');
}
