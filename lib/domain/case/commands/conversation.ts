import { unansweredCauses } from '../../clock/pause';
import { ok, refuse } from '../../result';
import { answered } from '../ask';
import { ADDING, type Carried, type CommandRows, type EventRows, NOTING, type Written } from './rows';

export type ConversationCommand =
  /** `insteadOf`: who had the case when this was asked, so that nobody takes it from whoever took it meanwhile. */
  | { readonly type: 'AssignCase'; readonly staffId: string | null; readonly insteadOf: string | null }
  | ({ readonly type: 'WriteMessage' } & Written)
  | ({ readonly type: 'WriteNote' } & Written);

export type ConversationEvent =
  | { readonly type: 'CaseAssigned'; readonly staffId: string | null }
  | ({ readonly type: 'MessageWritten' } & Carried<'WriteMessage'>)
  | ({ readonly type: 'NoteWritten' } & Carried<'WriteNote'>);

export const CONVERSATION_COMMANDS: CommandRows<ConversationCommand> = {
  AssignCase: {
    ...NOTING,
    states: null,
    decide: (current, { staffId, insteadOf }) => {
      if (current.assigneeId === staffId) return refuse('alreadyDone');
      return current.assigneeId === insteadOf ? ok([{ type: 'CaseAssigned', staffId }]) : refuse('takenMeanwhile');
    },
  },
  WriteMessage: {
    ...ADDING,
    by: ['requester', 'staff'],
    states: null,
    decide: (current, command, { actor, at, rules }) => {
      if (command.body.trim() === '') return refuse('emptyText');
      // Whatever the requester writes while we wait for an answer is that answer: a clock must not stand still over words nobody has weighed.
      const replies =
        actor.kind === 'requester' && current.state !== 'closed'
          ? answered(current, unansweredCauses(current.clockEvents), 'portal', at, rules)
          : [];
      return ok([{ ...command, type: 'MessageWritten' }, ...replies]);
    },
  },
  WriteNote: {
    ...NOTING,
    states: null,
    decide: (_current, command) =>
      command.body.trim() === '' ? refuse('emptyText') : ok([{ ...command, type: 'NoteWritten' }]),
  },
};

export const CONVERSATION_EVENTS: EventRows<ConversationEvent> = {
  CaseAssigned: { next: null, log: ({ staffId }) => ({ kind: 'CaseAssigned', data: { staffId } }) },
  MessageWritten: {
    next: null,
    log: ({ messageId }) => ({ kind: 'MessageWritten', data: { messageId, attachments: 0 } }),
  },
  NoteWritten: { next: null, log: ({ messageId }) => ({ kind: 'NoteWritten', data: { noteId: messageId } }) },
};
