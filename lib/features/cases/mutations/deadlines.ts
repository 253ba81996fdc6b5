import type { DeadlineEvent } from '@/lib/domain/case/commands/deadlines';
import { addClockEvent, addReminder } from '@/lib/features/case-file/rows/clocks';
import { noticeWithLetter } from '@/lib/features/cases/data/letter';
import { extensionWords } from '@/lib/features/cases/data/mail-words';
import { type ConsequenceRows, deskWrote } from './consequences';

export const DEADLINE_CONSEQUENCES: ConsequenceRows<DeadlineEvent> = {
  ClockPaused: { rows: null, mail: null },
  ClockResumed: { rows: null, mail: null },
  ExtensionDecided: {
    rows: async ({ reasons, promisedOn, messageId, noticeId, body }, situation) => {
      await deskWrote(situation, 'desk', body, messageId);
      await addClockEvent(
        situation.tx,
        situation.row.id,
        {
          type: 'deadlineExtended',
          at: situation.at.toISOString(),
          reasons: reasons.join('+'),
          ...(promisedOn && { promisedOn }),
        },
        { messageId, noticeId },
      );
    },
    mail: (event, { tx, row, rules, at }) => {
      const words = extensionWords(row, event, rules, at);
      // The reasons and the way to complain leave with it: Art. 12(3), (4) GDPR.
      const more = { words: event.body, carries: [{ id: 'moreTime', citation: words.law }], disagree: true };
      return noticeWithLetter(row, { kind: 'extension', words }, more, at, tx);
    },
  },
  DeadlineExtended: { rows: null, mail: null },
  ExtensionVoided: { rows: null, mail: null },
  ReminderRaised: { rows: (event, { tx, row, at }) => addReminder(tx, row.id, event, at), mail: null },
};
