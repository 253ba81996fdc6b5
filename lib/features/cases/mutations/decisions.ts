import type { DecisionEvent } from '@/lib/domain/case/commands/decisions';
import { dropBundle, planBundle } from '@/lib/features/case-file/rows/bundles';
import { caseOf } from '@/lib/features/case-file/data/case';
import { statementFor } from '@/lib/features/case-file/data/statements';
import { addStatement } from '@/lib/features/case-file/rows/statements';
import { clearDecisions, recordApproval, recordDecision } from '@/lib/features/case-file/rows/rights';
import { answerMail } from '@/lib/features/cases/data/mail-words';
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
    rows: async ({ bundle, rightItemIds, stated }, situation) => {
      const { tx, row, key, at } = situation;
      await recordApproval(tx, rightItemIds, by(situation));
      for (const { id, right } of caseOf(row).rights.filter((item) => stated.includes(item.id))) {
        const statement = statementFor(row, right);
        if (statement) await addStatement(tx, key, { caseId: row.id, rightItemId: id, statement }, at);
      }
      if (bundle) await planBundle(tx, row.id, row.locale, at);
    },
    // What hands over a copy is answered once that is sealed.
    mail: ({ answered }, { tx, row, rules, at }) =>
      answered.length === 0 ? null : answerMail(tx, row, answered, rules, at),
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
