import { LAW } from '../law/law';
import { isInForce } from '../law/rights';
import type { ClockRule, Law } from '../law/types';
import {
  addBusinessDays,
  calendarFor,
  type CalendarId,
  type Calendars,
  type HolidayCalendar,
} from '../calendar/holiday-calendar';
import { addDays, type LocalDate, localDateOf } from '../calendar/local-date';
import { extensionOf, reasonsOf } from './extension';
import { beginningsOf, type Beginning } from './beginning';
import { pauseAdded, pausesOf } from './pause';
import { type Counted, endOfPeriod, rolledEnd } from './period';
import type { Clock, ClockInput, WorkingStep } from './types';

/** The rules of the clocks of a request, each with the day it begins: in force on that day, since a later amendment does not reach back. */
function rulesFor(input: ClockInput, law: Law): readonly { rule: ClockRule; begins: Beginning }[] {
  const channel = input.channel === 'other' ? 'other' : 'designated';
  return (law.find((regime) => regime.id === input.regime)?.clocks ?? [])
    .filter((rule) => rule.rights.includes(input.right) && (rule.channel === null || rule.channel === channel))
    .flatMap((rule) =>
      beginningsOf(input, rule)
        .filter(({ on }) => isInForce(rule, on))
        .map((begins) => ({ rule, begins })),
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

function clockOf(input: ClockInput, rule: ClockRule, begins: Beginning, calendars: Calendars): Clock {
  const calendar = calendarFor(calendars, calendarOf(rule, input.calendar));
  const pauses = pausesOf(input, begins.on, rule.pauses, calendar, rule.citation);
  const counted = endOfPeriod(pauses.startOn, rule.period, calendar, rule.counting);
  const nominalOn = addDays(counted.on, pauses.pausedDays);
  const rolled = lastDay(rule, nominalOn, calendar);
  const unpaused = endOfPeriod(begins.on, rule.period, calendar, rule.counting).on;
  const firm = pausesOf(
    input,
    begins.on,
    rule.pauses.filter(({ statutory }) => statutory),
    calendar,
    rule.citation,
  );
  const firmEnd = addDays(endOfPeriod(firm.startOn, rule.period, calendar, rule.counting).on, firm.pausedDays);
  const end = {
    startOn: pauses.startOn,
    pausedDays: pauses.pausedDays,
    limitOn: rolled.on,
    firmLimitOn: lastDay(rule, firmEnd, calendar).on,
  };
  const { extension, ...extended } = extensionOf(input, rule, end, calendar);
  const strict = strictOf(rule, pauses.startOn);
  const earliest = earliestOf(rule, pauses.startOn, nominalOn, calendars);
  return {
    kind: rule.kind,
    regime: input.regime,
    right: input.right,
    ruleId: rule.id,
    citation: rule.citation,
    period: rule.period,
    calendar: calendar.id,
    receivedOn: localDateOf(input.receivedAt, input.timezone),
    startOn: pauses.startOn,
    nominalOn,
    unpausedNominalOn: unpaused,
    limitOn: rolled.on,
    strictOn: strict?.on ?? null,
    targetOn: earliest.on,
    lastDayOn: extension?.state === 'valid' && extension.extendedToOn ? extension.extendedToOn : rolled.on,
    extension,
    pausedDays: pauses.pausedDays,
    pausedSinceOn: pauses.pausedSinceOn,
    pauseCauses: pauses.causes,
    working: [
      begins.step,
      ...pauses.working,
      ...counted.working,
      ...pauseAdded(pauses.pausedDays, nominalOn, rule.citation),
      ...rolled.working,
      ...(strict?.working ?? []),
      ...earliest.working,
      ...extended.working,
    ],
    calendarKnown: counted.calendarKnown && rolled.calendarKnown && extended.calendarKnown,
  };
}

/** The clock within which a notice of more time must go out, as a clock of its own: it is missed on its own. */
function noticeClockOf(clock: Clock, { extension }: ClockRule): readonly Clock[] {
  if (clock.extension === null || extension === null) return [];
  const { noticeByOn, noticeTargetOn } = clock.extension;
  const step = {
    key: 'noticeBy',
    values: { byOn: noticeByOn, reasons: reasonsOf(extension) },
    on: noticeByOn,
    citation: clock.citation,
  };
  return [
    {
      ...clock,
      kind: 'extensionNotice',
      limitOn: noticeByOn,
      lastDayOn: noticeByOn,
      targetOn: noticeTargetOn,
      extension: null,
      working: [...clock.working.filter(({ key }) => key === 'received'), step],
    },
  ];
}

/**
 * Every clock of a request under one regime: acknowledge, respond or opt out, the notice of more time, and one for each later event
 * that has a clock of its own. Empty where that regime, on the day of receipt, sets no date for that right.
 * @throws RangeError where receivedAt or an event is no instant with offset, or the time zone is unknown.
 */
export function clocksFor(input: ClockInput, calendars: Calendars, law: Law = LAW): readonly Clock[] {
  const found = rulesFor(input, law).map(({ rule, begins }) => ({
    rule,
    clock: clockOf(input, rule, begins, calendars),
  }));
  return [...found.map(({ clock }) => clock), ...found.flatMap(({ clock, rule }) => noticeClockOf(clock, rule))];
}

/**
 * The clock by which the requester must have the answer (for an opt-out: by which it must be done).
 * @throws RangeError as clocksFor, and where the regime sets no such clock: ask clocksFor when that may be.
 */
export function respondClock(input: ClockInput, calendars: Calendars, law: Law = LAW): Clock {
  const clock = clocksFor(input, calendars, law).find(({ kind }) => kind === 'respond' || kind === 'optOut');
  if (!clock)
    throw new RangeError(`${input.regime} sets no date for ${input.right} on a request of ${input.receivedAt}`);
  return clock;
}
