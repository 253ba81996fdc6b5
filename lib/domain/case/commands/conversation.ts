import { z } from 'zod';
import { code, count, id } from '../../audit/shapes/schema';
import { logged, noValues } from '../../audit/story';
import { unansweredCauses } from '../../clock/pause';
import { ok, refuse } from '../../result';
import { answered } from '../ask';
import type { CaseEvent } from '../events';
import type { Case, CaseState, MessageFile, MessagePurpose } from '../types';
import { ADDING, type Carried, type CommandRows, type EventRows, NOTING, type Written } from './rows';

export type ConversationCommand =
  /** `insteadOf`: who had the case when this was asked, so that nobody takes it from whoever took it meanwhile. */
  | { readonly type: 'AssignCase'; readonly staffId: string | null; readonly insteadOf: string | null }
  | ({
      readonly type: 'WriteMessage';
      readonly about?: MessagePurpose;
      readonly files?: readonly MessageFile[];
    } & Written)
  | ({ readonly type: 'WriteNote' } & Written);

export type ConversationEvent =
  | { readonly type: 'CaseAssigned'; readonly staffId: string | null }
  | ({ readonly type: 'MessageWritten' } & Carried<'WriteMessage'>)
  | ({ readonly type: 'NoteWritten' } & Carried<'WriteNote'>);

/** Which data are meant can be said until that is decided; something can be said against an answer once there is one. */
export function canBeAbout(purpose: MessagePurpose, current: Case): boolean {
  const isAnswered = current.state === 'ready' || (current.state === 'closed' && current.how === 'answered');
  return purpose === 'narrowing' ? BEFORE_DECISIONS.includes(current.state) : isAnswered;
}

const BEFORE_DECISIONS: readonly CaseState[] = ['received', 'verifying', 'verified', 'collecting', 'reviewing'];

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
      if (command.about && !canBeAbout(command.about, current)) return refuse('wrongState');
      const written: CaseEvent = { ...command, type: 'MessageWritten' };
      // What is said against an answer has to be weighed by somebody, also where the case was closed with that answer.
      if (command.about && current.state === 'closed' && current.from !== null)
        return ok([written, { type: 'CaseReopened', reason: 'requesterAsked' }]);
      // Whatever the requester writes while we wait for an answer is that answer: a clock must not stand still over words nobody has weighed.
      const replies =
        actor.kind === 'requester' && current.state !== 'closed'
          ? answered(current, unansweredCauses(current.clockEvents), 'portal', at, rules)
          : [];
      return ok([written, ...replies]);
    },
  },
  WriteNote: {
    ...NOTING,
    states: null,
    decide: (_current, command) =>
      command.body.trim() === '' ? refuse('emptyText') : ok([{ ...command, type: 'NoteWritten' }]),
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const CONVERSATION_KINDS = {
  // A case was given to someone, or to nobody.
  CaseAssigned: logged(z.strictObject({ staffId: id.nullable() }), {
    mark: 'assigned',
    values: ({ staffId }, say) =>
      staffId === null ? { to: 'nobody', name: '' } : { to: 'someone', name: say.staff(staffId) },
  }),
  // A message of the conversation was written.
  MessageWritten: logged(z.strictObject({ messageId: id, attachments: count, about: code.optional() }), {
    mark: 'message',
    values: ({ about = 'none' }) => ({ about }),
  }),
  // A note for the desk alone was written.
  NoteWritten: logged(z.strictObject({ noteId: id }), { mark: 'note', values: noValues }),
};

export const CONVERSATION_EVENTS: EventRows<ConversationEvent, typeof CONVERSATION_KINDS> = {
  CaseAssigned: { log: ({ staffId }) => ({ kind: 'CaseAssigned', data: { staffId } }) },
  MessageWritten: {
    log: ({ messageId, about, files = [] }) => ({
      kind: 'MessageWritten',
      data: { messageId, attachments: files.length, ...(about && { about }) },
    }),
  },
  NoteWritten: { log: ({ messageId }) => ({ kind: 'NoteWritten', data: { noteId: messageId } }) },
};
