import { describe, expect, it, test } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { dateAndTime, longDate, plainDate, shortDate, shortDateAndTime } from '@/lib/platform/i18n/dates';

const NO_BREAK = '\u00A0';
const ON = localDate('2026-12-22');
// Already the 23rd in Kathmandu, where these tests think they are.
const AT = new Date('2026-12-22T21:05:09.000Z');

const spaced = (text: string): string => text.replaceAll(NO_BREAK, ' ');

describe('dates in words', () => {
  test.each([
    ['en', 'Tuesday 22 December 2026'],
    ['bg', '22 декември 2026 г. (вторник)'],
    ['ru', '22 декабря 2026 г. (вторник)'],
    ['de', 'Dienstag, 22. Dezember 2026'],
    ['fr', 'mardi 22 décembre 2026'],
  ] as const)('long in %s', (locale, text) => expect(spaced(longDate(ON, locale))).toBe(text));

  test.each([
    ['en', '22 December 2026'],
    ['bg', '22 декември 2026 г.'],
    ['ru', '22 декабря 2026 г.'],
    ['de', '22. Dezember 2026'],
    ['fr', '22 décembre 2026'],
  ] as const)('without the weekday in %s', (locale, text) => expect(spaced(plainDate(ON, locale))).toBe(text));

  it('short in English, without a comma in every version of Node', () =>
    expect(spaced(shortDate(ON, 'en'))).toBe('Tue 22 Dec'));

  test.each(['bg', 'ru'] as const)('short in %s names the day', (locale) =>
    expect(shortDate(ON, locale)).toMatch(/^вт, 22/),
  );

  test.each([
    ['en', '22 December 2026, 23:05'],
    ['bg', '22 декември 2026 г., 23:05'],
    ['ru', '22 декабря 2026 г., 23:05'],
    ['de', '22. Dezember 2026, 23:05'],
    ['fr', '22 décembre 2026, 23:05'],
  ] as const)('with the time of the place in %s', (locale, text) =>
    expect(spaced(dateAndTime(AT, locale, 'Europe/Sofia'))).toBe(text),
  );

  it('with seconds for the log, midnight being 00', () => {
    expect(spaced(shortDateAndTime(AT, 'en', 'Europe/Luxembourg'))).toBe('22 Dec 22:05:09');
    expect(spaced(shortDateAndTime(new Date('2026-12-22T23:00:00Z'), 'en', 'Europe/Luxembourg'))).toBe(
      '23 Dec 00:00:00',
    );
  });

  it('does not break a day from its month', () => {
    expect(longDate(ON, 'en')).toBe(`Tuesday 22${NO_BREAK}December 2026`);
    expect(longDate(ON, 'ru')).toContain(`22${NO_BREAK}декабря`);
    expect(longDate(ON, 'de')).toContain(`22.${NO_BREAK}Dezember`);
    expect(longDate(ON, 'fr')).toContain(`22${NO_BREAK}décembre`);
  });
});
