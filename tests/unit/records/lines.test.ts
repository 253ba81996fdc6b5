import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataRecord } from '@/lib/domain/records/json-text';
import { countLines, eachLine, lineOf, numbered, recordsOf } from '@/lib/domain/records/lines';

const aRecord: fc.Arbitrary<DataRecord> = fc.dictionary(
  fc.string({ unit: 'grapheme' }),
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
  { noNullPrototype: true },
);

const linesOf = (records: readonly DataRecord[]): Uint8Array => Buffer.concat(records.map(lineOf));

async function* chunksOf(chunks: readonly (readonly DataRecord[])[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(linesOf(chunk));
}

describe('records as lines', () => {
  it('keep their numbers over all chunks that a source gives, and come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(aRecord)), async (chunks) => {
        const read: { recordNo: number; record: DataRecord }[] = [];
        for await (const lines of numbered(chunksOf(chunks))) {
          expect(lines.first).toBe(read.length);
          read.push(...recordsOf(lines));
          expect(read).toHaveLength(lines.first + lines.count);
        }
        expect(read).toEqual(chunks.flat().map((record, recordNo) => ({ recordNo, record })));
      }),
    );
  });

  it('can be read from one number to before another', () => {
    fc.assert(
      fc.property(fc.array(aRecord), fc.nat(50), fc.nat(20), fc.nat(20), (records, first, from, to) => {
        const some = recordsOf({ bytes: linesOf(records), first }, from, to);
        const numbers = records.map((_, at) => first + at).filter((no) => no >= from && no < to);
        expect(some.map(({ recordNo }) => recordNo)).toEqual(numbers);
        expect(some.map(({ record }) => record)).toEqual(numbers.map((no) => records[no - first]));
      }),
    );
  });

  it.each([
    ['', 0, []],
    ['{"a":1}', 1, ['{"a":1}']],
    ['{"a":1}\n', 1, ['{"a":1}']],
    ['{"a":1}\n{"a":2}', 2, ['{"a":1}', '{"a":2}']],
  ])('%j are %i lines, whether or not the last is ended', (text, count, lines) => {
    const bytes = new TextEncoder().encode(text);
    const seen: string[] = [];
    eachLine(bytes, (from, to) => seen.push(new TextDecoder().decode(bytes.subarray(from, to))));
    expect(countLines(bytes)).toBe(count);
    expect(seen).toEqual(lines);
  });
});
