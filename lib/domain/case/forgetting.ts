import { addDays, type LocalDate } from '../calendar/local-date';
import { isHolding } from '../erasure/holds';
import { isErasureHeld } from './erasing';
import { restrictionStanding } from './restriction';
import type { Case } from './types';

/** The last day on which a closed case is kept: a case shows how it was handled (Art. 5(2) GDPR), and not for longer than that takes (Art. 5(1)(e)). */
export const keptUntil = (closedOn: LocalDate, days: number): LocalDate => addDays(closedOn, days);

/**
 * Why a case is not forgotten yet; null once it may be. `hold`: a legal hold, or what one has kept of an erasure. `restricted`: the person
 * wants their data kept unused until it is lifted (Art. 18 GDPR), and is told of that through the case.
 * @param until the last day of its time; null while it is open
 */
export function keptFor(
  current: Case,
  until: LocalDate | null,
  today: LocalDate,
): 'open' | 'time' | 'hold' | 'restricted' | null {
  if (current.state !== 'closed' || until === null) return 'open';
  if (today <= until) return 'time';
  if (isErasureHeld(current) || current.holds.some((hold) => isHolding(hold, today))) return 'hold';
  return (restrictionStanding(current) ?? 'lifted') === 'lifted' ? null : 'restricted';
}
