import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { earliestErasure, erasureOf, erasureWaits, isErasureHeld } from '@/lib/domain/case/erasing';
import { nextSteps } from '@/lib/domain/case/next-steps';
import { ALICE, aCase, BOB, COMMANDS, NOW, SMALL_LAW } from '@/tests/support/case-builders';
import { erasing, erasureWork } from '@/tests/support/erasure-builders';
import { given } from '@/tests/support/given-when-then';

const WORKER = { kind: 'system', id: 'worker' } as const;
const AGREED = { on: localDate('2026-12-10'), coolingOffDays: 0, toldOn: null };

describe('a case that is held as a whole', () => {
  const held = (until: string | null) =>
    aCase('ready', {
      rights: [erasing({ state: 'approved', approved: AGREED })],
      holds: [{ until: until === null ? null : localDate(until) }],
    });

  it.each([null, '2026-12-16', '2027-03-01'])('waits with its erasure while the hold until %s lasts', (until) => {
    const current = held(until);
    expect(erasureWaits(current, erasureOf(current)!, SMALL_LAW, NOW)).toContain('hold');
    given(current, SMALL_LAW).when(COMMANDS.BeginErasure, WORKER).thenRefused('tooSoon');
  });

  it('goes on by itself once the last day is over', () => {
    const current = held('2026-12-15');
    expect(erasureWaits(current, erasureOf(current)!, SMALL_LAW, NOW)).not.toContain('hold');
  });
});

describe('an erasure of which a part was held', () => {
  const current = aCase('ready', { rights: [erasing({ state: 'proved', held: true })] });

  it('keeps its case open and waits', () => {
    expect(isErasureHeld(current)).toBe(true);
    expect(nextSteps(current, SMALL_LAW, NOW).map(({ key }) => key)).toContain('awaitErasure');
    given(current, SMALL_LAW).when({ type: 'CloseCase' }).thenRefused('erasureHeld');
  });

  it('goes on as the work of whoever asked for it', () => {
    given(current, SMALL_LAW)
      .when(COMMANDS.ContinueErasure, WORKER)
      .then({ type: 'ErasurePlanAsked', erasureId: 'erasure-2', askedById: ALICE, continuesId: 'erasure-1' });
  });

  it.each([erasing({ state: 'proved' }), erasing({ state: 'running', held: true }), erasing({ state: 'stopped' })])(
    'does not go on where nothing was held, or another one is under way: %o',
    (item) => {
      given(aCase('ready', { rights: [item] }), SMALL_LAW)
        .when(COMMANDS.ContinueErasure, WORKER)
        .thenRefused('overtaken');
    },
  );

  it('is agreed to by nobody anew only as the very plan that was made, and without problems', () => {
    const planned = (given: Parameters<typeof erasing>[0]) => aCase('ready', { rights: [erasing(given)] });
    given(planned({}), SMALL_LAW)
      .when(COMMANDS.ApproveRest, WORKER)
      .then({ type: 'RestApproved', erasureId: 'erasure-1', approvedById: BOB });
    given(planned({ digest: '0'.repeat(64) }), SMALL_LAW)
      .when(COMMANDS.ApproveRest, WORKER)
      .thenRefused('overtaken');
    given(planned({ problems: 1 }), SMALL_LAW)
      .when(COMMANDS.ApproveRest, WORKER)
      .thenRefused('planHasProblems', '1');
  });
});

describe('records that came back after they were erased', () => {
  it('are planned for again, for the same request', () => {
    given(aCase('ready', { rights: [erasing({ state: 'proved' })] }), SMALL_LAW)
      .when({ type: 'PlanErasure', erasureId: 'erasure-2' })
      .then({ type: 'ErasurePlanAsked', erasureId: 'erasure-2', continuesId: null });
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
