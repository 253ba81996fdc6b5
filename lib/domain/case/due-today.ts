import { daysBetween, type LocalDate, localDateOf, toLocalDate } from '../calendar/local-date';

/** Where a last day stands today: a shape, words and a colour follow from it. */
export type DueState = 'ok' | 'soon' | 'late' | 'paused' | 'answered' | 'done';

/** A last day as people read it, with the two ends of the dated rule. `spent` is a share of 0 to 1. */
export type Due = {
  readonly state: DueState;
  readonly receivedOn: LocalDate;
  readonly lastDayOn: LocalDate;
  /** Whole days from today to the last day; negative when it is past. */
  readonly daysLeft: number;
  readonly spent: number;
};

// The last days of a week from now are soon.
const SOON_DAYS = 7;

/** Where a case stands between the day it came and its last day. */
export function dueOf(
  row: { receivedAt: Date; dueOn: Date; pausedSinceOn: Date | null; state: string; owed: boolean },
  timezone: string,
  now: Date,
): Due {
  const receivedOn = localDateOf(row.receivedAt.toISOString(), timezone);
  const lastDayOn = toLocalDate(row.dueOn);
  const today = localDateOf(now.toISOString(), timezone);
  const daysLeft = daysBetween(today, lastDayOn);
  const whole = Math.max(1, daysBetween(receivedOn, lastDayOn));
  const spent = Math.min(1, Math.max(0, daysBetween(receivedOn, today) / whole));
  const state =
    row.state === 'closed'
      ? 'done'
      : !row.owed
        ? 'answered'
        : row.pausedSinceOn
          ? 'paused'
          : daysLeft < 0
            ? 'late'
            : daysLeft <= SOON_DAYS
              ? 'soon'
              : 'ok';
  return { state, receivedOn, lastDayOn, daysLeft, spent };
}
