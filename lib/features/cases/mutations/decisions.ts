import type { DecisionEvent } from '@/lib/domain/case/commands/decisions';
import { dropBundle, planBundle } from '@/lib/features/case-file/rows/bundles';
import { clearDecisions, recordApproval, recordDecision } from '@/lib/features/case-file/rows/rights';
import { answerWords } from '@/lib/features/cases/data/mail-words';
import { by, type ConsequenceRows, deskWrote, setCase } from './consequences';

export const DECISION_CONSEQUENCES: ConsequenceRows<DecisionEvent> = {
  OutcomeDecided: {
    rows: async (event, situation) => {
      // Why everything is granted although something is hidden is kept sealed, for the second person and for whoever asks later.
      if (event.despiteHidden) await deskWrote(situation, 'note', event.despiteHidden);
      await recordDecision(situation.tx, situation.key, event, by(situation));
    },
    mail: null,
  },
  DecisionRevoked: {
    rows: async ({ rightItemId }, situation) => {
      await clearDecisions(situation.tx, [rightItemId]);
    },
    mail: null,
  },
  DecisionsCompleted: {
    rows: (_event, situation) => setCase(situation, { returnedFor: null }),
    mail: null,
  },
  DecisionApproved: {
    rows: async ({ bundle, rightItemIds }, situation) => {
      const { tx, row, at } = situation;
      await recordApproval(tx, rightItemIds, by(situation));
      if (bundle) await planBundle(tx, row.id, row.locale, at);
    },
    // What hands over a copy is answered once that is sealed.
    mail: async ({ answered }, { tx, row, rules, at }) =>
      answered.length === 0
        ? null
        : { kind: 'answerReady', words: await answerWords(tx, row, answered, rules, at), rights: answered },
  },
  DecisionReturned: {
    rows: async ({ reason, rightItemIds, dropsBundle }, situation) => {
      if (dropsBundle) await dropBundle(situation.tx, situation.row.id);
      await setCase(situation, { returnedFor: reason });
      await clearDecisions(situation.tx, rightItemIds);
    },
    mail: null,
  },
};
