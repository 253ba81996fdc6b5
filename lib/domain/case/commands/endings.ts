import { z } from 'zod';
import { code, day, nothing } from '../../audit/shapes/schema';
import { logged, noValues } from '../../audit/story';
import type { LocalDate } from '../../calendar/local-date';
import { ok, refuse } from '../../result';
import { isUnfinished } from '../carry-out';
import { erasureOf, isErasureHeld, isUnderWay } from '../erasing';
import { isAnswering, isGiven } from '../notices';
import { awaitsApproval } from '../progress';
import { recipientsOpen } from '../recipients';
import type { ClosedHow } from '../types';
import type { OtherWay, ReopenReason } from '../reasons';
import { namesOf } from './decisions';
import { type Carried, type CommandRows, DECIDING, type EventRows } from './rows';

// How a case is closed and goes on again; one whose requester did not show who they are ends in `rejection.ts`.

export type EndingCommand =
  | { readonly type: 'CloseCase' }
  /** `told`: how, when and in what words the requester said so to the desk; null when they do it themselves. */
  | {
      readonly type: 'WithdrawRequest';
      readonly told: { readonly way: OtherWay; readonly on: LocalDate; readonly words: string } | null;
    }
  | { readonly type: 'ReopenCase'; readonly reason: ReopenReason };

export type EndingEvent =
  | { readonly type: 'CaseClosed'; readonly how: ClosedHow }
  | ({ readonly type: 'CaseWithdrawn' } & Carried<'WithdrawRequest'>)
  | { readonly type: 'CaseReopened'; readonly reason: ReopenReason };

export const ENDING_COMMANDS: CommandRows<EndingCommand> = {
  CloseCase: {
    ...DECIDING,
    states: ['ready'],
    decide: (current, _command, { rules }) => {
      // What was agreed is owed until somebody did it.
      if (isUnfinished(current, rules)) return refuse('notCarriedOut');
      if (isErasureHeld(current)) return refuse('erasureHeld');
      if (recipientsOpen(current)) return refuse('recipientsNotTold');
      // A notice counts as given only where there is a record that it was.
      return current.notices.some((notice) => isAnswering(notice) && !isGiven(notice))
        ? refuse('noticeOnItsWay')
        : ok([{ type: 'CaseClosed', how: 'answered' }]);
    },
  },
  /** The requester's own act. A person of the desk records for them how and when they said so. */
  WithdrawRequest: {
    ...DECIDING,
    by: ['requester', 'staff'],
    states: null,
    decide: (current, { told }, { rules, actor, at }) => {
      // What was answered cannot be taken back: the record would say that no answer was given. What was agreed and is not done yet can.
      if (!isUnfinished(current, rules)) return refuse('alreadyDone');
      // What has begun to go cannot be called back by a word.
      if (isUnderWay(erasureOf(current))) return refuse('alreadyBegun');
      if (actor.kind === 'requester') return ok([{ type: 'CaseWithdrawn', told: null }]);
      if (told === null) return refuse('howToldMissing');
      if (told.on < rules.today(current.receivedAt) || told.on > rules.today(at)) return refuse('dayOutOfTime');
      return told.words.trim() === '' ? refuse('factsMissing') : ok([{ type: 'CaseWithdrawn', told }]);
    },
  },
  /** A closed case goes on where it was. What waited for approval is decided anew: nobody may have looked at it since. */
  ReopenCase: {
    ...DECIDING,
    states: null,
    decide: (current, { reason }) => {
      if (current.state !== 'closed') return refuse('wrongState');
      if (current.from === null) return refuse('cannotReopen');
      const waiting = current.rights.filter(awaitsApproval);
      return ok([
        { type: 'CaseReopened', reason },
        ...(waiting.length > 0
          ? [{ type: 'DecisionReturned', reason: 'other', ...namesOf(waiting), dropsBundle: false } as const]
          : []),
      ]);
    },
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const ENDING_KINDS = {
  // The requester took the request back; where they told the desk, how and on which day.
  CaseWithdrawn: logged(z.strictObject({ way: code.optional(), on: day.optional() }), {
    mark: 'takenBack',
    values: ({ way }) => ({ way: way ?? 'none' }),
  }),
  // Each right is settled and nothing is owed any more.
  CaseClosed: logged(z.strictObject({ reason: code }), { mark: 'check', values: noValues }),
  // Its time is over: the key with which everything personal in it was sealed is destroyed.
  CaseForgotten: logged(nothing, { mark: 'erased', values: noValues }),
  // After that, nothing of it lay in the blob store any more.
  CaseFilesRemoved: logged(nothing, { mark: 'erased', values: noValues }),
  // A closed case was opened again.
  CaseReopened: logged(z.strictObject({ reason: code }), {
    mark: 'again',
    values: ({ reason }, say) => ({ reason: say.t(`case.reopen.reason.${reason}`) }),
  }),
};

export const ENDING_EVENTS: EventRows<EndingEvent, typeof ENDING_KINDS> = {
  CaseClosed: { log: ({ how }) => ({ kind: 'CaseClosed', data: { reason: how } }) },
  CaseWithdrawn: {
    log: ({ told }) => ({ kind: 'CaseWithdrawn', data: told === null ? {} : { way: told.way, on: told.on } }),
  },
  CaseReopened: { log: ({ reason }) => ({ kind: 'CaseReopened', data: { reason } }) },
};
