import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocksFor, respondClock } from '@/lib/domain/clock/clocks';
import { calendarFor, rollForward } from '@/lib/domain/calendar/holiday-calendar';
import { addDays, addMonths, type LocalDate, localDate } from '@/lib/domain/calendar/local-date';
import type { ClockEvent, ClockInput } from '@/lib/domain/clock/types';
import { CALENDAR_IDS } from '@/lib/domain/calendar/holidays/places';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import type { RegimeId, RightId } from '@/lib/domain/law/types';

const pairs = LAW.flatMap((regime) =>
  regime.clocks.flatMap((rule) => rule.rights.map((right): [RegimeId, RightId] => [regime.id, right])),
);

const startOn = fc.integer({ min: 0, max: 1900 }).map((days) => addDays(localDate('2024-01-01'), days));
const timeOfDay = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
  const two = (part: number) => String(part).padStart(2, '0');
  return `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00Z`;
});
const timezone = fc.constantFrom(
  'Europe/Luxembourg',
  'Europe/Sofia',
  'America/Los_Angeles',
  'Pacific/Kiritimati',
  'UTC',
);
const calendar = fc.constantFrom(...CALENDAR_IDS, 'NONE', 'XX');

const instantAfter = (receivedOn: LocalDate) =>
  fc.tuple(fc.integer({ min: 0, max: 120 }), timeOfDay).map(([days, time]) => `${addDays(receivedOn, days)}${time}`);

/** A question of ours and, perhaps, its answer: nobody answers what was not asked. */
const exchange = (receivedOn: LocalDate, quantity: fc.Arbitrary<boolean>): fc.Arbitrary<readonly ClockEvent[]> =>
  fc
    .record({
      cause: fc.constantFrom('identity', 'clarification'),
      instants: fc.tuple(instantAfter(receivedOn), instantAfter(receivedOn)),
      answered: fc.boolean(),
      largeQuantity: quantity,
      lateBecause: fc.option(fc.constant('New facts'), { nil: undefined }),
    })
    .map(({ cause, instants, answered, largeQuantity, lateBecause }) => {
      const [asked, provided] = [...instants].sort() as [string, string];
      const question: ClockEvent =
        cause === 'identity'
          ? { type: 'identityRequested', at: asked, lateBecause }
          : { type: 'clarificationRequested', at: asked, lateBecause, largeQuantity };
      const answer: ClockEvent = {
        type: cause === 'identity' ? 'identityProvided' : 'clarificationProvided',
        at: provided,
      };
      return answered ? [question, answer] : [question];
    });

const notice = (receivedOn: LocalDate): fc.Arbitrary<readonly ClockEvent[]> =>
  fc
    .tuple(
      instantAfter(receivedOn),
      fc.constantFrom('', 'Volume'),
      fc.option(fc.integer({ min: 31, max: 200 }), { nil: undefined }),
    )
    .map(([at, reasons, days]) => [
      { type: 'deadlineExtended', at, reasons, promisedOn: days === undefined ? undefined : addDays(receivedOn, days) },
    ]);

const happening = (receivedOn: LocalDate, quantity = fc.boolean()) =>
  fc.oneof(exchange(receivedOn, quantity), notice(receivedOn));

const inputFor = (regimes: readonly RegimeId[], quantity = fc.boolean()): fc.Arbitrary<ClockInput> =>
  fc
    .record({
      pair: fc.constantFrom(...pairs.filter(([regime]) => regimes.includes(regime))),
      receivedOn: startOn,
      time: timeOfDay,
      timezone,
      calendar,
    })
    .chain(({ pair: [regime, right], receivedOn, time, ...place }) =>
      fc
        .array(happening(addDays(receivedOn, 1), quantity), { maxLength: 4 })
        .map((events) => ({ regime, right, receivedAt: `${receivedOn}${time}`, events: events.flat(), ...place })),
    );

const everyLaw = inputFor(LAW.map(({ id }) => id));
const clocks = (input: ClockInput) => clocksFor(input, shippedCalendars);
const runs = { numRuns: 400 };

describe('every clock of every law', () => {
  it('ends after receipt and not before its nominal end, with a working', () => {
    fc.assert(
      fc.property(everyLaw, (input) => {
        for (const clock of clocks(input)) {
          expect(clock.limitOn > clock.receivedOn).toBe(true);
          expect(clock.startOn >= clock.receivedOn).toBe(true);
          expect(clock.limitOn >= clock.nominalOn).toBe(true);
          expect(clock.working.length).toBeGreaterThan(1);
        }
      }),
      runs,
    );
  });

  it('is the same however its events are listed', () => {
    fc.assert(
      fc.property(everyLaw, (input) => {
        const timed = [...new Map(input.events.map((event) => [event.at, event])).values()];
        const shuffled = { ...input, events: [...timed].reverse() };
        const dates = (found: ReturnType<typeof clocks>) =>
          found.map(({ limitOn, nominalOn, pausedDays, startOn: start }) => [limitOn, nominalOn, pausedDays, start]);
        expect(dates(clocks(shuffled))).toEqual(dates(clocks({ ...input, events: timed })));
      }),
      runs,
    );
  });

  it('is the same in every time zone of the process', () => {
    const own = process.env.TZ;
    fc.assert(
      fc
        .property(everyLaw, fc.constantFrom('UTC', 'Pacific/Apia', 'America/New_York'), (input, zone) => {
          const here = clocks(input);
          process.env.TZ = zone;
          expect(clocks(input)).toEqual(here);
        })
        .afterEach(() => {
          process.env.TZ = own;
        }),
      { numRuns: 60 },
    );
  });

  it('aims no later than the limit', () => {
    fc.assert(
      fc.property(everyLaw, (input) => {
        for (const clock of clocks(input)) expect(clock.targetOn <= clock.limitOn).toBe(true);
      }),
      runs,
    );
  });

  it('counts business days with weekends only no later than with holidays', () => {
    fc.assert(
      fc.property(inputFor(['CCPA']), (input) => {
        for (const clock of clocks(input)) if (clock.strictOn) expect(clock.strictOn <= clock.limitOn).toBe(true);
      }),
      runs,
    );
  });
});

describe('events that may only lengthen', () => {
  it.each([['GDPR'], ['CCPA'], ['CH_FADP'], ['CA_SHINE_THE_LIGHT']] as const)(
    'never move a clock of %s earlier',
    (regime) => {
      // A question that the law does not let stop the clock is none of these events: answers are told apart by their order alone.
      const large = fc.constant(true);
      const grown = inputFor([regime], large).chain((input) =>
        happening(addDays(localDate(input.receivedAt.slice(0, 10)), 1), large).map(
          (added): [ClockInput, ClockInput] => [input, { ...input, events: [...input.events, ...added] }],
        ),
      );
      fc.assert(
        fc.property(grown, ([before, after]) => {
          const [first, then] = [clocks(before), clocks(after)];
          first.forEach((clock, index) => {
            expect((then[index]?.limitOn ?? '') >= clock.limitOn).toBe(true);
            expect((then[index]?.lastDayOn ?? '') >= clock.lastDayOn).toBe(true);
          });
        }),
        runs,
      );
    },
  );
});

describe('caps', () => {
  it('the GDPR’s answer never comes later than three months after receipt, pauses and days off apart', () => {
    fc.assert(
      fc.property(inputFor(['GDPR']), (input) => {
        for (const clock of clocks(input)) {
          const cap = addDays(addMonths(clock.receivedOn, 3), clock.pausedDays);
          expect(clock.lastDayOn <= rollForward(calendarFor(shippedCalendars, input.calendar), cap).on).toBe(true);
        }
      }),
      runs,
    );
  });

  it('without an extension it never comes later than one', () => {
    fc.assert(
      fc.property(inputFor(['GDPR']), (input) => {
        const events = input.events.filter(({ type }) => type !== 'deadlineExtended');
        for (const clock of clocks({ ...input, events })) {
          const cap = addDays(addMonths(clock.receivedOn, 1), clock.pausedDays);
          expect(clock.lastDayOn <= rollForward(calendarFor(shippedCalendars, input.calendar), cap).on).toBe(true);
        }
      }),
      runs,
    );
  });

  it('California answers within 90 days and stops within 15 business days, whatever happens', () => {
    fc.assert(
      fc.property(inputFor(['CCPA']), (input) => {
        for (const clock of clocks(input)) expect(clock.lastDayOn <= addDays(clock.receivedOn, 90)).toBe(true);
      }),
      runs,
    );
  });

  it('a later receipt never has an earlier answer', () => {
    fc.assert(
      fc.property(inputFor(['GDPR']), fc.integer({ min: 1, max: 40 }), (input, days) => {
        const later = `${addDays(localDate(input.receivedAt.slice(0, 10)), days)}${input.receivedAt.slice(10)}`;
        const bare = { ...input, events: [] };
        const answer = (receivedAt: string) => respondClock({ ...bare, receivedAt }, shippedCalendars).limitOn;
        expect(answer(later) >= answer(input.receivedAt)).toBe(true);
      }),
      runs,
    );
  });
});
