import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, guarded, needsGuard } from '@/lib/domain/bundle/csv';
import { cellText } from '@/lib/domain/records/json-text';

/** A reader of RFC 4180 written for this test alone: fields of one file, a record a row. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, field, quoted, i] = [[] as string[], '', false, 0];
  while (i < text.length) {
    const character = text[i]!;
    if (quoted && character === '"' && text[i + 1] === '"') [field, i] = [`${field}"`, i + 1];
    else if (character === '"') quoted = !quoted;
    else if (quoted) field += character;
    else if (character === ',') [row, field] = [[...row, field], ''];
    else if (character === '\r' && text[i + 1] === '\n') {
      rows.push([...row, field]);
      [row, field, i] = [[], '', i + 1];
    } else field += character;
    i += 1;
  }
  return rows;
}

/** Any UTF-16 text; fast-check's own "binary" strings take seconds to set up. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

const cell = fc.oneof(anyText, fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', ' ', '=', 'Ж', '\u0000') }));

describe('a line of CSV', () => {
  it.each([
    [['a', 'b'], 'a,b\r\n'],
    [['', ''], ',\r\n'],
    [['a,b'], '"a,b"\r\n'],
    [['say "x"'], '"say ""x"""\r\n'],
    [['a\nb', 'c\rd'], '"a\nb","c\rd"\r\n'],
    [[' a '], ' a \r\n'],
    [['Иван'], 'Иван\r\n'],
  ])('of %j is %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it('reads back letter by letter, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        expect(readCsv(rows.map(csvLine).join(''))).toEqual(rows);
      }),
    );
  });
});

describe('a value in a cell', () => {
  it.each([
    [null, ''],
    [undefined, ''],
    ['', ''],
    ['0042', '0042'],
    [0, '0'],
    [-5.5, '-5.5'],
    [false, 'false'],
    [['a', null], '["a",null]'],
    [{ a: { b: 'Ж' } }, '{"a":{"b":"Ж"}}'],
  ])('%j is %j', (value, text) => {
    expect(cellText(value)).toBe(text);
  });

  it.each(['=1+1', '+359888123456', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])('is guarded for spreadsheet programs: %j', (text) => {
    expect(needsGuard(text)).toBe(true);
    expect(guarded(text)).toBe(`'${text}`);
  });

  it.each(['', 'a=1', ' =1', '1-2', '359888123456', "'=1"])('is left alone: %j', (text) => {
    expect(needsGuard(text)).toBe(false);
    expect(guarded(text)).toBe(text);
  });

  it('never starts a formula once it is guarded', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(needsGuard(guarded(text))).toBe(false);
        expect(guarded(text).endsWith(text)).toBe(true);
      }),
    );
  });
});
