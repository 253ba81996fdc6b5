import type { CaseCommand } from './commands';

/** Who may give a command, and how it stands to what others did since the case was shown. */
export type CommandKind = {
  /** Kinds of actors that may give it at all; what a person's role allows is asked before. */
  readonly by: readonly ('requester' | 'staff' | 'system')[];
  /** Lawful whatever has changed since: it adds something, and `decide` itself sees the one thing that it could contradict. */
  readonly additive: boolean;
  /** Leaves everything that a person decides on as it was, so that a form opened before it still means the same. A new state never does. */
  readonly quiet: boolean;
};

const DECIDING = { by: ['staff'], additive: false, quiet: false } as const;
const ADDING = { by: ['staff'], additive: true, quiet: false } as const;
const NOTING = { by: ['staff'], additive: true, quiet: true } as const;
const RECORDING = { by: ['system'], additive: true, quiet: true } as const;

/** Every command there is, in one place. */
export const COMMAND_TABLE: { readonly [T in CaseCommand['type']]: CommandKind } = {
  ConfirmEmail: { ...ADDING, by: ['requester'] },
  AcceptIdentity: DECIDING,
  ProposeRejection: DECIDING,
  ApproveRejection: DECIDING,
  ReturnRejection: DECIDING,
  AddIdentifier: ADDING,
  QuestionIdentity: DECIDING,
  AskClarification: DECIDING,
  RecordReply: ADDING,
  ExtendDeadline: DECIDING,
  RecordNoticeSent: RECORDING,
  ResendNotice: NOTING,
  RecordNoticeTold: NOTING,
  RaiseReminder: RECORDING,
  AssignCase: NOTING,
  StartCollection: DECIDING,
  RecordSourceAnswer: RECORDING,
  RecordSourceFailure: RECORDING,
  RetrySource: NOTING,
  CollectAgain: DECIDING,
  RedactValue: ADDING,
  UndoRedaction: ADDING,
  KeepShown: ADDING,
  UndoKeepShown: ADDING,
  RecordStopped: ADDING,
  RecordCarriedOut: ADDING,
  DecideRight: DECIDING,
  TakeBackDecision: DECIDING,
  ApproveDecision: DECIDING,
  ReturnDecision: DECIDING,
  RecordBundleSealed: { ...RECORDING, quiet: false },
  RecordBundleFailure: RECORDING,
  RetryBundle: NOTING,
  CloseCase: DECIDING,
  WithdrawRequest: { ...DECIDING, by: ['requester', 'staff'] },
  ReopenCase: DECIDING,
  WriteMessage: { ...ADDING, by: ['requester', 'staff'] },
  WriteNote: NOTING,
};
