import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsInStretch, stretchAt, stretchesOf } from '@/lib/features/review/components/use-stretches';

// As measured in the browsers: the tallest element whose end can be scrolled to.
const FIREFOX_PX = 17_895_697;
const px = fc.integer({ min: 83, max: 60_000 });
const count = fc.integer({ min: 0, max: 10_000_000 });

describe('the stretches of a long list', () => {
  it('hold every record once, in order, whatever their number and height', () => {
    fc.assert(
      fc.property(count, px, fc.double({ min: 0, max: 1, noNaN: true }), (records, height, share) => {
        const size = recordsInStretch(height);
        const last = stretchAt(Number.MAX_SAFE_INTEGER, records, size);
        expect(last.no).toBe(stretchesOf(records, size) - 1);
        expect(last.from + last.length).toBe(records);
        const some = stretchAt(Math.floor(share * last.no), records, size);
        expect(some.from).toBe(some.no * size);
        expect(some.no === last.no || stretchAt(some.no + 1, records, size).from === some.from + some.length).toBe(
          true,
        );
        if (records > 0) {
          const place = Math.floor(share * (records - 1));
          const holder = stretchAt(Math.floor(place / size), records, size);
          expect(place >= holder.from && place < holder.from + holder.length).toBe(true);
        }
      }),
    );
  });

  it('can be scrolled to their end in every browser, also when records turn out four times as tall as they were taken for', () => {
    fc.assert(
      fc.property(count, px, fc.nat(1000), (records, height, no) => {
        const { length } = stretchAt(no, records, recordsInStretch(height));
        expect(length * height * 4).toBeLessThan(FIREFOX_PX);
      }),
    );
  });

  it('are round numbers, and one where everything fits', () => {
    expect(recordsInStretch(299)).toBe(13_000);
    expect(stretchesOf(100_000, recordsInStretch(299))).toBe(8);
    expect(stretchesOf(13_000, 13_000)).toBe(1);
    expect(stretchesOf(0, 13_000)).toBe(1);
    expect(stretchAt(0, 0, 13_000)).toEqual({ no: 0, from: 0, length: 0 });
  });
});
