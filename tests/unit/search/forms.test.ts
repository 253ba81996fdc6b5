import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchForms } from '@/lib/domain/search/forms';
import { wantedBy } from '@/lib/domain/search/wanted';

const REFERENCE = 'CA-TM5H-CC89';
const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-žа-яё]{2,10}$/u);
const formsOf = (given: Partial<Parameters<typeof searchForms>[1]>): Set<string> =>
  new Set(
    searchForms(REFERENCE, { name: 'Eva Ek', email: 'eva@example.lu', identifiers: {}, ...given }).map(
      ({ kind, form }) => `${kind} ${form}`,
    ),
  );

describe('what is kept and what is looked for', () => {
  it('meet for every word of a name, however it is cased', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(3), fc.boolean(), (words, at, loud) => {
        const kept = formsOf({ name: words.join(' ') });
        const typed = words[at % words.length] ?? '';
        const [name] = wantedBy(loud ? typed.toUpperCase() : typed, []).filter(({ by }) => by === 'name');
        const ways = name?.by === 'name' ? (name.name.chunks[0] ?? []) : [];
        expect(ways.some((way) => way.every((one) => kept.has(`name ${one.word}`)))).toBe(true);
      }),
      { examples: [[['aÀ', 'ŉаA'], 1, true]] },
    );
  });

  it('meet for an address and an account, however they are spaced and cased', () => {
    const kept = formsOf({ email: 'Eva.Ek@Example.LU', identifiers: { account: 'Eva  Ek_1' } });
    expect(wantedBy(' eva.ek@example.lu ', [])).toEqual([{ by: 'email', email: 'eva.ek@example.lu' }]);
    expect(kept.has('email eva.ek@example.lu')).toBe(true);
    expect(wantedBy('EVA EK_1', [])).toContainEqual({ by: 'account', account: 'eva ek_1' });
    expect(kept.has('account eva ek_1')).toBe(true);
  });

  it('are of the person whose data it is too', () => {
    const kept = formsOf({
      subject: { name: 'Ida Ek', relation: 'parent', identifiers: { phone: '+352 621 777 003' } },
    });
    expect(['name ida', 'phone +352621777003', 'phone ~621777003'].every((form) => kept.has(form))).toBe(true);
  });
});
