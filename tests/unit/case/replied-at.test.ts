import { describe, expect, test } from 'vitest';
import { repliedAtOf } from '@/lib/domain/case/ask';
import { localDate } from '@/lib/domain/calendar/local-date';

const ZONE = 'Europe/Luxembourg';
const NOW = '2026-11-25T09:00:00.000Z';

describe('when a reply came another way', () => {
  test('with a time it is that time at the controller’s place', () => {
    expect(repliedAtOf(localDate('2026-11-24'), '14:30', ZONE, NOW)).toBe('2026-11-24T13:30:00.000Z');
  });

  test('without a time it comes after a question of the same day', () => {
    expect(repliedAtOf(localDate('2026-11-24'), null, ZONE, NOW)).toBe('2026-11-24T22:59:00.000Z');
  });

  test('without a time today is now, and never what is still to come', () => {
    expect(repliedAtOf(localDate('2026-11-25'), null, ZONE, NOW)).toBe(NOW);
    expect(repliedAtOf(localDate('2026-11-26'), null, ZONE, NOW) > NOW).toBe(true);
  });

  test('today is the day at the controller’s place', () => {
    expect(repliedAtOf(localDate('2026-11-26'), null, ZONE, '2026-11-25T23:30:00.000Z')).toBe(
      '2026-11-25T23:30:00.000Z',
    );
  });
});
