import { type CaseClock, type ClockedCase, clocksOf } from './due';
import type { CaseRules } from './rules';

/** Clocks that a notice of more time, if it left today, would lengthen. */
export function extensibleClocks(current: ClockedCase, rules: CaseRules, now: string): readonly CaseClock[] {
  if (current.clockEvents.some(({ type }) => type === 'deadlineExtended')) return [];
  const today = rules.today(now);
  return clocksOf(current, rules, now).filter(
    ({ met, kind, extension }) =>
      !met && kind !== 'extensionNotice' && extension?.state === 'possible' && today <= extension.noticeByOn,
  );
}
