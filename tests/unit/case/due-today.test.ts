import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate } from '@/lib/domain/calendar/local-date';
import { type DueState, dueOf } from '@/lib/domain/case/due-today';

const NOON = (day: string) => new Date(`${day}T12:00:00Z`);
const row = (
  given: { receivedOn?: string; dueOn?: string; pausedSinceOn?: string; state?: string; owed?: boolean } = {},
) => ({
  receivedAt: NOON(given.receivedOn ?? '2026-03-01'),
  dueOn: new Date(given.dueOn ?? '2026-04-01'),
  pausedSinceOn: given.pausedSinceOn ? new Date(given.pausedSinceOn) : null,
  state: given.state ?? 'reviewing',
  owed: given.owed ?? true,
});

describe('where a last day stands today', () => {
  it.each<[today: string, DueState, daysLeft: number]>([
    ['2026-03-01', 'ok', 31],
    ['2026-03-24', 'ok', 8],
    ['2026-03-25', 'soon', 7],
    ['2026-04-01', 'soon', 0],
    ['2026-04-02', 'late', -1],
  ])('on %s it is %s, with %i days left', (today, state, daysLeft) => {
    expect(dueOf(row(), 'UTC', NOON(today))).toMatchObject({
      state,
      daysLeft,
      receivedOn: '2026-03-01',
      lastDayOn: '2026-04-01',
    });
  });

  it('is done once the case is closed, and paused while a question is open, however late it is', () => {
    expect(dueOf(row({ state: 'closed' }), 'UTC', NOON('2026-06-01')).state).toBe('done');
    expect(dueOf(row({ pausedSinceOn: '2026-03-05' }), 'UTC', NOON('2026-06-01')).state).toBe('paused');
    expect(dueOf(row({ state: 'closed', pausedSinceOn: '2026-03-05' }), 'UTC', NOON('2026-03-06')).state).toBe('done');
  });

  it('is answered where nothing is owed any more and the case is open for another reason, however late that is', () => {
    expect(dueOf(row({ owed: false }), 'UTC', NOON('2026-06-01')).state).toBe('answered');
    expect(dueOf(row({ owed: false, pausedSinceOn: '2026-03-05' }), 'UTC', NOON('2026-03-06')).state).toBe('answered');
    expect(dueOf(row({ owed: false, state: 'closed' }), 'UTC', NOON('2026-06-01')).state).toBe('done');
  });

  it('counts the days of the place: in Sofia it is tomorrow while it is still today in California', () => {
    const at = new Date('2026-04-01T22:30:00Z');
    expect(dueOf(row(), 'Europe/Sofia', at)).toMatchObject({ daysLeft: -1, state: 'late' });
    expect(dueOf(row(), 'America/Los_Angeles', at)).toMatchObject({ daysLeft: 0, state: 'soon' });
  });

  it('spends a share of 0 to 1 that never falls as days go by, also where the last day is the day of receipt', () => {
    const start = localDate('2026-01-01');
    fc.assert(
      fc.property(fc.nat(120), fc.nat(200), fc.nat(200), (length, first, more) => {
        const given = row({ receivedOn: start, dueOn: addDays(start, length) });
        const [before, after] = [first, first + more].map((days) => dueOf(given, 'UTC', NOON(addDays(start, days))));
        expect(before?.spent).toBeGreaterThanOrEqual(0);
        expect(after?.spent).toBeLessThanOrEqual(1);
        expect(after?.spent).toBeGreaterThanOrEqual(before?.spent ?? 2);
        expect(before?.daysLeft).toBe(daysBetween(addDays(start, first), addDays(start, length)));
      }),
    );
  });
});
