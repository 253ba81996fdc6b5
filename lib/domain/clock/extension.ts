import type { ClockRule, ExtensionRule } from '../law/types';
import type { HolidayCalendar } from '../calendar/holiday-calendar';
import { addDays, type LocalDate, localDateOf } from '../calendar/local-date';
import { endOfPeriod, rolledEnd } from './period';
import { pauseAdded } from './pause';
import type { ClockEvent, ClockExtension, ClockInput, WorkingStep } from './types';

type Notice = Extract<ClockEvent, { type: 'deadlineExtended' }>;

export interface ExtensionFound {
  readonly extension: ClockExtension | null;
  readonly working: readonly WorkingStep[];
  readonly calendarKnown: boolean;
}

/** What an extension needs to know of the period it lengthens. */
export interface ExtensibleEnd {
  readonly startOn: LocalDate;
  readonly pausedDays: number;
  readonly limitOn: LocalDate;
  /** The same limit with such pauses alone as the statute itself has: what is only a tolerance of guidance moves no notice for certain. */
  readonly firmLimitOn: LocalDate;
}

function flawOf(
  notice: Notice,
  rule: ExtensionRule,
  noticeByOn: LocalDate,
  timezone: string,
): 'late' | 'noReasons' | 'noPromise' | null {
  if (localDateOf(notice.at, timezone) > noticeByOn) return 'late';
  if (!rule.withoutReasons && notice.reasons.trim() === '') return 'noReasons';
  return rule.total === null && notice.promisedOn === undefined ? 'noPromise' : null;
}

/** Whether a notice has to give reasons, as its sentences select it. */
export const reasonsOf = ({ withoutReasons }: ExtensionRule): 'owed' | 'none' => (withoutReasons ? 'none' : 'owed');

function noticeSteps(
  valid: Notice | undefined,
  end: ExtensibleEnd,
  rule: ExtensionRule,
  timezone: string,
): readonly WorkingStep[] {
  const [byOn, reasons, { citation }] = [end.limitOn, reasonsOf(rule), rule];
  if (valid)
    return [{ key: 'extended', values: { noticeOn: localDateOf(valid.at, timezone), byOn, reasons }, citation }];
  const possible = { key: 'extensionPossible', values: { byOn, reasons }, citation };
  if (end.firmLimitOn >= byOn) return [possible];
  return [{ key: 'noticeTarget', values: { targetOn: end.firmLimitOn }, on: end.firmLimitOn, citation }, possible];
}

/**
 * More time is given once, by a notice sent by the first limit, and is counted from the start, not from a rolled date. It gives reasons
 * by Art. 12(3) GDPR and Cal. Civ. Code 1798.130(a)(2)(A), 1798.145(h)(1), not by Art. 18(2) DPO. A late notice changes nothing.
 */
export function extensionOf(
  input: ClockInput,
  rule: ClockRule,
  end: ExtensibleEnd,
  calendar: HolidayCalendar,
): ExtensionFound {
  const law = rule.extension;
  if (!law) return { extension: null, working: [], calendarKnown: true };
  const noticeByOn = end.limitOn;
  const noticeTargetOn = end.firmLimitOn;
  const notices = input.events.filter((event): event is Notice => event.type === 'deadlineExtended');
  const flaws = notices.map((notice) => flawOf(notice, law, noticeByOn, input.timezone));
  const valid = notices[flaws.indexOf(null)];
  const flaw = flaws.at(-1);
  if (!valid && flaw) {
    const noticeOn = localDateOf(notices.at(-1)?.at ?? input.receivedAt, input.timezone);
    const working = [
      { key: 'extensionVoid', values: { noticeOn, byOn: noticeByOn, because: flaw }, citation: law.citation },
    ];
    return { extension: { state: 'void', because: flaw, noticeByOn, noticeTargetOn }, working, calendarKnown: true };
  }
  const state = valid ? 'valid' : 'possible';
  const noticed = noticeSteps(valid, end, law, input.timezone);
  if (law.total === null) {
    const extendedToOn = valid?.promisedOn ?? null;
    const promised = extendedToOn
      ? [{ key: 'promised', values: { endOn: extendedToOn }, on: extendedToOn, citation: law.citation }]
      : [];
    const extension = { state, noticeByOn, noticeTargetOn, nominalOn: extendedToOn, extendedToOn } as const;
    return { extension, working: [...noticed, ...promised], calendarKnown: true };
  }
  const counted = endOfPeriod(end.startOn, law.total, calendar, law.citation);
  const nominalOn = addDays(counted.on, end.pausedDays);
  const added = pauseAdded(end.pausedDays, nominalOn, law.citation);
  const rolled = rolledEnd(nominalOn, calendar, rule.roll, law.citation);
  return {
    extension: { state, noticeByOn, noticeTargetOn, nominalOn, extendedToOn: rolled.on },
    working: [...noticed, ...counted.working, ...added, ...rolled.working],
    calendarKnown: rolled.calendarKnown,
  };
}
