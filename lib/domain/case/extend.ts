import { ok, refuse } from '../result';
import { isUnfinished } from './carry-out';
import type { CaseCommand } from './commands';
import type { DecideContext, Decision } from './decide';
import { type CaseClock, type ClockedCase, clocksOf } from './due';
import type { CaseEvent } from './events';
import { isGiven, pendingExtension } from './notices';
import type { CaseRules } from './rules';
import type { Case } from './types';

/** Clocks that a notice of more time, if it left today, would lengthen. */
export function extensibleClocks(current: ClockedCase, rules: CaseRules, now: string): readonly CaseClock[] {
  if (current.clockEvents.some(({ type }) => type === 'deadlineExtended')) return [];
  const today = rules.today(now);
  return clocksOf(current, rules, now).filter(
    ({ met, kind, extension }) =>
      !met && kind !== 'extensionNotice' && extension?.state === 'possible' && today <= extension.noticeByOn,
  );
}

/**
 * More time, once, with reasons, told within the first period: Art. 12(3) GDPR; Cal. Civ. Code 1798.130(a)(2)(A), 1798.145(h)(1).
 * Deciding it moves no day: the notice does, on the day it leaves.
 */
export function extendDeadline(
  current: Case,
  command: Extract<CaseCommand, { type: 'ExtendDeadline' }>,
  { rules, at }: DecideContext,
): Decision {
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
  const needsPromise = clocks.some(({ extension }) => extension?.state === 'possible' && extension.dueOn === null);
  if (needsPromise && (command.promisedOn === null || command.promisedOn <= rules.today(at)))
    return refuse('promiseMissing');
  return ok([{ ...command, type: 'ExtensionDecided', promisedOn: needsPromise ? command.promisedOn : null }]);
}

/**
 * What a notice of more time did on the day it was given: longer clocks, or nothing where it went out late.
 * The case is that after the notice was marked as given. Every other notice has its effect before it leaves.
 */
export function recordNoticeSent(current: Case, noticeId: string, { rules, at }: DecideContext): Decision {
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
    return extension.dueOn
      ? [{ type: 'DeadlineExtended', regime, clock: kind, reason: extended.reasons, dueOn: extension.dueOn }]
      : [];
  });
  return moved.length === 0
    ? refuse('alreadyDone')
    : ok([...new Map(moved.map((event) => [JSON.stringify(event), event])).values()]);
}
