import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isSame, remindersDue } from '@/lib/domain/case/reminders';
import { addDays, localDate } from '@/lib/domain/calendar/local-date';
import { aCase, EXTENDED, QUESTIONED, SMALL_LAW } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';

const noon = (day: string) => `${day}T11:00:00.000Z`;
const marks = (
  day: string,
  given: Parameters<typeof aCase>[1] = {},
  state: Parameters<typeof aCase>[0] = 'reviewing',
) =>
  remindersDue(aCase(state, given), SMALL_LAW, noon(day)).map(
    ({ clock, mark, lastDayOn }) => `${clock} ${mark} ${lastDayOn}`,
  );

describe('what the desk is told of a last day', () => {
  // Received on 22 November, last day 22 December.
  test.each([
    ['2026-12-06', []],
    ['2026-12-07', ['respond halfTime 2026-12-22']],
    ['2026-12-14', ['respond halfTime 2026-12-22']],
    ['2026-12-15', ['respond days7 2026-12-22']],
    ['2026-12-19', ['respond days3 2026-12-22']],
    ['2026-12-21', ['respond days1 2026-12-22']],
    ['2026-12-22', ['respond lastDay 2026-12-22']],
    ['2026-12-23', ['respond missed 2026-12-22']],
    ['2027-03-01', ['respond missed 2026-12-22']],
  ])('on %s: %j', (day, expected) => expect(marks(day)).toEqual(expected));

  it('is told once', () => {
    const reminders = remindersDue(aCase('reviewing'), SMALL_LAW, noon('2026-12-15'));
    expect(marks('2026-12-16', { reminders })).toEqual([]);
    expect(marks('2026-12-19', { reminders })).toEqual(['respond days3 2026-12-22']);
  });

  it('is told anew when the last day moves', () => {
    const reminders = remindersDue(aCase('reviewing'), SMALL_LAW, noon('2026-12-15'));
    expect(marks('2027-02-15', { reminders, clockEvents: [EXTENDED] })).toEqual(['respond days7 2027-02-22']);
  });

  it('is not told while a question of ours has stopped the clock, nor of what is met', () => {
    expect(marks('2026-12-15', { clockEvents: [QUESTIONED] })).toEqual([]);
    expect(marks('2026-12-15', {}, 'ready')).toEqual([]);
    expect(marks('2026-12-15', {}, 'closed')).toEqual([]);
  });

  it('tells of an acknowledgement that has not left, apart from the answer', () => {
    const rights = [rightItem({ regime: 'CCPA', right: 'know_specific' })];
    // Ten business days from 22 November, Thanksgiving left out: 7 December.
    expect(marks('2026-12-04', { rights })).toEqual(['acknowledge days3 2026-12-07']);
    expect(marks('2026-12-04', { rights, notices: [{ id: 'n', kind: 'confirmEmail', state: 'sent' }] })).toEqual([]);
  });

  it('tells once of rights whose clocks go the same way', () => {
    expect(marks('2026-12-15', { rights: [rightItem(), rightItem({ id: 'right-2', right: 'erasure' })] })).toHaveLength(
      1,
    );
  });

  it('however rarely it looks, it leaves out what a nearer mark says and never says the same twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 30 }), (gaps) => {
        let [day, current] = [localDate('2026-11-22'), aCase('reviewing')];
        for (const gap of gaps) {
          day = addDays(day, gap);
          const due = remindersDue(current, SMALL_LAW, noon(day));
          expect(due.length).toBeLessThanOrEqual(1);
          for (const one of due) expect(current.reminders.some((told) => isSame(told, one))).toBe(false);
          current = { ...current, reminders: [...current.reminders, ...due] };
        }
        const told = current.reminders.map(({ mark }) => mark);
        expect(new Set(told).size).toBe(told.length);
        if (day > localDate('2026-12-22')) expect(told.at(-1)).toBe('missed');
      }),
    );
  });
});
