import { addDays, daysBetween, type LocalDate } from '../calendar/local-date';
import { type CaseClock, clocksOf } from './due';
import type { CaseRules } from './rules';
import type { Case, Reminder, ReminderMark } from './types';

/** Days before a last day on which the desk is reminded, besides half time (rulebook D14). */
const BEFORE: readonly (readonly [ReminderMark, number])[] = [
  ['days7', 7],
  ['days3', 3],
  ['days1', 1],
  ['lastDay', 0],
  ['missed', -1],
];

function markOf({ startOn, lastDayOn }: CaseClock, today: LocalDate): ReminderMark | null {
  const reached = BEFORE.findLast(([, days]) => today >= addDays(lastDayOn, -days));
  if (reached) return reached[0];
  return today >= addDays(startOn, Math.ceil(daysBetween(startOn, lastDayOn) / 2)) ? 'halfTime' : null;
}

export const isSame = (one: Reminder, other: Reminder): boolean =>
  one.regime === other.regime &&
  one.clock === other.clock &&
  one.mark === other.mark &&
  one.lastDayOn === other.lastDayOn;

/**
 * What the desk has to be told now about the last days of a case, and was not told yet: for every clock that is not met the nearest
 * mark alone, so that a portal that stood still tells once and not five times. A last day that moved is told anew.
 */
export function remindersDue(current: Case, rules: CaseRules, now: string): readonly Reminder[] {
  if (current.state === 'closed') return [];
  const today = rules.today(now);
  const due = clocksOf(current, rules, now)
    .filter(({ met, pausedSinceOn }) => !met && pausedSinceOn === null)
    .flatMap((clock): Reminder[] => {
      const mark = markOf(clock, today);
      return mark ? [{ regime: clock.regime, clock: clock.kind, mark, lastDayOn: clock.lastDayOn }] : [];
    });
  return due.filter(
    (reminder, index) =>
      due.findIndex((one) => isSame(one, reminder)) === index &&
      !current.reminders.some((told) => isSame(told, reminder)),
  );
}
