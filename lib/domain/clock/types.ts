import type { ClockKind, Period, RegimeId, RightId, WaitCause } from '../law/types';
import type { CalendarId } from '../calendar/holiday-calendar';
import type { LocalDate } from '../calendar/local-date';

/** What happened to a case that can move a clock. `at` is an ISO 8601 instant with offset. */
export type ClockEvent =
  | { readonly type: 'identityRequested'; readonly at: string; readonly lateBecause?: string }
  | { readonly type: 'identityProvided'; readonly at: string }
  | {
      readonly type: 'clarificationRequested';
      readonly at: string;
      /** Whether a large quantity of data is processed: Recital 63 GDPR lets a controller ask which are meant only then. */
      readonly largeQuantity: boolean;
      /** Why it was asked later than without undue delay, signed off by a second person: the text, or the id of the note that has it. */
      readonly lateBecause?: string;
    }
  | { readonly type: 'clarificationProvided'; readonly at: string }
  /** The amount of a fee was told, before anything is charged; paid, or agreed to where the law asks no more. */
  | { readonly type: 'feeAsked'; readonly at: string }
  | { readonly type: 'feePaid'; readonly at: string }
  /** From these begin clocks of their own, `LATER_CLOCK_KINDS`. `at` of the last is when the restriction is to end. */
  | { readonly type: 'complaintReceived'; readonly at: string }
  | { readonly type: 'appealReceived'; readonly at: string }
  | { readonly type: 'liftingPlanned'; readonly at: string }
  | {
      readonly type: 'deadlineExtended';
      /** When the notice was sent to the requester. */
      readonly at: string;
      readonly reasons: string;
      /** The day promised in the notice, where the law sets no cap of its own. */
      readonly promisedOn?: LocalDate;
    };

export const CLOCK_EVENT_TYPES = [
  'identityRequested',
  'identityProvided',
  'clarificationRequested',
  'clarificationProvided',
  'feeAsked',
  'feePaid',
  'complaintReceived',
  'appealReceived',
  'liftingPlanned',
  'deadlineExtended',
] as const satisfies readonly ClockEvent['type'][];

/** How the request came in, as far as a clock depends on it: by a channel the controller named for it, another one, or as a browser signal. */
export type ClockChannel = 'designated' | 'other' | 'GPC';

export interface ClockInput {
  readonly regime: RegimeId;
  readonly right: RightId;
  /** ISO 8601 instant with offset at which the request reached the controller. */
  readonly receivedAt: string;
  /** IANA zone of the controller's answering establishment. */
  readonly timezone: string;
  readonly calendar: CalendarId;
  readonly events: readonly ClockEvent[];
  /** 'designated' where not given. */
  readonly channel?: ClockChannel;
  /** Until when an unanswered question has paused the clock; the latest event where not given. */
  readonly asOf?: string;
}

/** One step of how a date was found. Keys live under `step` in the law texts; values ending in `On` are days. */
export interface WorkingStep {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly on?: LocalDate;
  readonly citation: string;
}

/** More time: what it would give or gives, or why a notice gave nothing. Nominal and due days are null where the law sets no cap. */
export type ClockExtension =
  | {
      readonly state: 'possible' | 'valid';
      /** Last day on which a notice with reasons counts; target where pauses are a tolerance of guidance only. */
      readonly noticeByOn: LocalDate;
      readonly noticeTargetOn: LocalDate;
      readonly nominalOn: LocalDate | null;
      readonly extendedToOn: LocalDate | null;
    }
  | {
      readonly state: 'void';
      readonly because: 'late' | 'noReasons' | 'noPromise';
      readonly noticeByOn: LocalDate;
      readonly noticeTargetOn: LocalDate;
    };

export interface Clock {
  readonly kind: ClockKind;
  readonly regime: RegimeId;
  readonly right: RightId;
  readonly ruleId: string;
  readonly citation: string;
  readonly period: Period;
  readonly calendar: CalendarId;
  readonly receivedOn: LocalDate;
  /** The day of the event from which the period runs; that day itself is not counted. */
  readonly startOn: LocalDate;
  /** The end as counted, before it moves off weekends and holidays: the target (rulebook D14). */
  readonly nominalOn: LocalDate;
  readonly unpausedNominalOn: LocalDate;
  /** The legal limit without an extension. */
  readonly limitOn: LocalDate;
  /** Business days counted with weekends off only; null for other periods. */
  readonly strictOn: LocalDate | null;
  /** The day to plan work to: the earliest defensible one. */
  readonly targetOn: LocalDate;
  /** The legal limit as things stand: `limitOn`, or that of a valid extension. */
  readonly lastDayOn: LocalDate;
  readonly extension: ClockExtension | null;
  readonly pausedDays: number;
  /** Set while a question that pauses the clock is unanswered. */
  readonly pausedSinceOn: LocalDate | null;
  readonly pauseCauses: readonly WaitCause[];
  readonly working: readonly WorkingStep[];
  /** False where holidays of a needed year are missing: nothing was rolled, the date is early rather than late. */
  readonly calendarKnown: boolean;
}
