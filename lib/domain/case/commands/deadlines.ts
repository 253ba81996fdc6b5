import type { LocalDate } from '../../calendar/local-date';
import type { ClockKind, PauseCause, RegimeId } from '../../law/types';
import { ok, refuse } from '../../result';
import { isUnfinished } from '../carry-out';
import { clocksOf } from '../due';
import type { CaseEvent } from '../events';
import { extensibleClocks } from '../extend';
import { isGiven, pendingExtension } from '../notices';
import { isSame, remindersDue } from '../reminders';
import type { ExtensionReason, Reminder } from '../types';
import { type Carried, type CommandRows, DECIDING, type EventRows, RECORDING, type Written } from './rows';

export type DeadlineCommand =
  /** `promisedOn` where the law sets no end of its own. */
  | ({
      readonly type: 'ExtendDeadline';
      readonly noticeId: string;
      readonly reasons: readonly ExtensionReason[];
      readonly promisedOn: LocalDate | null;
    } & Written)
  | { readonly type: 'RecordNoticeSent'; readonly noticeId: string }
  | ({ readonly type: 'RaiseReminder' } & Reminder);

type OfClock = { readonly regime: RegimeId; readonly clock: ClockKind };

export type DeadlineEvent =
  | ({ readonly type: 'ClockPaused'; readonly reason: PauseCause; readonly on: LocalDate } & OfClock)
  | ({ readonly type: 'ClockResumed'; readonly on: LocalDate } & OfClock)
  | ({ readonly type: 'ExtensionDecided' } & Carried<'ExtendDeadline'>)
  | ({ readonly type: 'DeadlineExtended'; readonly reason: string; readonly dueOn: LocalDate } & OfClock)
  | ({ readonly type: 'ExtensionVoided'; readonly reason: 'late' | 'noReasons' | 'noPromise' } & OfClock)
  | ({ readonly type: 'ReminderRaised' } & Carried<'RaiseReminder'>);

export const DEADLINE_COMMANDS: CommandRows<DeadlineCommand> = {
  /**
   * More time, once, with reasons, told within the first period: Art. 12(3) GDPR; Cal. Civ. Code 1798.130(a)(2)(A), 1798.145(h)(1).
   * Deciding it moves no day: the notice does, on the day it leaves.
   */
  ExtendDeadline: {
    ...DECIDING,
    states: null,
    decide: (current, command, { rules, at }) => {
      if (!isUnfinished(current, rules)) return refuse('wrongState');
      if (pendingExtension(current.notices) || current.clockEvents.some(({ type }) => type === 'deadlineExtended'))
        return refuse('alreadyDone');
      const clocks = extensibleClocks(current, rules, at);
      if (clocks.length === 0) {
        const last = clocksOf(current, rules, at)
          .flatMap(({ extension }) => (extension ? [extension.noticeByOn] : []))
          .sort()
          .at(-1);
        return last === undefined ? refuse('extensionUnknown') : refuse('extensionTooLate', last);
      }
      if (command.reasons.length === 0) return refuse('reasonMissing');
      if (command.body.trim() === '') return refuse('factsMissing');
      const needsPromise = clocks.some(
        ({ extension }) => extension?.state === 'possible' && extension.extendedToOn === null,
      );
      if (needsPromise && (command.promisedOn === null || command.promisedOn <= rules.today(at)))
        return refuse('promiseMissing');
      return ok([{ ...command, type: 'ExtensionDecided', promisedOn: needsPromise ? command.promisedOn : null }]);
    },
  },
  /**
   * What a notice of more time did on the day it was given: longer clocks, or nothing where it went out late.
   * The case is that after the notice was marked as given. Every other notice has its effect before it leaves.
   */
  RecordNoticeSent: {
    ...RECORDING,
    states: null,
    decide: (current, { noticeId }, { rules, at }) => {
      const notice = current.notices.find(({ id }) => id === noticeId);
      const extended = current.clockEvents.findLast(({ type }) => type === 'deadlineExtended');
      if (
        current.state === 'closed' ||
        notice?.kind !== 'extension' ||
        !isGiven(notice) ||
        extended?.type !== 'deadlineExtended'
      )
        return refuse('alreadyDone');
      const moved = clocksOf(current, rules, at).flatMap(({ kind, regime, extension }): CaseEvent[] => {
        if (kind === 'extensionNotice' || !extension || extension.state === 'possible') return [];
        if (extension.state === 'void')
          return [{ type: 'ExtensionVoided', regime, clock: kind, reason: extension.because }];
        return extension.extendedToOn
          ? [{ type: 'DeadlineExtended', regime, clock: kind, reason: extended.reasons, dueOn: extension.extendedToOn }]
          : [];
      });
      return moved.length === 0
        ? refuse('alreadyDone')
        : ok([...new Map(moved.map((event) => [JSON.stringify(event), event])).values()]);
    },
  },
  RaiseReminder: {
    ...RECORDING,
    states: null,
    decide: (current, command, { rules, at }) =>
      remindersDue(current, rules, at).some((due) => isSame(due, command))
        ? ok([{ ...command, type: 'ReminderRaised' }])
        : refuse('alreadyDone'),
  },
};

export const DEADLINE_EVENTS: EventRows<DeadlineEvent> = {
  ClockPaused: {
    log: ({ regime, clock, reason, on }) => ({ kind: 'ClockPaused', data: { regime, clock, reason, on } }),
  },
  ClockResumed: {
    log: ({ regime, clock, on }) => ({ kind: 'ClockResumed', data: { regime, clock, on } }),
  },
  ExtensionDecided: {
    log: ({ reasons, messageId, noticeId }) => ({
      kind: 'ExtensionDecided',
      data: { reasons: [...reasons], messageId, noticeId },
    }),
  },
  DeadlineExtended: {
    log: ({ regime, clock, reason, dueOn }) => ({ kind: 'DeadlineExtended', data: { regime, clock, reason, dueOn } }),
  },
  ExtensionVoided: {
    log: ({ regime, clock, reason }) => ({ kind: 'ExtensionVoided', data: { regime, clock, reason } }),
  },
  ReminderRaised: {
    log: ({ regime, clock, mark, lastDayOn }) =>
      mark === 'missed'
        ? { kind: 'DeadlinePassed', data: { regime, clock, dueOn: lastDayOn } }
        : { kind: 'DeadlineNeared', data: { regime, clock, mark, dueOn: lastDayOn } },
  },
};
