import type { MailState } from '@/lib/domain/case/notices';
import type { changeNotice } from '@/lib/features/case-file/upkeep/outbox';
import { recordMailServer } from '@/lib/features/instance/mutations/claim';
import { db, type Db } from '@/lib/platform/db/client';
import { type Mail, type MailFailure, sendMail } from '@/lib/platform/mail';

/** The mail server did not take a mail; the queue tries again. Carries no personal data. */
export class MailNotTaken extends Error {}

/** Which try of a job this is, from 1; at the last one a mail that does not leave is given up. */
export type JobTry = { readonly attempt: number; readonly last: number };

/** A mail as it stands in its outbox. */
export type MailRow = { readonly id: string; readonly state: string; readonly attempts: number };

/** One of the outboxes: changes a mail that is still as it is believed to be. */
export type Outbox = typeof changeNotice;

/** What came of a try, and which try it was. */
export type Tried =
  | { readonly own: number; readonly state: 'sent'; readonly transportId: string }
  | { readonly own: number; readonly state: 'delayed' | 'failed' | 'uncertain'; readonly failure: MailFailure };

// No later try would go another way.
const FINAL: readonly MailFailure[] = ['refusedForGood', 'noSmtpUtf8'];

const WAITING: MailState[] = ['queued', 'delayed'];

/**
 * One try with one mail, and no other beside it: each takes a number, and hands over only while no newer one has begun. What the server had
 * and never answered is not sent again by itself.
 * @returns null where there is nothing to do: sent, given up, or another try is at it.
 */
export async function tryOnce(
  box: Outbox,
  { id, state, attempts }: MailRow,
  mail: Mail,
  { attempt, last }: JobTry,
): Promise<Tried | null> {
  // Whoever handed it over is dead, and what the server said with them.
  if (state === 'handedOver') return { own: attempts, state: 'uncertain', failure: 'unanswered' };
  const { count } = await box(db(), { id, attempts, state: { in: WAITING } }, { attempts: { increment: 1 } });
  if (count === 0) return null;
  const own = attempts + 1;
  const sent = await sendMail(mail, id, async () => {
    const handed = await box(db(), { id, attempts: own, state: { in: WAITING } }, { state: 'handedOver' });
    if (handed.count === 0) throw new MailNotTaken('another try is at it');
  });
  if (sent.server) await recordMailServer(sent.server);
  if (sent.ok) return { own, state: 'sent', transportId: sent.transportId };
  if (sent.failure === 'unanswered') return { own, state: 'uncertain', failure: sent.failure };
  return { own, state: FINAL.includes(sent.failure) || attempt >= last ? 'failed' : 'delayed', failure: sent.failure };
}

/** Writes what came of a try. @returns whether it is still news: of a try that a newer one has overtaken only what it delivered is */
export async function recordTry(tx: Db, box: Outbox, { id }: MailRow, tried: Tried, at: Date): Promise<boolean> {
  const { count } =
    tried.state === 'sent'
      ? await box(
          tx,
          { id, state: { in: [...WAITING, 'handedOver', 'uncertain', 'failed'] } },
          { state: 'sent', sentAt: at, transportId: tried.transportId, lastFailure: null },
        )
      : await box(
          tx,
          {
            id,
            attempts: tried.own,
            state: { in: tried.state === 'uncertain' ? ['handedOver'] : [...WAITING, 'handedOver'] },
          },
          { state: tried.state, lastFailure: tried.failure },
        );
  return count > 0;
}
