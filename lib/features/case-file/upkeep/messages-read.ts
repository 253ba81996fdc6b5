import type { MessageAuthor } from '@/lib/domain/case/types';
import type { Db } from '@/lib/platform/db/client';

/** The other side has these messages before its eyes. @returns ids of those that nobody had read: of two readers at once, each has its own */
export async function markMessagesRead(tx: Db, caseId: string, author: MessageAuthor, at: Date): Promise<string[]> {
  const read = await tx.message.updateManyAndReturn({
    where: { caseId, author, readAt: null },
    data: { readAt: at },
    select: { id: true },
  });
  return read.map(({ id }) => id);
}
