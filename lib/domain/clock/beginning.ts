import type { ClockRule, LaterClockKind } from '../law/types';
import { type LocalDate, localDateOf } from '../calendar/local-date';
import type { ClockEvent, ClockInput, WorkingStep } from './types';

/** The event from whose day a clock runs, and the step that says so. */
export interface Beginning {
  readonly on: LocalDate;
  readonly step: WorkingStep;
}

const EVENTS: Readonly<Record<LaterClockKind, ClockEvent['type']>> = {
  complaint: 'complaintReceived',
  appeal: 'appealReceived',
  lifting: 'liftingPlanned',
};

const isLater = (kind: ClockRule['kind']): kind is LaterClockKind => kind in EVENTS;

/** When a rule's clocks begin: with the request, or once for each later event of its kind, of which there may be none yet. */
export function beginningsOf(input: ClockInput, { kind, counting }: ClockRule): readonly Beginning[] {
  const { timezone } = input;
  if (!isLater(kind)) {
    const receivedOn = localDateOf(input.receivedAt, timezone);
    return [
      {
        on: receivedOn,
        step: { key: 'received', values: { receivedOn, timezone }, on: receivedOn, citation: counting },
      },
    ];
  }
  return input.events
    .filter(({ type }) => type === EVENTS[kind])
    .map(({ at }) => {
      const begunOn = localDateOf(at, timezone);
      return {
        on: begunOn,
        step: { key: 'begun', values: { kind, begunOn, timezone }, on: begunOn, citation: counting },
      };
    });
}
