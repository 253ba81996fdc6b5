import type { RejectionEvent } from '@/lib/domain/case/commands/rejection';
import { proposedUnshown, unshownLetter } from '@/lib/features/cases/data/unshown-letter';
import { sealJson } from '@/lib/platform/vault/case-key';
import { type ConsequenceRows, setCase } from './consequences';

export const REJECTION_CONSEQUENCES: ConsequenceRows<RejectionEvent> = {
  RejectionProposed: {
    rows: ({ grounds, confirmed, facts, unaskedBecause }, situation) =>
      setCase(situation, {
        rejectionById: situation.actor.id,
        rejectionGrounds: [...grounds],
        rejectionConfirmed: [...confirmed],
        sealedRejection: sealJson(situation.key, { facts, unaskedBecause }, `rejection:${situation.row.id}`),
      }),
    mail: null,
  },
  RejectionReturned: { rows: (_event, situation) => setCase(situation, { rejectionById: null }), mail: null },
  IdentityRejected: {
    rows: (_event, situation) =>
      setCase(situation, { closedHow: 'unverified', closedAt: situation.at, closedFrom: situation.row.state }),
    mail: async (_event, { tx, row, rules, at }) => {
      const proposed = proposedUnshown(row);
      if (proposed === null) throw new Error(`Nothing was proposed in the case ${row.id}`);
      return (await unshownLetter(row, proposed, rules, at, tx)).notice;
    },
  },
};
