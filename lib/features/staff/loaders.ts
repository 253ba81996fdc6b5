import { notFound, redirect } from 'next/navigation';
import type { NextAuthOptions, Session } from 'next-auth';
import { getServerSession } from 'next-auth/next';
import Credentials from 'next-auth/providers/credentials';
import { cache } from 'react';
import type { AuthorizedCaseId } from '@/lib/features/cases/types';
import { CLIENT_ADDRESS, networkOf } from '@/lib/platform/client-address';
import { env } from '@/lib/platform/env';
import { mayApprove, mayConfigure, mayOversee, mayWorkCases, seesController } from './ability';
import { caseScope, staffOfSession } from './data';
import { recordAccessRefused, signIn } from './mutations';
import { sessionClaimsSchema, signInSchema } from './schema';
import type { Staff } from './types';

/** A working day; a new morning asks for a new code. */
export const SESSION_SECONDS = 10 * 3600;

export const sessionCookie = () => {
  const secure = env().BASE_URL.startsWith('https:');
  return {
    name: `${secure ? '__Secure-' : ''}rightsdesk.session`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  };
};

/** Settings of next-auth: a sealed cookie that names the person and the generation of their sessions, nothing else. */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: {}, password: {}, totp: {} },
      async authorize(tried, request) {
        const parsed = signInSchema.safeParse(tried);
        if (!parsed.success) return null;
        const result = await signIn(parsed.data, networkOf(request.headers?.[CLIENT_ADDRESS] ?? 'unknown'));
        return result.ok ? { id: result.value.staffId, ...result.value } : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { ...sessionClaimsSchema.parse(user) } : token),
    session: ({ session, token }) => ({ expires: session.expires, claims: sessionClaimsSchema.safeParse(token).data }) as unknown as Session,
  },
});

/** Who is signed in, checked against the database at this very request; null for nobody. */
export const currentStaff = cache(async (): Promise<Staff | null> => {
  const session = (await getServerSession(authOptions())) as { claims?: unknown } | null;
  const claims = sessionClaimsSchema.safeParse(session?.claims);
  return claims.success ? staffOfSession(claims.data) : null;
});

const ABILITIES = { workCases: mayWorkCases, approve: mayApprove, oversee: mayOversee, configure: mayConfigure } as const;

export type Ability = keyof typeof ABILITIES;

/** The gate of every page and action of the staff: nobody is sent to sign in, the wrong role sees that there is no such page. */
export async function requireStaff(ability: Ability): Promise<Staff> {
  const staff = await currentStaff();
  if (!staff) redirect('/sign-in');
  if (ABILITIES[ability](staff)) return staff;
  await recordAccessRefused(staff.id, ability);
  notFound();
}

/** Lets a person who passed the gate to one case; a case of another controller does not exist for them. */
export async function authorizeCase(staff: Staff, caseId: string): Promise<AuthorizedCaseId> {
  const scope = await caseScope(caseId);
  if (!scope) notFound();
  if (seesController(staff, scope.controllerId)) return scope.id as AuthorizedCaseId;
  await recordAccessRefused(staff.id, 'otherController');
  notFound();
}
