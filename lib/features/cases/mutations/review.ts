import type { ReviewEvent } from '@/lib/domain/case/commands/review';
import { addRedaction, addShown, undoRedaction, undoShown } from '@/lib/features/case-file/rows/redactions';
import { by, type ConsequenceRows } from './consequences';

export const REVIEW_CONSEQUENCES: ConsequenceRows<ReviewEvent> = {
  ValueRedacted: {
    rows: (event, situation) => addRedaction(situation.tx, situation.row.id, situation.key, event, by(situation)),
    mail: null,
  },
  RedactionUndone: {
    rows: ({ redactionId }, { tx, row, at }) => undoRedaction(tx, row.id, redactionId, at),
    mail: null,
  },
  ValueDisclosed: {
    rows: (event, situation) => addShown(situation.tx, situation.row.id, event, by(situation)),
    mail: null,
  },
  KeepShownUndone: { rows: ({ keptId }, { tx, row, at }) => undoShown(tx, row.id, keptId, at), mail: null },
};
