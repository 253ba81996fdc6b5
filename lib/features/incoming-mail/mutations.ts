import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/domain/case/actor';
import { recognise } from '@/lib/domain/incoming-mail/recognise';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { lockedCase } from '@/lib/features/case-file/data/case';
import { changeNotice } from '@/lib/features/case-file/upkeep/outbox';
import { recount } from '@/lib/features/case-file/upkeep/projection';
import { handleIn } from '@/lib/features/cases/mutations/handle';
import { controller } from '@/lib/platform/controllers/registry';
import { type Db, transaction } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { type Bounce, parseMessage } from '@/lib/platform/mail-message';
import { sealWithMaster } from '@/lib/platform/vault/secrets';
import { noticeOf, sealedForMail, waitingMail } from './data';
import type { Dismissal, KeptMail, Taken } from './types';

// What people write is shorter; a mail is cut rather than refused, and says so by its length.
const MOST_TEXT = 100_000;

const PORTAL: Actor = { kind: 'system', id: 'portal' };

/**
 * Takes a mail that came to a controller otherwise than through the portal: a request waits for the desk, a report that one of our mails
 * came back goes to its case, and what a machine answered is left. Nothing is decided by it. The same mail is taken once.
 * @param bytes as it came over the wire (RFC 5322)
 */
export async function takeMail(
  controllerId: string,
  bytes: Uint8Array,
  at: Date = new Date(),
): Promise<Result<Taken, 'notAMail'>> {
  const message = await parseMessage(bytes);
  if (!message) return refuse('notAMail');
  if (message.bounce) {
    const reference = await takeBounce(message.bounce, at);
    if (reference !== null) return ok({ as: 'bounce', reference });
  }
  if (message.automatic) return ok({ as: 'automatic' });
  const { definition } = controller(controllerId);
  const { from, subject, attachments } = message;
  const text = message.text.slice(0, MOST_TEXT);
  const recognised = recognise(
    { subject, text },
    { languages: definition.languages, prefix: definition.referencePrefix },
  );
  const mail: KeptMail = {
    from,
    subject,
    text,
    attachments,
    recognised: { ...recognised, caseReference: recognised.caseReference ?? (await answeredCase(message.answers)) },
  };
  const mailId = newId();
  const digest = createHash('sha256')
    .update(message.messageId ?? bytes)
    .digest();
  return transaction(async (tx) => {
    const { count } = await tx.incomingMail.createMany({
      data: {
        id: mailId,
        controllerId,
        digest,
        sealedMail: sealWithMaster(JSON.stringify(mail), sealedForMail(mailId)),
        receivedAt: at,
      },
      skipDuplicates: true,
    });
    if (count === 0) return ok({ as: 'known' });
    const data = { mailId, recognised: [...mail.recognised.wishes] };
    await appendAudit(tx, PORTAL, { controllerId }, [{ kind: 'IncomingMailTaken', data }], at);
    return ok({ as: 'waiting', mailId });
  });
}

/** The case of ours that the mail answers, whatever it says itself. */
async function answeredCase(answers: readonly string[]): Promise<string | null> {
  for (const id of answers) {
    const notice = await noticeOf(id);
    if (notice) return notice.case.reference;
  }
  return null;
}

/** One of our mails came back for good: it has told nobody anything, whatever the server that took it said. @returns its case, or null where it is none of ours */
async function takeBounce({ of, status }: Bounce, at: Date): Promise<string | null> {
  const notice = of === null ? null : await noticeOf(of);
  if (!notice) return null;
  const { id, caseId } = notice;
  const { controllerId, reference } = notice.case;
  await transaction(async (tx) => {
    await lockedCase(tx, caseId);
    const { count } = await changeNotice(
      tx,
      { id, state: { in: ['sent', 'handedOver', 'uncertain'] } },
      { state: 'failed', lastFailure: 'cameBack' },
    );
    if (count === 0) return;
    const data = { noticeId: id, status: `smtp:${status}` };
    await appendAudit(tx, PORTAL, { controllerId, caseId, reference }, [{ kind: 'MailCameBack', data }], at);
    await recount(tx, caseId, at);
  });
  return reference;
}

type Settled =
  | { readonly state: 'entered' | 'noted'; readonly caseId: string }
  | { readonly state: 'dismissed'; readonly reason: Dismissal };

/** Says what became of a mail, and destroys what it said. @returns false where somebody else was faster */
export async function settleMail(tx: Db, mailId: string, settled: Settled, by: Actor, at: Date): Promise<boolean> {
  const found = await tx.incomingMail.findUnique({ where: { id: mailId }, select: { controllerId: true } });
  const caseId = settled.state === 'dismissed' ? null : settled.caseId;
  const { count } = await tx.incomingMail.updateMany({
    where: { id: mailId, state: 'waiting' },
    data: { state: settled.state, caseId, settledAt: at, sealedMail: null },
  });
  if (!found || count === 0) return false;
  const data = {
    mailId,
    how: settled.state,
    ...(settled.state === 'dismissed' && { reason: settled.reason }),
  };
  const scope = { controllerId: found.controllerId, ...(caseId && { caseId }) };
  await appendAudit(tx, by, scope, [{ kind: 'IncomingMailSettled', data }], at);
  return true;
}

/** The mail asks for nothing. @returns false where somebody else was faster */
export const dismissMail = (mailId: string, reason: Dismissal, by: Actor, at: Date = new Date()): Promise<boolean> =>
  transaction((tx) => settleMail(tx, mailId, { state: 'dismissed', reason }, by, at));

/** Puts the mail on a case, for the desk: a From proves nothing, so it does not stand there as the requester's words. */
export function noteMail(
  mailId: string,
  caseId: string,
  by: Actor,
  at: Date = new Date(),
): Promise<Result<string, 'gone' | 'notTaken'>> {
  return transaction(async (tx) => {
    const found = await waitingMail(mailId, tx);
    if (!found) return refuse('gone');
    const { from, subject, text } = found.mail;
    const body = [`${from?.name ?? ''} <${from?.address ?? ''}>`.trim(), subject, '', text].join('\n');
    const written = await handleIn(tx, caseId, { type: 'WriteNote', messageId: newId(), body }, by, { at });
    if (!written.ok) return refuse('notTaken', written.reason);
    await settleMail(tx, mailId, { state: 'noted', caseId }, by, at);
    return ok(caseId);
  });
}
