import { describe, expect, it, test } from 'vitest';
import { caseRules, exemptionCitation } from '@/lib/domain/case/rules';
import { LAW } from '@/lib/domain/law/law';
import { aCase, rightItem } from '@/tests/support/case-builders';
import { given } from '@/tests/support/given-when-then';

const RIGHTS = LAW.flatMap((regime) => regime.rights.map((rule) => [regime.id, rule.right, rule] as const));

describe('the law as a case meets it', () => {
  test.each(RIGHTS)('%s %s ends only as its law lets it', (regime, right, rule) => {
    const item = rightItem({ regime, right });
    expect(caseRules.outcomes(item)).toEqual(rule.outcomes);
    expect(caseRules.refusalGrounds(item)).toEqual(rule.refusable ? rule.grounds : []);
  });

  test.each(RIGHTS.filter(([, , rule]) => !rule.refusable))('%s %s cannot be refused by any ground of any law', (regime, right) => {
    const grounds = LAW.flatMap((law) => law.grounds.map(({ id }) => id));
    const current = aCase('reviewing', { rights: [rightItem({ regime, right })] });
    given(current, caseRules).when({ type: 'DecideRight', rightItemId: 'right-1', outcome: 'refused', grounds, facts: 'x' }).thenRefused('outcomeNotAllowed', 'refused');
  });

  it('has no ground and no outcome for a right that the regime does not give', () => {
    const strange = rightItem({ regime: 'CCPA', right: 'portability' });
    expect(caseRules.outcomes(strange)).toEqual([]);
    expect(caseRules.refusalGrounds(strange)).toEqual([]);
  });

  it('hides only on a ground of the rights asked for', () => {
    expect(caseRules.exemptions([rightItem({ right: 'access' })])).toContain('GDPR-15-4');
    expect(caseRules.exemptions([rightItem({ right: 'access' })])).not.toContain('GDPR-20-4');
    expect(caseRules.exemptions([rightItem({ right: 'portability' })])).toContain('GDPR-20-4');
    expect(caseRules.exemptions([rightItem({ right: 'access' }), rightItem({ id: 'right-2', right: 'portability' })])).toEqual(expect.arrayContaining(['GDPR-15-4', 'GDPR-20-4']));
    expect(caseRules.exemptions([rightItem({ right: 'erasure' })])).toEqual([]);
  });

  it('makes a copy for the rights that ask for one', () => {
    const copied = RIGHTS.filter(([regime, right]) => caseRules.needsCopy(rightItem({ regime, right }))).map(([, right]) => right);
    expect([...new Set(copied)].sort()).toEqual(['access', 'deceased_access', 'know_specific', 'portability']);
  });

  it('gives the article of every exemption, and none to an unknown one', () => {
    for (const exemption of LAW.flatMap(({ exemptions }) => exemptions)) expect(exemptionCitation(exemption.id)).toBe(exemption.citation);
    expect(() => exemptionCitation('GDPR-99')).toThrow('GDPR-99');
  });
});
