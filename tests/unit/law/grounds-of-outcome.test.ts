import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '@/lib/domain/calendar/local-date';
import { LAW } from '@/lib/domain/law/law';
import { exemptionsFor, groundsFor, groundsOfOutcome, rightRule } from '@/lib/domain/law/rights';
import {
  ABSOLUTE_RIGHT_IDS,
  type Outcome,
  REGIME_IDS,
  type RegimeId,
  RIGHT_IDS,
  type RightId,
} from '@/lib/domain/law/types';

const today = localDate('2026-11-22');
const idsOf = (regime: RegimeId, right: RightId, outcome: Outcome, on = today) =>
  groundsOfOutcome(regime, right, outcome, on).map(({ id }) => id);

const OUTCOMES: readonly Outcome[] = [
  'granted',
  'noData',
  'notFromThem',
  'partlyGranted',
  'refused',
  'notIdentifiable',
];
const REFUSING: readonly Outcome[] = ['partlyGranted', 'refused', 'notIdentifiable'];

const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(localDate('2018-05-25'), days));
const anyQuestion = fc.record({
  regime: fc.constantFrom(...REGIME_IDS),
  right: fc.constantFrom(...RIGHT_IDS),
  outcome: fc.constantFrom(...OUTCOMES),
  on: anyDay,
});

describe('the grounds of an outcome', () => {
  it.each([
    [
      'GDPR',
      'access',
      'refused',
      ['GDPR-12-5-unfounded', 'GDPR-12-5-excessive', 'GDPR-12-5-abuse', 'GDPR-12-6', 'GDPR-23'],
    ],
    ['GDPR', 'access', 'partlyGranted', ['GDPR-23', 'GDPR-15-4', 'GDPR-15-4-secret', 'GDPR-23-value']],
    ['GDPR', 'access', 'notIdentifiable', ['GDPR-11-2']],
    ['GDPR', 'portability', 'partlyGranted', ['GDPR-23', 'GDPR-20-1', 'GDPR-20-3', 'GDPR-20-4', 'GDPR-23-value']],
    [
      'GDPR',
      'erasure',
      'refused',
      [
        'GDPR-12-5-unfounded',
        'GDPR-12-5-excessive',
        'GDPR-12-6',
        'GDPR-23',
        'GDPR-17-1',
        'GDPR-17-3-a',
        'GDPR-17-3-b',
        'GDPR-17-3-c',
        'GDPR-17-3-d',
        'GDPR-17-3-e',
      ],
    ],
    [
      'GDPR',
      'erasure',
      'partlyGranted',
      ['GDPR-23', 'GDPR-17-1', 'GDPR-17-3-a', 'GDPR-17-3-b', 'GDPR-17-3-c', 'GDPR-17-3-d', 'GDPR-17-3-e'],
    ],
    ['GDPR', 'automated_decision', 'refused', ['GDPR-12-5-unfounded', 'GDPR-12-5-excessive', 'GDPR-23', 'GDPR-22-1']],
    ['GDPR', 'automated_decision', 'partlyGranted', ['GDPR-23', 'GDPR-22-2']],
    [
      'GDPR',
      'objection',
      'refused',
      [
        'GDPR-12-5-unfounded',
        'GDPR-12-5-excessive',
        'GDPR-12-6',
        'GDPR-23',
        'GDPR-21-1-basis',
        'GDPR-21-1-compelling',
        'GDPR-21-1-claims',
        'GDPR-21-6',
      ],
    ],
    ['GDPR', 'deceased_access', 'partlyGranted', ['GDPR-15-4', 'GDPR-15-4-secret', 'GDPR-23-value']],
    ['UK_GDPR', 'access', 'partlyGranted', ['UK-23', 'UK-15-4', 'UK-15-4-secret', 'UK-23-value']],
    ['UK_GDPR', 'erasure', 'notIdentifiable', ['UK-11-2']],
    ['CH_FADP', 'access', 'partlyGranted', ['FADP-26', 'FADP-26-value']],
    ['CH_FADP', 'access', 'notIdentifiable', ['DPO-16-5']],
    ['CCPA', 'know_specific', 'refused', ['CCPA-not-verified', 'CCPA-unfounded', 'CCPA-twice']],
    ['CCPA', 'know_specific', 'partlyGranted', ['CCPA-not-verified', 'CCPA-no-search', 'CCPA-7024-d', 'CCPA-145-k']],
    ['CCPA', 'know_categories', 'partlyGranted', ['CCPA-not-verified', 'CCPA-no-search']],
    [
      'CA_SHINE_THE_LIGHT',
      'shine_the_light',
      'refused',
      ['STL-once', 'STL-not-customer', 'STL-other-address', 'STL-small'],
    ],
    ['CA_DELETE_ACT', 'delete_drop', 'notIdentifiable', ['DROP-86-unverified']],
  ] as const)('%s %s, %s', (regime, right, outcome, ids) => {
    expect(idsOf(regime, right, outcome)).toEqual(ids);
  });

  it('follow the day: a judgment gives no ground before it', () => {
    expect(idsOf('GDPR', 'access', 'refused', localDate('2026-03-18'))).not.toContain('GDPR-12-5-abuse');
  });

  it('a ground for some of the data never carries a refusal of everything, nor the reverse, on any day', () => {
    fc.assert(
      fc.property(anyQuestion, ({ regime, right, on }) => {
        const reachOf = (outcome: Outcome) =>
          groundsOfOutcome(regime, right, outcome, on).flatMap((ground) => ('reach' in ground ? [ground.reach] : []));
        expect(reachOf('refused')).not.toContain('part');
        expect(reachOf('partlyGranted')).not.toContain('whole');
      }),
    );
  });

  it('an exemption limits a copy: it stands with an answer in part and never with a refusal', () => {
    fc.assert(
      fc.property(anyQuestion, ({ regime, right, outcome, on }) => {
        const exemptions = groundsOfOutcome(regime, right, outcome, on).filter((ground) => !('reach' in ground));
        const partly =
          outcome === 'partlyGranted' &&
          rightRule(regime, right, on)?.outcomes.some((one: Outcome) => one === 'partlyGranted');
        expect(exemptions).toEqual(partly ? exemptionsFor(regime, right, on) : []);
      }),
    );
  });

  it('nothing has to be said for a right that was granted, and an absolute right has no ground in any law on any day', () => {
    fc.assert(
      fc.property(anyQuestion, ({ regime, right, outcome, on }) => {
        const absolute = (ABSOLUTE_RIGHT_IDS as readonly RightId[]).includes(right);
        if (absolute || !REFUSING.includes(outcome)) expect(groundsOfOutcome(regime, right, outcome, on)).toEqual([]);
      }),
    );
  });

  it('each ground of each right can be used for some outcome', () => {
    fc.assert(
      fc.property(anyQuestion, ({ regime, right, on }) => {
        const usable = new Set(
          OUTCOMES.flatMap((outcome) => groundsOfOutcome(regime, right, outcome, on).map(({ id }) => id)),
        );
        for (const { id } of groundsFor(regime, right, on)) expect(usable).toContain(id);
      }),
    );
  });

  // Every outcome that gives less than was asked owes a ground: one without any could be chosen and never be decided.
  it.each(LAW.flatMap(({ rights }) => rights).map((rule) => [rule.id, rule] as const))(
    '%s has a ground for each way of giving less, as long as it is in force',
    (_, rule) => {
      const days: readonly LocalDate[] = [rule.inForceFrom, rule.inForceTo ?? localDate('2029-12-31')];
      for (const on of days) {
        for (const outcome of rule.outcomes.filter((one) => REFUSING.includes(one)))
          expect(idsOf(rule.regime, rule.right, outcome, on)).not.toEqual([]);
      }
    },
  );
});
