import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '@/lib/domain/records/byte-writer';
import { countLines, eachLine, lineOf, numbered, recordsOf } from '@/lib/domain/records/lines';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const many = (count: number): Uint8Array =>
  bytesOf(Array.from({ length: count }, (_, n) => textOf(lineOf({ n }))).join(''));

describe('lines of records', () => {
  it.each([
    ['', 0],
    ['{}', 1],
    ['{}\n', 1],
    ['{}\n{}', 2],
    ['{}\n{}\n', 2],
  ])('in %j are %i', (text, count) => {
    expect(countLines(bytesOf(text))).toBe(count);
    let seen = 0;
    eachLine(bytesOf(text), () => (seen += 1));
    expect(seen).toBe(count);
  });

  it('are numbered on from chunk to chunk', async () => {
    async function* chunks() {
      yield many(2);
      yield many(3);
      yield many(1);
    }
    const firsts: number[] = [];
    for await (const { first, count } of numbered(chunks())) firsts.push(first, count);
    expect(firsts).toEqual([0, 2, 2, 3, 5, 1]);
  });

  it('are read from one number to before another, and no further ones are opened', () => {
    const broken = Buffer.concat([many(3), bytesOf('no record\n'), many(1)]);
    expect(recordsOf({ bytes: broken, first: 10 }, 11, 13)).toEqual([
      { recordNo: 11, record: { n: 1 } },
      { recordNo: 12, record: { n: 2 } },
    ]);
    expect(() => recordsOf({ bytes: broken, first: 10 })).toThrow(SyntaxError);
  });
});

describe('bytes behind each other', () => {
  it('are those that were put in, whatever their lengths, and each taken once', () => {
    const piece = fc.string({ maxLength: 200 });
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 20 }), { maxLength: 4 }), (runs) => {
        const out = new ByteWriter();
        for (const run of runs) {
          for (const text of run) out.text(text);
          out.byte(0x0a);
          expect(textOf(out.take())).toBe(`${textOf(bytesOf(run.join('')))}\n`);
          expect(out.length).toBe(0);
        }
      }),
    );
  });

  it('may be more than a buffer holds at first', () => {
    const [out, large] = [new ByteWriter(), 'x'.repeat(300_000)];
    out.text(large);
    out.copy(bytesOf('abcdef'), 2, 4);
    expect(textOf(out.take())).toBe(`${large}cd`);
  });
});
