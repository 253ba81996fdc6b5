import { describe, expect, it } from 'vitest';
import { clocksFor } from '@/lib/domain/clock/clocks';
import { localDate } from '@/lib/domain/calendar/local-date';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import { groundsOfOutcome, owedUnverified, requirementsOn, rightRule } from '@/lib/domain/law/rights';
import type { Outcome, RegimeId, RightId } from '@/lib/domain/law/types';

// What a second reading of the whole law found wrong, outdated or missing, each with the day on which it begins to hold.

const today = localDate('2026-11-27');
const grounds = (regime: RegimeId, right: RightId, outcome: Outcome, on = today) =>
  groundsOfOutcome(regime, right, outcome, on).map(({ id }) => id);

function refusal(regime: RegimeId, right: RightId, received: string, on: string) {
  const rule = rightRule(regime, right, localDate(received));
  return requirementsOn(rule?.refusable ? rule.refusalContains : [], localDate(on));
}

describe('automated decisions in the United Kingdom', () => {
  it('are allowed with safeguards since 5 February 2026, and no ground of the abolished article is left', () => {
    const [before, after] = ['2026-02-04', '2026-02-05'].map((day) =>
      rightRule('UK_GDPR', 'automated_decision', localDate(day)),
    );
    expect([before?.id, after?.id]).toEqual(['UK-22', 'UK-22A']);
    expect(after?.text).toMatch(/^A significant decision by automated means alone is allowed with safeguards/);
    expect(after?.text).not.toContain('save for a contract');
    expect([
      grounds('UK_GDPR', 'automated_decision', 'refused', localDate('2026-02-04')),
      grounds('UK_GDPR', 'automated_decision', 'partlyGranted', localDate('2026-02-04')),
    ]).toEqual([
      ['UK-12-5-unfounded', 'UK-12-5-excessive', 'UK-23', 'UK-22-1'],
      ['UK-23', 'UK-22-2'],
    ]);
    expect([
      grounds('UK_GDPR', 'automated_decision', 'refused'),
      grounds('UK_GDPR', 'automated_decision', 'partlyGranted'),
    ]).toEqual([
      ['UK-12-5-unfounded', 'UK-12-5-excessive', 'UK-23', 'UK-22A-1'],
      ['UK-23', 'UK-22C'],
    ]);
  });

  it('are answered with what was decided, how, and who reviewed it (Art. 22C(2))', () => {
    expect(
      rightRule('UK_GDPR', 'automated_decision', today)?.answerContains.map(({ id, citation }) => `${id} ${citation}`),
    ).toEqual(['told Art. 22C(2)(a) UK GDPR', 'review Art. 22C(2)(c), (d) UK GDPR']);
  });
});

describe('what a refusal in the United Kingdom says of complaints', () => {
  it('follows the day of the refusal, not that of the request', () => {
    const ids = (on: string) => refusal('UK_GDPR', 'erasure', '2026-06-01', on).map(({ id }) => id);
    expect(ids('2026-06-18')).toEqual(['ground', 'facts', 'dataAffected', 'authority', 'court']);
    expect(ids('2026-06-19')).toEqual([
      'ground',
      'facts',
      'dataAffected',
      'court',
      'commissioner',
      'complaintToController',
    ]);
  });

  it('cites no repealed article since 19 June 2026', () => {
    for (const right of ['access', 'erasure', 'objection', 'automated_decision'] as const) {
      for (const { citation } of refusal('UK_GDPR', right, '2026-07-01', '2026-11-27'))
        expect(citation).not.toMatch(/Art\. 77/);
    }
  });

  it('is told with the answer to a request for access too (Art. 15(1)(ea))', () => {
    const answer = rightRule('UK_GDPR', 'access', today)?.answerContains ?? [];
    const found = (on: string) =>
      requirementsOn(answer, localDate(on)).find(({ id }) => id === 'complaintToController')?.citation;
    expect([found('2026-06-18'), found('2026-06-19')]).toEqual([undefined, 'Art. 15(1)(ea) UK GDPR']);
  });
});

describe('correcting and deleting in Switzerland', () => {
  it('is refused by Arts. 31 and 32, never by the limits of access', () => {
    expect(grounds('CH_FADP', 'rectification', 'refused')).toEqual(['FADP-32-1-a', 'FADP-32-1-b', 'FADP-32-3']);
    expect(grounds('CH_FADP', 'erasure', 'refused')).toEqual(['FADP-31']);
    expect(grounds('CH_FADP', 'erasure', 'notIdentifiable')).toEqual(['FADP-8-identity']);
    expect(grounds('CH_FADP', 'portability', 'refused')).toEqual(['FADP-26']);
  });

  it('has no date but ours, which says so and is never lengthened', () => {
    const clockOf = (right: RightId) =>
      clocksFor(
        {
          regime: 'CH_FADP',
          right,
          receivedAt: '2026-06-01T10:00:00Z',
          timezone: 'Europe/Zurich',
          calendar: 'CH',
          events: [],
        },
        shippedCalendars,
      );
    for (const right of ['rectification', 'erasure'] as const)
      expect(clockOf(right)).toMatchObject([{ ruleId: 'FADP-32-answer', limitOn: '2026-07-01', extension: null }]);
    expect(LAW.flatMap(({ clocks }) => clocks).find(({ id }) => id === 'FADP-32-answer')?.verified).toBe('policy');
    expect(clockOf('access').map(({ ruleId, kind }) => `${ruleId} ${kind}`)).toEqual([
      'FADP-25-7 respond',
      'FADP-25-7 extensionNotice',
    ]);
  });
});

describe('California', () => {
  const appeal = (received: string) =>
    clocksFor(
      {
        regime: 'CCPA',
        right: 'appeal_admt',
        receivedAt: `${received}T18:00:00Z`,
        timezone: 'America/Los_Angeles',
        calendar: 'US-FED',
        events: [],
      },
      shippedCalendars,
    );

  it('lets a person decide again on an automated decision from 1 January 2027: acknowledged, then answered in 45 days', () => {
    expect(appeal('2026-12-30')).toEqual([]);
    // Ten business days from Monday 4 January 2027; 18 January is a federal holiday.
    expect(appeal('2027-01-04').map(({ kind, limitOn }) => [kind, limitOn])).toEqual([
      ['acknowledge', '2027-01-19'],
      ['respond', '2027-02-18'],
      ['extensionNotice', '2027-02-18'],
    ]);
    expect([
      grounds('CCPA', 'appeal_admt', 'refused'),
      grounds('CCPA', 'appeal_admt', 'refused', localDate('2027-01-01')),
    ]).toEqual([[], ['CCPA-not-verified', 'CCPA-unfounded', 'CCPA-7221-no-appeal', 'CCPA-7222-no-use']]);
  });

  it('owes whoever is not verified a request for categories, and then the privacy policy (11 CCR 7024(a), (b))', () => {
    const owed = (...rights: RightId[]) =>
      owedUnverified(
        rights.map((right) => ({ regime: 'CCPA', right })),
        today,
      );
    expect(owed('know_categories', 'know_specific')).toEqual({
      treatedAs: 'know_categories',
      policy: true,
      citation: '11 CCR 7024(a), (b)',
    });
    expect(owed('delete', 'know_categories')).toEqual({ treatedAs: null, policy: true, citation: '11 CCR 7024(b)' });
    expect([owed('delete'), owedUnverified([{ regime: 'GDPR', right: 'access' }], today)]).toEqual([null, null]);
  });

  it('keeps requests on record for 24 months, and no other law of ours says how long', () => {
    expect(LAW.flatMap(({ records }) => records).map(({ id, days }) => [id, days])).toEqual([['CCPA-7101', 730]]);
  });

  it('says of the amendment to the Delete Act that it is unconfirmed', () => {
    const [amended] = LAW.flatMap(({ clocks }) => clocks).filter(({ id }) => id === 'DROP-86-30');
    expect(amended).toMatchObject({ verified: 'knowledge', period: { length: 30 } });
    expect(amended?.text).toContain('Unconfirmed');
  });
});
