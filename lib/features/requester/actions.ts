'use server';

import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { after } from 'next/server';
import type { z } from 'zod';
import { type FieldProblem, problemsOf } from '@/lib/domain/intake/problems';
import type { FileProblem } from '@/lib/domain/files/take';
import type { Locale } from '@/lib/domain/locale';
import { handle } from '@/lib/features/cases/mutations/handle';
import { forgetDraft, keepDraft, loadDraft } from '@/lib/features/drafts/loaders';
import { startDraft } from '@/lib/features/drafts/mutations';
import { rawOf } from '@/lib/features/drafts/schema';
import { NOTHING_YET } from '@/lib/features/drafts/types';
import { dropFiles, keepFiles, sentFiles } from '@/lib/features/files/mutations';
import { controllers } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';
import { translator } from '@/lib/platform/i18n/translator';
import { newId } from '@/lib/platform/ids';
import { personOf } from './data/status';
import { CASE_COOKIE, loadSession, requireSession } from './loaders';
import {
  caseOfLink,
  endSession,
  enterByCode,
  enterByLink,
  mailWayIn,
  mailWayInTo,
  REMEMBERED_DAYS,
  requesterOf,
} from './mutations';
import {
  codeFormSchema,
  findFormSchema,
  linkFormSchema,
  messageFormSchema,
  messageSchema,
  portalSchema,
  wayInSchema,
} from './schema';

/** A form that comes back with what is wrong, in the requester's language, and what was typed. */
export type FormState = {
  readonly problems: readonly { readonly field: string; readonly text: string }[];
  readonly raw: Readonly<Record<string, string>>;
};

/** Fields of a form of an existing portal; anything else was not sent by our pages. */
function read<S extends z.ZodType<{ controllerId: string; locale: Locale }>>(
  schema: S,
  form: FormData,
): z.output<S> & { home: string } {
  const parsed = schema.safeParse(rawOf(form));
  if (!parsed.success || !controllers().has(parsed.data.controllerId)) notFound();
  return { ...parsed.data, home: `/${parsed.data.controllerId}/${parsed.data.locale}` };
}

/** Confirms the address by the code, in the browser that sent the request. */
export async function confirmByCodeAction(form: FormData): Promise<void> {
  const { controllerId, code, remember, home } = read(codeFormSchema, form);
  const draft = await loadDraft(controllerId);
  if (draft.state !== 'sent') redirect(`${home}/find`);
  const entered = await enterByCode(draft.caseId, code, new Date(), remember);
  if (!entered.ok) redirect(`${home}/request/sent?problem=${entered.reason}#errors`);
  await keepCookie(controllerId, entered.value, remember);
  redirect(`${home}/my-request`);
}

/** Mails a new code to the address of the request that this browser sent. */
export async function renewCodeAction(form: FormData): Promise<void> {
  const { controllerId, home } = read(portalSchema, form);
  const draft = await loadDraft(controllerId);
  if (draft.state !== 'sent') redirect(`${home}/find`);
  await mailWayIn(draft.caseId, new Date());
  redirect(`${home}/request/sent?renewed=1`);
}

/** Uses a mailed link. Opening it only shows a button, so that a scanner of mails uses nothing up. */
export async function openLinkAction(form: FormData): Promise<void> {
  const { controllerId, token, remember, home } = read(linkFormSchema, form);
  const entered = await enterByLink(token, controllerId, new Date(), remember);
  if (!entered.ok) redirect(`${home}/confirm/${encodeURIComponent(token)}?problem=${entered.reason}#errors`);
  await keepCookie(controllerId, entered.value, remember);
  redirect(`${home}/my-request`);
}

/** Mails a new link in place of one that no longer works. */
export async function renewLinkAction(form: FormData): Promise<void> {
  const { controllerId, token, home } = read(linkFormSchema, form);
  const at = new Date();
  after(async () => {
    const caseId = await caseOfLink(token, controllerId);
    if (caseId) await mailWayIn(caseId, at);
  });
  redirect(`${home}/find?sent=1`);
}

/** Asks for a way in by reference and address. The answer is the same, and takes as long, whether or not they belong together. */
export async function findAction(_before: FormState, form: FormData): Promise<FormState> {
  const { controllerId, locale, reference, email, home } = read(findFormSchema, form);
  const typed = { reference, email };
  const wayIn = wayInSchema.safeParse(typed);
  if (!wayIn.success) return { problems: problemTexts(locale, problemsOf(wayIn.error.issues)), raw: typed };
  const asked = { controllerId, reference: asReference(wayIn.data.reference), email: wayIn.data.email };
  const at = new Date();
  after(() => mailWayInTo(asked, at));
  redirect(`${home}/find?sent=1`);
}

/** Sends a message to the desk. */
export async function writeMessageAction(_before: FormState, form: FormData): Promise<FormState> {
  const { controllerId, locale, body, about, home } = read(messageFormSchema, form);
  const session = await requireSession(controllerId, locale);
  const message = messageSchema.safeParse({ body });
  if (!message.success)
    return {
      problems: problemTexts(locale, problemsOf(message.error.issues)),
      raw: { body: body.slice(0, 20_000) },
    };
  const kept = await keepFiles(session.caseId, await sentFiles(form.getAll('files')));
  if ('problem' in kept) return { problems: [fileProblem(locale, kept)], raw: { body: body.slice(0, 20_000) } };
  const written = await handle(
    session.caseId,
    { type: 'WriteMessage', messageId: newId(), body: message.data.body, files: kept.files, ...(about && { about }) },
    requesterOf(session.caseId),
  );
  if (!written.ok) await dropFiles(kept.files);
  redirect(`${home}/my-request?written=1#messages`);
}

/** Asks the desk, in the requester's language, to make an expired bundle available once more. */
export async function askAgainAction(form: FormData): Promise<void> {
  const { controllerId, locale, home } = read(portalSchema, form);
  const session = await requireSession(controllerId, locale);
  const body = translator(locale, 'public')('status.askAgain.message');
  await handle(session.caseId, { type: 'WriteMessage', messageId: newId(), body }, requesterOf(session.caseId));
  redirect(`${home}/my-request?written=1#messages`);
}

/**
 * Asks for something more: a request of its own, since its time runs from its own day, with everything about the person already answered.
 * What this browser still held of another form goes.
 */
export async function askMoreAction(form: FormData): Promise<void> {
  const { controllerId, locale, home } = read(portalSchema, form);
  const session = await requireSession(controllerId, locale);
  await forgetDraft(controllerId);
  const answers = await personOf(session.caseId);
  await keepDraft(controllerId, await startDraft(controllerId, { ...NOTHING_YET, answers }, new Date()));
  redirect(`${home}/request/rights`);
}

/** Takes the request back. Pressed on the page that says what that means. */
export async function withdrawAction(form: FormData): Promise<void> {
  const { controllerId, locale, home } = read(portalSchema, form);
  const session = await requireSession(controllerId, locale);
  await handle(session.caseId, { type: 'WithdrawRequest', told: null }, requesterOf(session.caseId));
  redirect(`${home}/my-request`);
}

/** Stops an erasure before it is carried out. */
export async function cancelErasureAction(form: FormData): Promise<void> {
  const { controllerId, locale, home } = read(portalSchema, form);
  const session = await requireSession(controllerId, locale);
  // Refused where it has begun meanwhile; the page then says so.
  await handle(session.caseId, { type: 'CancelErasure' }, requesterOf(session.caseId));
  redirect(`${home}/my-request#deletion`);
}

/** Ends the session of this browser, and takes away what it still holds of the form. */
export async function leaveAction(form: FormData): Promise<void> {
  const { controllerId, home } = read(portalSchema, form);
  const session = await loadSession(controllerId);
  if (session) await endSession(session.sessionId);
  (await cookies()).set(CASE_COOKIE, '', { ...cookieOf(controllerId), maxAge: 0 });
  await forgetDraft(controllerId);
  redirect(home);
}

/** However it was typed: lower case, spaces in place of dashes, or none. */
function asReference(text: string): string {
  const signs = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return `${signs.slice(0, 2)}-${signs.slice(2, 6)}-${signs.slice(6)}`;
}

function problemTexts(locale: Locale, problems: readonly FieldProblem[]): FormState['problems'] {
  const t = translator(locale, 'public');
  return problems.map(({ field, key, values }) => ({
    field,
    text:
      key === 'empty' ? t(`problem.empty.${field}`) : t(`problem.${key}`, { label: t(`field.${field}`), ...values }),
  }));
}

const fileProblem = (locale: Locale, { problem, name }: FileProblem): FormState['problems'][number] => ({
  field: 'files',
  text: translator(locale, 'public')(`problem.file.${problem}`, { name }),
});

const cookieOf = (controllerId: string) =>
  ({ httpOnly: true, sameSite: 'lax', secure: env().BASE_URL.startsWith('https:'), path: `/${controllerId}` }) as const;

/** Lives as long as the browser is open, or for the days that it is remembered; when it ends is decided in the database. */
async function keepCookie(controllerId: string, secret: string, remember: boolean): Promise<void> {
  const days = remember && { maxAge: REMEMBERED_DAYS * 86_400 };
  (await cookies()).set(CASE_COOKIE, secret, { ...cookieOf(controllerId), ...days });
}
