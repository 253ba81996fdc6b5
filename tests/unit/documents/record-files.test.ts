import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflateRawSync } from 'node:zlib';
import type { Deflated } from '@/lib/documents/bundle/deflated';
import { MOST_LISTED } from '@/lib/domain/bundle/record-form';
import { recordFiles } from '@/lib/documents/bundle/record-files';
import { type DataRecord, JsonText } from '@/lib/domain/records/json-text';
import { aField } from '@/tests/unit/bundle/facts';
import { lineOf } from '@/lib/domain/records/lines';

async function textOf(file: Deflated | null): Promise<string | null> {
  if (!file) return null;
  const parts: Uint8Array[] = [];
  for await (const part of file.content()) parts.push(part);
  await file.drop();
  const text = inflateRawSync(Buffer.concat(parts)).toString('utf8');
  expect(Buffer.byteLength(text)).toBe(file.sizeBytes);
  return text;
}

/** The files of records that come in chunks of a few, under the columns of a data map. */
async function filesOf(records: readonly DataRecord[], { fields = [] as string[], keepFirst = 0, atOnce = 3 } = {}) {
  let readings = 0;
  const made = await recordFiles({
    fields: fields.map((name) => aField(name)),
    async *read() {
      readings += 1;
      for (let from = 0; from < records.length; from += atOnce)
        yield { bytes: Buffer.concat(records.slice(from, from + atOnce).map(lineOf)), hidden: [] };
    },
    words: (grounds) => `[hidden: ${grounds.join()}]`,
    keepFirst,
    part: () => Promise.resolve(),
    passed: () => Promise.resolve(),
  });
  const [json, csv, spreadsheet] = [await textOf(made.json), await textOf(made.csv), await textOf(made.spreadsheetCsv)];
  return { ...made, json: json!, csv: csv!, spreadsheet, readings };
}

const aRecord = fc.dictionary(fc.string(), fc.jsonValue({ stringUnit: 'grapheme' }), { maxKeys: 4 });

describe('records as JSON', () => {
  it('are one array, a record a line', async () => {
    expect((await filesOf([{ a: 1 }, { a: 'Ж' }])).json).toBe('[\n{"a":1},\n{"a":"Ж"}\n]\n');
  });

  it('are an empty array when there are none', async () => {
    expect(JSON.parse((await filesOf([])).json)).toEqual([]);
  });

  it('read back as they were, however many chunks it took', async () => {
    const long = Array.from({ length: 50 }, (_, n) => ({ n, text: 'ъ'.repeat(50_000) }));
    expect(JSON.parse((await filesOf(long)).json)).toEqual(long);
    await fc.assert(
      fc.asyncProperty(fc.array(aRecord, { maxLength: 20 }), async (records) => {
        expect(JSON.parse((await filesOf(records)).json)).toEqual(JSON.parse(JSON.stringify(records)));
      }),
      { numRuns: 40 },
    );
  });

  it('tell on the way what they hold', async () => {
    const records = [{ b: 'x' }, { a: null, b: '+359888' }, { c: 1 }];
    const { count, first, observed, spreadsheet } = await filesOf(records, { keepFirst: 2 });
    expect({ count, first }).toEqual({ count: 3, first: records.slice(0, 2) });
    expect(spreadsheet).not.toBeNull();
    expect([...observed].map(([key, { types, format, values }]) => [key, [...types], format, values])).toEqual([
      ['b', ['string'], null, 2],
      ['a', [], null, 0],
      ['c', ['number'], null, 1],
    ]);
  });

  it('need no guarded copy when nothing looks like a formula', async () => {
    expect((await filesOf([{ a: 'x', b: 5, c: new JsonText('["=1"]') }])).spreadsheet).toBeNull();
  });
});

describe('records that are too many for an array', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ n, text: 'два\nреда' }));

  it('are an array up to the most that one holds', async () => {
    const { json, count } = await filesOf(numbered(MOST_LISTED), { atOnce: 999 });
    expect([count, JSON.parse(json)]).toEqual([MOST_LISTED, numbered(MOST_LISTED)]);
  });

  it('are a line each from the next on, the first of them too', async () => {
    const { json, count } = await filesOf(numbered(MOST_LISTED + 1), { atOnce: 999 });
    const lines = json.split('\n');
    expect([count, lines.pop()]).toEqual([MOST_LISTED + 1, '']);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(numbered(MOST_LISTED + 1));
  });

  it('are the same bytes in CSV either way but for what is more', async () => {
    const [fewer, more] = await Promise.all([MOST_LISTED, MOST_LISTED + 1].map((count) => filesOf(numbered(count))));
    expect(more!.csv.startsWith(fewer!.csv)).toBe(true);
  });
});

describe('a value that is hidden', () => {
  const records = [
    { a: new JsonText('{"$hidden":["GDPR-15-4"]}'), b: new JsonText('{"$partly":["by ",{"$hidden":["x"]},"!"]}') },
    { a: 'seen', b: '=1' },
  ];

  it('is an object for programs, no type of its field, and words for whoever opens a spreadsheet', async () => {
    const { json, csv, spreadsheet, observed } = await filesOf(records);
    expect((JSON.parse(json) as unknown[])[0]).toEqual({
      a: { $hidden: ['GDPR-15-4'] },
      b: { $partly: ['by ', { $hidden: ['x'] }, '!'] },
    });
    expect(csv.split('\r\n')[1]).toBe(
      '"{""$hidden"":[""GDPR-15-4""]}","{""$partly"":[""by "",{""$hidden"":[""x""]},""!""]}"',
    );
    expect(spreadsheet!.split('\r\n')[1]).toBe('[hidden: GDPR-15-4],by [hidden: x]!');
    expect([...observed.values()].map(({ types, values, hidden }) => [[...types], values, hidden])).toEqual([
      [['string'], 2, 1],
      [['string'], 2, 1],
    ]);
  });
});

describe('records as CSV', () => {
  it('stand under the names of the columns, nothing where a record has nothing', async () => {
    const { csv } = await filesOf([{ b: 'x', a: null }, { c: 2 }], { fields: ['a', 'b', 'c'] });
    expect(csv).toBe('\uFEFFa,b,c\r\n,x,\r\n,,2\r\n');
  });

  it('do not take for a value what every object has', async () => {
    expect((await filesOf([{}], { fields: ['constructor', 'toString'] })).csv).toBe(
      '\uFEFFconstructor,toString\r\n,\r\n',
    );
  });

  it('have a column for a key that comes late, for which the records are read once more', async () => {
    const records = [{ a: 1 }, { a: 2 }, { b: '3', a: 4 }];
    const { csv, readings } = await filesOf(records, { atOnce: 1 });
    expect([csv, readings]).toEqual(['\uFEFFa,b\r\n1,\r\n2,\r\n4,3\r\n', 2]);
    expect((await filesOf(records, { atOnce: 3 })).readings).toBe(1);
  });

  it('are unaltered in the plain file and guarded in the one for spreadsheet programs', async () => {
    const { csv, spreadsheet } = await filesOf(
      [
        { '=x': '+359 88', n: -5 },
        { '=x': '007', n: null },
      ],
      { fields: ['=x', 'n'] },
    );
    expect(csv).toBe('\uFEFF=x,n\r\n+359 88,-5\r\n007,\r\n');
    expect(spreadsheet).toBe("\uFEFF'=x,n\r\n'+359 88,-5\r\n'007,\r\n");
  });
});
