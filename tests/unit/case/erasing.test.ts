import { describe, expect, it } from 'vitest';
import { standingOf } from '@/lib/domain/case/carry-out';
import { erasureWaits, stoppableUntil } from '@/lib/domain/case/erasing';
import { nextSteps } from '@/lib/domain/case/next-steps';
import type { CaseFacts, ErasureState } from '@/lib/domain/case/types';
import { localDate } from '@/lib/domain/calendar/local-date';
import { aCase, ALICE, BOB, COMMANDS, decided, NOW, SMALL_LAW } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { erasing, erasureWork } from '@/tests/support/erasure-builders';
import { given } from '@/tests/support/given-when-then';

const ON = localDate('2026-12-10');
const agreedTo = (coolingOffDays: number, toldOn: string | null = null) =>
  erasureWork({
    state: 'approved',
    approved: { on: ON, coolingOffDays, toldOn: toldOn === null ? null : localDate(toldOn) },
  });

describe('until when an erasure can be stopped', () => {
  it('is whole days from when the person was told, and not from when it was agreed to', () => {
    expect(stoppableUntil(erasureWork())).toBeNull();
    expect(stoppableUntil(agreedTo(0))).toBeNull();
    expect(stoppableUntil(agreedTo(7))).toBe('2026-12-17');
    expect(stoppableUntil(agreedTo(7, '2026-12-12'))).toBe('2026-12-19');
  });

  it('keeps it from beginning on that day, and lets it begin on the next', () => {
    const waits = (work: ReturnType<typeof agreedTo>, at: string) =>
      erasureWaits(aCase('ready', { rights: [erasing()] }), work, SMALL_LAW, at);
    expect(waits(agreedTo(7), '2027-03-01T12:00:00Z')).toEqual(['notice']);
    expect(waits(agreedTo(7, '2026-12-12'), '2026-12-19T12:00:00Z')).toEqual(['time']);
    expect(waits(agreedTo(7, '2026-12-12'), '2026-12-20T12:00:00Z')).toEqual([]);
    expect(waits(agreedTo(0), '2026-12-10T12:00:00Z')).toEqual([]);
  });
});

describe('a copy first, then erase', () => {
  const waits = (facts: Partial<CaseFacts>) =>
    erasureWaits(
      aCase('ready', { ...facts, rights: [{ ...decided(rightItem({ id: 'copy' })), approvedById: BOB }, erasing()] }),
      agreedTo(0),
      SMALL_LAW,
      NOW,
    );

  it('waits until the copy is made, and fetched or expired', () => {
    expect(waits({ copySealed: false, fetched: null })).toEqual(['copy']);
    expect(waits({ copySealed: true, fetched: false })).toEqual(['copy']);
    expect(waits({ copySealed: true, fetched: true })).toEqual([]);
    // Its file was destroyed on its last day.
    expect(waits({ copySealed: true, fetched: null })).toEqual([]);
  });

  it('waits for a copy that nobody has decided on, and for none that was refused', () => {
    const refused = { outcome: 'refused', grounds: [], hasFacts: true, confirmed: [], decidedById: ALICE } as const;
    const other = (decision: typeof refused | null) =>
      erasureWaits(
        aCase('ready', { copySealed: false, rights: [rightItem({ id: 'copy', decision }), erasing()] }),
        agreedTo(0),
        SMALL_LAW,
        NOW,
      );
    expect([other(null), other(refused)]).toEqual([['copy'], []]);
  });
});

describe('what is next for an erasure', () => {
  it.each<[ErasureState, string | undefined]>([
    ['planning', 'awaitErasure'],
    ['unplanned', 'mendErasure'],
    ['planned', 'approveErasure'],
    ['approved', 'awaitErasure'],
    ['running', 'awaitErasure'],
    ['unanswered', 'mendErasure'],
    ['stopped', 'mendErasure'],
    ['handedOver', 'carryOut'],
    ['proved', 'close'],
    ['cancelled', 'close'],
    ['dropped', 'planErasure'],
  ])('%s: %s', (state, key) => {
    expect(nextSteps(aCase('ready', { rights: [erasing({ state })] }), SMALL_LAW, NOW)[0]?.key).toBe(key);
  });

  it('is to mend what stands in the way of agreeing', () => {
    const rights = [erasing({ problems: 2 })];
    expect(nextSteps(aCase('ready', { rights }), SMALL_LAW, NOW)[0]?.key).toBe('mendErasure');
    given(aCase('ready', { rights })).when(COMMANDS.ApproveErasure, BOB).thenRefused('planHasProblems', '2');
  });
});

describe('an erasure is done', () => {
  const standing = (state: ErasureState, left: readonly string[], carriedOut = false) =>
    standingOf(
      {
        ...erasing({ state, left }),
        carriedOut: carriedOut ? { on: ON, systems: ['archive'], byId: ALICE } : null,
      },
      { copySealed: false },
      SMALL_LAW,
    );

  it('once it was searched again, and a person has done what no connector does', () => {
    expect(standing('running', [])).toBe('agreed');
    expect(standing('proved', [])).toBe('done');
    expect(standing('proved', ['archive'])).toBe('agreed');
    expect(standing('running', ['archive'], true)).toBe('agreed');
    expect(standing('proved', ['archive'], true)).toBe('done');
    expect(standing('handedOver', ['archive'])).toBe('agreed');
    expect(standing('handedOver', ['archive'], true)).toBe('done');
  });

  it('never by a record alone, while a connector has it to do', () => {
    given(aCase('ready', { rights: [erasing()] }))
      .when(COMMANDS.RecordCarriedOut)
      .thenRefused('nothingToCarryOut');
    given(aCase('ready', { rights: [erasing({ state: 'running', erased: [] })] }))
      .when(COMMANDS.RecordErasureProved, { kind: 'system', id: 'worker' })
      .thenRefused('countsDiffer', 'calls');
  });
});

it('is agreed to by whoever did not ask for the plan, and by the digest that they saw', () => {
  const planned = aCase('ready', { rights: [erasing()] });
  given(planned).when(COMMANDS.ApproveErasure, ALICE).thenRefused('secondPersonNeeded');
  given(planned)
    .when({ ...COMMANDS.ApproveErasure, digest: '0'.repeat(64) }, BOB)
    .thenRefused('otherPlan');
});
