import { describe, expect, it } from 'vitest';
import { clocksFor, respondClock } from '@/lib/domain/clock/clocks';
import { localDate } from '@/lib/domain/calendar/local-date';
import type { ClockInput } from '@/lib/domain/clock/types';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { accessOn, californiaOn, extended, idProvided, idRequested, ukOn } from './inputs';

const clock = (input: ClockInput) => respondClock(input, shippedCalendars);

describe('more time under Art. 12(3) GDPR', () => {
  it('is possible once, and says until when and to when', () => {
    expect(clock(accessOn('2026-01-15')).extension).toEqual({
      state: 'possible',
      noticeByOn: '2026-02-16',
      noticeTargetOn: '2026-02-16',
      nominalOn: '2026-04-15',
      extendedToOn: '2026-04-15',
    });
    expect(clock(accessOn('2026-01-15')).lastDayOn).toBe('2026-02-16');
  });

  it('is counted from receipt, not from the moved date, and rolls by itself', () => {
    // One month ends on Sunday 15 February, three on Wednesday 15 April.
    const longer = clock(accessOn('2026-01-15', [extended('2026-02-10')]));
    expect(longer.extension).toMatchObject({ state: 'valid', nominalOn: '2026-04-15', extendedToOn: '2026-04-15' });
    expect(longer).toMatchObject({ limitOn: '2026-02-16', lastDayOn: '2026-04-15' });
  });

  it('takes the last day of a shorter month', () => {
    // Three months from 30 November 2026 end on Sunday 28 February 2027.
    const longer = clock(accessOn('2026-11-30', [extended('2026-12-20')]));
    expect(longer.extension).toMatchObject({ nominalOn: '2027-02-28', extendedToOn: '2027-03-01' });
  });

  it.each([
    ['2026-02-16', 'valid', '2026-04-15'],
    ['2026-02-17', 'void', '2026-02-16'],
  ])('told on %s is %s', (toldOn, state, lastDayOn) => {
    const told = clock(accessOn('2026-01-15', [extended(toldOn)]));
    expect(told.extension?.state).toBe(state);
    expect(told.lastDayOn).toBe(lastDayOn);
  });

  it('is told by the end of the local day', () => {
    const lateEvening = { type: 'deadlineExtended', at: '2026-02-16T22:59:00Z', reasons: 'Volume' } as const;
    const afterMidnight = { ...lateEvening, at: '2026-02-16T23:00:00Z' };
    expect(clock(accessOn('2026-01-15', [lateEvening])).extension?.state).toBe('valid');
    expect(clock(accessOn('2026-01-15', [afterMidnight])).extension?.state).toBe('void');
  });

  it.each(['', '   '])('without reasons (%j) is void', (reasons) => {
    expect(clock(accessOn('2026-01-15', [extended('2026-02-10', reasons)])).extension).toMatchObject({
      state: 'void',
      because: 'noReasons',
    });
  });

  it('is saved by a second notice in time, and given only once', () => {
    const twice = clock(
      accessOn('2026-01-15', [extended('2026-02-01', ''), extended('2026-02-10'), extended('2026-04-01')]),
    );
    expect(twice.extension).toMatchObject({ state: 'valid', extendedToOn: '2026-04-15' });
  });

  it('carries the pause with it, and names the unpaused day as the safe one for the notice', () => {
    const paused = clock(
      accessOn('2026-06-01', [idRequested('2026-06-02'), idProvided('2026-06-09'), extended('2026-07-02')]),
    );
    expect(paused.extension).toEqual({
      state: 'valid',
      noticeByOn: '2026-07-08',
      noticeTargetOn: '2026-07-01',
      nominalOn: '2026-09-08',
      extendedToOn: '2026-09-08',
    });
    const possible = clock(accessOn('2026-06-01', [idRequested('2026-06-02'), idProvided('2026-06-09')]));
    expect(possible.working.find(({ key }) => key === 'noticeTarget')?.on).toBe('2026-07-01');
  });

  it('does not exist for a withdrawal of consent', () => {
    expect(clock(accessOn('2026-01-15', [extended('2026-02-01')], { right: 'withdraw_consent' })).extension).toBeNull();
  });
});

describe('the clock of the notice', () => {
  const notice = (input: ClockInput) =>
    clocksFor(input, shippedCalendars).find(({ kind }) => kind === 'extensionNotice');

  it('runs beside the answer and ends with its first limit', () => {
    expect(notice(accessOn('2026-01-15'))).toMatchObject({
      limitOn: '2026-02-16',
      lastDayOn: '2026-02-16',
      extension: null,
    });
    expect(notice(accessOn('2026-01-15', [extended('2026-02-10')]))).toMatchObject({ lastDayOn: '2026-02-16' });
  });

  it('aims at the unpaused day', () => {
    expect(notice(accessOn('2026-06-01', [idRequested('2026-06-02'), idProvided('2026-06-09')]))).toMatchObject({
      limitOn: '2026-07-08',
      targetOn: '2026-07-01',
    });
  });

  it('is absent where no more time can be had', () => {
    expect(notice(californiaOn('2026-06-01', { right: 'opt_out_sale_sharing' }))).toBeUndefined();
    expect(notice(accessOn('2026-01-15', [], { right: 'withdraw_consent' }))).toBeUndefined();
  });
});

describe('more time elsewhere', () => {
  it('is 90 days in all in California, told within the first 45', () => {
    expect(clock(californiaOn('2026-06-01', {})).extension).toMatchObject({
      state: 'possible',
      noticeByOn: '2026-07-16',
      extendedToOn: '2026-08-30',
    });
    const told = clock(californiaOn('2026-06-01', { events: [extended('2026-07-16')] }));
    expect(told).toMatchObject({ limitOn: '2026-07-16', lastDayOn: '2026-08-30' });
    const late = clock(californiaOn('2026-06-01', { events: [extended('2026-07-17')] }));
    expect(late).toMatchObject({ lastDayOn: '2026-07-16', extension: { state: 'void', because: 'late' } });
  });

  it('is two months more in the United Kingdom, from the day the month began', () => {
    const told = clock(
      ukOn('2026-03-02', [idRequested('2026-03-03'), idProvided('2026-03-12'), extended('2026-04-10')]),
    );
    expect(told.extension).toMatchObject({
      state: 'valid',
      noticeByOn: '2026-04-13',
      nominalOn: '2026-06-12',
      extendedToOn: '2026-06-12',
    });
  });

  it('ends in Switzerland on the day promised in the notice', () => {
    const swiss = { regime: 'CH_FADP', timezone: 'Europe/Zurich', calendar: 'CH' } as const;
    const promise = { ...extended('2026-06-20'), promisedOn: localDate('2026-08-15') };
    expect(clock(accessOn('2026-06-01', [], swiss))).toMatchObject({
      limitOn: '2026-07-01',
      extension: { state: 'possible', extendedToOn: null },
    });
    expect(clock(accessOn('2026-06-01', [promise], swiss))).toMatchObject({
      lastDayOn: '2026-08-15',
      extension: { state: 'valid' },
    });
    expect(clock(accessOn('2026-06-01', [extended('2026-06-20')], swiss)).extension).toMatchObject({
      state: 'void',
      because: 'noPromise',
    });
  });
});

describe('a notice of more time and the pauses', () => {
  it('is safe only without them under the GDPR, where a pause is a tolerance of guidance', () => {
    const paused = clock(accessOn('2026-06-01', [idRequested('2026-06-02'), idProvided('2026-06-09')]));
    expect(paused.extension).toMatchObject({ noticeByOn: '2026-07-08', noticeTargetOn: '2026-07-01' });
  });

  it('moves with them in the United Kingdom, whose statute has them (Art. 12A(5)(b)(ii))', () => {
    const restarted = clock(ukOn('2026-03-02', [idRequested('2026-03-03'), idProvided('2026-03-12')]));
    expect(restarted.extension).toMatchObject({ noticeByOn: '2026-04-13', noticeTargetOn: '2026-04-13' });
    expect(restarted.working.map(({ key }) => key)).not.toContain('noticeTarget');
    const before = clock(ukOn('2025-10-01', [idRequested('2025-10-02'), idProvided('2025-10-10')]));
    expect(before).toMatchObject({ ruleId: 'UK-12-3-4A', extension: { noticeTargetOn: '2025-11-03' } });
  });

  it('needs no reasons in Switzerland, and needs them elsewhere', () => {
    const bare = { ...extended('2026-06-20', ''), promisedOn: localDate('2026-08-15') };
    const swiss = { regime: 'CH_FADP', timezone: 'Europe/Zurich', calendar: 'CH' } as const;
    expect(clock(accessOn('2026-06-01', [bare], swiss))).toMatchObject({
      lastDayOn: '2026-08-15',
      extension: { state: 'valid' },
    });
    expect(clock(accessOn('2026-06-01', [bare])).extension).toMatchObject({ state: 'void', because: 'noReasons' });
  });
});
