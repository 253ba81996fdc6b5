import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchForms } from '@/lib/domain/search/forms';
import { wantedBy } from '@/lib/domain/search/wanted';

const readings = (text: string): string[] => wantedBy(text, ['CA', 'SE']).map(({ by }) => by);

describe('what was typed', () => {
  it.each([
    ['anna@EXAMPLE.com', ['email']],
    ['Anna <anna@example.com>', ['email']],
    ['+352 691 555 018', ['phone', 'account']],
    ['CA-5XN3-7RKT', ['reference']],
    ['Anna Becker', ['account', 'name']],
    ['Al-Masri', ['account', 'name']],
    ['CC89', ['reference', 'account', 'name']],
    ['x', ['account', 'name']],
  ])('%s is looked for as %s', (text, by) => {
    expect(readings(text)).toEqual(by);
  });

  it.each(['%', '_', '-', '?!', '@', '(+)$', '\\', '…', "'", '\u200b\u200d', '%_%'])(
    '%s leaves nothing to look for',
    (text) => {
      expect(readings(text)).toEqual([]);
    },
  );

  it('never asks for everything: each reading has something that must be there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const wanted of wantedBy(text, ['CA'])) {
          if (wanted.by === 'name')
            for (const ways of wanted.name.chunks)
              for (const way of ways) expect(way.length > 0 && way.every(({ word }) => word !== '')).toBe(true);
          if (wanted.by === 'name') expect(wanted.name.chunks.length).toBeGreaterThan(0);
          if (wanted.by === 'phone') expect(wanted.forms.every((form) => form.length > 1)).toBe(true);
          if (wanted.by === 'email') expect(wanted.email).toMatch(/.@./u);
          if (wanted.by === 'reference') expect(wanted.reference.text).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the forms of a case', () => {
  it('are those of its reference, its people and what they gave, each once', () => {
    const forms = searchForms('CA-TM5H-CC89', {
      name: 'Eva Ek',
      email: ' Eva@Example.LU ',
      identifiers: { phone: '+352 621 777 003', account: 'eva', nickname: 'Eva' },
      subject: { name: 'Ida Ek', relation: 'parent' },
    });
    expect(forms.map(({ kind, form }) => `${kind} ${form}`)).toEqual([
      'reference TM5H',
      'reference CC89',
      'reference TM5HCC89',
      'email eva@example.lu',
      'phone +352621777003',
      'phone ~621777003',
      'account eva',
      'name eva',
      'name ek',
      'name ida',
    ]);
  });
});
