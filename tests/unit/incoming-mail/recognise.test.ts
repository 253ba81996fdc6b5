import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '@/lib/domain/incoming-mail/recognise';
import { REQUEST_WORDS } from '@/lib/domain/law/request-words';
import { WISH_IDS } from '@/lib/domain/law/wishes';

const OFFERED = { languages: ['en', 'bg', 'ru'], prefix: 'CH' };
const read = (text: string, subject = '') => recognise({ subject, text }, OFFERED);

describe('a letter', () => {
  it.each([
    ['Please send me a copy of my data.', ['copy'], 'en'],
    ['I hereby request access under Article 15 GDPR and, after it, deletion of everything.', ['copy', 'remove'], 'en'],
    ['Моля за копие от данните, които пазите за мен, и ги изтрийте след това.', ['copy', 'remove'], 'bg'],
    ['Прошу удалить мою учётную запись и исключить меня из рассылки.', ['remove', 'noMarketing'], 'ru'],
    ['Bitte berichtigen Sie meine Anschrift gemäß Art. 16 DSGVO.', ['change'], null],
    ['Je m’oppose à la prospection commerciale.', ['noMarketing', 'noUse'], null],
    ["Je demande l'effacement de mes données (art. 17 du RGPD).", ['remove'], null],
    ['Искам ограничаване на обработването на данните ми (чл. 18).', ['pause'], 'bg'],
    ['Хочу перенести данные в машиночитаемом виде другому сервису.', ['elsewhere'], 'ru'],
    ['I withdraw my consent to everything.', ['noConsent'], 'en'],
    [
      'Do not sell my personal information, and limit the use of my sensitive personal information.',
      ['noSale', 'limit'],
      'en',
    ],
    ['Under the Shine the Light law I want to know who received it.', ['receivers'], 'en'],
    ['Ich widerspreche der Nutzung meiner Daten zur Direktwerbung.', ['noMarketing', 'noUse'], null],
    ['A person should look at the automated decision again.', ['person'], 'en'],
    ['Where is my parcel?', [], null],
  ] as const)('%s', (text, wishes, language) => {
    expect(read(text)).toMatchObject({ wishes, language });
  });

  it('is known by the articles that it cites, and not by longer numbers that begin alike', () => {
    expect(read('Art. 15 GDPR').wishes).toEqual(['copy']);
    expect(read('art.15(1) GDPR').wishes).toEqual(['copy']);
    expect(read('чл. 17 от GDPR').wishes).toEqual(['remove']);
    expect(read('Article 21 (2) GDPR').wishes).toContain('noMarketing');
    expect(read('Art. 155 of the code, § 1798.1055').wishes).toEqual([]);
    expect(read('Cal. Civ. Code § 1798.105').wishes).toEqual(['remove']);
  });

  it('finds words at their beginning alone', () => {
    expect(read('The undeletion of the archive').wishes).toEqual([]);
  });

  it('takes a gap and an apostrophe for what they mean, however they are written', () => {
    expect(read('a\tcopy\n of  my data').wishes).toEqual(['copy']);
    expect(read("droit d'accès").wishes).toEqual(read('droit d’accès').wishes);
  });

  it('tells what it says of itself', () => {
    const found = read(
      'As a resident of California I ask under the CCPA.\nMy reference: 2026-K3JX9PTM\nName: Anna Weber\nYour case CH-7K3M-PX9T.',
    );
    expect(found).toMatchObject({
      californian: true,
      theirReference: '2026-K3JX9PTM',
      caseReference: 'CH-7K3M-PX9T',
      name: 'Anna Weber',
    });
    expect(read('Nothing of the kind, SE-7K3M-PX9T.')).toMatchObject({
      californian: false,
      theirReference: null,
      caseReference: null,
      name: null,
    });
  });

  it('is read in time, whatever it holds, and names only wishes that exist', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
        for (const wish of read(text).wishes) expect(WISH_IDS).toContain(wish);
      }),
    );
    expect(read(`${'name: '.repeat(20_000)}\n${'Art. '.repeat(20_000)}`).wishes).toEqual([]);
  });

  it('is asked for by every phrase that the list has, in whatever case', () => {
    for (const [wish, { phrases }] of Object.entries(REQUEST_WORDS))
      for (const phrase of Object.values(phrases).flat())
        expect([phrase, read(`(${phrase.toUpperCase()}…`).wishes]).toEqual([
          phrase,
          expect.arrayContaining([wish]) as string[],
        ]);
  });
});
