import { describe, expect, it, test } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { decide } from '@/lib/domain/case/decide';
import { liftsOf, restrictionStanding } from '@/lib/domain/case/restriction';
import type { RestrictionCommand } from '@/lib/domain/case/commands/restriction';
import type { Case, CaseFacts } from '@/lib/domain/case/types';
import { aCase, ALICE, by, COMMANDS } from '@/tests/support/case-builders';
import { anEffect, rightItem } from '@/tests/support/effect-builders';
import { aLifting, restricted } from '@/tests/support/restriction-builders';

const WORKER = { kind: 'system', id: 'worker' } as const;

const LIFT = anEffect({ id: 'effect-2', step: 'lift', state: 'waiting', byPerson: true });

/** A restriction at every point of its way, as its rows have it. */
const STANDINGS = {
  asked: { rights: [restricted({ carriedOut: null, restrictedFor: null })] },
  inForce: { rights: [restricted()] },
  untold: { rights: [restricted()], lifting: aLifting({ toldOn: null }) },
  told: { rights: [restricted()], lifting: aLifting() },
  early: { rights: [restricted()], lifting: aLifting({ liftOn: localDate('2027-01-08') }) },
  calledOff: { rights: [restricted()], lifting: aLifting({ state: 'cancelled' }) },
  lifting: { rights: [restricted()], lifting: aLifting({ state: 'lifting' }), effects: [LIFT] },
  lifted: {
    rights: [restricted()],
    lifting: aLifting({ state: 'lifted', liftedAt: '2026-12-16T08:00:00.000Z' }),
    effects: [{ ...LIFT, state: 'answered' }],
  },
} as const satisfies Readonly<Record<string, Partial<CaseFacts>>>;

type Standing = keyof typeof STANDINGS;

const at = (standing: Standing, state: 'ready' | 'closed' = 'closed'): Case => aCase(state, STANDINGS[standing]);

/** What each command does at each of them: what happens, or why not. */
const TABLE: Readonly<
  Record<Exclude<RestrictionCommand['type'], 'RestrictMeanwhile'>, Readonly<Record<Standing, string>>>
> = {
  NameRestrictionGround: {
    asked: 'nothingRestricted',
    inForce: 'RestrictionGroundNamed',
    untold: 'RestrictionGroundNamed',
    told: 'RestrictionGroundNamed',
    early: 'RestrictionGroundNamed',
    calledOff: 'RestrictionGroundNamed',
    lifting: 'RestrictionGroundNamed',
    lifted: 'RestrictionGroundNamed',
  },
  AnnounceLifting: {
    asked: 'nothingRestricted',
    inForce: 'LiftingAnnounced',
    untold: 'alreadyDone',
    told: 'alreadyDone',
    early: 'alreadyDone',
    calledOff: 'LiftingAnnounced',
    lifting: 'alreadyDone',
    lifted: 'alreadyDone',
  },
  CancelLifting: {
    asked: 'nothingRestricted',
    inForce: 'nothingRestricted',
    untold: 'LiftingCancelled',
    told: 'LiftingCancelled',
    early: 'LiftingCancelled',
    calledOff: 'nothingRestricted',
    lifting: 'alreadyBegun',
    lifted: 'alreadyBegun',
  },
  BeginLifting: {
    asked: 'overtaken',
    inForce: 'overtaken',
    untold: 'tooSoon',
    told: 'LiftingStarted',
    early: 'tooSoon',
    calledOff: 'overtaken',
    lifting: 'overtaken',
    lifted: 'overtaken',
  },
  RecordLifted: {
    asked: 'alreadyDone',
    inForce: 'alreadyDone',
    untold: 'alreadyDone',
    told: 'alreadyDone',
    early: 'alreadyDone',
    calledOff: 'alreadyDone',
    lifting: 'SystemLifted',
    lifted: 'alreadyDone',
  },
};

const CELLS = Object.entries(TABLE).flatMap(([type, row]) =>
  Object.entries(row).map(([standing, expected]) => [type, standing, expected] as const),
);

describe('every command about a restriction at every point of its way', () => {
  test.each(CELLS)('%s while %s: %s, and closed or not makes no difference', (type, standing, expected) => {
    for (const state of ['ready', 'closed'] as const) {
      const actor = type === 'BeginLifting' ? WORKER : ALICE;
      const decision = decide(at(standing as Standing, state), COMMANDS[type as keyof typeof TABLE], by(actor));
      expect(decision.ok ? decision.value[0]?.type : decision.reason).toBe(expected);
    }
  });
});

describe('how it stands', () => {
  it.each([
    ['asked', null],
    ['inForce', 'inForce'],
    ['untold', 'announced'],
    ['told', 'announced'],
    ['early', 'announced'],
    ['calledOff', 'inForce'],
    ['lifting', 'lifting'],
    ['lifted', 'lifted'],
  ] as const)('%s: %s', (standing, expected) => expect(restrictionStanding(at(standing))).toBe(expected));

  it('is not lifted by a lifting that nobody wrote into any system', () => {
    for (const standing of ['inForce', 'untold', 'told', 'early'] as const) expect(liftsOf(at(standing))).toEqual([]);
    expect(liftsOf(at('lifting'))).toEqual([LIFT]);
  });

  it('is nothing of another right that was carried out in the same case', () => {
    const other = rightItem({
      right: 'rectification',
      carriedOut: { on: localDate('2026-12-01'), systems: ['calls'], byId: ALICE },
    });
    expect(restrictionStanding(aCase('ready', { rights: [other] }))).toBeNull();
  });
});
