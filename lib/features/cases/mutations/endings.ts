import type { EndingEvent } from '@/lib/domain/case/commands/endings';
import { dropErasure } from '@/lib/features/case-file/rows/erasures';
import { resumeTasks } from '@/lib/features/case-file/rows/tasks';
import { closedWords, dueWords } from '@/lib/features/cases/data/mail-words';
import { type ConsequenceRows, deskWrote, setCase } from './consequences';

export const ENDING_CONSEQUENCES: ConsequenceRows<EndingEvent> = {
  CaseClosed: {
    rows: ({ how }, situation) =>
      setCase(situation, { closedHow: how, closedAt: situation.at, closedFrom: situation.row.state }),
    // Whoever asked for another was told when that person stopped it.
    mail: async ({ how }, { tx, row, at }) =>
      how === 'stopped' ? null : { kind: 'closed', words: await closedWords(tx, row, at) },
  },
  CaseWithdrawn: {
    rows: async ({ told }, situation) => {
      await setCase(situation, { closedHow: 'withdrawn', closedAt: situation.at, closedFrom: situation.row.state });
      await dropErasure(situation.tx, situation.row.id);
      if (told) await deskWrote(situation, 'note', told.words);
    },
    mail: () => ({ kind: 'withdrawn', words: {} }),
  },
  CaseReopened: {
    rows: async (_event, situation) => {
      await setCase(situation, { closedHow: null, closedAt: null, closedFrom: null, rejectionById: null });
      await resumeTasks(situation.tx, situation.row.id);
    },
    mail: (_event, { row, rules, at }) => ({ kind: 'reopened', words: { dueOn: dueWords(row, rules, at) } }),
  },
};
