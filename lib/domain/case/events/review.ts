import type { Carried, EventTable } from './event-table';

export type ReviewEvent =
  | ({ readonly type: 'ValueRedacted' } & Carried<'RedactValue'>)
  | ({ readonly type: 'RedactionUndone' } & Carried<'UndoRedaction'>)
  | ({ readonly type: 'ValueDisclosed' } & Carried<'KeepShown'>)
  | ({ readonly type: 'KeepShownUndone' } & Carried<'UndoKeepShown'>);

export const REVIEW_EVENTS: EventTable<ReviewEvent> = {
  ValueRedacted: {
    next: null,
    log: ({ redactionId, scope, collectionId, recordNo, field, ground }) => ({
      kind: 'ValueRedacted',
      data: { redactionId, scope, collection: collectionId, recordNo, ...(field && { field }), ground },
    }),
  },
  RedactionUndone: {
    next: null,
    log: ({ redactionId, collectionId }) => ({
      kind: 'RedactionUndone',
      data: { redactionId, collection: collectionId },
    }),
  },
  ValueDisclosed: {
    next: null,
    log: ({ keptId, collectionId, recordNo, field }) => ({
      kind: 'ValueDisclosed',
      data: { keptId, collection: collectionId, ...(recordNo !== null && { recordNo }), field },
    }),
  },
  KeepShownUndone: {
    next: null,
    log: ({ keptId, collectionId }) => ({ kind: 'KeepShownUndone', data: { keptId, collection: collectionId } }),
  },
};
