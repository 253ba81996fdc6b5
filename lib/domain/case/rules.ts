import { clocksFor } from '../clock/clocks';
import { type CalendarId, calendarFor, type Calendars } from '../calendar/holiday-calendar';
import { type LocalDate, localDateOf } from '../calendar/local-date';
import { askByOn } from '../clock/pause';
import type { Clock, ClockEvent } from '../clock/types';
import { identityMeansForbidden } from '../law/identity-means';
import { LAW } from '../law/law';
import { remediesFor } from '../law/remedies';
import { exemptionsFor, groundsOfOutcome, inForce, rightRule } from '../law/rights';
import { type DoneBy, RIGHT_DOING } from '../law/right-doing';
import type { Law, Outcome, PauseCause, Requirement, RightRule } from '../law/types';
import { owedContents } from './contents';
import type { RightItem } from './types';
import type { IdentityMeans } from './reasons';

/** A right as far as the law knows it: which one, under which regime. */
type Asked = Pick<RightItem, 'regime' | 'right'>;

/** The law that a case is measured against, given by the caller so that decisions stay pure. */
export type CaseRules = {
  /** Grounds on which this right may end with an outcome that gives less than was asked; empty where the law knows none. */
  grounds(item: Asked, outcome: Outcome): readonly string[];
  /** How the law lets this right end. */
  outcomes(item: Asked): readonly Outcome[];
  /** Grounds on which something may be hidden from the copy that these rights ask for. */
  exemptions(items: readonly Asked[]): readonly string[];
  /** Whether answering this right means handing over a copy of the data. */
  needsCopy(item: Asked): boolean;
  /** By what event alone this right, once granted, is done. */
  doneBy(item: Asked): DoneBy;
  /** Whether it must be known who asks before this right is answered; an opt-out is never verified (11 CCR 7060(b)). */
  needsIdentity(item: Asked): boolean;
  /** The rule by which this right takes effect at once, before any answer; null where the answer is the effect. */
  stopsAtOnce(item: Asked): RightRule | null;
  /** Whether a statement of the person may stand beside data that are incomplete. */
  takesStatement(item: Asked): boolean;
  /** Every clock that the right started, as things stand. */
  clocks(item: Asked, events: readonly ClockEvent[], now: string): readonly Clock[];
  /** Last day on which a question to the requester counts as asked without undue delay. */
  askByOn(): LocalDate;
  /** By what law the requester may be asked, where one of these rights falls under such a law. */
  questionLaw(cause: PauseCause, items: readonly Asked[]): string | null;
  /** The day it is at the controller's place. */
  today(now: string): LocalDate;
  /** What an answer with this outcome must contain, whenever it is given. */
  contents(item: Asked, outcome: Outcome): readonly Requirement[];
  /** What has to be told once a right that a person carries out has been done. */
  doneContents(item: Asked): readonly Requirement[];
  /** Whom the page and the copy name on that day, for somebody who disagrees. */
  ways(item: Asked, now: string): readonly ('authority' | 'court' | 'controller')[];
  /** Means of showing who one is that may not be asked for at the controller's place, with the law that forbids it. */
  forbids(means: IdentityMeans): string | null;
};

/** Where and when a request came in, as far as the law depends on it. */
export type CasePlace = {
  readonly receivedAt: string;
  readonly timezone: string;
  readonly calendar: CalendarId;
  readonly country: string;
};

/** The law in force on the day of receipt at the controller's place: a later amendment does not reach back. */
export function caseRules(
  { receivedAt, timezone, calendar, country }: CasePlace,
  calendars: Calendars,
  law: Law = LAW,
): CaseRules {
  const receivedOn = localDateOf(receivedAt, timezone);
  const ruleOf = ({ regime, right }: Asked) => rightRule(regime, right, receivedOn, law);
  return {
    grounds: ({ regime, right }, outcome) =>
      groundsOfOutcome(regime, right, outcome, receivedOn, country, law).map(({ id }) => id),
    outcomes: (item) => ruleOf(item)?.outcomes ?? [],
    exemptions: (items) => [
      ...new Set(
        items.flatMap(({ regime, right }) => exemptionsFor(regime, right, receivedOn, law).map(({ id }) => id)),
      ),
    ],
    needsCopy: ({ right }) => RIGHT_DOING[right].copy,
    doneBy: ({ right }) => RIGHT_DOING[right].doneBy,
    needsIdentity: (item) => ruleOf(item)?.identity !== 'never',
    stopsAtOnce(item) {
      const rule = ruleOf(item);
      return rule?.effect === 'withoutDelay' ? rule : null;
    },
    takesStatement: (item) => ruleOf(item)?.supplements === true,
    clocks: ({ regime, right }, events, now) =>
      clocksFor({ regime, right, receivedAt, timezone, calendar, events, asOf: now }, calendars, law),
    askByOn: () => askByOn(receivedOn, calendarFor(calendars, calendar)),
    questionLaw(cause, items) {
      const laws = items.map(({ regime, right }) => ({ own: law.find(({ id }) => id === regime), right }));
      if (cause === 'identity')
        return laws.map(({ own }) => own?.identity.citation).find((citation) => citation) ?? null;
      const pauses = laws.flatMap(({ own, right }) =>
        inForce(own?.clocks ?? [], receivedOn).flatMap((clock) =>
          clock.pauses.filter((pause) => pause.cause === cause && pause.rights.includes(right)),
        ),
      );
      return pauses[0]?.citation ?? null;
    },
    contents(item, outcome) {
      const rule = ruleOf(item);
      return rule ? owedContents(rule, outcome, RIGHT_DOING[item.right].doneBy) : [];
    },
    doneContents: (item) =>
      ['desk', 'erasing'].includes(RIGHT_DOING[item.right].doneBy) ? (ruleOf(item)?.answerContains ?? []) : [],
    ways({ regime }, now) {
      const open = remediesFor(
        [regime],
        { residence: country, authority: country },
        true,
        localDateOf(now, timezone),
        law,
      );
      return [
        ...(open.some(({ authority }) => authority !== null) ? (['authority'] as const) : []),
        ...open.flatMap(({ rule: { to, when } }) =>
          (to === 'court' && when !== 'whenSilent') || to === 'controller' ? [to] : [],
        ),
      ];
    },
    today: (now) => localDateOf(now, timezone),
    forbids: (means) => identityMeansForbidden(means, country, receivedOn, law),
  };
}
