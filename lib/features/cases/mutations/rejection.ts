import type { RejectionEvent } from '@/lib/domain/case/commands/rejection';
import { rejectedWords } from '@/lib/features/cases/data/mail-words';
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
    mail: (_event, { row, rules, at }) => ({ kind: 'identityRejected', words: rejectedWords(row, rules, at) }),
  },
};
