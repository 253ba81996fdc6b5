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

export const STATEMENT_EVENTS: EventRows<StatementEvent> = {
  StatementMade: {
    log: ({ statementId, right, sha256, sizeBytes }) => ({
      kind: 'StatementMade',
      data: { statementId, right, sha256, sizeBytes },
    }),
  },
};
