import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesIn, isWhole, rangeAsked } from '@/lib/domain/fulfilment/byte-range';

describe('a range', () => {
  it.each([
    [null, null],
    ['bytes=0-99', { from: 0, to: 99 }],
    ['bytes=100-', { from: 100, to: 999 }],
    ['bytes=-100', { from: 900, to: 999 }],
    ['bytes=-5000', { from: 0, to: 999 }],
    ['bytes=990-5000', { from: 990, to: 999 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-4', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
    ['bytes=-', null],
  ] as const)('%s of 1000 bytes', (header, expected) => expect(rangeAsked(header, 1000)).toEqual(expected));

  it('gives exactly its bytes, however the stream is cut', async () => {
    const anyCut = fc.record({
      size: fc.integer({ min: 1, max: 60 }),
      cuts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 }),
      from: fc.nat(59),
      length: fc.nat(59),
    });
    await fc.assert(
      fc.asyncProperty(anyCut, async ({ size, cuts, from, length }) => {
        const file = Uint8Array.from({ length: size }, (_, index) => index);
        async function* pieces() {
          for (let [at, turn] = [0, 0]; at < size; turn += 1) {
            const end = at + (cuts[turn % cuts.length] ?? 1);
            yield file.subarray(at, end);
            at = end;
          }
        }
        const range = { from: Math.min(from, size - 1), to: Math.min(from + length, size - 1) };
        const got: number[] = [];
        for await (const piece of bytesIn(pieces(), range)) got.push(...piece);
        expect(got).toEqual([...file.subarray(range.from, range.to + 1)]);
      }),
    );
  });
});

describe('the whole', () => {
  it.each([
    [[], false],
    [[{ from: 0, bytes: 10 }], true],
    [[{ from: 0, bytes: 9 }], false],
    [
      [
        { from: 5, bytes: 5 },
        { from: 0, bytes: 5 },
      ],
      true,
    ],
    [
      [
        { from: 5, bytes: 5 },
        { from: 0, bytes: 4 },
      ],
      false,
    ],
    [
      [
        { from: 0, bytes: 6 },
        { from: 3, bytes: 2 },
        { from: 6, bytes: 4 },
      ],
      true,
    ],
  ])('%j of ten bytes', (pieces, whole) => expect(isWhole(pieces, 10)).toBe(whole));
});
