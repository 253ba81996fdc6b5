import { COMMAND_TABLE } from './command-table';
import type { CaseCommand } from './commands';

/** Who acts on a case. A requester is known by the case they are let into; parts of the product by their name. */
export type Actor =
  | { readonly kind: 'requester'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'system'; readonly id: 'portal' | 'worker' | 'clock' };

/** Whether this kind of actor may give a command at all; what the person's role allows is asked before. */
export const mayGive = (actor: Actor, command: CaseCommand): boolean =>
  COMMAND_TABLE[command.type].by.includes(actor.kind);
