import type { MailState } from '@/lib/domain/case/notices';
import type { Db } from '@/lib/platform/db/client';
import { enqueue } from '@/lib/platform/queue';
import type { NoticeChange } from './outbox';

/** Has the mail to a recipient sent. Its text is made when it leaves, since the link in it is kept nowhere. */
export const enqueueRecipientMail = (tx: Db, recipientNoticeId: string): Promise<void> =>
  enqueue(tx, {
    name: 'sendRecipientMail',
    payload: { recipientNoticeId },
    key: `recipientMail:${recipientNoticeId}`,
    maxAttempts: 25,
  });

/** Changes the mail to a recipient that is still as a try believes it to be. */
export const changeRecipientMail = (
  tx: Db,
  where: { readonly id: string; readonly attempts?: number; readonly state: { in: MailState[] } },
  data: NoticeChange,
): Promise<{ count: number }> => tx.recipientNotice.updateMany({ where, data });
