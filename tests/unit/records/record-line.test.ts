import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, type DataRecord, parseRecord, recordJson } from '@/lib/domain/records/json-text';
import { lineOf } from '@/lib/domain/records/lines';
import { KIND, RecordLine } from '@/lib/domain/records/record-line';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a line holds, as text by name. */
function textsIn(line: RecordLine, bytes: Uint8Array): Record<string, string> {
  line.read(bytes, 0, bytes.length);
  return Object.fromEntries(
    Array.from({ length: line.count }, (_, member) => [line.names[line.name[member]!]!, line.textOf(member)]),
  );
}

const aRecord = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }), { maxKeys: 5 });

describe('a record as its line', () => {
  it('holds what the record holds, line after line, whatever names follow each other', () => {
    const line = new RecordLine();
    fc.assert(
      fc.property(aRecord, (given) => {
        const record: DataRecord = parseRecord(JSON.stringify(given));
        const bytes = lineOf(record).slice(0, -1);
        const texts = Object.entries(record).map(([name, value]) => [name, cellText(value)]);
        expect(textsIn(line, bytes)).toEqual(Object.fromEntries(texts));
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(recordJson(record));
      }),
    );
  });

  it('keeps numbers, and a mark of byte order in a text, as they were written', () => {
    const line = new RecordLine();
    expect(textsIn(line, bytesOf('{"a":1.10,"b":9007199254740993,"c":"\uFEFFx","d":1e400}'))).toEqual({
      a: '1.10',
      b: '9007199254740993',
      c: '\uFEFFx',
      d: '1e400',
    });
  });

  it('is read as well with white space between its members', () => {
    const line = new RecordLine();
    expect(textsIn(line, bytesOf('{ "a" : 1 , "b" : [ 1, "}" ] }'))).toEqual({ a: '1', b: '[ 1, "}" ]' });
    expect([...line.kind.slice(0, 2)]).toEqual([KIND.number, KIND.nested]);
  });

  it.each(['', '[]', '{', '{"a"', '{"a":', '{"a":1', '{"a":"x}', 'null'])('is refused where it is none: %s', (text) => {
    const bytes = bytesOf(text);
    expect(() => new RecordLine().read(bytes, 0, bytes.length)).toThrow(SyntaxError);
  });
});
