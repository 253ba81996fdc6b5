import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getServerSession } from 'next-auth/next';
import { cache } from 'react';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { mayApprove, mayConfigure, mayOversee, mayWorkCases, seesController } from '@/lib/features/staff/ability';
import { formerOwner } from '@/lib/features/staff/data/sessions';
import { caseScope, presentOf } from '@/lib/features/staff/data/staff';
import { keepWords } from '@/lib/features/staff/mutations/kept-words';
import { touchSession } from '@/lib/features/staff/mutations/sessions';
import { recordAccessRefused } from '@/lib/features/staff/mutations/sign-in';
import { returnPathSchema } from '@/lib/features/staff/schema/sign-in';
import type { Present, Staff } from '@/lib/features/staff/types/staff';
import { PAGE_PATH } from '@/lib/platform/client-address';
import { env } from '@/lib/platform/env';
import { authOptions, claimsOf, namedSession } from './door';

/** Who is signed in, checked against the database at this very request; null for nobody. */
export const currentPresent = cache(presentNow);

/** The same at this moment of the request, which may just have signed somebody in. */
export async function presentNow(): Promise<Present | null> {
  const session = (await getServerSession(authOptions())) as { claims?: unknown } | null;
  const claims = claimsOf(session?.claims);
  const present = claims ? await presentOf(claims) : null;
  if (present) await touchSession(present.sessionId, new Date());
  return present;
}

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
  const sessionId = await namedSession();
  const owner = sessionId ? await formerOwner(sessionId) : null;
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
