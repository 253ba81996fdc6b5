import { instantOf, type LocalDate, localDateOf } from '../calendar/local-date';
import { unansweredCauses } from '../clock/pause';
import type { ClockEvent } from '../clock/types';
import type { PauseCause, RegimeId, ClockKind } from '../law/types';
import { ok, refuse } from '../result';
import type { CaseCommand } from './commands';
import type { DecideContext, Decision } from './decide';
import { type ClockedCase, clocksOf } from './due';
import type { CaseEvent } from './events';
import type { CaseRules } from './rules';
import type { Case, CaseState } from './types';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** Which data are meant can be asked until the decision is made. */
const BEFORE_DECISION: readonly CaseState[] = ['received', 'verifying', 'verified', 'collecting', 'reviewing'];

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

function paused(current: Case, question: ClockEvent, cause: PauseCause, rules: CaseRules): readonly CaseEvent[] {
  const before = pausedClocks(current, rules, question.at).map(({ regime, kind }) => `${regime} ${kind}`);
  return pausedByAsking(current, question, rules)
    .filter(({ regime, kind }) => !before.includes(`${regime} ${kind}`))
    .map(({ regime, kind }) => ({
      type: 'ClockPaused',
      regime,
      clock: kind,
      reason: cause,
      on: rules.today(question.at),
    }));
}

const lateness = (lateBecause: string | null) => (lateBecause ? { lateBecause } : {});

/** Asks for more to go by, on a doubt that is stated: Art. 12(6) GDPR, 11 CCR 7060. */
export function questionIdentity(
  current: Case,
  command: Command<'QuestionIdentity'>,
  { rules, at }: DecideContext,
): Decision {
  if (current.state !== 'verifying') return refuse('wrongState');
  if (!current.rights.some((item) => rules.needsIdentity(item))) return refuse('identityNotNeeded');
  if (unansweredCauses(current.clockEvents).includes('identity')) return refuse('questionOpen');
  if (command.means.length === 0) return refuse('meansMissing');
  const forbidden = command.means.map((means) => rules.forbids(means)).find((law) => law !== null);
  if (forbidden) return refuse('meansForbidden', forbidden);
  if (command.body.trim() === '') return refuse('emptyText');
  const question: ClockEvent = { type: 'identityRequested', at, ...lateness(command.lateBecause) };
  return ok([{ ...command, type: 'IdentityQuestioned' }, ...paused(current, question, 'identity', rules)]);
}

/** Asks which data are meant (Recital 63 GDPR). The search goes on meanwhile: the pause is a tolerance. */
export function askClarification(
  current: Case,
  command: Command<'AskClarification'>,
  { rules, at }: DecideContext,
): Decision {
  if (!BEFORE_DECISION.includes(current.state)) return refuse('wrongState');
  if (!current.rights.some((item) => rules.needsCopy(item))) return refuse('nothingToClarify');
  if (unansweredCauses(current.clockEvents).includes('clarification')) return refuse('questionOpen');
  if (command.body.trim() === '') return refuse('emptyText');
  const question: ClockEvent = {
    type: 'clarificationRequested',
    at,
    largeQuantity: command.largeQuantity,
    ...lateness(command.lateBecause),
  };
  return ok([{ ...command, type: 'ClarificationAsked' }, ...paused(current, question, 'clarification', rules)]);
}

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

/** The answer came by letter, telephone or in person, on a day that the desk names: not before the question and not after now. */
export function recordReply(
  current: Case,
  { cause, way, repliedAt }: Command<'RecordReply'>,
  { rules, at }: DecideContext,
): Decision {
  if (current.state === 'closed' || !unansweredCauses(current.clockEvents).includes(cause))
    return refuse('noQuestionOpen');
  const kind = cause === 'identity' ? 'identityRequested' : 'clarificationRequested';
  const askedAt = current.clockEvents
    .filter(({ type }) => type === kind)
    .reduce((last, event) => (event.at > last ? event.at : last), '');
  if (Date.parse(repliedAt) < Date.parse(askedAt) || Date.parse(repliedAt) > Date.parse(at))
    return refuse('replyOutOfTime');
  return ok(answered(current, [cause], way, repliedAt, rules));
}
