import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonScan, ScanError } from '@/lib/connectors/http/json-scan';

const read = (json: string, at: readonly string[], cut: number) => {
  const scan = new JsonScan(at);
  const records: string[] = [];
  for (let from = 0; from < json.length; from += cut) records.push(...scan.feed(json.slice(from, from + cut)));
  return { records: records.map((one) => JSON.parse(one) as unknown), around: scan.end(), reached: scan.reached };
};

const nested = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
})).value;
const record = fc.dictionary(fc.string(), nested);
const name = fc.string({ minLength: 1 }).filter((one) => one !== '__proto__');

test('every record comes as it stands, wherever the answer is cut', () => {
  fc.assert(
    fc.property(
      fc.array(record),
      fc.uniqueArray(name, { minLength: 2, maxLength: 2 }),
      record,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(undefined, 1),
      (records, [a, b], around, cut, space) => {
        const answer = {
          before: around,
          [a!]: { x: around, [b!]: records, after: [around, { [a!]: { [b!]: [around] } }] },
          end: around,
        };
        const json = JSON.stringify(answer, null, space);
        const { records: got, reached } = read(json, [a!, b!], cut);
        expect(got).toEqual(JSON.parse(JSON.stringify(records)));
        expect(reached).toBe(true);
        expect(read(JSON.stringify(records), [], cut).records).toEqual(got);
      },
    ),
  );
});

test('an answer that is cut anywhere is no whole one', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1 }), fc.nat(), (records, at) => {
      const json = JSON.stringify({ items: records });
      expect(() => read(json.slice(0, at % json.length), ['items'], 64)).toThrow(ScanError);
    }),
  );
});

test.each([
  ['{"items":[{"a":1},2]}'],
  ['{"items":[{"a":}]}'],
  ['{"items":[{"a":1}]} x'],
  ['{"items":[{"a":1}]}{"items":[]}'],
])('what is no list of records is refused: %s', (json) => {
  expect(() => read(json, ['items'], 5)).toThrow(ScanError);
});

test('a list elsewhere is not taken for the records', () => {
  expect(read('{"other":{"items":[{"a":1}]},"list":[{"items":[{"a":2}]}]}', ['items'], 3)).toMatchObject({
    records: [],
    reached: false,
  });
});
