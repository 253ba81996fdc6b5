import type { DeadlineEvent } from '@/lib/domain/case/commands/deadlines';
import { addClockEvent, addReminder } from '@/lib/features/case-file/rows/clocks';
import { moreTimeLetter } from '@/lib/features/cases/data/told-letters';
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
    mail: (event, { tx, row, rules, at }) => moreTimeLetter(row, event, rules, at, tx),
  },
  DeadlineExtended: { rows: null, mail: null },
  ExtensionVoided: { rows: null, mail: null },
  ReminderRaised: { rows: (event, { tx, row, at }) => addReminder(tx, row.id, event, at), mail: null },
};
