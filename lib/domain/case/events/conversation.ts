import type { Carried, EventTable } from './event-table';

export type ConversationEvent =
  | { readonly type: 'CaseAssigned'; readonly staffId: string | null }
  | ({ readonly type: 'MessageWritten' } & Carried<'WriteMessage'>)
  | ({ readonly type: 'NoteWritten' } & Carried<'WriteNote'>)
  | ({ readonly type: 'NoticeResent' } & Carried<'ResendNotice'>)
  | ({ readonly type: 'NoticeTold' } & Carried<'RecordNoticeTold'>);

export const CONVERSATION_EVENTS: EventTable<ConversationEvent> = {
  CaseAssigned: { next: null, log: ({ staffId }) => ({ kind: 'CaseAssigned', data: { staffId } }) },
  MessageWritten: {
    next: null,
    log: ({ messageId }) => ({ kind: 'MessageWritten', data: { messageId, attachments: 0 } }),
  },
  NoteWritten: { next: null, log: ({ messageId }) => ({ kind: 'NoteWritten', data: { noteId: messageId } }) },
  NoticeResent: { next: null, log: ({ noticeId }) => ({ kind: 'NoticeResent', data: { noticeId } }) },
  NoticeTold: { next: null, log: ({ noticeId, way }) => ({ kind: 'NoticeTold', data: { noticeId, way } }) },
};
