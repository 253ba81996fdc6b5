import type { LocalDate } from '../../calendar/local-date';
import type { ClockKind, PauseCause, RegimeId } from '../../law/types';
import type { Carried, EventTable } from './event-table';

type OfClock = { readonly regime: RegimeId; readonly clock: ClockKind };

export type DeadlineEvent =
  | ({ readonly type: 'ClockPaused'; readonly reason: PauseCause; readonly on: LocalDate } & OfClock)
  | ({ readonly type: 'ClockResumed'; readonly on: LocalDate } & OfClock)
  | ({ readonly type: 'ExtensionDecided' } & Carried<'ExtendDeadline'>)
  | ({ readonly type: 'DeadlineExtended'; readonly reason: string; readonly dueOn: LocalDate } & OfClock)
  | ({ readonly type: 'ExtensionVoided'; readonly reason: 'late' | 'noReasons' | 'noPromise' } & OfClock)
  | ({ readonly type: 'ReminderRaised' } & Carried<'RaiseReminder'>);

export const DEADLINE_EVENTS: EventTable<DeadlineEvent> = {
  ClockPaused: {
    next: null,
    log: ({ regime, clock, reason, on }) => ({ kind: 'ClockPaused', data: { regime, clock, reason, on } }),
  },
  ClockResumed: {
    next: null,
    log: ({ regime, clock, on }) => ({ kind: 'ClockResumed', data: { regime, clock, on } }),
  },
  ExtensionDecided: {
    next: null,
    log: ({ reasons, messageId, noticeId }) => ({
      kind: 'ExtensionDecided',
      data: { reasons: [...reasons], messageId, noticeId },
    }),
  },
  DeadlineExtended: {
    next: null,
    log: ({ regime, clock, reason, dueOn }) => ({ kind: 'DeadlineExtended', data: { regime, clock, reason, dueOn } }),
  },
  ExtensionVoided: {
    next: null,
    log: ({ regime, clock, reason }) => ({ kind: 'ExtensionVoided', data: { regime, clock, reason } }),
  },
  ReminderRaised: {
    next: null,
    log: ({ regime, clock, mark, dueOn }) =>
      mark === 'missed'
        ? { kind: 'DeadlinePassed', data: { regime, clock, dueOn } }
        : { kind: 'DeadlineNeared', data: { regime, clock, mark, dueOn } },
  },
};
