import { LAW } from '../law/law';
import { reachedFrequency } from '../law/frequency';
import { rightRule } from '../law/rights';
import { LATER_CLOCK_KINDS, type Law, type RightRule } from '../law/types';
import { clocksFor } from './clocks';
import { describeStep } from './describe';
import { cite, type Say } from '../wording';
import type { Calendars } from '../calendar/holiday-calendar';
import { localDate, localDateOf, yearOf } from '../calendar/local-date';
import { type DeadlineSituation, situationSchema } from './schema';
import type { Clock, ClockEvent, ClockInput } from './types';

type Computed = Record<string, string | number | boolean | null>;

/** The answer for one situation: dates under the names of the worked examples, and the steps that led to them; or what is wrong with it. */
export type SituationAnswer =
  | { readonly id: unknown; readonly computed: Computed; readonly working: readonly string[] }
  | { readonly id: unknown; readonly error: string };

type SituationEvent = DeadlineSituation['events'][number];

function eventOf(event: SituationEvent): readonly ClockEvent[] {
  const { at } = event;
  switch (event.type) {
    case 'id_requested':
      return [{ type: 'identityRequested', at, lateBecause: event.late_because }];
    case 'id_provided':
      return [{ type: 'identityProvided', at }];
    case 'clarification_requested':
      return [
        { type: 'clarificationRequested', at, largeQuantity: event.large_quantity, lateBecause: event.late_because },
      ];
    case 'clarification_provided':
      return [{ type: 'clarificationProvided', at }];
    case 'extended':
      return [
        {
          type: 'deadlineExtended',
          at,
          reasons: event.reasons,
          promisedOn: event.promised_on ? localDate(event.promised_on) : undefined,
        },
      ];
    case 'fee_asked':
      return [{ type: 'feeAsked', at }];
    case 'fee_paid':
      return [{ type: 'feePaid', at }];
    case 'complaint_received':
      return [{ type: 'complaintReceived', at }];
    case 'appeal_received':
      return [{ type: 'appealReceived', at }];
    case 'lifting_planned':
      return [{ type: 'liftingPlanned', at }];
    case 'answered':
      return [];
    default:
      return event satisfies never;
  }
}

const isInsufficient = (event: SituationEvent): boolean => 'sufficient' in event && !event.sufficient;

/**
 * What was provided and was not enough answers nothing: the question stands, and one that follows it asks the same again.
 * EDPB Guidelines 01/2022, Example 31: the clock waits until there is enough.
 */
function withoutInsufficient(events: readonly SituationEvent[]): readonly SituationEvent[] {
  const open = new Set<string>();
  return events
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .filter((event) => {
      const [about, what] = [event.type.split('_')[0] ?? '', event.type.split('_')[1]];
      if (isInsufficient(event)) open.add(about);
      else if (what === 'provided') open.delete(about);
      return !isInsufficient(event) && !(what === 'requested' && open.has(about));
    });
}

/** What was not enough still shows that the question was open until then. */
const latestOf = (events: readonly SituationEvent[]): string | undefined =>
  events
    .filter(isInsufficient)
    .map(({ at }) => at)
    .sort((one, other) => Date.parse(one) - Date.parse(other))
    .at(-1);

const inputOf = (situation: DeadlineSituation): ClockInput => ({
  regime: situation.regime,
  right: situation.right,
  receivedAt: situation.received,
  timezone: situation.timezone,
  calendar: situation.calendar,
  events: withoutInsufficient(situation.events).flatMap(eventOf),
  asOf: latestOf(situation.events),
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
  return { ...told, ...nominal, extended_due: extension.state === 'void' ? null : extension.extendedToOn };
}

const ASKING = new Set(['id_requested', 'clarification_requested', 'fee_asked']);

function pauseMembers(clock: Clock, situation: DeadlineSituation): Computed {
  if (!situation.events.some(({ type }) => ASKING.has(type))) return {};
  if (clock.period.unit !== 'months') return { tolled: clock.startOn !== clock.receivedOn || clock.pausedDays > 0 };
  return { paused_days: clock.pausedDays, unpaused_nominal: clock.unpausedNominalOn };
}

function effectMembers(rule: RightRule, clock: Clock, situation: DeadlineSituation, law: Law): Computed {
  const reasonable = law.some(({ clocks }) => clocks.some(({ id, reasonable }) => id === clock.ruleId && reasonable));
  const signal = situation.channel === 'GPC' && clock.kind === 'optOut';
  return {
    ...(rule.effect === 'withoutDelay' && clock.kind === 'respond' ? { stop_processing: 'without_delay' } : {}),
    ...(signal ? { channel: 'GPC', effective: 'immediate_for_browser' } : {}),
    ...(clock.kind === 'optOut'
      ? { confirmation_required: rule.showProcessedFrom !== null && rule.showProcessedFrom <= clock.receivedOn }
      : {}),
    ...(rule.answersAbout === 'precedingCalendarYear'
      ? { disclosure_calendar_year: yearOf(clock.receivedOn) - 1 }
      : {}),
    ...(reasonable ? { reasonable_period: true } : {}),
  };
}

/** The days of the clocks that a later event began; of two of a kind the first. */
const laterMembers = (clocks: readonly Clock[]): Computed =>
  Object.assign(
    {},
    ...LATER_CLOCK_KINDS.map((kind): Computed => {
      const first = clocks
        .filter((clock) => clock.kind === kind)
        .toSorted((one, other) => (one.limitOn < other.limitOn ? -1 : 1))[0];
      return first ? { [`${kind}_due`]: first.limitOn, [`${kind}_target`]: first.targetOn } : {};
    }),
  );

function computedOf(
  clocks: readonly Clock[],
  rule: RightRule,
  clock: Clock,
  situation: DeadlineSituation,
  law: Law,
): Computed {
  const acknowledge = clocks.find(({ kind }) => kind === 'acknowledge');
  return {
    ack_due: acknowledge?.limitOn ?? null,
    ...(acknowledge ? { ack_due_strict: acknowledge.strictOn } : {}),
    ...(clock.period.unit === 'months' ? { nominal: clock.nominalOn } : {}),
    due: clock.limitOn,
    ...(clock.kind === 'optOut' ? { due_strict: clock.strictOn } : {}),
    ...pauseMembers(clock, situation),
    ...extensionMembers(
      clock,
      situation.events.some(({ type }) => type === 'extended'),
    ),
    ...effectMembers(rule, clock, situation, law),
    ...laterMembers(clocks),
    ...(clocks.every(({ calendarKnown }) => calendarKnown) ? {} : { calendar_known: false }),
  };
}

const NOTHING_OWED: Computed = { ack_due: null, due: null, extended_due: null, obligation: 'none' };

/** Why nothing is owed, as a key of the law texts; null where an answer is. */
function nothingOwed(situation: DeadlineSituation, rule: RightRule | null): string | null {
  if (!rule) return 'nothingOwed.notInForce';
  if (situation.channel === 'other_with_notice' && rule.elsewhere) return `ground.${rule.elsewhere}`;
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
    const problems = parsed.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    );
    return { id, error: problems.join('; ') };
  }
  const situation = parsed.data;
  if (!isKnownPair(situation, law))
    return { id, error: `right: ${situation.regime} gives no right ${situation.right}` };
  const early = eventBeforeReceipt(situation);
  if (early) return { id, error: early };
  const rule = rightRule(situation.regime, situation.right, localDateOf(situation.received, situation.timezone), law);
  const reason = nothingOwed(situation, rule);
  const clocks = reason === null ? clocksFor(inputOf(situation), calendars, law) : [];
  const answer = clocks.find(({ kind }) => kind === 'respond' || kind === 'optOut');
  if (!rule || !answer) return { id, computed: NOTHING_OWED, working: [say(reason ?? 'nothingOwed.notInForce')] };
  return { id, computed: computedOf(clocks, rule, answer, situation, law), working: workingOf(clocks, say) };
}
