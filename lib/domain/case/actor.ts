import type { CaseCommand } from './commands';

/** Who acts on a case. A requester is known by the case they are let into; parts of the product by their name. */
export type Actor =
  | { readonly kind: 'requester'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'system'; readonly id: 'portal' | 'worker' | 'clock' };

// What a person of the desk does not give: all else is theirs alone.
const OTHERS: Partial<Record<CaseCommand['type'], readonly Actor['kind'][]>> = {
  ConfirmEmail: ['requester'],
  WithdrawRequest: ['requester', 'staff'],
  WriteMessage: ['requester', 'staff'],
  RecordSourceAnswer: ['system'],
  RecordSourceFailure: ['system'],
  RecordBundleSealed: ['system'],
  RecordNoticeSent: ['system'],
  RaiseReminder: ['system'],
};

/** Whether this kind of actor may give a command at all; what the person's role allows is asked before. */
export const mayGive = (actor: Actor, command: CaseCommand): boolean => (OTHERS[command.type] ?? ['staff']).includes(actor.kind);
