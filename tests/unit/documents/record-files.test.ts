import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile, jsonFile, newSurvey } from '@/lib/documents/bundle/record-files';
import type { DataRecord } from '@/lib/domain/records/json-text';

async function* stream(records: readonly DataRecord[]): AsyncGenerator<DataRecord> {
  yield* records;
}

async function whole(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

const aRecord = fc.dictionary(fc.string(), fc.jsonValue({ stringUnit: 'grapheme' }), { maxKeys: 4 });

describe('records as JSON', () => {
  it('are one array, a record a line', async () => {
    expect(await whole(jsonFile(stream([{ a: 1 }, { a: 'Ж' }]), newSurvey(), 0))).toBe('[\n{"a":1},\n{"a":"Ж"}\n]\n');
  });

  it('are an empty array when there are none', async () => {
    expect(JSON.parse(await whole(jsonFile(stream([]), newSurvey(), 0)))).toEqual([]);
  });

  it('read back as they were, however many chunks it took', async () => {
    const long = Array.from({ length: 50 }, (_, n) => ({ n, text: 'ъ'.repeat(5000) }));
    expect(JSON.parse(await whole(jsonFile(stream(long), newSurvey(), 0)))).toEqual(long);
    await fc.assert(
      fc.asyncProperty(fc.array(aRecord, { maxLength: 20 }), async (records) => {
        expect(JSON.parse(await whole(jsonFile(stream(records), newSurvey(), 5)))).toEqual(
          JSON.parse(JSON.stringify(records)),
        );
      }),
    );
  });

  it('tell on the way what they hold', async () => {
    const survey = newSurvey();
    const records = [{ b: 'x' }, { a: null, b: '+359888' }, { c: 1 }];
    await whole(jsonFile(stream(records), survey, 2));
    expect(survey).toMatchObject({ count: 3, guardNeeded: true, first: records.slice(0, 2) });
    expect([...survey.keys]).toEqual([
      ['b', { types: new Set(['string']), format: null, values: 2 }],
      ['a', { types: new Set(), format: undefined, values: 0 }],
      ['c', { types: new Set(['number']), format: undefined, values: 1 }],
    ]);
  });

  it('need no guarded copy when nothing looks like a formula', async () => {
    const survey = newSurvey();
    await whole(jsonFile(stream([{ a: 'x', b: 5, c: ['=1'] }]), survey, 0));
    expect(survey.guardNeeded).toBe(false);
  });
});

describe('records as CSV', () => {
  it('stand under the names of the columns, nothing where a record has nothing', async () => {
    const text = await whole(csvFile(stream([{ b: 'x', a: null }, { c: 2 }]), ['a', 'b', 'c'], false));
    expect(text).toBe('\uFEFFa,b,c\r\n,x,\r\n,,2\r\n');
  });

  it('do not take for a value what every object has', async () => {
    expect(await whole(csvFile(stream([{}]), ['constructor', 'toString'], false))).toBe(
      '\uFEFFconstructor,toString\r\n,\r\n',
    );
  });

  it('are unaltered in the plain file and guarded in the one for spreadsheet programs', async () => {
    const records = [
      { '=x': '+359 88', n: -5 },
      { '=x': '007', n: null },
    ];
    expect(await whole(csvFile(stream(records), ['=x', 'n'], false))).toBe('\uFEFF=x,n\r\n+359 88,-5\r\n007,\r\n');
    expect(await whole(csvFile(stream(records), ['=x', 'n'], true))).toBe("\uFEFF'=x,n\r\n'+359 88,-5\r\n'007,\r\n");
  });
});
