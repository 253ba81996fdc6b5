import type { Actor } from '@/lib/domain/case/actor';
import { handle } from '@/lib/features/cases/mutations/handle';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { db } from '@/lib/platform/db/client';
import type { OpenTelling } from './types';

// Nobody signs in: what is known of whoever reads or confirms is that they held the link.
const PORTAL: Actor = { kind: 'system', id: 'portal' };

/** Tells the log that whoever holds a recipient's link read whom it is about. */
export async function logTellingRead({ row, recipientId, step }: OpenTelling, at: Date): Promise<void> {
  const scope = { controllerId: row.controllerId, caseId: row.id, reference: row.reference };
  await appendAudit(db(), PORTAL, scope, [{ kind: 'RecipientRead', data: { recipient: recipientId, step } }], at);
}

/** Records the recipient's own word that it did the same; said twice it is said once. */
export async function confirmTelling({ id, row }: OpenTelling, at: Date): Promise<void> {
  await handle(row.id, { type: 'ConfirmRecipient', recipientNoticeId: id }, PORTAL, { at });
}
