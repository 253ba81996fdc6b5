import { z } from 'zod';
import { code, count, digest, id } from '../../audit/shapes/schema';
import { logged, rightTold } from '../../audit/story';
import { ok, refuse } from '../../result';
import { type Carried, type CommandRows, type EventRows, RECORDING } from './rows';

/** The document of a statement was made, signed and sealed. */
export type StatementCommand = {
  readonly type: 'RecordStatement';
  readonly statementId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
};

export type StatementEvent = { readonly type: 'StatementMade'; readonly right: string } & Carried<'RecordStatement'>;

export const STATEMENT_COMMANDS: CommandRows<StatementCommand> = {
  RecordStatement: {
    ...RECORDING,
    states: null,
    decide: (current, command) => {
      const statement = current.statements.find(({ id }) => id === command.statementId);
      if (!statement || statement.made) return refuse('alreadyDone');
      const right = current.rights.find(({ id }) => id === statement.rightItemId)?.right ?? '';
      return ok([{ ...command, type: 'StatementMade', right }]);
    },
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const STATEMENT_KINDS = {
  // The document of a statement that answers a right was made and signed.
  StatementMade: logged(z.strictObject({ statementId: id, right: code, sha256: digest, sizeBytes: count }), {
    mark: 'bundle',
    values: rightTold,
  }),
};

export const STATEMENT_EVENTS: EventRows<StatementEvent, typeof STATEMENT_KINDS> = {
  StatementMade: {
    log: ({ statementId, right, sha256, sizeBytes }) => ({
      kind: 'StatementMade',
      data: { statementId, right, sha256, sizeBytes },
    }),
  },
};
