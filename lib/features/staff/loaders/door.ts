import 'server-only';
import { cookies, headers } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import NextAuth, { type NextAuthOptions, type Session } from 'next-auth';
import { decode, type JWT } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { presentOf } from '@/lib/features/staff/data/staff';
import { endSession } from '@/lib/features/staff/mutations/sessions';
import { signIn } from '@/lib/features/staff/mutations/sign-in';
import type { Source } from '@/lib/features/staff/mutations/sign-in-limits';
import { sessionClaimsSchema, signInSchema } from '@/lib/features/staff/schema/sign-in';
import type { SignedIn } from '@/lib/features/staff/types/staff';
import { browserName } from '@/lib/platform/browser-name';
import { CLIENT_ADDRESS, networkOf } from '@/lib/platform/client-address';
import { env } from '@/lib/platform/env';

// Longer than a session may last: by an old cookie somebody is known again whose words were kept. It opens nothing.
const COOKIE_SECONDS = 24 * 3600;
const DEVICE_SECONDS = 90 * 24 * 3600;

const isSecure = (): boolean => env().BASE_URL.startsWith('https:');

const cookie = (name: string) => ({
  name: `${isSecure() ? '__Secure-' : ''}rightsdesk.${name}`,
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const,
});

const DEVICE_SECRET = /^[\w-]{43}$/;

/** Where the request at hand comes from. */
async function currentSource(): Promise<Source> {
  const [given, jar] = [await headers(), await cookies()];
  const device = jar.get(cookie('device').name)?.value;
  return {
    network: networkOf(given.get(CLIENT_ADDRESS) ?? 'unknown'),
    device: device !== undefined && DEVICE_SECRET.test(device) ? device : null,
    browser: browserName(given.get('user-agent') ?? ''),
  };
}

export const claimsOf = (token: unknown) => sessionClaimsSchema.safeParse(token).data;

/**
 * Settings of next-auth: a sealed cookie that names a session, and the session itself is a row of ours. Signing in opens such a row, signing
 * out ends it, and asking for the session neither extends it nor tells of one that has ended.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  useSecureCookies: isSecure(),
  session: { strategy: 'jwt', maxAge: COOKIE_SECONDS },
  jwt: { maxAge: COOKIE_SECONDS, decode: livingToken },
  cookies: { sessionToken: cookie('session') },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: {}, password: {}, totp: {} },
      async authorize(tried) {
        const parsed = signInSchema.safeParse(tried);
        if (!parsed.success) return null;
        const result = await signIn(parsed.data, await currentSource());
        if (result.ok) return { id: result.value.staffId, ...result.value };
        // What is thrown here comes back as the `error` of the sign-in page.
        if (result.reason === 'wait') throw new Error(`wait-${result.detail}`);
        return null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { ...sessionClaimsSchema.parse(user) } : token),
    session: ({ session, token }) => ({ expires: session.expires, claims: claimsOf(token) }) as unknown as Session,
  },
  events: {
    async signIn({ user }) {
      const mark = cookie('device');
      const { device } = user as unknown as SignedIn;
      (await cookies()).set(mark.name, device, { ...mark.options, maxAge: DEVICE_SECONDS });
    },
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

/** Which session the browser's cookie names, also one that has ended: it opens nothing. */
export async function namedSession(): Promise<string | null> {
  const token = (await cookies()).get(cookie('session').name)?.value;
  const claims = claimsOf(token ? await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null) : null);
  return claims?.sessionId ?? null;
}

/** The one door: what opens and ends sessions of the staff is next-auth, asked by its own routes or by a form of ours. */
export const throughDoor = (request: NextRequest, steps: string[]): Promise<Response> =>
  // Its types are those of an API route, which it tells apart from this by `params`. Made per request: a build has no settings.
  NextAuth(request as never, { params: Promise.resolve({ nextauth: steps }) } as never, authOptions());

/**
 * Posts to next-auth from a form of ours, which needs no script to carry a token: Next has compared the form's origin. The cookies that it
 * answers with become those of the browser.
 * @returns the `error` it sends to the sign-in page; null when it did what was asked
 */
export async function postToDoor(
  steps: ['callback', 'credentials'] | ['signout'],
  fields: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  const at = (path: readonly string[]) => new URL(`/api/auth/${path.join('/')}`, env().BASE_URL);
  const asked = await keepCookies(await throughDoor(new NextRequest(at(['csrf'])), ['csrf']));
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const body = new URLSearchParams({ ...fields, csrfToken });
  const answer = await keepCookies(await throughDoor(new NextRequest(at(steps), { method: 'POST', body }), [...steps]));
  const onTo = answer.headers.get('location');
  if (onTo === null) throw new Error(`next-auth answered ${answer.status} to ${steps.join('/')}`);
  return new URL(onTo, env().BASE_URL).searchParams.get('error');
}

async function keepCookies(answer: Response): Promise<Response> {
  const jar = await cookies();
  for (const { name, value, ...options } of new NextResponse(null, { headers: answer.headers }).cookies.getAll())
    // One that is taken away comes without a value, and its age of 0 does not survive the parsing.
    jar.set(name, value || '', value ? options : { ...options, maxAge: 0 });
  return answer;
}
