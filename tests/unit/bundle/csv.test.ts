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

const cell = fc.oneof(
  anyText,
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', ' ', '=', 'Ж', '\u0000') }),
);

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

  it.each(['=1+1', ' =1', '+359888123456', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
    'is guarded for spreadsheet programs, which would run it: %j',
    (text) => {
      expect(needsGuard(text)).toBe(true);
      expect(guarded(text)).toBe(`'${text}`);
    },
  );

  it.each([
    ...[
      '0042',
      '00420 1234567890123456789',
      '359888123456',
      '1234567890123456789',
      '1E5',
      '12e34',
      '1.50',
      '1,5',
      '5 %',
      '€ 12',
      '(12)',
    ],
    ...[
      'TRUE',
      'false',
      'Истина',
      '2024-03-01',
      '2024-03-01 10:30',
      '2024-03-01T10:30',
      '1/2',
      '1.2.2024',
      '10:30',
      '9 PM',
      'SEPT2',
      '1 Mar',
      '3 мая',
    ],
  ])('is guarded for spreadsheet programs, which would show another: %j', (text) => {
    expect(needsGuard(text)).toBe(true);
    expect(guarded(text)).toBe(`'${text}`);
  });

  it.each([
    '',
    'a=1',
    '1-2 rooms',
    '42',
    '0',
    '12345678901',
    "'=1",
    '2024-03-01T10:30:00+00:00',
    'marble',
    'Main Street 5',
    '192.168.0.x',
    '12e34567-e89b-12d3-a456-426614174000',
  ])('is left alone: %j', (text) => {
    expect(needsGuard(text)).toBe(false);
    expect(guarded(text)).toBe(text);
  });

  it.each([
    [-5, '-5'],
    [0.1, '0.1'],
    [true, 'true'],
    [null, ''],
    [123456789012345, '123456789012345'],
  ])('that is a number or a truth stays one: %j', (value, text) => {
    expect(guarded(value)).toBe(text);
  });

  it.each([
    [1e21, "'1e+21"],
    [2 ** 60, "'1152921504606847000"],
  ])('that is a number with more digits than a spreadsheet keeps becomes text: %j', (value, text) => {
    expect(guarded(value)).toBe(text);
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
