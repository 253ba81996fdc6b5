import { addMonths, type LocalDate, yearOf } from '../calendar/local-date';
import type { Frequency, RightRule } from './types';

/** The limit that a new request has reached, or null: the controller then need not answer, but must say so and why. */
export function reachedFrequency(
  rule: RightRule,
  receivedOn: LocalDate,
  answeredOn: readonly LocalDate[],
): Frequency | null {
  const { frequency } = rule;
  if (frequency === null) return null;
  const since = (on: LocalDate) =>
    on <= receivedOn &&
    (frequency.per === 'calendarYear' ? yearOf(on) === yearOf(receivedOn) : on > addMonths(receivedOn, -12));
  return answeredOn.filter(since).length >= frequency.times ? frequency : null;
}
