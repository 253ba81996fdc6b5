import type { MessageAuthor, MessageFile, MessagePurpose } from '@/lib/domain/case/types';
import type { Db } from '@/lib/platform/db/client';
import { type CaseKey, sealText } from '@/lib/platform/vault/case-key';

// Rows of the conversation.

export async function addMessage(
  tx: Db,
  caseId: string,
  key: CaseKey,
  message: {
    id: string;
    author: MessageAuthor;
    staffId: string | null;
    body: string;
    about?: MessagePurpose | null;
    files?: readonly MessageFile[];
    at: Date;
  },
): Promise<void> {
  await tx.message.create({
    data: {
      id: message.id,
      caseId,
      author: message.author,
      staffId: message.staffId,
      sealedBody: sealText(key, message.body.trim(), `message:${message.id}`),
      about: message.about ?? null,
      createdAt: message.at,
    },
  });
  for (const { id, name, ...file } of message.files ?? [])
    await tx.messageFile.create({
      data: { id, caseId, messageId: message.id, sealedName: sealText(key, name, `file:${id}`), ...file },
    });
}
