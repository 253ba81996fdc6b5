import type { ControllerDefinition } from '../controller/types';
import { respondClock } from '../clock/clocks';
import type { Calendars } from '../clock/holiday-calendar';
import type { LocalDate } from '../clock/local-date';
import type { Clock, ClockEvent } from '../clock/types';
import type { RegimeId, RightId } from '../law/types';

export type Due = {
  /** The earliest of all last days: the case is worked to it. */
  readonly dueOn: LocalDate;
  /** The clock that gives it. */
  readonly binding: Clock;
  /** One for each right, in the order of the rights. */
  readonly clocks: readonly Clock[];
};

/**
 * The last day of a case with one or more rights, each under its own law, at its controller's place.
 * @throws for a case without a right: intake lets none through.
 */
export function dueOf(
  given: { receivedAt: string; rights: readonly { regime: RegimeId; right: RightId }[]; events: readonly ClockEvent[]; asOf?: string },
  { timezone, calendar }: Pick<ControllerDefinition, 'timezone' | 'calendar'>,
  calendars: Calendars,
): Due {
  const clocks = given.rights.map(({ regime, right }) =>
    respondClock({ regime, right, receivedAt: given.receivedAt, timezone, calendar, events: given.events, ...(given.asOf && { asOf: given.asOf }) }, calendars),
  );
  const [first, ...rest] = clocks;
  if (!first) throw new Error('A case asks for at least one right');
  const binding = rest.reduce((earliest, clock) => (clock.bindingOn < earliest.bindingOn ? clock : earliest), first);
  return { dueOn: binding.bindingOn, binding, clocks };
}
