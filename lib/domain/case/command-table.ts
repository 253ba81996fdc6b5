import { BUNDLE_COMMANDS } from './commands/bundle';
import { CARRY_OUT_COMMANDS } from './commands/carry-out';
import { COLLECTION_COMMANDS } from './commands/collection';
import { CONVERSATION_COMMANDS } from './commands/conversation';
import { DEADLINE_COMMANDS } from './commands/deadlines';
import { DECISION_COMMANDS } from './commands/decisions';
import { EFFECT_COMMANDS } from './commands/effects';
import { ENDING_COMMANDS } from './commands/endings';
import { ERASURE_COMMANDS } from './commands/erasure';
import { REST_COMMANDS } from './commands/rest-of-erasure';
import { IDENTITY_COMMANDS } from './commands/identity';
import { MANDATE_COMMANDS } from './commands/mandate';
import { NOTICE_COMMANDS } from './commands/notices';
import { QUESTION_COMMANDS } from './commands/questions';
import { RECIPIENT_COMMANDS } from './commands/recipients';
import { REJECTION_COMMANDS } from './commands/rejection';
import { RESTRICTION_COMMANDS } from './commands/restriction';
import { REVIEW_COMMANDS } from './commands/review';
import { STATEMENT_COMMANDS } from './commands/statements';
import { TRANSMISSION_COMMANDS } from './commands/transmission';
import type { CommandRow, CommandRows } from './commands/rows';
import type { CaseCommand } from './commands';

/** Every command there is: who may give it, in which states, and what it brings. */
export const COMMAND_TABLE: CommandRows<CaseCommand> = {
  ...IDENTITY_COMMANDS,
  ...MANDATE_COMMANDS,
  ...REJECTION_COMMANDS,
  ...QUESTION_COMMANDS,
  ...DEADLINE_COMMANDS,
  ...COLLECTION_COMMANDS,
  ...REVIEW_COMMANDS,
  ...DECISION_COMMANDS,
  ...CARRY_OUT_COMMANDS,
  ...ERASURE_COMMANDS,
  ...REST_COMMANDS,
  ...EFFECT_COMMANDS,
  ...RESTRICTION_COMMANDS,
  ...RECIPIENT_COMMANDS,
  ...STATEMENT_COMMANDS,
  ...TRANSMISSION_COMMANDS,
  ...BUNDLE_COMMANDS,
  ...NOTICE_COMMANDS,
  ...CONVERSATION_COMMANDS,
  ...ENDING_COMMANDS,
};

/** The row under a command's type takes that very command, which a union of rows cannot say. */
export const rowOf = (command: CaseCommand) => COMMAND_TABLE[command.type] as CommandRow<CaseCommand>;
