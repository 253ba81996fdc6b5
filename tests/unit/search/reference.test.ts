import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE_ALPHABET, referenceGroups, wantedReference } from '@/lib/domain/search/reference';

const PREFIXES = ['CA', 'SE', 'IO'];
const wanted = (text: string) => wantedReference(text, PREFIXES);

describe('a reference', () => {
  it.each([
    'CA-TM5H-CC89',
    'CATM5HCC89',
    'CA TM5H CC89',
    'catm5hcc89',
    'ca-tm5h-cc89',
    'CA\u2011TM5H\u2011CC89',
    'CA-TM5H-CC89.',
    '#CA-TM5H-CC89',
    ' CA – TM5H – CC89 ',
    'СА-ТМ5Н-СС89',
  ])('is read from %s', (text) => {
    expect(wanted(text)).toEqual({ by: 'whole', text: 'CA-TM5H-CC89' });
  });

  it('has a prefix in which noughts and ones are letters', () => {
    expect(wanted('10-TM5H-CC89')).toEqual({ by: 'whole', text: 'IO-TM5H-CC89' });
  });

  it.each([
    ['CA-T', 'CA-T'],
    ['ca-tm5h', 'CA-TM5H'],
    ['CATM5HC', 'CA-TM5H-C'],
  ])('begins with %s', (text, beginning) => {
    expect(wanted(text)).toEqual({ by: 'beginning', text: beginning });
  });

  it.each([
    ['CC89', 'CC89'],
    ['tm5h', 'TM5H'],
    ['TM5H-CC89', 'TM5HCC89'],
  ])('is known by %s alone', (text, groups) => {
    expect(wanted(text)).toEqual({ by: 'groups', text: groups });
    expect(referenceGroups('CA-TM5H-CC89')).toContain(groups);
  });

  it.each(['Al-Masri', 'Carl', 'Carl Schmidt', 'CA', 'CAT', 'XX-TM5H-CC8', 'Иванов', 'a@b', '%', ''])(
    'is not %s',
    (text) => {
      expect(wanted(text)).toBeNull();
    },
  );

  it('is read however it is cut, cased and pointed', () => {
    const sign = fc.constantFrom(...REFERENCE_ALPHABET);
    fc.assert(
      fc.property(
        fc.constantFrom(...PREFIXES),
        fc.array(sign, { minLength: 8, maxLength: 8 }),
        fc.constantFrom('', ' ', '-', '\u2011', ' - ', '.'),
        fc.boolean(),
        (prefix, signs, gap, small) => {
          const [first, last] = [signs.slice(0, 4).join(''), signs.slice(4).join('')];
          const typed = [prefix, first, last].join(gap);
          expect(wanted(small ? typed.toLowerCase() : typed)).toEqual({
            by: 'whole',
            text: `${prefix}-${first}-${last}`,
          });
        },
      ),
    );
  });
});
