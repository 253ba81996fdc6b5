import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocksFor } from '@/lib/domain/clock/clocks';
import { addDays, localDate } from '@/lib/domain/calendar/local-date';
import { calendarsInUse, outlookOf, type Place } from '@/lib/domain/clock/outlook';
import { CALENDAR_IDS } from '@/lib/domain/calendar/holidays/places';
import { NO_HOLIDAYS, shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import type { RegimeId } from '@/lib/domain/law/types';

const LUXEMBOURG: Place = { calendar: 'LU', regimes: ['GDPR'] };
const states = (today: string, ...places: Place[]) =>
  outlookOf(shippedCalendars, places, localDate(today)).map(({ state }) => state);

describe('the outlook of a calendar', () => {
  // Shipped until 2030; an answer is due after a month (Art. 12(3) GDPR).
  it.each([
    ['2026-11-22', 'ok'],
    ['2030-03-30', 'ok'],
    ['2030-03-31', 'endsSoon'],
    ['2030-10-15', 'endsSoon'],
    ['2030-11-30', 'endsSoon'],
    ['2030-12-01', 'missing'],
    ['2030-12-31', 'missing'],
    ['2031-01-01', 'missing'],
    ['2034-06-01', 'missing'],
    ['2023-12-31', 'missing'],
  ])('on %s is %s', (today, state) => {
    expect(states(today, LUXEMBOURG)).toEqual([state]);
  });

  it('says until when each is known, and null for a place without a calendar', () => {
    expect(
      outlookOf(shippedCalendars, [LUXEMBOURG, { calendar: 'XX', regimes: ['GDPR'] }], localDate('2026-11-22')),
    ).toEqual([
      { calendar: 'LU', knownUntil: 2030, state: 'ok' },
      { calendar: 'XX', knownUntil: null, state: 'missing' },
    ]);
  });

  it('looks as far ahead as the clocks that are counted by it', () => {
    // 45 days of the CCPA from 17 November 2030 end in 2031; the month that Luxembourg is asked for does not.
    const both: Place = { calendar: 'LU', regimes: ['GDPR', 'CCPA'] };
    expect(outlookOf(shippedCalendars, [both], localDate('2030-11-17'))).toMatchObject([
      { calendar: 'LU', state: 'endsSoon' },
      { calendar: 'US-FED', state: 'missing' },
      { calendar: 'US-CA', state: 'endsSoon' },
    ]);
    const oneDay = LAW.map((regime) => ({
      ...regime,
      clocks: regime.clocks.map((rule) => ({ ...rule, period: { length: 1, unit: 'days' } as const })),
    }));
    expect(outlookOf(shippedCalendars, [LUXEMBOURG], localDate('2030-12-30'), oneDay)).toMatchObject([
      { state: 'endsSoon' },
    ]);
    expect(outlookOf(shippedCalendars, [LUXEMBOURG], localDate('2030-12-31'), oneDay)).toMatchObject([
      { state: 'missing' },
    ]);
  });

  it('never gets better with time', () => {
    const worse = ['ok', 'endsSoon', 'missing'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(...CALENDAR_IDS),
        (start, later, id) => {
          const [before, after] = [start, start + later].map((days) =>
            worse.indexOf(states(addDays(localDate('2024-01-01'), days), { calendar: id, regimes: ['GDPR'] })[0] ?? ''),
          );
          expect(after).toBeGreaterThanOrEqual(before ?? 0);
        },
      ),
    );
  });
});

describe('the calendars in use', () => {
  it('are the controllers’ own and those their laws count by, each once', () => {
    expect(calendarsInUse([{ calendar: 'LU', regimes: ['GDPR'] }])).toEqual(['LU']);
    expect(
      calendarsInUse([
        { calendar: 'LU', regimes: ['GDPR', 'CCPA'] },
        { calendar: 'BG', regimes: ['GDPR', 'CCPA'] },
      ]),
    ).toEqual(['LU', 'US-FED', 'US-CA', 'BG']);
    expect(calendarsInUse([{ calendar: 'LU', regimes: ['UK_GDPR'] }])).toEqual(['LU', 'GB-ENG']);
    expect(calendarsInUse([{ calendar: 'GB-SCT', regimes: ['UK_GDPR'] }])).toEqual(['GB-SCT']);
    expect(calendarsInUse([{ calendar: 'BG', regimes: ['GDPR', 'CA_SHINE_THE_LIGHT'] }])).toEqual(['BG']);
    expect(calendarsInUse([])).toEqual([]);
  });

  it('hold the calendar of every clock that can start', () => {
    const place = fc.record({
      calendar: fc.constantFrom(...CALENDAR_IDS),
      regimes: fc.subarray<RegimeId>(
        LAW.map(({ id }) => id),
        { minLength: 1 },
      ),
    });
    fc.assert(
      fc.property(place, (where: Place) => {
        const used = calendarsInUse([where]);
        for (const regime of where.regimes) {
          for (const right of new Set(LAW.find(({ id }) => id === regime)?.clocks.flatMap(({ rights }) => rights))) {
            const input = {
              regime,
              right,
              receivedAt: '2027-02-01T10:00:00Z',
              timezone: 'UTC',
              calendar: where.calendar,
              events: [],
            };
            for (const clock of clocksFor(input, shippedCalendars))
              expect([...used, NO_HOLIDAYS.id]).toContain(clock.calendar);
          }
        }
      }),
    );
  });
});
