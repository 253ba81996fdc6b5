import type { ClockEvent, ClockInput } from '@/lib/domain/clock/types';
import type { RegimeId, RightId } from '@/lib/domain/law/types';
import vectors from './vectors.json';

/** A worked example, computed by hand: `expected` is what the law gives for the situation. */
export interface Vector {
  readonly id: string;
  readonly regime: string;
  readonly right: string;
  readonly received: string;
  readonly timezone: string;
  readonly calendar: string;
  readonly events: readonly { readonly type: string; readonly at: string; readonly reasons?: string }[];
  readonly channel?: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

export const VECTORS = vectors as readonly Vector[];

function eventOf({ type, at, reasons }: Vector['events'][number]): ClockEvent {
  if (type === 'id_requested') return { type: 'identityRequested', at };
  if (type === 'id_provided') return { type: 'identityProvided', at };
  if (type === 'extended') return { type: 'deadlineExtended', at, reasons: reasons ?? '' };
  throw new Error(`The vectors have no event ${type}`);
}

/** The situation of a vector as the clocks take it; its own `right` words are those of the product, except that it asks to "know". */
export const inputOf = (vector: Vector): ClockInput => ({
  regime: vector.regime as RegimeId,
  right: (vector.right === 'know' ? 'know_specific' : vector.right) as RightId,
  receivedAt: vector.received,
  timezone: vector.timezone,
  calendar: vector.calendar,
  events: vector.events.map(eventOf),
  channel: vector.channel === 'other' ? 'other' : 'designated',
});
