import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINNING, beginningsOf, hasName, nameWords, wantedName } from '@/lib/domain/search/name';

const found = (typed: string, ...names: string[]): boolean => {
  const wanted = wantedName(typed);
  return wanted !== null && hasName(wanted, names);
};

describe('the words of a name', () => {
  it('are taken apart in any script, and kept together across apostrophes and hyphens too', () => {
    expect(nameWords("Анна-Мария О'Нийл Анна")).toEqual(['аннамария', 'анна', 'мария', 'ониил', 'о', 'ниил']);
    // Vowel signs are marks, not letters: a word must not fall apart at them.
    expect(nameWords('अनिता देवी')).toEqual(['अनिता', 'देवी']);
    expect(nameWords('Müller')).toEqual(['muller', 'mueller']);
  });

  it('are also those of one sign, and none where there is no letter or number', () => {
    expect(nameWords(' X ')).toEqual(['x']);
    for (const nothing of ['', '-', '?!', '%', '_', "'", ' . ', '\u200b']) expect(nameWords(nothing)).toEqual([]);
  });

  it('are bounded', () => {
    expect(nameWords(Array.from({ length: 40 }, (_, no) => `name${no}`).join(' '))).toHaveLength(24);
  });
});

describe('beginnings', () => {
  it('are of three to six letters and never the whole word; where one sign is a syllable, also of one', () => {
    expect(beginningsOf('wojciechowski')).toEqual(['woj', 'wojc', 'wojci', 'wojcie']);
    expect(beginningsOf('anna')).toEqual(['ann']);
    expect(beginningsOf('eva')).toEqual([]);
    expect(beginningsOf('김민수')).toEqual(['김', '김민']);
  });

  it('are as many as the bound says, whatever the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(beginningsOf(word).length).toBeLessThanOrEqual(BEGINNING.longest);
      }),
    );
  });
});

describe('a typed name', () => {
  it.each([
    ['OBrien', "Siobhán O'Brien"],
    ['o’brien', "Siobhán O'Brien"],
    ["O'Brien", 'Siobhan O Brien'],
    ['Al-Masri', 'Omar Al-Masri'],
    ['al masri', 'Omar Al-Masri'],
    ['Al-Masri', 'Omar Almasri'],
    ['masri omar', 'Omar Al-Masri'],
    ['Mueller', 'Jürgen Müller'],
    ['Müller', 'Juergen Mueller'],
    ['Mull', 'Jürgen Müller'],
    ['Zoe', 'Zoé'],
    ['wojciecho', 'Anna Wojciechowska'],
    ['김', '김민수'],
    ['x', 'X'],
  ])('%s is in %s', (typed, name) => {
    expect(found(typed, name)).toBe(true);
  });

  it.each([
    ['wojciechowski', 'Anna Wojciechowska'],
    ['an', 'Anna'],
    ['anna maria', 'Anna Becker'],
    ['annab', 'Anna Becker'],
  ])('%s is not in %s', (typed, name) => {
    expect(found(typed, name)).toBe(false);
  });

  it('is always in the name it was taken from, whole or cut after three letters or more', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-žа-яё]{3,12}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), (words, at) => {
        const chosen = words[at % words.length] as string;
        expect(found(chosen, words.join(' '))).toBe(true);
        expect(found(chosen.slice(0, 3 + (at % 9)), words.join(' '))).toBe(true);
      }),
    );
  });

  it('asks nothing where no word is left', () => {
    expect(wantedName('?! -')).toBeNull();
  });
});
