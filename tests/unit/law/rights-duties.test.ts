import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { basisActOf, rightRule } from '@/lib/domain/law/rights';

const today = localDate('2026-11-22');

describe('what each right asks of the controller', () => {
  it('the answer to an access request has every letter of Art. 15(1) and paragraph 2', () => {
    const citations = rightRule('GDPR', 'access', today)?.answerContains.map(({ citation }) => citation);
    for (const letter of 'abcdefgh') expect(citations).toContain(`Art. 15(1)(${letter}) GDPR`);
    expect(citations).toContain('Art. 15(2) GDPR');
    expect(citations).toContain('Art. 15(3) GDPR');
  });

  it('a refusal names ground, facts, data, authority and court', () => {
    const rule = rightRule('GDPR', 'erasure', today);
    expect(rule?.refusable && rule.refusalContains.map(({ id }) => id)).toEqual([
      'ground',
      'facts',
      'dataAffected',
      'authority',
      'court',
    ]);
  });

  it('in the United Kingdom it names the complaint to the controller too', () => {
    const rule = rightRule('UK_GDPR', 'erasure', today);
    expect(rule?.refusable && rule.refusalContains.at(-1)).toMatchObject({
      id: 'complaintToController',
      citation: 'Art. 12(4) UK GDPR; DPA 2018 s. 164A',
    });
  });

  it.each([
    ['GDPR', 'rectification', ['recipients']],
    ['GDPR', 'erasure', ['recipients', 'otherControllers']],
    ['GDPR', 'restriction', ['recipients']],
    ['GDPR', 'access', []],
    ['CCPA', 'delete', ['serviceProviders', 'thirdPartiesSoldTo']],
    ['CCPA', 'correct', ['serviceProviders', 'sourceOfData']],
    ['CCPA', 'opt_out_sale_sharing', ['thirdPartiesSoldTo']],
    ['CCPA', 'limit_sensitive', ['serviceProviders', 'thirdPartiesSoldTo']],
    ['CH_FADP', 'erasure', ['recipients']],
    ['CA_DELETE_ACT', 'delete_drop', ['serviceProviders']],
  ] as const)('%s %s is told on to %j', (regime, right, tell) => {
    expect(rightRule(regime, right, today)?.tell).toEqual(tell);
  });

  it.each([
    ['GDPR', 'objection_marketing', 'onDoubt', 'withoutDelay', 'unfoundedOrExcessive'],
    ['GDPR', 'withdraw_consent', 'never', 'withoutDelay', 'unfoundedOrExcessive'],
    ['GDPR', 'access', 'onDoubt', 'byAnswer', 'furtherCopies'],
    ['CCPA', 'know_specific', 'reasonablyHigh', 'byAnswer', 'unfoundedOrExcessive'],
    ['CCPA', 'know_categories', 'reasonable', 'byAnswer', 'unfoundedOrExcessive'],
    ['CCPA', 'opt_out_sale_sharing', 'never', 'withoutDelay', 'never'],
    ['CCPA', 'limit_sensitive', 'never', 'withoutDelay', 'never'],
    ['CCPA', 'opt_in_sale_sharing', 'never', 'byAnswer', 'never'],
    ['CA_SHINE_THE_LIGHT', 'shine_the_light', 'never', 'byAnswer', 'never'],
  ] as const)('%s %s: identity %s, effect %s, fee %s', (regime, right, identity, effect, fee) => {
    expect(rightRule(regime, right, today)).toMatchObject({ identity, effect, fee });
  });

  it('is nothing under a law that does not give it', () => {
    expect(rightRule('GDPR', 'know_specific', today)).toBeNull();
    expect(rightRule('CCPA', 'opt_out_admt', today)).toBeNull();
    expect(rightRule('GDPR', 'access', localDate('2018-05-24'))).toBeNull();
  });
});

describe('by what law a fact of the data map is told', () => {
  it('is the act of the request’s own law, and none where that law asks for no basis', () => {
    expect([
      basisActOf(['GDPR']),
      basisActOf(['UK_GDPR']),
      basisActOf(['CH_FADP']),
      basisActOf(['CCPA', 'CA_DELETE_ACT']),
      basisActOf([]),
    ]).toEqual(['GDPR', 'UK GDPR', null, null, null]);
    expect(basisActOf(['CCPA', 'GDPR'])).toBe('GDPR');
  });
});
