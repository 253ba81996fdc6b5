import type { IdentityEvent } from '@/lib/domain/case/commands/identity';
import { addIdentifier } from '@/lib/features/case-file/rows/identifiers';
import { dueWords } from '@/lib/features/cases/data/mail-words';
import { sealText } from '@/lib/platform/vault/case-key';
import { by, type ConsequenceRows, setCase } from './consequences';

export const IDENTITY_CONSEQUENCES: ConsequenceRows<IdentityEvent> = {
  EmailConfirmed: {
    rows: (_event, situation) => setCase(situation, { emailConfirmedAt: situation.at, rejectionById: null }),
    mail: (_event, { row, rules, at }) => ({ kind: 'acknowledgement', words: { dueOn: dueWords(row, rules, at) } }),
  },
  IdentityAccepted: {
    rows: ({ method }, situation) =>
      setCase(situation, {
        identityMethod: method,
        identityAt: situation.at,
        identityById: situation.actor.kind === 'staff' ? situation.actor.id : null,
        rejectionById: null,
      }),
    mail: null,
  },
  ContactChanged: {
    rows: ({ email }, situation) =>
      setCase(situation, {
        sealedContact: sealText(situation.key, email, `contact:${situation.row.id}`),
        sealedNewContact: null,
        newContactFromAt: null,
        newContactToAt: null,
      }),
    // The mailbox that is left behind is written to by whoever changes it, while its address is still known.
    mail: null,
  },
  IdentifierAdded: {
    rows: async (event, situation) => {
      await addIdentifier(situation.tx, situation.row.id, situation.key, event, by(situation));
      await setCase(situation, { findable: true });
    },
    mail: null,
  },
};
