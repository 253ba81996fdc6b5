import { LAW } from '../law/law';
import type { ClockRule, Law } from '../law/types';
import { addBusinessDays, calendarFor, type CalendarId, type Calendars, type HolidayCalendar } from './holiday-calendar';
import { addDays, type LocalDate, localDateOf } from './local-date';
import { extensionOf } from './extension';
import { pausesOf } from './pause';
import { type Counted, endOfPeriod, rolledEnd } from './period';
import type { Clock, ClockInput, WorkingStep } from './types';

/** The rules of the clocks that a request starts, in force on the day it came in: a later amendment does not reach back. */
function rulesFor(input: ClockInput, law: Law, receivedOn: LocalDate): readonly ClockRule[] {
  const channel = input.channel === 'other' ? 'other' : 'designated';
  return (law.find((regime) => regime.id === input.regime)?.clocks ?? []).filter(
    (rule) =>
      rule.rights.includes(input.right) &&
      (rule.channel === null || rule.channel === channel) &&
      rule.inForceFrom <= receivedOn &&
      (rule.inForceTo === null || receivedOn <= rule.inForceTo),
  );
}

interface Reading {
  readonly on: LocalDate;
  readonly working: readonly WorkingStep[];
}

/** The earliest day that some reading of the rule would ask for: work is planned to it, nothing turns unlawful on it. */
function earliestOf(rule: ClockRule, startOn: LocalDate, nominalOn: LocalDate, calendars: Calendars): Reading {
  const { earliest, period } = rule;
  if (earliest === null) return { on: nominalOn, working: [] };
  if (earliest.by === 'receiptDayCounts') {
    const on = addDays(nominalOn, -1);
    return { on, working: [{ key: 'receiptDayCounts', values: { endOn: on }, on, citation: earliest.citation }] };
  }
  const state = calendarFor(calendars, earliest.calendar);
  const counted = addBusinessDays(state, startOn, period.length, 'mondayToSaturday').on;
  const on = counted < nominalOn ? counted : nominalOn;
  const values = { length: period.length, endOn: on };
  return { on, working: [{ key: 'civilCodeDays', values, on, citation: earliest.citation }] };
}

function strictOf(rule: ClockRule, startOn: LocalDate): Reading | null {
  if (rule.period.unit !== 'businessDays') return null;
  const withoutHolidays = { id: 'NONE', firstYear: 1, lastYear: 9999, holidays: new Map() };
  const { on } = addBusinessDays(withoutHolidays, startOn, rule.period.length, 'mondayToFriday');
  const values = { length: rule.period.length, endOn: on };
  return { on, working: [{ key: 'weekendsOnly', values, on, citation: rule.citation }] };
}

/** A controller abroad answers Californians by the holidays of the United States, and Britons by those of England. */
export const calendarOf = ({ holidays }: Pick<ClockRule, 'holidays'>, establishment: CalendarId): CalendarId =>
  holidays === null || establishment.startsWith(holidays.within) ? establishment : holidays.otherwise;

/** Business days end on one by themselves. */
const lastDay = (rule: ClockRule, nominalOn: LocalDate, calendar: HolidayCalendar): Counted =>
  rule.period.unit === 'businessDays'
    ? { on: nominalOn, calendarKnown: true, working: [] }
    : rolledEnd(nominalOn, calendar, rule.roll, rule.citation);

function clockOf(input: ClockInput, rule: ClockRule, calendars: Calendars): Clock {
  const calendar = calendarFor(calendars, calendarOf(rule, input.calendar));
  const receivedOn = localDateOf(input.receivedAt, input.timezone);
  const pauses = pausesOf(input, receivedOn, rule.pauses, calendar, rule.citation);
  const counted = endOfPeriod(pauses.startOn, rule.period, calendar, rule.counting);
  const nominalOn = addDays(counted.on, pauses.pausedDays);
  const pauseAdded: WorkingStep[] =
    pauses.pausedDays > 0
      ? [{ key: 'pauseAdded', values: { days: pauses.pausedDays, endOn: nominalOn }, on: nominalOn, citation: rule.citation }]
      : [];
  const rolled = lastDay(rule, nominalOn, calendar);
  const unpaused = endOfPeriod(receivedOn, rule.period, calendar, rule.counting).on;
  const unpausedDueOn = lastDay(rule, unpaused, calendar).on;
  const end = { startOn: pauses.startOn, pausedDays: pauses.pausedDays, dueOn: rolled.on, unpausedDueOn };
  const { extension, ...extended } = extensionOf(input, rule, end, calendar);
  const strict = strictOf(rule, pauses.startOn);
  const earliest = earliestOf(rule, pauses.startOn, nominalOn, calendars);
  const received: WorkingStep = { key: 'received', values: { receivedOn, timezone: input.timezone }, on: receivedOn, citation: rule.counting };
  return {
    kind: rule.kind,
    regime: input.regime,
    right: input.right,
    ruleId: rule.id,
    citation: rule.citation,
    period: rule.period,
    calendar: calendar.id,
    receivedOn,
    startOn: pauses.startOn,
    nominalOn,
    unpausedNominalOn: unpaused,
    dueOn: rolled.on,
    strictOn: strict?.on ?? null,
    targetOn: earliest.on,
    bindingOn: extension?.state === 'valid' && extension.dueOn ? extension.dueOn : rolled.on,
    extension,
    pausedDays: pauses.pausedDays,
    pausedSinceOn: pauses.pausedSinceOn,
    pauseCauses: pauses.causes,
    working: [
      received,
      ...pauses.working,
      ...counted.working,
      ...pauseAdded,
      ...rolled.working,
      ...(strict?.working ?? []),
      ...earliest.working,
      ...extended.working,
    ],
    calendarKnown: counted.calendarKnown && rolled.calendarKnown && extended.calendarKnown,
  };
}

/** The clock within which a notice of more time must go out, as a clock of its own: it is missed on its own. */
function noticeClockOf(clock: Clock): readonly Clock[] {
  if (clock.extension === null) return [];
  const { noticeByOn, noticeTargetOn } = clock.extension;
  const step = { key: 'noticeBy', values: { byOn: noticeByOn }, on: noticeByOn, citation: clock.citation };
  return [
    {
      ...clock,
      kind: 'extensionNotice',
      dueOn: noticeByOn,
      bindingOn: noticeByOn,
      targetOn: noticeTargetOn,
      extension: null,
      working: [...clock.working.filter(({ key }) => key === 'received'), step],
    },
  ];
}

/**
 * Every clock that a request starts under one regime: acknowledge, respond or opt out, and the notice of more time.
 * Empty where that regime, on the day of receipt, sets no date for that right.
 * @throws RangeError where receivedAt or an event is no instant with offset, or the time zone is unknown.
 */
export function clocksFor(input: ClockInput, calendars: Calendars, law: Law = LAW): readonly Clock[] {
  const receivedOn = localDateOf(input.receivedAt, input.timezone);
  const clocks = rulesFor(input, law, receivedOn).map((rule) => clockOf(input, rule, calendars));
  return [...clocks, ...clocks.flatMap(noticeClockOf)];
}

/**
 * The clock by which the requester must have the answer (for an opt-out: by which it must be done).
 * @throws RangeError as clocksFor, and where the regime sets no such clock: ask clocksFor when that may be.
 */
export function respondClock(input: ClockInput, calendars: Calendars, law: Law = LAW): Clock {
  const clock = clocksFor(input, calendars, law).find(({ kind }) => kind === 'respond' || kind === 'optOut');
  if (!clock) throw new RangeError(`${input.regime} sets no date for ${input.right} on a request of ${input.receivedAt}`);
  return clock;
}
