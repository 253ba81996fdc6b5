import { instantOf, type LocalDate, localDateOf } from '../calendar/local-date';
import type { ClockEvent } from '../clock/types';
import type { ClockKind, PauseCause, RegimeId } from '../law/types';
import { type ClockedCase, clocksOf } from './due';
import type { CaseEvent } from './events';
import type { CaseRules } from './rules';
import type { Case } from './types';

/** The clocks that stand still now, by law and kind; each once. */
export function pausedClocks(
  current: ClockedCase,
  rules: CaseRules,
  now: string,
): readonly { regime: RegimeId; kind: ClockKind; since: string }[] {
  const paused = clocksOf(current, rules, now).flatMap(({ regime, kind, pausedSinceOn }) =>
    kind !== 'extensionNotice' && pausedSinceOn ? [{ regime, kind, since: pausedSinceOn }] : [],
  );
  return [...new Map(paused.map((one) => [`${one.regime} ${one.kind}`, one])).values()];
}

/** What asking now would stop: nothing where the law does not know it, or where it comes too late. */
export const pausedByAsking = (current: ClockedCase, question: ClockEvent, rules: CaseRules) =>
  pausedClocks({ ...current, clockEvents: [...current.clockEvents, question] }, rules, question.at);

const ANSWER = { identity: 'identityProvided', clarification: 'clarificationProvided' } as const;

/**
 * An answer came: the clocks go on from its day. Whether it is enough is for the desk to say, which asks again where it is not; until
 * then the clock runs, since an earlier date is safe.
 */
export function answered(
  current: Case,
  causes: readonly PauseCause[],
  way: Extract<CaseEvent, { type: 'QuestionAnswered' }>['way'],
  repliedAt: string,
  rules: CaseRules,
): readonly CaseEvent[] {
  const replies = causes.map((cause): ClockEvent => ({ type: ANSWER[cause], at: repliedAt }));
  const still = pausedClocks({ ...current, clockEvents: [...current.clockEvents, ...replies] }, rules, repliedAt).map(
    ({ regime, kind }) => `${regime} ${kind}`,
  );
  return [
    ...causes.map((cause): CaseEvent => ({ type: 'QuestionAnswered', cause, way, repliedAt })),
    ...pausedClocks(current, rules, repliedAt)
      .filter(({ regime, kind }) => !still.includes(`${regime} ${kind}`))
      .map(({ regime, kind }): CaseEvent => ({
        type: 'ClockResumed',
        regime,
        clock: kind,
        on: rules.today(repliedAt),
      })),
  ];
}

/**
 * When a reply reached us that came another way. Clocks count days: where nobody knows the time, a day counts as its end, so that it does not
 * come before a question of the same day, and today as now.
 * @param time HH:MM, null where it is not known
 */
export function repliedAtOf(on: LocalDate, time: string | null, timezone: string, now: string): string {
  if (time === null && localDateOf(now, timezone) === on) return now;
  return instantOf(on, time ?? '23:59', timezone);
}
