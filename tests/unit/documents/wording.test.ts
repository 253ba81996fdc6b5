import { describe, expect, it } from 'vitest';
import { wordingOf } from '@/lib/documents/wording';
import type { Locale } from '@/lib/domain/locale';

const inLanguage = (locale: Locale, timezone = 'Europe/Luxembourg') => wordingOf({ locale, timezone });
/** With ordinary spaces, as a reader sees it. */
const seen = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

describe('dates', () => {
  it.each([
    ['en', '22 November 2026'],
    ['bg', '22 ноември 2026 г.'],
    ['ru', '22 ноября 2026 г.'],
  ] as const)('in %s are %s', (locale, text) => {
    expect(seen(inLanguage(locale).day('2026-11-22'))).toBe(text);
  });

  it.each([
    ['en', /^Sunday,? 22 November 2026$/],
    ['bg', /^22 ноември 2026 г\. \(неделя\)$/],
    ['ru', /^22 ноября 2026 г\. \(воскресенье\)$/],
  ] as const)('with their weekday in %s', (locale, text) => {
    expect(seen(inLanguage(locale).weekday('2026-11-22'))).toMatch(text);
  });

  it('do not break across lines, except beside the weekday', () => {
    expect(inLanguage('ru').day('2026-11-22')).not.toContain(' ');
    expect(inLanguage('ru').weekday('2026-11-22').match(/ /gu)).toHaveLength(1);
  });

  it.each([
    ['Europe/Luxembourg', '2026-11-22T23:30:00Z', '2026-11-23'],
    ['America/Los_Angeles', '2026-11-22T07:59:59Z', '2026-11-21'],
    ['Europe/Sofia', '2026-06-30T21:00:00Z', '2026-07-01'],
  ])('of an instant are those of the controller: %s', (timezone, at, on) => {
    expect(inLanguage('en', timezone).dayOf(at)).toBe(on);
  });
});

describe('figures', () => {
  it.each([
    ['en', 2946, '2,946'],
    ['bg', 29_460, '29 460'],
    ['ru', 29_460, '29 460'],
  ] as const)('in %s: %d is %s', (locale, n, text) => {
    expect(seen(inLanguage(locale).count(n))).toBe(text);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1_340_000, '1.3 MB'],
    [999_960, '1 MB'],
    [7_600_000_000, '7.6 GB'],
    [5e15, '5,000 TB'],
  ])('of size: %d is %s', (n, text) => {
    expect(seen(inLanguage('en').bytes(n))).toBe(text);
  });
});

describe('words that count', () => {
  it.each([
    ['en', 1, '1 record'],
    ['en', 2, '2 records'],
    ['bg', 1, '1 запис'],
    ['bg', 22, '22 записа'],
    ['ru', 1, '1 запись'],
    ['ru', 3, '3 записи'],
    ['ru', 5, '5 записей'],
    ['ru', 21, '21 запись'],
    ['ru', 111, '111 записей'],
  ] as const)('in %s take the form of %d', (locale, count, text) => {
    expect(inLanguage(locale).t('recordCount', { count })).toBe(text);
  });
});
