import type { CaseEvent } from '@/lib/domain/case/events';
import type { CaseFacts, RecipientNotice } from '@/lib/domain/case/types';

/** The rows of who is owed word; each has an id of its own, also where the same command comes a second time. */
export const owedRecipients = (
  { recipients }: CaseFacts,
  owed: Extract<CaseEvent, { type: 'RecipientsOwed' }>,
): RecipientNotice[] =>
  owed.recipients.map(({ id, recipientId, way }) => ({
    id: recipients.some((one) => one.id === id) ? `${id}-${recipients.length}` : id,
    recipientId,
    step: owed.step,
    mail: way === 'mail' ? 'queued' : null,
    told: false,
    excused: way === 'notTold',
    confirmed: false,
  }));
