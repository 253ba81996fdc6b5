import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '@/lib/domain/records/columns';
import { JsonText } from '@/lib/domain/records/json-text';

const field = (name: string, title = name) => ({ name, title });

describe('the columns of a table of records', () => {
  it('are as wide as most values, within what can be hit and read', () => {
    const records = [...Array<number>(19)].map(() => ({ id: 1, city: 'Esch-sur-Alzette', note: 'x'.repeat(90) }));
    expect(
      columnsOf([field('id'), field('city'), field('note')], [...records, { id: 1, city: 'y'.repeat(40) }]),
    ).toEqual([9, 16, 44]);
  });

  it('have room for a title on two lines and for each of its words, whatever the values', () => {
    expect(
      columnsOf([field('a', 'Rückerstattungskonto'), field('b', 'Number with the payment service')], [{ a: 1 }]),
    ).toEqual([20, 16]);
    expect(columnsOf([field('a')], [])).toEqual([9]);
  });

  it('count the longest of several lines', () => {
    expect(columnsOf([field('a')], [{ a: `${'x'.repeat(20)}\n${'y'.repeat(12)}` }])).toEqual([20]);
  });

  it('are none where a value is a list or an object; a long number is neither', () => {
    expect(columnsOf([field('a')], [{ a: new JsonText('9007199254740993') }])).toEqual([16]);
    for (const nested of ['[1]', '{"b": 1}', '[]'])
      expect(columnsOf([field('a')], [{ a: 1 }, { a: new JsonText(nested) }])).toBeNull();
  });

  it('are one for each field, within the bounds, whatever the records', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.record({ a: value, b: value }, { requiredKeys: [] })), fc.string(), (records, title) => {
        const columns = columnsOf([field('a', title), field('b')], records)!;
        expect(columns).toHaveLength(2);
        for (const width of columns) expect(width >= 9 && width <= 44).toBe(true);
      }),
    );
  });
});
