import type { RecipientEvent } from '@/lib/domain/case/commands/recipients';
import {
  confirmRecipient,
  excuseRecipient,
  oweRecipients,
  recordRecipientTold,
} from '@/lib/features/case-file/rows/recipients';
import type { ConsequenceRows } from './consequences';

export const RECIPIENT_CONSEQUENCES: ConsequenceRows<RecipientEvent> = {
  RecipientsOwed: { rows: (event, { tx, row, at }) => oweRecipients(tx, row.id, event, at), mail: null },
  // How far the mail is, is kept by whoever sends it.
  RecipientMailed: { rows: null, mail: null },
  RecipientTold: { rows: (event, { tx, key, actor }) => recordRecipientTold(tx, key, event, actor.id), mail: null },
  RecipientExcused: { rows: (event, { tx, key, actor }) => excuseRecipient(tx, key, event, actor.id), mail: null },
  RecipientConfirmed: {
    rows: ({ recipientNoticeId }, { tx, at }) => confirmRecipient(tx, recipientNoticeId, at),
    mail: null,
  },
};
