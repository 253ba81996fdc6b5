import { describe, expect, it, test } from 'vitest';
import { caseRules } from '@/lib/domain/case/rules';
import { localDate, localDateOf } from '@/lib/domain/calendar/local-date';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import { groundsOfOutcome, rightRule } from '@/lib/domain/law/rights';
import type { Outcome } from '@/lib/domain/law/types';
import { aCase } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';

const received = (receivedAt: string, country = 'LU') =>
  caseRules({ receivedAt, timezone: 'Europe/Luxembourg', calendar: 'LU', country }, shippedCalendars);

// After everything that is in force by a known date has come into force.
const AT = '2027-03-01T12:00:00.000Z';
const ON = localDate('2027-03-01');
const RULES = received(AT);

const RIGHTS = LAW.flatMap((regime) =>
  regime.rights
    .filter((rule) => rightRule(regime.id, rule.right, ON) === rule)
    .map((rule) => [regime.id, rule.right, rule] as const),
);
const OUTCOMES: readonly Outcome[] = [
  'granted',
  'partlyGranted',
  'refused',
  'noData',
  'notFromThem',
  'notIdentifiable',
];

describe('the law as a case meets it', () => {
  test.each(RIGHTS)('%s %s ends only as its law lets it', (regime, right, rule) => {
    const item = rightItem({ regime, right });
    expect(RULES.outcomes(item)).toEqual(rule.outcomes);
    for (const outcome of OUTCOMES)
      expect(RULES.grounds(item, outcome)).toEqual(
        groundsOfOutcome(regime, right, outcome, ON, 'LU').map(({ id }) => id),
      );
  });

  test.each(RIGHTS.filter(([, , rule]) => !rule.refusable))(
    '%s %s cannot be refused by any ground of any law',
    (regime, right) => {
      const grounds = LAW.flatMap((law) => law.grounds.map(({ id }) => id));
      const current = aCase('reviewing', { rights: [rightItem({ regime, right })] });
      given(current, RULES)
        .when({
          type: 'DecideRight',
          rightItemId: 'right-1',
          outcome: 'refused',
          grounds,
          facts: 'x',
          despiteHidden: null,
        })
        .thenRefused('outcomeNotAllowed', 'refused');
    },
  );

  it('has no ground and no outcome for a right that the regime does not give', () => {
    const strange = rightItem({ regime: 'CCPA', right: 'portability' });
    expect(RULES.outcomes(strange)).toEqual([]);
    for (const outcome of OUTCOMES) expect(RULES.grounds(strange, outcome)).toEqual([]);
  });

  it('is the law of the day of receipt, whatever came into force since', () => {
    const admt = rightItem({ regime: 'CCPA', right: 'access_admt' });
    expect(received('2026-12-31T12:00:00.000Z').outcomes(admt)).toEqual([]);
    expect(received('2027-01-01T12:00:00.000Z').outcomes(admt)).toContain('refused');
    // 23:30 in Luxembourg is still the old year there, and the new one in Kathmandu.
    expect(localDateOf('2026-12-31T22:30:00.000Z', 'Europe/Luxembourg')).toBe('2026-12-31');
    expect(received('2026-12-31T22:30:00.000Z').outcomes(admt)).toEqual([]);
  });

  it('lets access be given in part on account of what was hidden, and never refused for it (Art. 15(4) GDPR)', () => {
    expect(RULES.grounds(rightItem(), 'partlyGranted')).toContain('GDPR-15-4');
    expect(RULES.grounds(rightItem(), 'refused')).not.toContain('GDPR-15-4');
  });

  it('hides only on a ground of the rights asked for', () => {
    expect(RULES.exemptions([rightItem({ right: 'access' })])).toContain('GDPR-15-4');
    expect(RULES.exemptions([rightItem({ right: 'access' })])).not.toContain('GDPR-20-4');
    expect(RULES.exemptions([rightItem({ right: 'portability' })])).toContain('GDPR-20-4');
    expect(
      RULES.exemptions([rightItem({ right: 'access' }), rightItem({ id: 'right-2', right: 'portability' })]),
    ).toEqual(expect.arrayContaining(['GDPR-15-4', 'GDPR-20-4']));
    expect(RULES.exemptions([rightItem({ right: 'erasure' })])).toEqual([]);
  });

  it('makes a copy for the rights that ask for one', () => {
    const copied = RIGHTS.filter(([regime, right]) => RULES.needsCopy(rightItem({ regime, right }))).map(
      ([, right]) => right,
    );
    expect([...new Set(copied)].sort()).toEqual(['access', 'deceased_access', 'know_specific', 'portability']);
  });

  it('asks who somebody is for everything but what no law lets be verified', () => {
    expect(RULES.needsIdentity(rightItem())).toBe(true);
    for (const right of ['opt_out_sale_sharing', 'limit_sensitive'] as const)
      expect(RULES.needsIdentity(rightItem({ regime: 'CCPA', right }))).toBe(false);
    expect(RULES.needsIdentity(rightItem({ right: 'withdraw_consent' }))).toBe(false);
  });

  it('knows what takes effect at once, with the article', () => {
    expect(RULES.stopsAtOnce(rightItem({ right: 'objection_marketing' }))?.citation).toBe('Art. 21(2) GDPR');
    expect(RULES.stopsAtOnce(rightItem())).toBeNull();
  });

  it('lets no identity document be copied in Bulgaria, and names the law', () => {
    expect(received(AT, 'BG').forbids('redactedDocument')).toBe('Art. 25g ZZLD (Bulgaria)');
    expect(received(AT, 'BG').forbids('knownDetails')).toBeNull();
    expect(received(AT, 'LU').forbids('redactedDocument')).toBeNull();
  });
});
