import { localDateOf } from '@/lib/domain/calendar/local-date';
import { mailboxOf, mailDomainOf } from '@/lib/domain/intake/address';
import { completeAnswers } from '@/lib/domain/intake/complete';
import type { Locale } from '@/lib/domain/locale';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { submitRequest } from '@/lib/features/requests/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import { type Db, db, transaction } from '@/lib/platform/db/client';
import { newId, newSecret } from '@/lib/platform/ids';
import { windowEnd, withinLimit } from '@/lib/platform/rate-limit';
import { newCaseKey, openJson, sealJson, unwrapCaseKey, wrapCaseKey } from '@/lib/platform/vault/case-key';
import { hashSecret } from '@/lib/platform/vault/secrets';
import { draftContentSchema } from './schema';
import { type DraftContent, NOTHING_YET } from './types';

/** Answers are kept for a day after the last one, so that a form can be finished in the evening. */
export const DRAFT_HOURS = 24;

const HOUR = 3600;
const DAY = 24 * HOUR;

// Nobody sends ten requests in an hour; whoever does is filling somebody's mailbox, or the desk's queue, with what nobody asked for.
// A network can be an office or a whole village behind one address, and a domain can be a large provider of mailboxes.
const LIMITS = [
  { purpose: 'submit', of: ({ mailbox }: Sender) => mailbox, most: 10, seconds: HOUR },
  { purpose: 'submitDay', of: ({ mailbox }: Sender) => mailbox, most: 20, seconds: DAY },
  { purpose: 'submitNetwork', of: ({ network }: Sender) => network, most: 40, seconds: HOUR },
  { purpose: 'submitDomain', of: ({ domain }: Sender) => domain, most: 400, seconds: HOUR },
] as const;

type Sender = { readonly mailbox: string; readonly domain: string; readonly network: string };

/** When the sender may try again, where one of the limits is reached; null while none is. Which one it was is told to nobody. */
async function overLimit(controllerId: string, sender: Sender, at: Date): Promise<Date | null> {
  for (const { purpose, of, most, seconds } of LIMITS) {
    if (!(await withinLimit(purpose, `${controllerId}:${of(sender)}`, most, seconds, at)))
      return windowEnd(seconds, at);
  }
  return null;
}

const expiry = (at: Date): Date => new Date(at.getTime() + DRAFT_HOURS * 3_600_000);

/** Starts a draft under a key of its own. @returns the secret for the browser's cookie; only its hash is kept. */
export async function startDraft(controllerId: string, content: DraftContent, at: Date): Promise<string> {
  const [id, secret, key] = [newId(), newSecret(), newCaseKey()];
  await db().requestDraft.create({
    data: {
      id,
      secretHash: hashSecret(secret),
      controllerId,
      wrappedKey: wrapCaseKey(key),
      sealedAnswers: sealJson(key, content, `draft:${id}`),
      createdAt: at,
      expiresAt: expiry(at),
    },
  });
  return secret;
}

/** Keeps new content. A draft that was sent meanwhile, in another window, stays as it was sent. */
export async function saveDraft(id: string, content: DraftContent, at: Date): Promise<void> {
  const row = await db().requestDraft.findUniqueOrThrow({ where: { id }, select: { wrappedKey: true } });
  const sealedAnswers = sealJson(unwrapCaseKey(row.wrappedKey), content, `draft:${id}`);
  await db().requestDraft.updateMany({ where: { id, caseId: null }, data: { sealedAnswers, expiresAt: expiry(at) } });
}

export type SubmitRefusal = 'incomplete' | 'tooMany';

/**
 * Sends a draft: one request however often the button is pressed, since the draft is locked and remembers its case.
 * Its own copy of the answers is emptied; the request has them under the key of the case.
 * @param network from which it comes
 * @returns the id of the case; or `incomplete` with the question where to go on; or `tooMany` with the instant from which it can be tried again.
 */
export async function submitDraft(
  id: string,
  locale: Locale,
  network: string,
  at: Date,
): Promise<Result<string, SubmitRefusal>> {
  const before = await readDraft(db(), id, locale, at);
  if (before.sentAs !== null) return ok(before.sentAs);
  if (!before.complete.ok) return before.complete;
  // Counted before the transaction: whoever waits for the lock below must not wait for a second connection too.
  const { email } = before.complete.value;
  const until = await overLimit(
    before.controllerId,
    { mailbox: mailboxOf(email), domain: mailDomainOf(email), network },
    at,
  );
  if (until) return refuse('tooMany', until.toISOString());
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "RequestDraft" where "id" = ${id}::uuid for update`;
    const now = await readDraft(tx, id, locale, at);
    if (now.sentAs !== null) return ok(now.sentAs);
    if (!now.complete.ok) return now.complete;
    const { caseId } = await submitRequest(tx, {
      controllerId: now.controllerId,
      answers: now.complete.value,
      channel: 'form',
      receivedAt: at,
    });
    await tx.requestDraft.update({
      where: { id },
      data: { caseId, sealedAnswers: sealJson(now.key, NOTHING_YET, `draft:${id}`) },
    });
    return ok(caseId);
  });
}

/** A draft as it would be sent now, or the case it has been sent as. */
async function readDraft(tx: Db, id: string, locale: Locale, at: Date) {
  const row = await tx.requestDraft.findUniqueOrThrow({ where: { id } });
  if (row.caseId !== null) return { sentAs: row.caseId } as const;
  const key = unwrapCaseKey(row.wrappedKey);
  const { answers } = draftContentSchema.parse(openJson(key, row.sealedAnswers, `draft:${id}`));
  const { definition, intake } = controller(row.controllerId);
  const complete = completeAnswers(answers, locale, intake, localDateOf(at.toISOString(), definition.timezone));
  return { sentAs: null, key, controllerId: row.controllerId, complete } as const;
}

/** Throws a draft away. One that was sent is only how its browser shows that it sent it: the request stays. */
export const deleteDraft = async (id: string): Promise<void> => {
  await db().requestDraft.deleteMany({ where: { id } });
};
