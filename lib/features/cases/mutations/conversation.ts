import type { ConversationEvent } from '@/lib/domain/case/commands/conversation';
import { addMessage } from '@/lib/features/case-file/rows/messages';
import { type ConsequenceRows, deskWrote, setCase } from './consequences';

export const CONVERSATION_CONSEQUENCES: ConsequenceRows<ConversationEvent> = {
  CaseAssigned: { rows: ({ staffId }, situation) => setCase(situation, { assigneeId: staffId }), mail: null },
  MessageWritten: {
    rows: ({ messageId, body, about = null, files = [] }, { tx, row, key, actor, at }) =>
      addMessage(tx, row.id, key, {
        files,
        id: messageId,
        author: actor.kind === 'requester' ? 'requester' : 'desk',
        staffId: actor.kind === 'staff' ? actor.id : null,
        body,
        about,
        at,
      }),
    mail: (_event, { actor }) => (actor.kind === 'staff' ? { kind: 'newMessage', words: {} } : null),
  },
  NoteWritten: {
    rows: ({ messageId, body }, situation) => deskWrote(situation, 'note', body, messageId),
    mail: null,
  },
};
