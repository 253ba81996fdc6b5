import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/domain/case/decide';
import { erasureOf } from '@/lib/domain/case/erasing';
import type { CaseCommand } from '@/lib/domain/case/commands';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { Case } from '@/lib/domain/case/types';
import {
  aCase,
  ALICE,
  BOB,
  by,
  COMMANDS,
  decided,
  giverOf,
  ofNewestTry,
  SMALL_LAW,
} from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { delivered, evolve } from '@/tests/support/case-history';
import { erasing } from '@/tests/support/erasure-builders';

const ABOUT = Object.values(COMMANDS).filter(
  ({ type }) =>
    type.includes('Eras') || ['CloseCase', 'ReopenCase', 'WithdrawRequest', 'ReturnDecision'].includes(type),
);

/** The plain way of an erasure from its end: the first of these that a case takes brings it on. */
const ONWARDS = [
  [COMMANDS.RecordErasureProved, ALICE],
  [COMMANDS.RecordSystemErased, ALICE],
  [COMMANDS.BeginErasure, ALICE],
  [COMMANDS.ApproveErasure, BOB],
  [COMMANDS.RecordErasurePlan, ALICE],
  [COMMANDS.PlanErasure, ALICE],
] as const;

const DAY = 86_400_000;
const START = Date.parse('2026-12-10T09:00:00Z');

/** Any command about an erasure, by anybody who may give it, with any days to stop it; or the next day, or the copy fetched. */
const step = fc.record({
  what: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<CaseCommand | string>(...ABOUT) },
    { weight: 12, arbitrary: fc.constant<CaseCommand | string>('onwards') },
    { weight: 2, arbitrary: fc.constantFrom<CaseCommand | string>('mails leave', 'the copy is fetched') },
  ),
  who: fc.constantFrom(ALICE, BOB),
  coolingOffDays: fc.constantFrom(0, 0, 0, 2),
  days: fc.integer({ min: 0, max: 2 }),
});

type Happened = { readonly event: CaseEvent; readonly who: string; readonly before: Case };

/** Every event of a walk from a case whose erasure, and whose copy, two people agreed to. */
function walked(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Happened[] {
  const copy = { ...decided(rightItem({ id: 'right-2' })), approvedById: BOB };
  let current: Case = aCase('ready', {
    rights: [{ ...erasing(), erasure: null }, copy],
    copySealed: true,
    fetched: false,
  });
  let now = START;
  const happened: Happened[] = [];
  for (const { what: drawn, who: anybody, coolingOffDays, days } of steps) {
    now += days * DAY;
    const at = new Date(now).toISOString();
    const next = ONWARDS.find(([command, who]) => {
      const context = by(giverOf(command, { kind: 'staff', id: who }, 'case-1'), SMALL_LAW, at);
      return decide(current, ofNewestTry(command, current), context).ok;
    });
    const [what, who] = drawn === 'onwards' ? (next ?? ['mails leave', ALICE]) : [drawn, anybody];
    if (what === 'mails leave') current = delivered(current, at);
    else if (what === 'the copy is fetched') current = { ...current, fetched: true };
    else if (typeof what !== 'string') {
      const command = what.type === 'ApproveErasure' ? { ...what, coolingOffDays } : ofNewestTry(what, current);
      const context = by(giverOf(command, { kind: 'staff', id: who }, 'case-1'), SMALL_LAW, at);
      const decision = decide(current, command, context);
      if (!decision.ok) continue;
      happened.push(...decision.value.map((event) => ({ event, who, before: current })));
      current = evolve(current, decision.value, context);
    }
  }
  return happened;
}

const is =
  (...types: CaseEvent['type'][]) =>
  ({ event }: Happened): boolean =>
    types.includes(event.type);

describe('however an erasure goes on', { timeout: 60_000 }, () => {
  it('can come to its end', () => {
    const plain = ['the copy is fetched', ...Array.from({ length: ONWARDS.length }, () => 'onwards')];
    const happened = walked(plain.map((what) => ({ what, who: ALICE, coolingOffDays: 0, days: 0 })));
    expect(happened.at(-1)?.event.type).toBe('ErasureProved');
  });

  const everyWalk = (holds: (happened: readonly Happened[]) => void) =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => holds(walked(steps))),
      { numRuns: 400 },
    );

  it('nothing begins that somebody else than the one who asked for the plan has not agreed to since', () =>
    everyWalk((happened) => {
      for (const [at, one] of happened.entries()) {
        if (!is('ErasureStarted', 'ErasureDelegated')(one)) continue;
        const before = happened.slice(0, at);
        const approved = before.findLastIndex(is('ErasureApproved'));
        const asked = before.findLastIndex(is('ErasurePlanAsked'));
        expect(approved).toBeGreaterThan(asked);
        expect(before[approved]!.who).not.toBe(before[asked]!.who);
      }
    }));

  it('nothing begins after the person stopped it, or before they have their copy', () =>
    everyWalk((happened) => {
      const stopped = happened.findIndex(is('ErasureCancelled'));
      const begun = happened.filter(is('ErasureStarted', 'ErasureDelegated'));
      if (stopped >= 0) expect(happened.slice(stopped).some(is('ErasureStarted', 'ErasureDelegated'))).toBe(false);
      for (const { before } of begun) expect(before.fetched).toBe(true);
    }));

  it('is proved only after each of its systems was erased, and once for each time that it began', () =>
    everyWalk((happened) => {
      for (const [at, one] of happened.entries()) {
        if (!is('ErasureProved')(one)) continue;
        const began = happened.slice(0, at).findLastIndex(is('ErasureStarted'));
        const since = happened.slice(began, at);
        expect(since.some(is('SystemErased'))).toBe(true);
        expect(since.some(is('ErasureProved'))).toBe(false);
        expect(erasureOf(one.before)).toMatchObject({ state: 'running' });
      }
    }));

  it('no system is reported twice by one plan, and none that is not being worked on', () =>
    everyWalk((happened) => {
      for (const { event, before } of happened)
        if (event.type === 'SystemErased') {
          expect(erasureOf(before)!.erased).not.toContain(event.systemId);
          expect(erasureOf(before)!.state).toBe('running');
        }
    }));
});
