import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, JsonText, mapJsonTexts, parseRecord, recordJson } from '@/lib/domain/records/json-text';

const HOSTILE = [
  '{"n":9007199254740993}',
  '{"n":12345678901234567890123456789.10}',
  '{"n":1e400,"m":-0,"k":1.10,"e":1E5}',
  '{"doc":{"a":1,"a":2}}',
  '{"doc":[{"id":9007199254740993},1.0,"}\\"]"]}',
  '{"__proto__":"x","constructor":null,"":true}',
  '{"text":"a \\"quote\\" \\\\"}',
  '{"half":"\\ud83d"}',
];

describe('a record as its source wrote it', () => {
  it.each(HOSTILE)('%s comes back letter by letter', (line) => {
    expect(recordJson(parseRecord(line))).toBe(line);
  });

  it.each([
    ['{"v":9007199254740993}', '9007199254740993'],
    ['{"v":1e400}', '1e400'],
    ['{"v":-0}', '-0'],
    ['{"v": {"a": 1.10, "a": 2} }', '{"a": 1.10, "a": 2}'],
    ['{"v":"9007199254740993"}', '9007199254740993'],
    ['{"v":null}', ''],
    ['{"v":12}', '12'],
  ])('%s is shown as %s', (line, shown) => {
    expect(cellText(parseRecord(line).v)).toBe(shown);
  });

  it('agrees with the reader of the platform on everything that one can hold', { timeout: 60_000 }, () => {
    const plain = (value: unknown): unknown =>
      value instanceof JsonText ? (JSON.parse(value.text) as unknown) : value;
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
        fc.constantFrom(undefined, 1, '\t'),
        (record, indent) => {
          const line = JSON.stringify(record, null, indent);
          const read = parseRecord(line);
          expect(Object.fromEntries(Object.entries(read).map(([name, value]) => [name, plain(value)]))).toEqual(
            JSON.parse(line),
          );
          expect(JSON.parse(recordJson(read))).toEqual(JSON.parse(line));
        },
      ),
    );
  });

  it('is the same read at once and read member by member', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...HOSTILE),
      fc.maxSafeInteger(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), value), (record) => {
        const line = JSON.stringify(record);
        // The blank is nothing to a reader of JSON, and not what the platform writes.
        const [atOnce, byMember] = [parseRecord(line), parseRecord(line.replace(/^\{/, '{ '))];
        expect(atOnce).toEqual(byMember);
        expect(recordJson(atOnce)).toBe(recordJson(byMember));
      }),
    );
  });

  it.each(['', '[]', '{', '{"a"', '{"a":', '{"a":"x', '{"a":[1', '{"a":1', '{"a" 1}'])('%j is no record', (line) => {
    expect(() => parseRecord(line)).toThrow(SyntaxError);
  });
});

describe('texts inside a value', () => {
  it('are found in names, strings and numbers, and what is not changed stays as it was written', () => {
    const seen: string[] = [];
    const changed = mapJsonTexts('{"a\\u0062": [1.10, "x", true, null, -2e5]}', (text, isName) => {
      seen.push(isName ? `${text}:` : text);
      return text === 'x' ? '"y\\""' : null;
    });
    expect(seen).toEqual(['ab:', '1.10', 'x', 'true', '-2e5']);
    expect(changed).toBe('{"a\\u0062": [1.10, "y\\"", true, null, -2e5]}');
  });
});
