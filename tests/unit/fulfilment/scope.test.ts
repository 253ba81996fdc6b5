import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { scopeOf } from '@/lib/domain/fulfilment/scope';
import { rightRule } from '@/lib/domain/law/rights';
import { LOCALES } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';

const on = localDate('2026-11-22');
const know = rightRule('CCPA', 'know_specific', on);
const words = (locale: (typeof LOCALES)[number]) => ({
  say: translator(locale, 'answer'),
  law: translator(locale, 'law'),
});
const since = { of: 'since', on: localDate('2024-03-01') } as const;

describe('for which time a right was asked', () => {
  it.each([
    [{ of: 'recent' } as const, 'You asked about the last 12 months (Cal. Civ. Code 1798.130(a)(2)(B)).'],
    [since, 'You asked about the time since 1 March 2024 (Cal. Civ. Code 1798.130(a)(2)(B)).'],
    [{ of: 'all' } as const, 'You asked about everything we hold (Cal. Civ. Code 1798.130(a)(2)(B)).'],
  ])('is told with the answer, and that nothing was left out for its date: %j', (period, told) => {
    expect(scopeOf(period, know, words('en'))).toBe(`${told} Nothing that we hold was left out because of its date.`);
  });

  it.each(LOCALES)('in %s', (locale) => {
    expect(scopeOf(since, know, words(locale))).toMatch(/2024.*\. .+\.$/);
  });

  it('is nothing where the law does not let one say it, or nothing was said', () => {
    expect(scopeOf(since, rightRule('GDPR', 'access', on), words('en'))).toBeNull();
    expect(scopeOf(since, null, words('en'))).toBeNull();
    expect(scopeOf(undefined, know, words('en'))).toBeNull();
  });
});
