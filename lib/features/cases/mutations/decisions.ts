import type { DecisionEvent } from '@/lib/domain/case/commands/decisions';
import { dropBundle, planBundle } from '@/lib/features/case-file/rows/bundles';
import { dropErasure } from '@/lib/features/case-file/rows/erasures';
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
      await setCase(situation, { decidedById: null });
      await clearDecisions(situation.tx, situation.row.id, [rightItemId]);
    },
    mail: null,
  },
  DecisionsCompleted: {
    rows: (_event, situation) => setCase(situation, { decidedById: situation.actor.id, returnedFor: null }),
    mail: null,
  },
  DecisionApproved: {
    rows: async ({ bundle }, situation) => {
      const { tx, row, at } = situation;
      await recordApproval(tx, row.id, by(situation));
      if (bundle) await planBundle(tx, row.id, row.locale, at);
    },
    // With a copy the answer is ready once that is sealed.
    mail: async ({ bundle }, { tx, row, rules, at }) =>
      bundle ? null : { kind: 'answerReady', words: await answerWords(tx, row, rules, at) },
  },
  DecisionReturned: {
    rows: async ({ reason }, situation) => {
      await dropBundle(situation.tx, situation.row.id);
      await dropErasure(situation.tx, situation.row.id);
      await setCase(situation, { decidedById: null, returnedFor: reason });
      await clearDecisions(situation.tx, situation.row.id);
    },
    mail: null,
  },
};
