import { type Step, step } from './step';
import type { CaseFacts, RecipientNotice } from './types';

/** `due`: a person tells it, or says why not. `onItsWay`: the mail has not left. `sent`: it has, and nobody has confirmed it. */
export type RecipientStanding = 'due' | 'onItsWay' | 'sent' | 'told' | 'confirmed' | 'excused';

/** How far a recipient was told, by what is on record: a mail that may not have arrived has told nobody. */
export function recipientStanding({ mail, told, excused, confirmed }: RecipientNotice): RecipientStanding {
  if (confirmed) return 'confirmed';
  if (told) return 'told';
  if (excused) return 'excused';
  if (mail === 'sent') return 'sent';
  return mail === null || mail === 'failed' || mail === 'uncertain' ? 'due' : 'onItsWay';
}

const inStanding = ({ recipients }: Pick<CaseFacts, 'recipients'>, standing: RecipientStanding) =>
  recipients.filter((one) => recipientStanding(one) === standing);

export const recipientsDue = (current: Pick<CaseFacts, 'recipients'>): readonly RecipientNotice[] =>
  inStanding(current, 'due');

/** Whether any recipient still has to be told, by a person or by a mail that has not left. */
export const recipientsOpen = (current: Pick<CaseFacts, 'recipients'>): boolean =>
  recipientsDue(current).length > 0 || inStanding(current, 'onItsWay').length > 0;

/** They are told by mail or by a person; the law sets no day for it, but that it be done. */
export function recipientSteps(current: Pick<CaseFacts, 'recipients'>): readonly Step[] {
  const citation = 'Art. 19 GDPR; 11 CCR 7022(b)–(c)';
  if (recipientsDue(current).length > 0) return [step('tellRecipients', 'must', citation)];
  return recipientsOpen(current) ? [step('awaitRecipients', 'wait', citation, { blockedBy: ['noticeNotSent'] })] : [];
}
