import { describe, expect, it } from 'vitest';
import { clocksFor, respondClock } from '@/lib/domain/clock/clocks';
import type { ClockInput } from '@/lib/domain/clock/types';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { accessOn, californiaOn, ukOn } from './inputs';

const clock = (input: ClockInput) => respondClock(input, shippedCalendars);
const clocks = (input: ClockInput) => clocksFor(input, shippedCalendars);
const kinds = (input: ClockInput) => clocks(input).map(({ kind }) => kind);
const bulgaria = { timezone: 'Europe/Sofia', calendar: 'BG' } as const;

describe('the month of Art. 12(3) GDPR', () => {
  // [received, calendar, nominal end, last day, why]
  it.each([
    ['2026-03-05', 'LU', '2026-04-05', '2026-04-07', 'Easter Sunday and Monday'],
    ['2026-03-05', 'BG', '2026-04-05', '2026-04-06', 'Orthodox Easter is a week later'],
    ['2026-03-12', 'BG', '2026-04-12', '2026-04-14', 'Orthodox Easter'],
    ['2026-03-10', 'BG', '2026-04-10', '2026-04-14', 'Good Friday to Easter Monday in Bulgaria'],
    ['2026-04-24', 'BG', '2026-05-24', '2026-05-26', '24 May on a Sunday gives Monday the 25th'],
    ['2026-11-26', 'BG', '2026-12-26', '2026-12-29', '26 December on a Saturday gives Monday the 28th'],
    ['2026-11-24', 'BG', '2026-12-24', '2026-12-29', 'Christmas, weekend and substitute day'],
    ['2026-11-24', 'LU', '2026-12-24', '2026-12-24', '24 December is a working day in Luxembourg'],
    ['2025-12-02', 'BG', '2026-01-02', '2026-01-05', 'declared by the Council of Ministers'],
    ['2027-03-01', 'BG', '2027-04-01', '2027-04-01', 'a Thursday'],
    [
      '2027-04-01',
      'BG',
      '2027-05-01',
      '2027-05-05',
      '1 May on Holy Saturday gives Tuesday the 4th after Easter Monday',
    ],
    ['2027-11-25', 'BG', '2027-12-25', '2027-12-29', 'both days of Christmas on the weekend: two substitute days'],
    ['2027-02-26', 'LU', '2027-03-26', '2027-03-26', 'Good Friday is a working day in Luxembourg'],
    ['2027-02-26', 'DE', '2027-03-26', '2027-03-30', 'Good Friday is a holiday in Germany'],
    ['2026-05-04', 'DE', '2026-06-04', '2026-06-04', 'Corpus Christi is no holiday of the federation'],
    ['2026-05-04', 'DE-BY', '2026-06-04', '2026-06-05', 'but it is one in Bavaria'],
    ['2026-05-04', 'AT', '2026-06-04', '2026-06-05', 'and in Austria'],
    ['2026-06-14', 'FR', '2026-07-14', '2026-07-15', 'the national holiday'],
    ['2026-01-17', 'IE', '2026-02-17', '2026-02-17', 'a Tuesday'],
    ['2026-04-03', 'PL', '2026-05-03', '2026-05-04', 'Constitution Day on a Sunday moves nothing further'],
    ['2024-11-24', 'PL', '2024-12-24', '2024-12-24', 'Christmas Eve became a holiday in 2025'],
    ['2025-11-24', 'PL', '2025-12-24', '2025-12-29', 'and so it is, with Christmas and a weekend'],
    ['2026-09-04', 'IT', '2026-10-04', '2026-10-05', 'Saint Francis on a Sunday'],
    ['2026-08-31', 'LU', '2026-09-30', '2026-09-30', 'September has no 31st: EDPB example 33'],
    ['2024-03-05', 'LU', '2024-04-05', '2024-04-05', 'EDPB example 32'],
    ['2026-05-14', 'SE', '2026-06-14', '2026-06-15', 'a Sunday'],
    ['2026-01-23', 'CY', '2026-02-23', '2026-02-24', 'Green Monday in Cyprus'],
    ['2026-12-02', 'RO', '2027-01-02', '2027-01-04', '2 January on a Saturday in Romania'],
    ['2026-10-31', 'NL', '2026-11-30', '2026-11-30', 'a Monday'],
  ])('received on %s in %s ends on %s and counts until %s: %s', (receivedOn, calendar, nominalOn, limitOn) => {
    const zone = calendar === 'BG' ? bulgaria : { calendar };
    expect(clock(accessOn(receivedOn, [], zone))).toMatchObject({
      nominalOn,
      limitOn,
      lastDayOn: limitOn,
      targetOn: nominalOn,
      calendarKnown: true,
    });
  });

  it('starts with the local day, not with that of UTC', () => {
    const lateAtNight = accessOn('2026-03-04', [], { receivedAt: '2026-03-04T23:30:00Z' });
    expect(clock(lateAtNight)).toMatchObject({ receivedOn: '2026-03-05', nominalOn: '2026-04-05' });
    // 25 October 2026 has 25 hours in Luxembourg; half past midnight winter time is still that day.
    const autumn = accessOn('2026-10-25', [], { receivedAt: '2026-10-25T22:30:00Z' });
    expect(clock(autumn)).toMatchObject({ receivedOn: '2026-10-25', nominalOn: '2026-11-25' });
  });

  it('moves nothing in a year without known holidays, and says so', () => {
    const far = clock(accessOn('2031-01-08'));
    expect(far).toMatchObject({ nominalOn: '2031-02-08', limitOn: '2031-02-08', calendarKnown: false });
    expect(far.working.map(({ key }) => key)).toContain('calendarMissing');
    expect(clock(accessOn('2026-01-08', [], { calendar: 'XX' }))).toMatchObject({
      limitOn: '2026-02-08',
      calendarKnown: false,
    });
  });

  it('says where the holidays of a possible extension are still missing', () => {
    const acrossYears = clock(accessOn('2030-11-11'));
    expect(acrossYears).toMatchObject({ limitOn: '2030-12-11', calendarKnown: false });
    expect(acrossYears.extension).toMatchObject({ nominalOn: '2031-02-11', extendedToOn: '2031-02-11' });
  });

  it('was no law before 25 May 2018', () => {
    expect(clocks(accessOn('2018-05-24'))).toEqual([]);
    expect(() => clock(accessOn('2018-05-24'))).toThrow(RangeError);
  });

  it('gives no answer clock to a right of another law', () => {
    expect(clocks(accessOn('2026-05-04', [], { right: 'know_specific' }))).toEqual([]);
  });

  it('binds heirs in Bulgaria too', () => {
    const heir = clock(accessOn('2026-03-12', [], { ...bulgaria, right: 'deceased_access' }));
    expect(heir).toMatchObject({ ruleId: 'ZZLD-25e-2', nominalOn: '2026-04-12', limitOn: '2026-04-14' });
  });
});

describe('California’s clocks', () => {
  // [vector, right, received, calendar default, weekends only, Civil Code: earliest defensible]
  it.each([
    ['C01', 'know_specific', '2026-06-01', '2026-06-15', '2026-06-15', '2026-06-12'],
    ['C02', 'delete', '2026-06-17', '2026-07-02', '2026-07-01', '2026-06-30'],
    ['C05', 'know_specific', '2026-03-02', '2026-03-16', '2026-03-16', '2026-03-13'],
    ['C07', 'correct', '2026-09-01', '2026-09-16', '2026-09-15', '2026-09-15'],
  ] as const)('%s: %s received on %s is acknowledged by %s', (_, right, receivedOn, limitOn, strictOn, targetOn) => {
    const acknowledge = clocks(californiaOn(receivedOn, { right })).find(({ kind }) => kind === 'acknowledge');
    expect(acknowledge).toMatchObject({ limitOn, strictOn, targetOn, nominalOn: limitOn });
  });

  it.each([
    ['C03', 'opt_out_sale_sharing', '2026-11-20', '2026-12-14', '2026-12-11', '2026-12-09'],
    ['C09', 'opt_out_sale_sharing', '2026-07-02', '2026-07-24', '2026-07-23', '2026-07-21'],
    ['C10', 'opt_out_admt', '2027-01-04', '2027-01-26', '2027-01-25', '2027-01-22'],
    ['limit', 'limit_sensitive', '2026-11-20', '2026-12-14', '2026-12-11', '2026-12-09'],
  ] as const)('%s: %s received on %s is done by %s', (_, right, receivedOn, limitOn, strictOn, targetOn) => {
    expect(clock(californiaOn(receivedOn, { right }))).toMatchObject({
      kind: 'optOut',
      limitOn,
      strictOn,
      targetOn,
      extension: null,
    });
  });

  it('counts 45 and 90 calendar days without rolling, and aims one day earlier', () => {
    expect(clock(californiaOn('2026-06-17', { right: 'delete' }))).toMatchObject({
      limitOn: '2026-08-01',
      targetOn: '2026-07-31',
      strictOn: null,
      extension: { extendedToOn: '2026-09-15' },
    });
  });

  it('runs three clocks for a request to know and one for an opt-out', () => {
    expect(kinds(californiaOn('2026-06-01', {}))).toEqual(['acknowledge', 'respond', 'extensionNotice']);
    expect(kinds(californiaOn('2026-06-01', { right: 'opt_out_sale_sharing' }))).toEqual(['optOut']);
  });

  it('knows automated decisionmaking from 1 January 2027 on', () => {
    expect(clocks(californiaOn('2026-12-31', { right: 'opt_out_admt' }))).toEqual([]);
    expect(clocks(californiaOn('2026-12-31', { right: 'access_admt' }))).toEqual([]);
    expect(kinds(californiaOn('2027-01-01', { right: 'access_admt' }))).toEqual([
      'acknowledge',
      'respond',
      'extensionNotice',
    ]);
  });
});

describe('a controller abroad', () => {
  const luxembourg = { calendar: 'LU', timezone: 'Europe/Luxembourg' } as const;

  it('counts California’s business days by the holidays of the United States', () => {
    const here = clock(californiaOn('2026-11-20', { right: 'opt_out_sale_sharing', ...luxembourg }));
    expect(here).toMatchObject({ calendar: 'US-FED', limitOn: '2026-12-14' });
  });

  it('rolls for Britons by the holidays of England, unless it is at home in another nation', () => {
    // Boxing Day 2026 is a Saturday: Monday the 28th is a bank holiday. St Andrew’s Day is one in Scotland alone.
    expect(clock(ukOn('2026-11-26', [], luxembourg))).toMatchObject({ calendar: 'GB-ENG', limitOn: '2026-12-29' });
    expect(clock(ukOn('2026-10-30', [], { calendar: 'GB-SCT' }))).toMatchObject({
      calendar: 'GB-SCT',
      limitOn: '2026-12-01',
    });
  });
});

describe('Shine the Light', () => {
  const asked = (channel: 'designated' | 'other') =>
    clock(
      californiaOn('2026-01-10', { regime: 'CA_SHINE_THE_LIGHT', right: 'shine_the_light', calendar: 'BG', channel }),
    );

  it('is answered within 30 days at the designated address, within 150 elsewhere', () => {
    expect(asked('designated')).toMatchObject({ limitOn: '2026-02-09', extension: null });
    expect(asked('other')).toMatchObject({ limitOn: '2026-06-09', extension: null });
  });

  it('needs no calendar', () => {
    expect(asked('designated')).toMatchObject({ calendar: 'NONE', calendarKnown: true });
  });
});

describe('the Delete Act', () => {
  const received = (on: string) =>
    californiaOn(on, { regime: 'CA_DELETE_ACT', right: 'delete_drop', calendar: 'NONE' });

  it('begins on 1 August 2026 with 45 days and goes on with 30 in 2027', () => {
    expect(clocks(received('2026-07-31'))).toEqual([]);
    expect(clock(received('2026-08-01')).limitOn).toBe('2026-09-15');
    expect(clock(received('2026-12-31')).limitOn).toBe('2027-02-14');
    expect(clock(received('2027-01-01')).limitOn).toBe('2027-01-31');
  });
});

describe('the United Kingdom', () => {
  it.each([
    ['2026-09-03', 'GB-ENG', '2026-10-05'],
    ['2026-03-02', 'GB-ENG', '2026-04-02'],
    ['2026-03-03', 'GB-ENG', '2026-04-07'],
    ['2026-03-06', 'GB-SCT', '2026-04-06'],
    ['2026-06-13', 'GB-NIR', '2026-07-14'],
    ['2026-06-13', 'GB-WLS', '2026-07-13'],
    ['2025-12-02', 'GB-SCT', '2026-01-05'],
    ['2025-12-02', 'GB-ENG', '2026-01-02'],
  ])('received on %s in %s counts until %s', (receivedOn, calendar, limitOn) => {
    expect(clock(ukOn(receivedOn, [], { calendar })).limitOn).toBe(limitOn);
  });

  it('cites the article that was in force on the day of receipt', () => {
    expect(clock(ukOn('2026-02-04')).citation).toBe('Art. 12(3) UK GDPR');
    expect(clock(ukOn('2026-02-05')).citation).toBe('Art. 12A UK GDPR');
  });
});
