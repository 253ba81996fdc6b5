import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import {
  exemptionById,
  exemptionsForbidding,
  exemptionsProtecting,
  interestNamed,
  lawsForbidding,
  lawsWithoutExemption,
} from '@/lib/domain/law/exemptions';
import { SECRET_KINDS, type SecretKind } from '@/lib/domain/datamap/secret-kinds';
import { LAW } from '@/lib/domain/law/law';
import { PROTECTED_INTERESTS, type RegimeId, type RightId } from '@/lib/domain/law/types';

const TODAY = localDate('2026-11-27');

type Asked = readonly [RegimeId, RightId];

const citations = (interest: (typeof PROTECTED_INTERESTS)[number], ...asked: readonly Asked[]) =>
  exemptionsProtecting(
    interest,
    asked.map(([regime, right]) => ({ regime, right })),
    TODAY,
  ).map(({ citation }) => citation);

describe("the exemption for other people's rights", () => {
  it.each<readonly [RegimeId, RightId, string]>([
    ['GDPR', 'access', 'Art. 15(4) GDPR; Recital 63'],
    ['GDPR', 'portability', 'Art. 20(4) GDPR'],
    ['GDPR', 'deceased_access', 'Art. 15(4) GDPR; Recital 63'],
    ['UK_GDPR', 'access', 'Art. 15(4) UK GDPR; DPA 2018 Sch. 2 paras. 16, 17'],
    ['UK_GDPR', 'portability', 'Art. 20(4) UK GDPR'],
    ['CH_FADP', 'access', 'Art. 26(1)(b) FADP'],
    ['CH_FADP', 'portability', 'Art. 26(1)(b) FADP'],
    ['CCPA', 'know_specific', 'Cal. Civ. Code 1798.145(k)'],
  ])('is the own article of %s for %s', (regime, right, citation) => {
    expect(citations('othersRights', [regime, right])).toEqual([citation]);
  });

  it('is named under every law of a copy that several give', () => {
    const both: readonly Asked[] = [
      ['GDPR', 'access'],
      ['CCPA', 'know_specific'],
    ];
    for (const asked of [both, both.toReversed()])
      expect(citations('othersRights', ...asked)).toEqual([
        'Art. 15(4) GDPR; Recital 63',
        'Cal. Civ. Code 1798.145(k)',
      ]);
    expect(citations('othersRights', ['GDPR', 'access'], ['GDPR', 'portability'])).toEqual([
      'Art. 15(4) GDPR; Recital 63',
      'Art. 20(4) GDPR',
    ]);
  });

  it('does not depend on a right of the request that no copy answers', () => {
    expect(citations('othersRights', ['CCPA', 'know_specific'], ['GDPR', 'erasure'])).toEqual([
      'Cal. Civ. Code 1798.145(k)',
    ]);
    expect(citations('othersRights', ['CCPA', 'delete'])).toEqual(['Cal. Civ. Code 1798.145(k)']);
  });
});

describe('an exemption that a law does not have', () => {
  it('is not borrowed from another law, not even where that one gives the copy too', () => {
    expect(citations('tradeSecret', ['GDPR', 'access'])).toEqual(['Art. 15(4) GDPR; Recital 63']);
    expect(citations('tradeSecret', ['CH_FADP', 'access'])).toEqual([]);
    expect(citations('tradeSecret', ['GDPR', 'access'], ['CCPA', 'know_specific'])).toEqual([]);
    expect(citations('accountSafety', ['GDPR', 'access'])).toEqual([]);
    expect(citations('othersRights', ['CA_DELETE_ACT', 'delete_drop'])).toEqual([]);
  });

  it('was not there before its day', () => {
    expect(
      exemptionsProtecting('othersRights', [{ regime: 'CH_FADP', right: 'access' }], localDate('2023-08-31')),
    ).toEqual([]);
  });

  it('is known of each law that gives a copy, and of no other', () => {
    const all = LAW.map(({ id }) => id);
    expect(lawsWithoutExemption('othersRights', all)).toEqual([]);
    expect(lawsWithoutExemption('tradeSecret', all).map(({ id }) => id)).toEqual(['CH_FADP', 'CCPA']);
    expect(lawsWithoutExemption('tradeSecret', ['GDPR'])).toEqual([]);
  });
});

describe('what a data map names', () => {
  it('is an interest, or any exemption that protects it', () => {
    for (const interest of PROTECTED_INTERESTS) expect(interestNamed(interest)).toBe(interest);
    for (const { id, protects } of LAW.flatMap(({ exemptions }) => exemptions)) {
      expect(interestNamed(id)).toBe(protects);
      expect(exemptionById(id).id).toBe(id);
    }
    expect(interestNamed('GDPR-15-4')).toBe('othersRights');
    expect(interestNamed('GDPR-12-5')).toBeNull();
    expect(() => exemptionById('GDPR-99')).toThrow('GDPR-99');
  });
});

describe('what a law never lets be sent', () => {
  const forbidding = (kind: SecretKind, ...asked: readonly Asked[]) =>
    exemptionsForbidding(
      kind,
      asked.map(([regime, right]) => ({ regime, right })),
      TODAY,
    ).map(({ citation }) => citation);

  it('is each kind that 11 CCR 7024(d) names, in a copy of the specific pieces for a Californian', () => {
    for (const kind of SECRET_KINDS) expect(forbidding(kind, ['CCPA', 'know_specific'])).toEqual(['11 CCR 7024(d)']);
  });

  it('is forbidden by one law of several, where the others would send it', () => {
    const both: readonly Asked[] = [
      ['GDPR', 'access'],
      ['CCPA', 'know_specific'],
    ];
    for (const asked of [both, both.toReversed()])
      expect(forbidding('accountPassword', ...asked)).toEqual(['11 CCR 7024(d)']);
  });

  it('is nothing under a law that does not speak of it, nor for the sake of a right that no copy answers', () => {
    for (const regime of ['GDPR', 'UK_GDPR', 'CH_FADP'] as const)
      expect(forbidding('driversLicenceNumber', [regime, 'access'])).toEqual([]);
    expect(forbidding('driversLicenceNumber', ['GDPR', 'access'], ['CCPA', 'delete'])).toEqual([]);
    expect(forbidding('driversLicenceNumber', ['CCPA', 'delete'])).toEqual(['11 CCR 7024(d)']);
  });

  it('is told of the laws of a controller', () => {
    expect(lawsForbidding('biometricData', ['GDPR', 'CCPA']).map(({ id }) => id)).toEqual(['CCPA-7024-d']);
    expect(lawsForbidding('biometricData', ['GDPR', 'CA_DELETE_ACT'])).toEqual([]);
  });
});
