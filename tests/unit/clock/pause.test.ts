import { describe, expect, it } from 'vitest';
import { respondClock } from '@/lib/domain/clock/clocks';
import type { ClockInput } from '@/lib/domain/clock/types';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import {
  accessOn,
  californiaOn,
  clarificationProvided,
  clarificationRequested,
  extended,
  idProvided,
  idRequested,
  ukOn,
} from './inputs';

const clock = (input: ClockInput) => respondClock(input, shippedCalendars);
const keys = (input: ClockInput) => clock(input).working.map(({ key }) => key);

describe('waiting for proof of identity under the GDPR', () => {
  it('adds the days between question and answer before rolling', () => {
    const paused = clock(accessOn('2026-06-01', [idRequested('2026-06-03'), idProvided('2026-06-13')]));
    expect(paused).toMatchObject({
      pausedDays: 10,
      nominalOn: '2026-07-11',
      limitOn: '2026-07-13',
      unpausedNominalOn: '2026-07-01',
    });
    expect(paused).toMatchObject({ startOn: '2026-06-01', pausedSinceOn: null, pauseCauses: ['identity'] });
  });

  it('counts a question on the day of receipt', () => {
    expect(clock(accessOn('2026-06-01', [idRequested('2026-06-01'), idProvided('2026-06-04')])).pausedDays).toBe(3);
  });

  it('counts a question answered on the same day as no pause', () => {
    expect(clock(accessOn('2026-06-01', [idRequested('2026-06-02'), idProvided('2026-06-02')])).pausedDays).toBe(0);
  });

  it.each([
    ['2026-06-08', 4, 'paused'],
    ['2026-06-09', 0, 'pauseTooLate'],
  ])('asked on %s, the fifth working day being 8 June, gives %i days', (askedOn, days, step) => {
    const input = accessOn('2026-06-01', [idRequested(askedOn), idProvided('2026-06-12')]);
    expect(clock(input).pausedDays).toBe(days);
    expect(keys(input)).toContain(step);
  });

  it('leaves a holiday out of the five working days', () => {
    // Whit Monday 25 May 2026 is a holiday in Luxembourg: the fifth working day after Wednesday 20 May is Thursday 28 May.
    expect(clock(accessOn('2026-05-20', [idRequested('2026-05-28'), idProvided('2026-05-30')])).pausedDays).toBe(2);
    expect(clock(accessOn('2026-05-20', [idRequested('2026-05-29'), idProvided('2026-05-30')])).pausedDays).toBe(0);
  });

  it('counts a late question that a supervisor justified', () => {
    const late = idRequested('2026-06-29', 'The doubt arose when a second account appeared');
    expect(clock(accessOn('2026-06-01', [late, idProvided('2026-07-03')])).pausedDays).toBe(4);
  });

  it('adds two separate waits', () => {
    const events = [
      idRequested('2026-06-02'),
      idProvided('2026-06-04'),
      idRequested('2026-06-08'),
      idProvided('2026-06-11'),
    ];
    expect(clock(accessOn('2026-06-01', events)).pausedDays).toBe(5);
  });

  it('counts days once where identity and a clarification are both awaited', () => {
    const events = [
      idRequested('2026-06-02'),
      clarificationRequested('2026-06-04'),
      idProvided('2026-06-10'),
      clarificationProvided('2026-06-15'),
    ];
    const paused = clock(accessOn('2026-06-01', events));
    expect(paused.pausedDays).toBe(13);
    expect(paused.pauseCauses).toEqual(['identity', 'clarification']);
  });

  it('lasts until the second question is answered too', () => {
    const events = [
      idRequested('2026-06-02'),
      idRequested('2026-06-05'),
      idProvided('2026-06-08'),
      idProvided('2026-06-20'),
    ];
    expect(clock(accessOn('2026-06-01', events)).pausedDays).toBe(18);
  });

  it('lets a follow-up question keep a running pause open', () => {
    const events = [
      idRequested('2026-06-02'),
      idRequested('2026-06-15'),
      idProvided('2026-06-16'),
      idProvided('2026-06-20'),
    ];
    expect(clock(accessOn('2026-06-01', events)).pausedDays).toBe(18);
  });

  it('does not depend on the order in which events are listed', () => {
    const events = [idRequested('2026-06-03'), idProvided('2026-06-13'), extended('2026-06-20')];
    expect(clock(accessOn('2026-06-01', [...events].reverse()))).toEqual(clock(accessOn('2026-06-01', events)));
  });

  it('ignores an answer without question, and cannot start before the request', () => {
    expect(clock(accessOn('2026-06-01', [idProvided('2026-06-13')])).pausedDays).toBe(0);
    expect(clock(accessOn('2026-06-01', [idRequested('2026-05-20'), idProvided('2026-06-03')])).pausedDays).toBe(2);
  });
});

describe('a question that is still open', () => {
  const open = [idRequested('2026-06-02')];

  it('has paused the clock until the moment asked about', () => {
    const paused = clock(accessOn('2026-06-01', open, { asOf: '2026-06-12T08:00:00Z' }));
    expect(paused).toMatchObject({ pausedDays: 10, pausedSinceOn: '2026-06-02', limitOn: '2026-07-13' });
    expect(paused.working.map(({ key }) => key)).toContain('pauseOpen');
  });

  it('promises nothing beyond what is known', () => {
    expect(clock(accessOn('2026-06-01', open))).toMatchObject({
      pausedDays: 0,
      pausedSinceOn: '2026-06-02',
      limitOn: '2026-07-01',
    });
    expect(clock(accessOn('2026-06-01', [...open, extended('2026-06-09')])).pausedDays).toBe(7);
  });
});

describe('questions that stop no clock', () => {
  it.each(['withdraw_consent', 'automated_decision'] as const)(
    'identity is no pause for %s: Art. 12(6) names Arts. 15 to 21',
    (right) => {
      const input = accessOn('2026-06-01', [idRequested('2026-06-02'), idProvided('2026-06-12')], { right });
      expect(clock(input).pausedDays).toBe(0);
      expect(keys(input)).toContain('pauseNotInLaw');
    },
  );

  it('a clarification pauses only where a large quantity of data is processed', () => {
    const input = accessOn('2026-06-01', [
      clarificationRequested('2026-06-02', false),
      clarificationProvided('2026-06-12'),
    ]);
    expect(clock(input).pausedDays).toBe(0);
    expect(keys(input)).toContain('pauseSmallQuantity');
  });

  it('a clarification pauses only an access request', () => {
    const events = [clarificationRequested('2026-06-02'), clarificationProvided('2026-06-12')];
    expect(clock(accessOn('2026-06-01', events)).pausedDays).toBe(10);
    expect(clock(accessOn('2026-06-01', events, { right: 'erasure' })).pausedDays).toBe(0);
  });

  it('California’s 45 days run whatever time verification takes', () => {
    const events = [idRequested('2026-03-05'), idProvided('2026-04-10')];
    const running = clock(californiaOn('2026-03-02', { events }));
    expect(running).toMatchObject({ pausedDays: 0, limitOn: '2026-04-16' });
    expect(running.working.map(({ key }) => key)).toContain('pauseNotInLaw');
  });
});

describe('the United Kingdom', () => {
  it('starts the month anew when the identity information arrives', () => {
    const restarted = clock(ukOn('2026-03-02', [idRequested('2026-03-03'), idProvided('2026-03-12')]));
    expect(restarted).toMatchObject({
      startOn: '2026-03-12',
      pausedDays: 0,
      nominalOn: '2026-04-12',
      limitOn: '2026-04-13',
    });
    expect(restarted.working.map(({ key }) => key)).toContain('restarted');
  });

  it('does not let the month begin while the information is awaited', () => {
    const waiting = clock(ukOn('2026-03-02', [idRequested('2026-03-03')], { asOf: '2026-03-20T09:00:00Z' }));
    expect(waiting).toMatchObject({ startOn: '2026-03-20', pausedSinceOn: '2026-03-03', nominalOn: '2026-04-20' });
    expect(waiting.working.map(({ key }) => key)).toContain('restartOpen');
  });

  it('counts neither the day a clarification is asked nor the day it comes', () => {
    const clarified = clock(
      ukOn('2026-03-02', [clarificationRequested('2026-03-04'), clarificationProvided('2026-03-06')]),
    );
    expect(clarified).toMatchObject({
      startOn: '2026-03-02',
      pausedDays: 3,
      nominalOn: '2026-04-05',
      limitOn: '2026-04-07',
    });
  });

  it('leaves out no day before the month began', () => {
    const events = [
      idRequested('2026-03-03'),
      clarificationRequested('2026-03-03'),
      clarificationProvided('2026-03-10'),
      idProvided('2026-03-12'),
    ];
    expect(clock(ukOn('2026-03-02', events))).toMatchObject({
      startOn: '2026-03-12',
      pausedDays: 0,
      nominalOn: '2026-04-12',
    });
  });
});
