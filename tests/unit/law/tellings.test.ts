import { describe, expect, it, test } from 'vitest';
import { BASES } from '@/lib/domain/datamap/basis';
import type { BasisId, Purpose } from '@/lib/domain/datamap/types';
import { localDate } from '@/lib/domain/calendar/local-date';
import { LAW } from '@/lib/domain/law/law';
import { describeTellings, tellingsFor } from '@/lib/domain/law/tellings';
import type { RegimeId } from '@/lib/domain/law/types';
import { byLocale, LOCALES } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';

const ON = localDate('2026-11-27');

const purpose = (basis: BasisId, directMarketing = false): Purpose => {
  const id = directMarketing ? `${basis}-ads` : basis;
  return {
    id,
    basis,
    directMarketing,
    interest: null,
    endedBy: [],
    stopped: [],
    title: byLocale((locale) => `To ${id} (${locale})`),
  };
};

const ALL = (Object.keys(BASES) as BasisId[]).flatMap((basis) => [purpose(basis), purpose(basis, true)]);

const told = (
  residence: string,
  regimes: readonly RegimeId[],
  country: string,
  { purposes = ALL, alive = true, on = ON } = {},
) =>
  tellingsFor({ residence, alive }, { regimes, establishment: { country } }, purposes, on).map((telling) => [
    telling.rule.id,
    telling.purposes.map(({ id }) => id),
  ]);

describe('what the first communication tells unasked (Art. 21(4) GDPR)', () => {
  it('is the right to object, against uses on a public task or legitimate interests, and against direct marketing on any basis', () => {
    expect(told('LU', ['GDPR'], 'LU')).toEqual([
      ['GDPR-21-4-objection', ['publicTask', 'legitimateInterests']],
      [
        'GDPR-21-4-marketing',
        [
          'consent-ads',
          'contract-ads',
          'legalObligation-ads',
          'vitalInterests-ads',
          'publicTask-ads',
          'legitimateInterests-ads',
        ],
      ],
    ]);
  });

  it('is nothing where the data map has no such use', () => {
    expect(
      told('LU', ['GDPR'], 'LU', {
        purposes: [purpose('consent'), purpose('contract'), purpose('legalObligation'), purpose('vitalInterests')],
      }),
    ).toEqual([]);
    expect(told('LU', ['GDPR'], 'LU', { purposes: [purpose('publicTask')] })).toEqual([
      ['GDPR-21-4-objection', ['publicTask']],
    ]);
    expect(told('LU', ['GDPR'], 'LU', { purposes: [purpose('consent', true)] })).toEqual([
      ['GDPR-21-4-marketing', ['consent-ads']],
    ]);
  });

  it('is nothing under a law without that duty, and follows whom a law protects, not what was asked for', () => {
    expect(told('US-CA', ['CCPA', 'CA_SHINE_THE_LIGHT', 'CA_DELETE_ACT'], 'US')).toEqual([]);
    expect(told('CH', ['CH_FADP'], 'CH')).toEqual([]);
    // Art. 3(1) GDPR: a controller in the Union owes it to a Californian as to everyone; one outside only to people in the Union.
    expect(told('US-CA', ['GDPR', 'CCPA'], 'LU').map(([id]) => id)).toEqual([
      'GDPR-21-4-objection',
      'GDPR-21-4-marketing',
    ]);
    expect(told('US-CA', ['GDPR', 'CCPA'], 'US')).toEqual([]);
    expect(told('LU', ['GDPR', 'CCPA'], 'US').map(([id]) => id)).toEqual([
      'GDPR-21-4-objection',
      'GDPR-21-4-marketing',
    ]);
  });

  it('is told a Briton by the United Kingdom’s own article, once, and since that law is one of its own', () => {
    expect(told('GB', ['GDPR', 'UK_GDPR'], 'LU').map(([id]) => id)).toEqual(['UK-21-4-objection', 'UK-21-4-marketing']);
    expect(told('GB', ['UK_GDPR'], 'GB', { on: localDate('2021-01-01') }).length).toBe(2);
    expect(told('GB', ['UK_GDPR'], 'GB', { on: localDate('2020-12-31') })).toEqual([]);
  });

  it('is not told of somebody who has died: they cannot object any more', () => {
    expect(told('BG', ['GDPR'], 'BG', { alive: false })).toEqual([]);
  });
});

test.each(LOCALES)('its words in %s name each use and the article, for whoever reads them', (locale) => {
  const tellings = tellingsFor(
    { residence: 'LU', alive: true },
    { regimes: ['GDPR'], establishment: { country: 'LU' } },
    ALL,
    ON,
  );
  const [self, other] = (['self', 'other'] as const).map((who) =>
    describeTellings(tellings, who, locale, translator(locale, 'law')),
  );
  expect(self?.parts.map(({ items }) => items)).toEqual(
    tellings.map(({ purposes }) => purposes.map(({ title }) => title[locale])),
  );
  expect(self?.parts.every(({ text }) => text.includes('21'))).toBe(true);
  expect(self?.parts.map(({ text }) => text)).not.toEqual(other?.parts.map(({ text }) => text));
  expect(describeTellings([], 'self', locale, translator(locale, 'law'))).toBeNull();
});

test('each right that is told of is one that its own law gives on every day on which it is told', () => {
  for (const { rights, tellings } of LAW)
    for (const { right, inForceFrom } of tellings)
      expect(rights.some((rule) => rule.right === right && rule.inForceFrom <= inForceFrom)).toBe(true);
});
