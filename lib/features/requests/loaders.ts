import 'server-only';
import { bindingOf, clocksOf, newClockedCase } from '@/lib/domain/case/due';
import type { Clock } from '@/lib/domain/clock/types';
import { askedRight } from '@/lib/domain/intake/schema';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { rulesOf } from '@/lib/features/case-file/data/case';

/** The clock of a request for these rights (`<law>:<right>`) that arrives now; null where there is none to count for. */
export async function loadClockToday(controllerId: string, pairs: readonly string[]): Promise<Clock | null> {
  if (pairs.length === 0) return null;
  const rights = pairs.map(askedRight);
  const receivedAt = new Date();
  const rules = rulesOf({ controllerId, receivedAt }, await calendarsInForce());
  return bindingOf(clocksOf(newClockedCase(receivedAt.toISOString(), rights), rules, receivedAt.toISOString()));
}
