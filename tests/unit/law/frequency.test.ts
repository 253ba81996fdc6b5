import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { reachedFrequency } from '@/lib/domain/law/frequency';
import { rightRule } from '@/lib/domain/law/rights';
import type { RegimeId, RightId } from '@/lib/domain/law/types';

const today = localDate('2026-11-22');
const reached = (regime: RegimeId, right: RightId, receivedOn: string, answered: readonly string[]) => {
  const rule = rightRule(regime, right, today);
  return rule ? reachedFrequency(rule, localDate(receivedOn), answered.map(localDate)) : undefined;
};

describe('how often a right can be used', () => {
  it.each([
    [[], null],
    [['2026-05-01'], null],
    [['2025-11-22', '2026-05-01'], null],
    [['2025-11-23', '2026-05-01'], 'CCPA-twice'],
    [['2026-05-01', '2026-05-02', '2026-05-03'], 'CCPA-twice'],
    [['2026-05-01', '2026-11-23'], null],
  ])('California: to know, twice in twelve months; answered on %j', (answered, ground) => {
    expect(reached('CCPA', 'know_specific', '2026-11-22', answered)?.ground ?? null).toBe(ground);
  });

  it.each([
    ['2026-01-01', '2025-12-31', null],
    ['2026-12-31', '2026-01-01', 'STL-once'],
  ])('Shine the Light: once a calendar year; asked on %s, answered on %s', (receivedOn, answeredOn, ground) => {
    expect(reached('CA_SHINE_THE_LIGHT', 'shine_the_light', receivedOn, [answeredOn])?.ground ?? null).toBe(ground);
  });

  it('the GDPR sets no number', () => {
    expect(
      reached('GDPR', 'access', '2026-11-22', ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04']),
    ).toBeNull();
  });
});
