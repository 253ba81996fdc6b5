'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { encode } from 'next-auth/jwt';
import { CLIENT_ADDRESS, networkOf } from '@/lib/platform/client-address';
import { env } from '@/lib/platform/env';
import { homeOf } from './ability';
import { staffOfSession } from './data';
import { currentStaff, SESSION_SECONDS, sessionCookie } from './loaders';
import { signIn, signOut } from './mutations';
import { signInSchema } from './schema';

/** What the form shows again after a failure; never the password or the code. */
export type SignInState = { readonly failed: boolean; readonly email: string };

/** Signs in from the plain form: the same check as next-auth's own route, and the same cookie, without asking for JavaScript. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get('email') ?? '').slice(0, 254);
  const parsed = signInSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { failed: true, email };
  const result = await signIn(parsed.data, networkOf((await headers()).get(CLIENT_ADDRESS) ?? 'unknown'));
  const staff = result.ok ? await staffOfSession(result.value) : null;
  if (!result.ok || !staff) return { failed: true, email };
  const { name, options } = sessionCookie();
  const token = await encode({ token: { ...result.value }, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
  (await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS });
  redirect(homeOf(staff));
}

export async function signOutAction(): Promise<void> {
  const staff = await currentStaff();
  if (staff) await signOut(staff.id);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
  redirect('/sign-in');
}
