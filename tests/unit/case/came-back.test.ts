import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { earliestErasure } from '@/lib/domain/case/erasing';
import { aCase, SMALL_LAW } from '@/tests/support/case-builders';
import { erasing, erasureWork } from '@/tests/support/erasure-builders';
import { given } from '@/tests/support/given-when-then';

const AGREED = { on: localDate('2026-12-10'), coolingOffDays: 0, toldOn: null };

describe('records that came back after they were erased', () => {
  it('are planned for again, for the same request', () => {
    given(aCase('ready', { rights: [erasing({ state: 'proved' })] }), SMALL_LAW)
      .when({ type: 'PlanErasure', erasureId: 'erasure-2' })
      .then({ type: 'ErasurePlanAsked', erasureId: 'erasure-2' });
  });

  it('are not while the erasure is under way', () => {
    given(aCase('ready', { rights: [erasing({ state: 'running' })] }), SMALL_LAW)
      .when({ type: 'PlanErasure', erasureId: 'erasure-2' })
      .thenRefused('alreadyDone');
  });
});

describe('the first day on which an erasure can be', () => {
  const today = localDate('2026-12-16');

  it.each([
    [null, '2026-12-16'],
    [{ ...AGREED, coolingOffDays: 0 }, '2026-12-16'],
    [{ ...AGREED, coolingOffDays: 7 }, '2026-12-18'],
    [{ ...AGREED, coolingOffDays: 7, toldOn: localDate('2026-12-14') }, '2026-12-22'],
    [{ ...AGREED, coolingOffDays: 1 }, '2026-12-16'],
  ])('agreed to as %o is %s', (approved, day) => {
    expect(earliestErasure(erasureWork({ approved }), today)).toBe(day);
  });
});
