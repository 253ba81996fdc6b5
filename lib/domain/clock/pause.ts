import type { PauseCause, PauseRule, RightId, WaitCause } from '../law/types';
import { addBusinessDays, type HolidayCalendar } from '../calendar/holiday-calendar';
import { addDays, daysBetween, latest, type LocalDate, localDateOf } from '../calendar/local-date';
import type { ClockEvent, ClockInput, WorkingStep } from './types';

/** Guidance says "without undue delay" and gives no number: our policy is five working days (rulebook D11). */
export const ASKED_WITHIN_WORKING_DAYS = 5;

/** Days [fromOn, untilOn) during which a question of ours was unanswered. */
interface Waiting {
  readonly rule: PauseRule;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly open: boolean;
}

export interface Pauses {
  readonly startOn: LocalDate;
  readonly pausedDays: number;
  readonly pausedSinceOn: LocalDate | null;
  readonly causes: readonly WaitCause[];
  readonly working: readonly WorkingStep[];
}

/** The last day on which a question is asked without undue delay, by our policy. */
export const askByOn = (receivedOn: LocalDate, calendar: HolidayCalendar): LocalDate =>
  addBusinessDays(calendar, receivedOn, ASKED_WITHIN_WORKING_DAYS, 'mondayToFriday').on;

interface Question {
  readonly cause: WaitCause;
  readonly askedOn: LocalDate;
  readonly answeredOn: LocalDate | null;
  readonly lateBecause: string | undefined;
  readonly largeQuantity: boolean;
}

const ASKED: Partial<Record<ClockEvent['type'], WaitCause>> = {
  identityRequested: 'identity',
  clarificationRequested: 'clarification',
  feeAsked: 'fee',
};
const ANSWERED: Partial<Record<ClockEvent['type'], WaitCause>> = {
  identityProvided: 'identity',
  clarificationProvided: 'clarification',
  feePaid: 'fee',
};

const byTime = (events: readonly ClockEvent[]): readonly ClockEvent[] =>
  [...events].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));

/** Pairs questions and answers: an answer belongs to the oldest unanswered question about the same thing. */
function questionsOf(input: ClockInput, receivedOn: LocalDate): readonly Question[] {
  const questions: { -readonly [K in keyof Question]: Question[K] }[] = [];
  for (const event of byTime(input.events)) {
    // A request cannot wait for an answer before it exists.
    const on = latest(receivedOn, localDateOf(event.at, input.timezone));
    const asked = ASKED[event.type];
    const answered = ANSWERED[event.type];
    if (asked) {
      const largeQuantity = event.type !== 'clarificationRequested' || event.largeQuantity;
      const lateBecause = 'lateBecause' in event ? event.lateBecause : undefined;
      questions.push({ cause: asked, askedOn: on, answeredOn: null, lateBecause, largeQuantity });
    } else if (answered) {
      const oldest = questions.find((question) => question.cause === answered && question.answeredOn === null);
      if (oldest) oldest.answeredOn = on;
    }
  }
  return questions;
}

/** What we asked the requester and have no answer to; each cause once. */
export const unansweredCauses = (events: readonly ClockEvent[]): readonly PauseCause[] =>
  (['identity', 'clarification'] as const).filter((cause) => {
    const count = (kinds: typeof ASKED) => events.filter(({ type }) => kinds[type] === cause).length;
    return count(ASKED) > count(ANSWERED);
  });

/** Days covered by at least one of the waits, none counted twice. */
function daysCovered(waits: readonly Waiting[], notBefore: LocalDate): number {
  let [days, reached] = [0, notBefore];
  for (const wait of [...waits].sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))) {
    const fromOn = latest(reached, wait.fromOn);
    if (wait.untilOn > fromOn) days += daysBetween(fromOn, wait.untilOn);
    reached = latest(reached, wait.untilOn);
  }
  return days;
}

/** The last day known to the input: what is unanswered is known to be unanswered until then. */
function knownUntil(input: ClockInput, receivedOn: LocalDate): LocalDate {
  const instants = [
    ...input.events.filter(({ type }) => type !== 'liftingPlanned').map((event) => event.at),
    ...(input.asOf ? [input.asOf] : []),
  ];
  // What is planned has not happened yet.
  return latest(receivedOn, ...instants.map((instant) => localDateOf(instant, input.timezone)));
}

/** A statute that begins its period with the answer knows no question asked too late: leaving it out is ours, and the earlier date safe. */
function lateStep(question: Question, byOn: LocalDate, rule: PauseRule): WorkingStep {
  const values = {
    cause: question.cause,
    askedOn: question.askedOn,
    byOn,
    days: ASKED_WITHIN_WORKING_DAYS,
    basis: rule.statutory ? 'policy' : 'guidance',
  };
  return { key: 'pauseTooLate', values, citation: rule.citation };
}

/** The rule by which a question may move the clock, or the step that says why none does. */
function ruleFor(
  question: Question,
  right: RightId,
  rules: readonly PauseRule[],
  citation: string,
): PauseRule | WorkingStep {
  const rule = rules.find((candidate) => candidate.cause === question.cause && candidate.rights.includes(right));
  const { cause, askedOn } = question;
  if (!rule) return { key: 'pauseNotInLaw', values: { cause, askedOn }, citation };
  return question.largeQuantity || rule.anyQuantity
    ? rule
    : { key: 'pauseSmallQuantity', values: { askedOn }, citation: rule.citation };
}

function waitStep({ rule, fromOn, untilOn, open }: Waiting): WorkingStep {
  const { cause, citation, reflectionDays } = rule;
  const days = daysBetween(fromOn, untilOn);
  if (reflectionDays !== null) {
    return {
      key: 'reflection',
      values: { askedOn: fromOn, days: reflectionDays, endOn: untilOn, agreed: open ? 'no' : 'yes' },
      on: untilOn,
      citation,
    };
  }
  if (open)
    return {
      key: rule.effect === 'pause' ? 'pauseOpen' : 'restartOpen',
      values: { cause, askedOn: fromOn, days },
      citation,
    };
  if (rule.effect === 'restart')
    return { key: 'restarted', values: { cause, providedOn: untilOn }, on: untilOn, citation };
  const providedOn = rule.bothDaysOut ? addDays(untilOn, -1) : untilOn;
  return { key: 'paused', values: { cause, askedOn: fromOn, providedOn, days }, citation };
}

/** Counted once where two waits overlap, or where a wait reaches before the first day that counts. */
function overlapSteps(pauses: readonly Waiting[], counted: number): readonly WorkingStep[] {
  const [first] = pauses;
  const days = pauses.reduce((sum, { fromOn, untilOn }) => sum + daysBetween(fromOn, untilOn), 0);
  return first && days !== counted
    ? [{ key: 'pauseOverlap', values: { days, counted }, citation: first.rule.citation }]
    : [];
}

function waitingFor({ askedOn, answeredOn }: Question, rule: PauseRule, untilKnown: LocalDate): Waiting {
  const lastOn = answeredOn ?? untilKnown;
  const wait = { rule, fromOn: askedOn, open: answeredOn === null };
  if (rule.reflectionDays !== null) return { ...wait, untilOn: addDays(askedOn, rule.reflectionDays) };
  return { ...wait, untilOn: rule.bothDaysOut ? addDays(lastOn, 1) : lastOn };
}

/** The step that says by how many days pauses moved the end; none where nothing paused. */
export const pauseAdded = (days: number, endOn: LocalDate, citation: string): WorkingStep[] =>
  days > 0 ? [{ key: 'pauseAdded', values: { days, endOn }, on: endOn, citation }] : [];

/**
 * What questions to the requester do to a clock: where its period starts, and how many days are added to it.
 * A question counts only where the law knows it and it was asked without undue delay, or while another one is already running; a fee
 * counts whenever it was told. Sources: EDPB Guidelines 01/2022 v2.1 para. 159 (GDPR); Art. 12A UK GDPR (UK); Art. 19(3) DPO (Switzerland).
 */
export function pausesOf(
  input: ClockInput,
  receivedOn: LocalDate,
  rules: readonly PauseRule[],
  calendar: HolidayCalendar,
  citation: string,
): Pauses {
  const byOn = askByOn(receivedOn, calendar);
  const untilKnown = knownUntil(input, receivedOn);
  const waits: Waiting[] = [];
  const working: WorkingStep[] = [];
  for (const question of questionsOf(input, receivedOn)) {
    const rule = ruleFor(question, input.right, rules, citation);
    if ('key' in rule) {
      working.push(rule);
      continue;
    }
    const running = waits.some((wait) => wait.rule.cause === rule.cause && wait.untilOn >= question.askedOn);
    if (rule.cause !== 'fee' && question.askedOn > byOn && !question.lateBecause && !running) {
      working.push(lateStep(question, byOn, rule));
      continue;
    }
    const wait = waitingFor(question, rule, untilKnown);
    waits.push(wait);
    working.push(waitStep(wait));
  }
  const restarts = waits.filter((wait) => wait.rule.effect === 'restart');
  const pauses = waits.filter((wait) => wait.rule.effect === 'pause');
  const startOn = latest(receivedOn, ...restarts.map((wait) => wait.untilOn));
  const notBefore = pauses.some((wait) => wait.rule.bothDaysOut) ? addDays(startOn, 1) : startOn;
  const pausedDays = daysCovered(pauses, notBefore);
  return {
    startOn,
    pausedDays,
    pausedSinceOn: waits.find((wait) => wait.open)?.fromOn ?? null,
    causes: [...new Set(waits.map((wait) => wait.rule.cause))],
    working: [...working, ...overlapSteps(pauses, pausedDays)],
  };
}
