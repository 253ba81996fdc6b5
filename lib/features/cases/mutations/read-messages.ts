import { markMessagesRead } from '@/lib/features/case-file/upkeep/messages-read';
import { appendAudit, type AuditScope } from '@/lib/features/log/mutations/append';
import { transaction } from '@/lib/platform/db/client';

/** The desk has the requester's messages before its eyes: each is marked read once, and the log says by whom. */
export const recordMessagesRead = (staffId: string, scope: AuditScope & { caseId: string }, at: Date): Promise<void> =>
  transaction(async (tx) => {
    const read = await markMessagesRead(tx, scope.caseId, 'requester', at);
    const events = read.map((messageId) => ({ kind: 'MessageRead' as const, data: { messageId } }));
    await appendAudit(tx, { kind: 'staff', id: staffId }, scope, events, at);
  });
