import type { StatementEvent } from '@/lib/domain/case/commands/statements';
import { recordStatement } from '@/lib/features/case-file/rows/statements';
import type { ConsequenceRows } from './consequences';

export const STATEMENT_CONSEQUENCES: ConsequenceRows<StatementEvent> = {
  // The answer itself was told when it was given: the person reads it on their page, and this is its signed form.
  StatementMade: { rows: ({ statementId }, { tx, at }) => recordStatement(tx, statementId, at), mail: null },
};
