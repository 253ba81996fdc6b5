import { LAW } from '../law/law';
import { reachedFrequency } from '../law/frequency';
import { rightRule } from '../law/rights';
import type { Law, RightRule } from '../law/types';
import { clocksFor } from './clocks';
import { cite, describeStep, type Say } from './describe';
import type { Calendars } from './holiday-calendar';
import { localDate, localDateOf, yearOf } from './local-date';
import { type DeadlineSituation, situationSchema } from './schema';
import type { Clock, ClockEvent, ClockInput } from './types';

type Computed = Record<string, string | number | boolean | null>;

/** The answer for one situation: dates under the names of the worked examples, and the steps that led to them; or what is wrong with it. */
export type SituationAnswer =
  | { readonly id: unknown; readonly computed: Computed; readonly working: readonly string[] }
  | { readonly id: unknown; readonly error: string };

function eventOf(event: DeadlineSituation['events'][number]): readonly ClockEvent[] {
  const { at } = event;
  switch (event.type) {
    case 'id_requested':
      return [{ type: 'identityRequested', at, lateBecause: event.late_because }];
    case 'id_provided':
      return [{ type: 'identityProvided', at }];
    case 'clarification_requested':
      return [{ type: 'clarificationRequested', at, largeQuantity: event.large_quantity, lateBecause: event.late_because }];
    case 'clarification_provided':
      return [{ type: 'clarificationProvided', at }];
    case 'extended':
      return [{ type: 'deadlineExtended', at, reasons: event.reasons, promisedOn: event.promised_on ? localDate(event.promised_on) : undefined }];
    case 'answered':
      return [];
    default:
      return event satisfies never;
  }
}

const inputOf = (situation: DeadlineSituation): ClockInput => ({
  regime: situation.regime,
  right: situation.right,
  receivedAt: situation.received,
  timezone: situation.timezone,
  calendar: situation.calendar,
  events: situation.events.flatMap(eventOf),
  channel: situation.channel === 'other_with_notice' ? 'other' : situation.channel,
});

function extensionMembers(clock: Clock, noticed: boolean): Computed {
  const { extension, period } = clock;
  const inMonths = period.unit === 'months';
  if (!extension) return inMonths ? {} : { extended_due: null };
  const valid = extension.state === 'valid';
  const told: Computed = noticed ? { extension_notice_by: extension.noticeByOn, extension_valid: valid } : {};
  if (inMonths && !noticed) return {};
  const nominal: Computed = inMonths && valid ? { extended_nominal: extension.nominalOn } : {};
  return { ...told, ...nominal, extended_due: extension.state === 'void' ? null : extension.dueOn };
}

const ASKING = new Set(['id_requested', 'clarification_requested']);

function pauseMembers(clock: Clock, situation: DeadlineSituation): Computed {
  if (!situation.events.some(({ type }) => ASKING.has(type))) return {};
  if (clock.period.unit !== 'months') return { tolled: false };
  return { paused_days: clock.pausedDays, unpaused_nominal: clock.unpausedNominalOn };
}

function effectMembers(rule: RightRule, clock: Clock, situation: DeadlineSituation): Computed {
  const signal = situation.channel === 'GPC' && clock.kind === 'optOut';
  return {
    ...(rule.effect === 'withoutDelay' && clock.kind === 'respond' ? { stop_processing: 'without_delay' } : {}),
    ...(signal ? { channel: 'GPC', effective: 'immediate_for_browser' } : {}),
    ...(clock.kind === 'optOut'
      ? { confirmation_required: rule.showProcessedFrom !== null && rule.showProcessedFrom <= clock.receivedOn }
      : {}),
    ...(clock.right === 'shine_the_light' ? { disclosure_calendar_year: yearOf(clock.receivedOn) - 1 } : {}),
    ...(clock.right === 'shine_the_light' && situation.channel === 'other' ? { reasonable_period: true } : {}),
  };
}

function computedOf(clocks: readonly Clock[], rule: RightRule, clock: Clock, situation: DeadlineSituation): Computed {
  const acknowledge = clocks.find(({ kind }) => kind === 'acknowledge');
  return {
    ack_due: acknowledge?.dueOn ?? null,
    ...(acknowledge ? { ack_due_strict: acknowledge.strictOn } : {}),
    ...(clock.period.unit === 'months' ? { nominal: clock.nominalOn } : {}),
    due: clock.dueOn,
    ...(clock.kind === 'optOut' ? { due_strict: clock.strictOn } : {}),
    ...pauseMembers(clock, situation),
    ...extensionMembers(clock, situation.events.some(({ type }) => type === 'extended')),
    ...effectMembers(rule, clock, situation),
    ...(clocks.every(({ calendarKnown }) => calendarKnown) ? {} : { calendar_known: false }),
  };
}

const NOTHING_OWED: Computed = { ack_due: null, due: null, extended_due: null, obligation: 'none' };

/** Why nothing is owed, as a key of the law texts; null where an answer is. */
function nothingOwed(situation: DeadlineSituation, rule: RightRule | null): string | null {
  if (!rule) return 'nothingOwed.notInForce';
  if (situation.channel === 'other_with_notice' && rule.right === 'shine_the_light') return 'ground.STL-other-address';
  const receivedOn = localDateOf(situation.received, situation.timezone);
  const answeredOn = situation.events
    .filter(({ type }) => type === 'answered')
    .map(({ at }) => localDateOf(at, situation.timezone));
  const reached = reachedFrequency(rule, receivedOn, answeredOn);
  return reached ? `ground.${reached.ground}` : null;
}

const isKnownPair = (situation: DeadlineSituation, law: Law): boolean =>
  law.some((regime) => regime.id === situation.regime && regime.rights.some(({ right }) => right === situation.right));

function eventBeforeReceipt(situation: DeadlineSituation): string | null {
  const early = situation.events.findIndex(
    ({ type, at }) => type !== 'answered' && Date.parse(at) < Date.parse(situation.received),
  );
  return early < 0 ? null : `events.${early}.at: must not lie before received (${situation.received})`;
}

function workingOf(clocks: readonly Clock[], say: Say): readonly string[] {
  return clocks
    .filter(({ kind }) => kind !== 'extensionNotice')
    .flatMap(({ kind, working }) =>
      working.map((step) => `${say(`clock.${kind}`)}: ${describeStep(step, say)} [${cite(step.citation, say)}]`),
    );
}

const idOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null;

/**
 * The dates that the law gives for one situation, in the form of the worked examples, with the working in words.
 * A situation that cannot be read or contradicts itself is answered with `error`, which names the member and what to write.
 */
export function answerSituation(entry: unknown, calendars: Calendars, say: Say, law: Law = LAW): SituationAnswer {
  const id = idOf(entry);
  const parsed = situationSchema.safeParse(entry);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
    return { id, error: problems.join('; ') };
  }
  const situation = parsed.data;
  if (!isKnownPair(situation, law)) return { id, error: `right: ${situation.regime} gives no right ${situation.right}` };
  const early = eventBeforeReceipt(situation);
  if (early) return { id, error: early };
  const rule = rightRule(situation.regime, situation.right, localDateOf(situation.received, situation.timezone), law);
  const reason = nothingOwed(situation, rule);
  const clocks = reason === null ? clocksFor(inputOf(situation), calendars, law) : [];
  const answer = clocks.find(({ kind }) => kind === 'respond' || kind === 'optOut');
  if (!rule || !answer) return { id, computed: NOTHING_OWED, working: [say(reason ?? 'nothingOwed.notInForce')] };
  return { id, computed: computedOf(clocks, rule, answer, situation), working: workingOf(clocks, say) };
}
