import type { AuditEventData } from '@/lib/domain/log/schema';
import { mailboxOf } from '@/lib/domain/intake/address';
import { ok, type Result } from '@/lib/domain/result';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseRow, type CaseRow, contactOf, rulesOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { issueToken, LIFETIME_MINUTES, redeemCode, redeemLink } from '@/lib/features/confirmation/mutations';
import type { TokenRefusal } from '@/lib/features/confirmation/types';
import { confirmNotice } from '@/lib/features/cases/data/mail-words';
import { markMessagesRead } from '@/lib/features/case-file/upkeep/messages-read';
import { noticeCaseOf, queueNotice } from '@/lib/features/case-file/upkeep/outbox';
import { recordRefusal } from '@/lib/features/log/mutations/refusals';
import { db, type Db, transaction } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { newId, newSecret } from '@/lib/platform/ids';
import { withinLimit } from '@/lib/platform/rate-limit';
import { hashSecret } from '@/lib/platform/vault/secrets';

const MINUTE = 60_000;

/** A session ends half an hour after the last page, and after twelve hours whatever happens. */
const IDLE_MINUTES = 30;
const LONGEST_HOURS = 12;

/** A browser that its user wants remembered need not ask for a way in again; the data still wait for a fresh code. */
export const REMEMBERED_DAYS = 30;

// Enough for a mail that went astray twice; far too few to fill a mailbox or to guess digits.
const MAILS_PER_HOUR = 5;

// Of all cases together: whoever files requests in another's name cannot have each of them write to that mailbox all day.
const MAILS_PER_MAILBOX_AND_DAY = 20;

export const requesterOf = (caseId: string) => ({ kind: 'requester', id: caseId }) as const;

type Logged = Pick<CaseRow, 'id' | 'controllerId' | 'reference'>;

/** Writes what the requester did into the log of their case. */
export const logRequester = (tx: Db, about: Logged, event: AuditEventData, at: Date): Promise<void> =>
  appendAudit(
    tx,
    requesterOf(about.id),
    { controllerId: about.controllerId, caseId: about.id, reference: about.reference },
    [event],
    at,
  );

/** The same for what was refused to whoever tried in their name: anybody can cause it, so the log takes a bounded number of it. */
export const logRefusal = (tx: Db, about: Logged, event: AuditEventData, at: Date): Promise<void> =>
  recordRefusal(
    tx,
    requesterOf(about.id),
    { controllerId: about.controllerId, caseId: about.id, reference: about.reference },
    event,
    at,
  );

/** Lets a browser in. @returns the secret for its cookie; only its hash is kept. */
export async function openSession(tx: Db, caseId: string, at: Date, remember = false): Promise<string> {
  const secret = newSecret();
  const minutes = remember ? REMEMBERED_DAYS * 24 * 60 : IDLE_MINUTES;
  await tx.requesterSession.create({
    data: {
      id: newId(),
      secretHash: hashSecret(secret),
      caseId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + minutes * MINUTE),
    },
  });
  return secret;
}

/** Moves the end of a session that is in use; not at every page, and never past its longest time. */
export async function touchSession(sessionId: string, at: Date): Promise<void> {
  await db().requesterSession.updateMany({
    where: {
      id: sessionId,
      createdAt: { gt: new Date(at.getTime() - (LONGEST_HOURS * 60 - IDLE_MINUTES) * MINUTE) },
      expiresAt: { lt: new Date(at.getTime() + (IDLE_MINUTES - 5) * MINUTE) },
    },
    data: { expiresAt: new Date(at.getTime() + IDLE_MINUTES * MINUTE) },
  });
}

export const endSession = async (sessionId: string): Promise<void> => {
  await db().requesterSession.deleteMany({ where: { id: sessionId } });
};

/** Notes that the page was read, once in a quarter of an hour, and that messages of the desk have now been seen. */
export async function recordRequesterRead(caseId: string, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const row = await tx.case.findUniqueOrThrow({
      where: { id: caseId },
      select: { id: true, controllerId: true, reference: true },
    });
    const since = new Date(at.getTime() - 15 * MINUTE);
    const lately = await tx.auditEvent.findFirst({
      where: { caseId, kind: 'StatusRead', at: { gt: since } },
      select: { id: true },
    });
    if (!lately) await logRequester(tx, row, { kind: 'StatusRead', data: {} }, at);
    for (const messageId of await markMessagesRead(tx, caseId, 'desk', at))
      await logRequester(tx, row, { kind: 'MessageRead', data: { messageId } }, at);
  });
}

/** Confirms the address by the code typed on the page of the browser that sent the request. @returns the secret of a session. */
export async function enterByCode(
  caseId: string,
  code: string,
  at: Date,
  remember = false,
): Promise<Result<string, TokenRefusal>> {
  const entered = await transaction(async (tx) => {
    const used = await redeemCode(tx, { caseId, purpose: 'confirmEmail', code, at });
    return used.ok ? ok(await openSession(tx, caseId, at, remember)) : failed(tx, caseId, used, at);
  });
  if (entered.ok) await handle(caseId, { type: 'ConfirmEmail', method: 'code' }, requesterOf(caseId), { at });
  return entered;
}

/** Lets in whoever opens a mailed link and presses its button; the first time that confirms the address too. */
export async function enterByLink(
  token: string,
  controllerId: string,
  at: Date,
  remember = false,
): Promise<Result<string, TokenRefusal>> {
  const entered = await transaction(async (tx) => {
    const used = await redeemLink(tx, { token, controllerId, at });
    if (used.ok)
      return ok({ caseId: used.value.caseId, secret: await openSession(tx, used.value.caseId, at, remember) });
    return used.detail === undefined ? used : failed(tx, used.detail, used, at);
  });
  if (!entered.ok) return entered;
  const { caseId, secret } = entered.value;
  // Refused as done for every link but the first, and that is right.
  await handle(caseId, { type: 'ConfirmEmail', method: 'link' }, requesterOf(caseId), { at });
  return ok(secret);
}

/** A refusal is a fact of the case: it is logged, and the attempt it cost is kept. */
async function failed<R extends { ok: false; reason: TokenRefusal }>(
  tx: Db,
  caseId: string,
  refusal: R,
  at: Date,
): Promise<R> {
  const reason: TokenRefusal = refusal.reason;
  // What could not be a code says nothing of who typed it.
  if (reason === 'malformed') return refusal;
  const row = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { id: true, controllerId: true, reference: true },
  });
  await logRefusal(tx, row, { kind: 'EmailConfirmationFailed', data: { reason } }, at);
  return refusal;
}

/**
 * Mails a new way in: the code and link that confirm the address while it is not, a link to the page afterwards.
 * Says nothing about what it did, not even whether there is such a case; more than a few in an hour are not sent.
 */
export async function mailWayIn(caseId: string, at: Date): Promise<void> {
  if (!(await withinLimit('wayIn', caseId, MAILS_PER_HOUR, 3600, at))) return;
  // Counted before the transaction, which must not wait for a second connection.
  const about = await caseRow(caseId);
  if (!about?.key?.wrappedKey) return;
  if (!(await withinLimit('mailbox', mailboxOf(await contactOf(about)), MAILS_PER_MAILBOX_AND_DAY, 86_400, at))) return;
  await transaction(async (tx) => {
    const row = await caseRow(caseId, tx);
    if (!row?.key?.wrappedKey) return;
    const confirming = row.state === 'received';
    await mailToken(tx, row, confirming ? 'confirmEmail' : 'accessLink', at);
    if (confirming) await logRequester(tx, row, { kind: 'EmailConfirmationRenewed', data: {} }, at);
  });
}

/** Puts a mail with a fresh code or link into the outbox. */
export async function mailToken(
  tx: Db,
  row: CaseRow,
  purpose: 'confirmEmail' | 'accessLink' | 'deliveryCode',
  at: Date,
): Promise<void> {
  const noticeId = newId();
  const { token, code, expiresAt } = await issueToken(tx, { caseId: row.id, purpose, noticeId, at });
  const link = `${env().BASE_URL}/${row.controllerId}/${row.locale}/confirm/${token}`;
  const wayIn = { link: purpose === 'deliveryCode' ? null : link, code: purpose === 'accessLink' ? null : code };
  const said =
    purpose === 'confirmEmail'
      ? confirmNotice(row, rulesOf(row, await calendarsInForce(tx)), expiresAt, at)
      : { notice: { kind: purpose, words: { minutes: LIFETIME_MINUTES[purpose] } } };
  await queueNotice(tx, await noticeCaseOf(row, tx), { ...said, wayIn }, at, noticeId);
}

/** The case that a link was made for, however old the link is: so that a new one can be mailed to the same address. */
export async function caseOfLink(token: string, controllerId: string): Promise<string | null> {
  const found = await db().accessToken.findUnique({
    where: { tokenHash: hashSecret(token) },
    select: { caseId: true, case: { select: { controllerId: true } } },
  });
  return found?.case.controllerId === controllerId ? found.caseId : null;
}

/** Mails a link where reference and address belong together. The caller answers the same whatever happens here. */
export async function mailWayInTo(
  { controllerId, reference, email }: { controllerId: string; reference: string; email: string },
  at: Date,
): Promise<void> {
  // Counted by what was typed, so that trying addresses against one reference comes to an end.
  if (!(await withinLimit('find', `${controllerId}:${reference}`, 2 * MAILS_PER_HOUR, 3600, at))) return;
  const found = await db().case.findUnique({ where: { reference }, select: { id: true, controllerId: true } });
  if (!found || found.controllerId !== controllerId) return;
  const row = await caseRow(found.id);
  if (!row?.key?.wrappedKey) return;
  if ((await contactOf(row)).toLowerCase() === email.trim().toLowerCase()) await mailWayIn(found.id, at);
}
