import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localText, missingLanguages } from '@/lib/domain/datamap/local-text';
import { byLocale, LOCALES } from '@/lib/domain/locale';

describe('texts by language', () => {
  it('is the same everywhere when it is one string', () => {
    expect(localText('CallsApp', ['en', 'ru'])).toEqual(byLocale(() => 'CallsApp'));
    expect(missingLanguages('CallsApp', ['en', 'ru'])).toEqual([]);
  });

  it('repeats the controller’s own language where it has no words', () => {
    expect(localText({ en: 'Rank', bg: 'Ранг' }, ['bg', 'en'])).toEqual({
      ...byLocale(() => 'Ранг'),
      en: 'Rank',
    });
  });

  it('takes any language there is before it says nothing', () => {
    expect(localText({ ru: 'Ранг' }, ['bg', 'en'])).toEqual(byLocale(() => 'Ранг'));
    expect(localText({}, ['bg'])).toEqual(byLocale(() => ''));
  });

  it('names the languages of the controller that are missing, and no other', () => {
    expect(missingLanguages({ en: 'Rank' }, ['bg', 'en'])).toEqual(['bg']);
    expect(missingLanguages({ en: 'Rank', bg: 'Ранг' }, ['bg', 'en'])).toEqual([]);
  });

  it('says in each language what was written for it', () => {
    const written = fc.record(Object.fromEntries(LOCALES.map((locale) => [locale, fc.string({ minLength: 1 })])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(written, fc.shuffledSubarray([...LOCALES], { minLength: 1 }), (texts, languages) => {
        const total = localText(texts, languages);
        for (const locale of LOCALES) {
          if (texts[locale] !== undefined) expect(total[locale]).toBe(texts[locale]);
        }
      }),
    );
  });
});
