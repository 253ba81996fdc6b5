import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, suggestion } from '@/lib/domain/datamap/problem';

describe('what was probably meant', () => {
  it.each([
    ['refrences', ['references', 'identity'], 'references'],
    ['Retention', ['recipients', 'retention'], 'retention'],
    ['emial', ['email', 'phone'], 'email'],
    ['titel', ['title', 'description'], 'title'],
  ])('%s among %j is %s', (written, known, meant) => {
    expect(nearest(written, known)).toBe(meant);
  });

  it.each([
    ['colour', ['references', 'identity']],
    ['x', ['retention']],
    ['anything', []],
  ])('%s among %j is nothing', (written, known) => {
    expect(nearest(written, known)).toBeNull();
  });

  it('prefers the nearer word, and the earlier of two equally near', () => {
    expect(nearest('cars', ['card', 'carts', 'cars'])).toBe('cars');
    expect(nearest('cast', ['cost', 'cash'])).toBe('cost');
  });

  it('always knows a word that is written as it should be', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1 }),
        fc.nat(),
        (known, which) => {
          const word = known[which % known.length]!;
          expect(nearest(word, [word, ...known])).toBe(word);
        },
      ),
    );
  });

  it('says what to write instead, or what else to do', () => {
    expect(suggestion('hostng', ['hosting', 'tax'], 'define it')).toBe('write "hosting"');
    expect(suggestion('bank', ['hosting', 'tax'], 'define it')).toBe('write one of hosting, tax, or define it');
    expect(suggestion('bank', [], 'define it')).toBe('define it');
  });
});
