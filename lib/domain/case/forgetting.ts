import { addDays, type LocalDate } from '../calendar/local-date';
import { isHolding } from '../erasure/holds';
import { isErasureHeld } from './erasing';
import { restrictionStanding } from './restriction';
import type { Case } from './types';

/** The last day on which a closed case is kept: a case shows how it was handled (Art. 5(2) GDPR), and not for longer than that takes (Art. 5(1)(e)). */
export const keptUntil = (closedOn: LocalDate, days: number): LocalDate => addDays(closedOn, days);

/** What keeps a case when its time is over: see `keptFor`. */
function heldBack(current: Case, today: LocalDate): 'hold' | 'restricted' | null {
  if (isErasureHeld(current) || current.holds.some((hold) => isHolding(hold, today))) return 'hold';
  return (restrictionStanding(current) ?? 'lifted') === 'lifted' ? null : 'restricted';
}

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
  return today <= until ? 'time' : heldBack(current, today);
}

/** How long a closed case is kept, as people are told: through a day, or as long as something keeps it, for which no day is known. */
export type Keeping =
  { readonly because: 'time'; readonly until: LocalDate } | { readonly because: 'hold' | 'restricted' };

/** Null while it is open: then nobody knows. @param until as for `keptFor` */
export function keepingOf(current: Case, until: LocalDate | null, today: LocalDate): Keeping | null {
  if (current.state !== 'closed' || until === null) return null;
  const because = heldBack(current, today);
  return because === null ? { because: 'time', until } : { because };
}
