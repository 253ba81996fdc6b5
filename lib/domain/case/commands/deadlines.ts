import { z } from 'zod';
import { code, codes, day, id } from '../../audit/shapes/schema';
import { clockTold, logged } from '../../audit/story';
import type { LocalDate } from '../../calendar/local-date';
import type { ClockKind, PauseCause, RegimeId } from '../../law/types';
import { ok, refuse } from '../../result';
import { isUnfinished } from '../carry-out';
import { clocksOf } from '../due';
import type { CaseEvent } from '../events';
import { extensibleClocks } from '../extend';
import { isGiven, pendingExtension } from '../notices';
import { isSame, remindersDue } from '../reminders';
import type { Reminder } from '../types';
import type { ExtensionReason } from '../reasons';
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

/** What the log keeps of it, and how the story of a case tells it. */
export const DEADLINE_KINDS = {
  // More time was decided; nothing is longer before its notice has left.
  ExtensionDecided: logged(z.strictObject({ reasons: codes, messageId: id, noticeId: id }), {
    mark: 'calendar',
    values: ({ reasons }, say) => ({
      reasons: say.list(reasons.map((reason) => say.t(`extensionReason.${reason}`))),
    }),
  }),
  // A notice of more time that counts for nothing: it went out late, or without what the law asks of it.
  ExtensionVoided: logged(z.strictObject({ regime: code, clock: code, reason: code }), {
    mark: 'warning',
    state: 'soon',
    values: ({ regime, reason }, say) => ({ regime: say.t(`regime.${regime}`), reason }),
  }),
  // The last day was moved, as the law allows.
  DeadlineExtended: logged(z.strictObject({ regime: code, clock: code, reason: code, dueOn: day }), {
    mark: 'calendar',
    values: ({ dueOn, ...data }, say) => ({ ...clockTold(data, say), on: say.day(dueOn) }),
  }),
  // A clock stood still from this day on.
  ClockPaused: logged(z.strictObject({ regime: code, clock: code, reason: code, on: day }), {
    mark: 'paused',
    values: ({ on, ...data }, say) => ({ ...clockTold(data, say), on: say.day(on) }),
  }),
  // A clock went on from this day on.
  ClockResumed: logged(z.strictObject({ regime: code, clock: code, on: day }), {
    mark: 'resumed',
    values: ({ on, ...data }, say) => ({ ...clockTold(data, say), on: say.day(on) }),
  }),
  // A last day has come near, and the desk was told.
  DeadlineNeared: logged(z.strictObject({ regime: code, clock: code, mark: code, dueOn: day }), {
    mark: 'bell',
    state: 'soon',
    values: ({ dueOn, mark, ...data }, say) => ({ ...clockTold(data, say), mark, on: say.day(dueOn) }),
  }),
  // The last day of a case is another one by a change of the holidays that count for it.
  DeadlineRecounted: logged(z.strictObject({ was: day, dueOn: day }), {
    mark: 'calendar',
    values: ({ was, dueOn }, say) => ({ was: say.day(was), on: say.day(dueOn) }),
  }),
  // A last day went by without what was due.
  DeadlinePassed: logged(z.strictObject({ regime: code, clock: code, dueOn: day }), {
    mark: 'warning',
    state: 'late',
    values: ({ dueOn, ...data }, say) => ({ ...clockTold(data, say), on: say.day(dueOn) }),
  }),
};

export const DEADLINE_EVENTS: EventRows<DeadlineEvent, typeof DEADLINE_KINDS> = {
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
