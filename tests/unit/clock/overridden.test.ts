import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { respondClock } from '@/lib/domain/clock/clocks';
import { type HolidayOverride, withOverrides } from '@/lib/domain/calendar/holiday-calendar';
import { addDays, localDate } from '@/lib/domain/calendar/local-date';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { accessOn, californiaOn, extended, idProvided, idRequested, ukOn } from './inputs';

const change = (calendar: string, on: string, what: HolidayOverride['change']): HolidayOverride => ({
  calendar,
  on: localDate(on),
  change: what,
  reason: 'By decree',
  by: 'admin-1',
});

const underOverrides = (...overrides: HolidayOverride[]) => withOverrides(shippedCalendars, overrides);
const keysOf = (clock: ReturnType<typeof respondClock>) => clock.working.map(({ key }) => key);

describe('a clock under the operator’s overrides', () => {
  it('moves off a day that was added, and says whose day it is', () => {
    const clock = respondClock(accessOn('2026-11-22'), underOverrides(change('LU', '2026-12-22', 'add')));
    expect([clock.nominalOn, clock.limitOn]).toEqual(['2026-12-22', '2026-12-23']);
    expect(clock.working.find(({ key }) => key === 'addedDayOff')).toEqual({
      key: 'addedDayOff',
      values: { dayOn: '2026-12-22', reason: 'By decree' },
      on: '2026-12-22',
      citation: 'Reg. (EEC, Euratom) 1182/71, Art. 3(4)',
    });
  });

  it('stays on a holiday that was declared a working day, and says so', () => {
    // 5 April 2026 is Easter Sunday; its Monday is the holiday that was declared away.
    const clock = respondClock(accessOn('2026-03-05'), underOverrides(change('LU', '2026-04-06', 'remove')));
    expect(clock.limitOn).toBe('2026-04-06');
    expect(keysOf(clock).slice(0, 5)).toEqual(['received', 'months', 'weekend', 'declaredWorkingDay', 'moved']);
    const onTheDay = respondClock(accessOn('2026-03-06'), underOverrides(change('LU', '2026-04-06', 'remove')));
    expect(onTheDay.limitOn).toBe('2026-04-06');
    expect(keysOf(onTheDay).slice(0, 4)).toEqual(['received', 'months', 'declaredWorkingDay', 'workingDay']);
  });

  it('counts business days without the added and with the declared day', () => {
    const optOut = californiaOn('2026-11-23', { right: 'opt_out_sale_sharing' });
    expect(respondClock(optOut, shippedCalendars).limitOn).toBe('2026-12-15');
    const later = respondClock(optOut, underOverrides(change('US-FED', '2026-12-01', 'add')));
    expect([later.limitOn, keysOf(later).includes('addedDayOff')]).toEqual(['2026-12-16', true]);
    const earlier = respondClock(optOut, underOverrides(change('US-FED', '2026-11-26', 'remove')));
    expect([earlier.limitOn, keysOf(earlier).includes('declaredWorkingDay')]).toEqual(['2026-12-14', true]);
  });

  it('says nothing of days that moved nothing', () => {
    const clock = respondClock(
      accessOn('2026-11-22'),
      underOverrides(
        change('LU', '2026-12-26', 'remove'),
        change('LU', '2026-12-01', 'add'),
        change('BG', '2026-12-22', 'add'),
      ),
    );
    expect(clock).toEqual(respondClock(accessOn('2026-11-22'), shippedCalendars));
  });
});

describe('whatever happened in a case', () => {
  type Input = Parameters<typeof respondClock>[0];
  const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(localDate('2024-06-01'), days));
  const exchange = (from: string) =>
    fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })).map(([asked, waited]) => {
      const askedOn = addDays(localDate(from), asked);
      return [idRequested(askedOn), idProvided(addDays(askedOn, waited))];
    });
  const notice = (from: string) =>
    fc.integer({ min: 1, max: 45 }).map((days) => [extended(addDays(localDate(from), days))]);
  const happening = (from: string) => fc.oneof(fc.constant([]), exchange(from), notice(from));
  const input = day.chain((from) =>
    happening(from).chain((events) =>
      fc.constantFrom(
        accessOn(from, events),
        ukOn(from, events),
        californiaOn(from, { events }),
        californiaOn(from, { right: 'opt_out_sale_sharing' }),
      ),
    ),
  );
  const near = (given: Input) =>
    Array.from({ length: 110 }, (_, days) => addDays(localDate(given.receivedAt.slice(0, 10)), days));
  /** Days that a clock of these months can meet: any to add, a holiday to take away. */
  const changed = (what: HolidayOverride['change']) =>
    input.chain((given) => {
      const { calendar } = respondClock(given, shippedCalendars);
      const holidays = near(given).filter((on) => shippedCalendars(calendar)?.holidays.has(on));
      return fc
        .constantFrom(...(what === 'remove' && holidays.length > 0 ? holidays : near(given)))
        .map((on) => [given, change(calendar, on, what)] as const);
    });
  const ends = (given: Input, ...overrides: HolidayOverride[]) =>
    respondClock(given, underOverrides(...overrides)).lastDayOn;

  it('a day off that is added never brings a last day forward', () => {
    fc.assert(
      fc.property(changed('add'), ([given, override]) => {
        expect(ends(given, override) >= ends(given)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('a holiday that is declared a working day never puts one off', () => {
    fc.assert(
      fc.property(changed('remove'), ([given, override]) => {
        expect(ends(given, override) <= ends(given)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('a last day that moved says so in its working', () => {
    fc.assert(
      fc.property(changed('add'), ([given, override]) => {
        const [before, after] = [respondClock(given, shippedCalendars), respondClock(given, underOverrides(override))];
        // A question that was asked too late is timely once a day less has passed: then the working tells of the pause.
        const pauses =
          after.pausedDays === before.pausedDays &&
          after.startOn === before.startOn &&
          after.extension?.state === before.extension?.state;
        if (after.lastDayOn !== before.lastDayOn && pauses) expect(keysOf(after)).toContain('addedDayOff');
      }),
      { numRuns: 400 },
    );
  });
});
