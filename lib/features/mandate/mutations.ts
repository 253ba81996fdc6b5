import type { Actor } from '@/lib/domain/case/actor';
import type { MandateWork } from '@/lib/domain/case/types';
import type { CaseRow } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { db } from '@/lib/platform/db/client';
import { waitingMandates } from './data';

// Nobody signs in: what is known of whoever reads or answers is that they held the link.
const PORTAL: Actor = { kind: 'system', id: 'portal' };
const CLOCK: Actor = { kind: 'system', id: 'clock' };

/** Tells the log that whoever holds the link read who asks, and for what. */
export async function logMandateRead(row: CaseRow, at: Date): Promise<void> {
  const scope = { controllerId: row.controllerId, caseId: row.id, reference: row.reference };
  await appendAudit(db(), PORTAL, scope, [{ kind: 'MandateRead', data: {} }], at);
}

/** Records the word of the person whose data it is; said twice it is said once. */
export async function answerMandate(
  caseId: string,
  answer: Extract<MandateWork['state'], 'confirmed' | 'stopped'>,
  at: Date,
): Promise<void> {
  await handle(caseId, { type: answer === 'confirmed' ? 'ConfirmMandate' : 'StopMandate' }, PORTAL, { at });
}

/**
 * Reminds each person who was asked once, when half of their time has gone, and hands the case back to the desk when all of it has: the
 * requester can show the mandate otherwise. A late word still counts. Idempotent.
 */
export async function watchMandates(now: Date = new Date()): Promise<void> {
  for (const { caseId, askedAt, answerBy, remindedAt } of await waitingMandates()) {
    const halfAt = askedAt.getTime() + (answerBy.getTime() - askedAt.getTime()) / 2;
    if (answerBy <= now) await handle(caseId, { type: 'RecordSubjectSilent' }, CLOCK, { at: now });
    else if (remindedAt === null && halfAt <= now.getTime())
      await handle(caseId, { type: 'RemindSubject' }, CLOCK, { at: now });
  }
}
