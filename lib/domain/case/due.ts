import type { LocalDate } from '../calendar/local-date';
import type { Clock } from '../clock/types';
import { isPending } from './carry-out';
import type { CaseRules } from './rules';
import { isAcknowledged, isAnswering, isGiven } from './notices';
import type { CaseFacts, CaseState, RightItem } from './types';

/** What the clocks of a case are derived from. */
export type ClockedCase = Pick<CaseFacts, 'receivedAt' | 'rights' | 'clockEvents' | 'notices' | 'copySealed'> & {
  readonly state: CaseState;
};

/**
 * A clock of one right in a case. `met`: nothing is owed by it any more, since what it is for has happened, or, `lapsed`, since the case was
 * closed without that: withdrawn, stopped, or by somebody who did not show who they are.
 */
export type CaseClock = Clock & { readonly rightItemId: string; readonly met: boolean; readonly lapsed: boolean };

/** How a clock has ended: by what it is for, or by the end of the case without that; null as long as it is owed. */
function endOf({ kind }: Clock, item: RightItem, current: ClockedCase, rules: CaseRules): 'done' | 'lapsed' | null {
  const end = !isPending(item, current, rules) ? 'done' : current.state === 'closed' ? 'lapsed' : null;
  switch (kind) {
    case 'acknowledge':
      return isAcknowledged(current.notices) ? 'done' : end;
    case 'optOut':
      return item.stoppedAt !== null ? 'done' : end;
    case 'respond':
      // The time to answer is the time to act in (Art. 12(3) GDPR): it runs on until what was agreed is done.
      return end;
    case 'extensionNotice':
      // Nobody owes it: it is the end of a possibility.
      return 'done';
    case 'complaint':
    case 'appeal':
    case 'lifting':
      // Begun by something that comes after the answer: neither that nor the end of the case meets it.
      return null;
    default:
      return kind satisfies never;
  }
}

/**
 * Every clock of every right, in the order of the rights: answering, acknowledging, opting out, and the notice of more time.
 * @param now instant, ISO 8601: until then an unanswered question of ours has paused what it may pause.
 */
export const clocksOf = (current: ClockedCase, rules: CaseRules, now: string): readonly CaseClock[] =>
  current.rights.flatMap((item) =>
    rules.clocks(item, current.clockEvents, now).map((clock) => {
      const end = endOf(clock, item, current, rules);
      return { ...clock, rightItemId: item.id, met: end !== null, lapsed: end === 'lapsed' };
    }),
  );

/** Clocks by which the requester must have what they asked for. */
export const isAnswerClock = ({ kind }: Pick<Clock, 'kind'>): boolean => kind === 'respond' || kind === 'optOut';

/** The day to which a case is worked: the earliest defensible end of a clock, or of the time it was lengthened to. */
export const targetOf = ({ extension, targetOn }: Clock): LocalDate =>
  extension?.state === 'valid' ? (extension.nominalOn ?? targetOn) : targetOn;

/**
 * The clock that a case is worked to: of those not yet met the one that ends first; once all are met the last that was.
 * @throws for a case none of whose rights has a date: intake lets none through.
 */
export function bindingOf(clocks: readonly CaseClock[]): CaseClock {
  const answering = clocks.filter(isAnswerClock);
  const open = answering.filter(({ met }) => !met);
  const [first, ...rest] = open.length > 0 ? open : answering;
  if (!first) throw new Error('A case asks for at least one right that has a date');
  const sooner = (one: CaseClock, other: CaseClock) =>
    open.length > 0 ? other.lastDayOn < one.lastDayOn : other.lastDayOn > one.lastDayOn;
  return rest.reduce((chosen, clock) => (sooner(chosen, clock) ? clock : chosen), first);
}

/**
 * Whether the requester still has something to get by a last day: a right that is not answered and done, or the mail that tells of it, since an
 * answer is measured where it leaves. A case that is open for another reason is late with nothing.
 */
export const isOwed = (current: Pick<CaseFacts, 'notices'>, clocks: readonly CaseClock[]): boolean =>
  !bindingOf(clocks).met || current.notices.some((notice) => isAnswering(notice) && !isGiven(notice));

/** A request that has just come in, before anything has happened to it. */
export const newClockedCase = (
  receivedAt: string,
  rights: readonly Pick<RightItem, 'regime' | 'right'>[],
): ClockedCase => ({
  receivedAt,
  rights: rights.map((right) => ({
    ...right,
    id: `${right.regime}:${right.right}`,
    decision: null,
    approvedById: null,
    stoppedAt: null,
    carriedOut: null,
    restrictedFor: null,
    erasure: null,
  })),
  clockEvents: [],
  notices: [],
  copySealed: false,
  state: 'received',
});

/** The clock by which one right has to be answered; null where its law sets none. */
export const answerClockOf = ({ id }: Pick<RightItem, 'id'>, clocks: readonly CaseClock[]): CaseClock | null =>
  clocks
    .filter((clock) => isAnswerClock(clock) && clock.rightItemId === id)
    .toSorted((one, other) => (one.lastDayOn < other.lastDayOn ? -1 : 1))[0] ?? null;

/** The last day of one right; null where its law sets none. */
export const lastDayOf = (item: Pick<RightItem, 'id'>, clocks: readonly CaseClock[]): LocalDate | null =>
  answerClockOf(item, clocks)?.lastDayOn ?? null;
