import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { letterPdf } from '@/lib/documents/letter/pdf';
import type { Locale } from '@/lib/domain/locale';
import { toldWords } from '@/lib/features/cases/data/mail-words';
import { controller } from '@/lib/platform/controllers/registry';
import { triesLeft } from '@/lib/features/confirmation/data';
import { loadDraft } from '@/lib/features/drafts/loaders';
import { lastReference, sessionBy } from './data/sessions';
import { letterOf, sentRequest, statusOf } from './data/status';
import { recordRequesterRead, touchSession } from './mutations';
import type { CaseStatus, RequesterSession } from './types';

/** Name of the cookie of somebody who has shown that the mailbox is theirs; its path is the controller's. */
export const CASE_COOKIE = 'rd_case';

/** The requester's session of this browser at this controller, or null. */
export const loadSession = cache(async (controllerId: string): Promise<RequesterSession | null> => {
  const at = new Date();
  const session = await sessionBy((await cookies()).get(CASE_COOKIE)?.value, controllerId, at);
  if (session) await touchSession(session.sessionId, at);
  return session;
});

/** The session, or away to the page where one asks for a way in, which says why one is there. */
export async function requireSession(controllerId: string, locale: Locale): Promise<RequesterSession> {
  const session = await loadSession(controllerId);
  if (session) return session;
  const reference = await lastReference((await cookies()).get(CASE_COOKIE)?.value, controllerId);
  redirect(`/${controllerId}/${locale}/find?out=1${reference ? `&reference=${reference}` : ''}`);
}

/** The requester's case for a page of theirs; that it was read is logged. */
export const loadStatus = cache(
  async (controllerId: string, locale: Locale): Promise<{ session: RequesterSession; status: CaseStatus }> => {
    const session = await requireSession(controllerId, locale);
    const at = new Date();
    await recordRequesterRead(session.caseId, at);
    return { session, status: await statusOf(session.caseId, at) };
  },
);

/** A letter of ours for its requester; that it was read is logged. Null for one that is not theirs. */
export async function loadLetter(controllerId: string, locale: Locale, id: string) {
  const { caseId } = await requireSession(controllerId, locale);
  await recordRequesterRead(caseId, new Date());
  return letterOf(caseId, id);
}

/** The same as a page to print. */
export async function loadLetterPdf(controllerId: string, locale: Locale, id: string) {
  const kept = await loadLetter(controllerId, locale, id);
  if (!kept) return null;
  const { letter } = kept;
  return { reference: letter.reference, pdf: await letterPdf(letter, controller(controllerId).accent.light) };
}

/** What this browser has sent, for the page that follows the form, with what its sender is told unasked; null where nothing was sent. */
export async function loadSent(controllerId: string, locale: Locale) {
  const draft = await loadDraft(controllerId);
  if (draft.state !== 'sent') return null;
  const [sent, tries] = await Promise.all([sentRequest(draft.caseId), triesLeft(draft.caseId, 'confirmEmail')]);
  const { residence, forWhom } = sent.answers;
  return { ...sent, triesLeft: tries, told: toldWords({ controllerId, residence, forWhom, locale }, new Date()) };
}

/** What the requester is told unasked on their page. */
export const loadTold = ({ controllerId, residence, forWhom }: CaseStatus, locale: Locale, at: Date) =>
  toldWords({ controllerId, residence, forWhom, locale }, at);
