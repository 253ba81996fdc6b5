import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { NextAuthOptions, Session } from 'next-auth';
import { decode, encode, type JWT } from 'next-auth/jwt';
import { getServerSession } from 'next-auth/next';
import Credentials from 'next-auth/providers/credentials';
import { cache } from 'react';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { keepWords } from '@/lib/features/staff/mutations/kept-words';
import type { Source } from '@/lib/features/staff/mutations/sign-in-limits';
import { formerOwner } from '@/lib/features/staff/data/sessions';
import { endSession, touchSession } from '@/lib/features/staff/mutations/sessions';
import { browserName } from '@/lib/platform/browser-name';
import { CLIENT_ADDRESS, networkOf, PAGE_PATH } from '@/lib/platform/client-address';
import { env } from '@/lib/platform/env';
import { mayApprove, mayConfigure, mayOversee, mayWorkCases, seesController } from '@/lib/features/staff/ability';
import { caseScope, presentOf } from '@/lib/features/staff/data/staff';
import { recordAccessRefused, signIn } from '@/lib/features/staff/mutations/sign-in';
import { returnPathSchema, sessionClaimsSchema, signInSchema } from '@/lib/features/staff/schema/sign-in';
import type { Present, Staff } from '@/lib/features/staff/types/staff';

// Longer than a session may last: by an old cookie somebody is known again whose words were kept. It opens nothing.
const COOKIE_SECONDS = 24 * 3600;
const DEVICE_SECONDS = 90 * 24 * 3600;

const cookie = (name: string) => {
  const secure = env().BASE_URL.startsWith('https:');
  return {
    name: `${secure ? '__Secure-' : ''}rightsdesk.${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  };
};

export const sessionCookie = () => cookie('session');

/** Puts the session and the mark of this browser into its cookies. */
export async function keepSignedIn({ sessionId, device }: { sessionId: string; device: string }): Promise<void> {
  const [session, mark, jar] = [cookie('session'), cookie('device'), await cookies()];
  const token = await encode({ token: { sessionId }, secret: env().NEXTAUTH_SECRET, maxAge: COOKIE_SECONDS });
  jar.set(session.name, token, { ...session.options, maxAge: COOKIE_SECONDS });
  jar.set(mark.name, device, { ...mark.options, maxAge: DEVICE_SECONDS });
}

const DEVICE_SECRET = /^[\w-]{43}$/;

const sourceFrom = (header: (name: string) => string | null | undefined, device: string | undefined): Source => ({
  network: networkOf(header(CLIENT_ADDRESS) ?? 'unknown'),
  device: device !== undefined && DEVICE_SECRET.test(device) ? device : null,
  browser: browserName(header('user-agent') ?? ''),
});

/** Where the request at hand comes from. */
export async function currentSource(): Promise<Source> {
  const [given, jar] = [await headers(), await cookies()];
  return sourceFrom((name) => given.get(name), jar.get(cookie('device').name)?.value);
}

const claimsOf = (token: unknown) => sessionClaimsSchema.safeParse(token).data;

/**
 * Settings of next-auth: a sealed cookie that names a session, and the session itself is a row of ours. Its own routes do what our forms do:
 * signing in opens such a row, signing out ends it, and asking for the session neither extends it nor tells of one that has ended.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: COOKIE_SECONDS },
  jwt: { maxAge: COOKIE_SECONDS, decode: livingToken },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: {}, password: {}, totp: {} },
      async authorize(tried, request) {
        const parsed = signInSchema.safeParse(tried);
        if (!parsed.success) return null;
        const given = request.headers as Record<string, string> | undefined;
        const result = await signIn(
          parsed.data,
          sourceFrom((name) => given?.[name], undefined),
        );
        return result.ok ? { id: result.value.staffId, sessionId: result.value.sessionId } : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { ...sessionClaimsSchema.parse(user) } : token),
    session: ({ session, token }) => ({ expires: session.expires, claims: claimsOf(token) }) as unknown as Session,
  },
  events: {
    async signOut({ token }) {
      const claims = claimsOf(token);
      const present = claims && (await presentOf(claims));
      if (present) await endSession(present.staff.id, present.sessionId);
    },
  },
});

async function livingToken(params: Parameters<typeof decode>[0]): Promise<JWT | null> {
  const token = await decode(params).catch(() => null);
  const claims = claimsOf(token);
  return claims && (await presentOf(claims)) ? token : null;
}

/** Who is signed in, checked against the database at this very request; null for nobody. */
export const currentPresent = cache(async (): Promise<Present | null> => {
  const session = (await getServerSession(authOptions())) as { claims?: unknown } | null;
  const claims = claimsOf(session?.claims);
  const present = claims ? await presentOf(claims) : null;
  if (present) await touchSession(present.sessionId, new Date());
  return present;
});

export const currentStaff = async (): Promise<Staff | null> => (await currentPresent())?.staff ?? null;

const ABILITIES = {
  workCases: mayWorkCases,
  approve: mayApprove,
  oversee: mayOversee,
  configure: mayConfigure,
} as const;

export type Ability = keyof typeof ABILITIES;

/**
 * The gate of every page and action of the staff: nobody is sent to sign in and comes back, the wrong role sees that there is no such page.
 * @param form what an action was sent: where the session has ended meanwhile it is kept until its writer has signed in again
 */
export async function requireStaff(ability: Ability, form?: FormData): Promise<Staff> {
  const { staff } = await requirePresent(form);
  if (ABILITIES[ability](staff)) return staff;
  await recordAccessRefused(staff.id, ability);
  notFound();
}

/** Anybody who works here, for what concerns themselves. Whoever still has a password that others know changes it first. */
export async function requirePresent(form?: FormData, { changing = false } = {}): Promise<Present> {
  const present = await currentPresent();
  if (!present) redirect(await wayBack(form));
  if (present.mustChangePassword && !changing) redirect('/account/password');
  return present;
}

async function wayBack(form: FormData | undefined): Promise<string> {
  const asked = new URL((await headers()).get(PAGE_PATH) ?? '/', env().BASE_URL);
  for (const name of ['_rsc', 'kept']) asked.searchParams.delete(name);
  // What a page fetches for itself is no place to come back to.
  const back = returnPathSchema.parse(`${asked.pathname.replace(/\/(?:records|export)$/, '')}${asked.search}`);
  const kept = form && back ? await keepForOwner(form, back) : null;
  const query = new URLSearchParams({ ...(back && { back }), ...(kept && { kept }) });
  return query.size === 0 ? '/sign-in' : `/sign-in?${query}`;
}

/** Only somebody who had a session has words to keep: their cookie names it still. */
async function keepForOwner(form: FormData, path: string): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  const claims = claimsOf(token ? await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null) : null);
  const owner = claims ? await formerOwner(claims.sessionId) : null;
  return owner ? keepWords(owner, path, form, new Date()) : null;
}

/** Lets a person who passed the gate to one case; a case of another controller does not exist for them. */
export async function authorizeCase(staff: Staff, caseId: string): Promise<AuthorizedCaseId> {
  const scope = await caseScope(caseId);
  if (!scope) notFound();
  if (seesController(staff, scope.controllerId)) return scope.id as AuthorizedCaseId;
  await recordAccessRefused(staff.id, 'otherController');
  notFound();
}
