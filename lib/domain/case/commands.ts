import type { BundleCommand } from './commands/bundle';
import type { CarryOutCommand } from './commands/carry-out';
import type { CollectionCommand } from './commands/collection';
import type { ConversationCommand } from './commands/conversation';
import type { DeadlineCommand } from './commands/deadlines';
import type { DecisionCommand } from './commands/decisions';
import type { EffectCommand } from './commands/effects';
import type { EndingCommand } from './commands/endings';
import type { ErasureCommand } from './commands/erasure';
import type { RestCommand } from './commands/rest-of-erasure';
import type { IdentityCommand } from './commands/identity';
import type { MandateCommand } from './commands/mandate';
import type { NoticeCommand } from './commands/notices';
import type { QuestionCommand } from './commands/questions';
import type { RecipientCommand } from './commands/recipients';
import type { RejectionCommand } from './commands/rejection';
import type { RestrictionCommand } from './commands/restriction';
import type { ReviewCommand } from './commands/review';
import type { StatementCommand } from './commands/statements';
import type { TransmissionCommand } from './commands/transmission';

/**
 * Everything that may be asked of a case. Texts that people wrote travel in `facts`, `detail` and `body`: they are sealed when
 * written and never reach the log.
 */
export type CaseCommand =
  | IdentityCommand
  | MandateCommand
  | RejectionCommand
  | QuestionCommand
  | DeadlineCommand
  | CollectionCommand
  | ReviewCommand
  | DecisionCommand
  | CarryOutCommand
  | ErasureCommand
  | RestCommand
  | EffectCommand
  | RestrictionCommand
  | RecipientCommand
  | StatementCommand
  | TransmissionCommand
  | BundleCommand
  | NoticeCommand
  | ConversationCommand
  | EndingCommand;
