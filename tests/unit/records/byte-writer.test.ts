import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '@/lib/domain/records/byte-writer';

type Put =
  | { readonly how: 'byte'; readonly value: number }
  | { readonly how: 'text'; readonly text: string }
  | { readonly how: 'all'; readonly bytes: Uint8Array }
  | { readonly how: 'copy'; readonly bytes: Uint8Array; readonly start: number; readonly end: number };

// Short and long ones: a copy of more than some bytes goes another way.
const someBytes = fc.uint8Array({ maxLength: 200 });

const put: fc.Arbitrary<Put> = fc.oneof(
  fc.record({ how: fc.constant('byte' as const), value: fc.nat(255) }),
  fc.record({ how: fc.constant('text' as const), text: fc.string({ unit: 'grapheme' }) }),
  fc.record({ how: fc.constant('all' as const), bytes: someBytes }),
  fc.tuple(someBytes, fc.nat(200), fc.nat(200)).map(([bytes, one, other]): Put => {
    const [start, end] = [one, other].map((at) => Math.min(at, bytes.length)).toSorted((a, b) => a - b);
    return { how: 'copy', bytes, start: start!, end: end! };
  }),
);

function bytesOf(one: Put): readonly number[] {
  if (one.how === 'byte') return [one.value];
  if (one.how === 'text') return [...new TextEncoder().encode(one.text)];
  return one.how === 'all' ? [...one.bytes] : [...one.bytes.slice(one.start, one.end)];
}

function write(writer: ByteWriter, one: Put): void {
  if (one.how === 'byte') writer.byte(one.value);
  else if (one.how === 'text') writer.text(one.text);
  else if (one.how === 'all') writer.all(one.bytes);
  else writer.copy(one.bytes, one.start, one.end);
}

describe('bytes put one behind the other', () => {
  it('are what was put in, however it was', () => {
    fc.assert(
      fc.property(fc.array(put), (puts) => {
        const writer = new ByteWriter();
        for (const one of puts) write(writer, one);
        const expected = puts.flatMap(bytesOf);
        expect(writer.length).toBe(expected.length);
        expect([...writer.take()]).toEqual(expected);
        expect(writer.length).toBe(0);
      }),
    );
  });

  it('stay as they were taken, whatever is put in afterwards', () => {
    fc.assert(
      fc.property(fc.array(put), fc.array(put), (before, after) => {
        const writer = new ByteWriter();
        for (const one of before) write(writer, one);
        const taken = writer.take();
        for (const one of after) write(writer, one);
        expect([...taken]).toEqual(before.flatMap(bytesOf));
        expect([...writer.take()]).toEqual(after.flatMap(bytesOf));
      }),
    );
  });

  it('may be more than there was room for at first, at once or little by little', () => {
    const large = new Uint8Array(200_000).map((_, at) => at % 251);
    const [atOnce, byByte] = [new ByteWriter(), new ByteWriter()];
    atOnce.all(large);
    for (const value of large) byByte.byte(value);
    expect(Buffer.compare(atOnce.take(), large)).toBe(0);
    expect(Buffer.compare(byByte.take(), large)).toBe(0);
  });
});
