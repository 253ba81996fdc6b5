import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open, seal } from '@/lib/platform/vault/sealed-box';

const KEY = randomBytes(32);

describe('a sealed box', () => {
  it('gives back any bytes in the context they were sealed for, and in no other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.string(), (plain, context, other) => {
        const box = seal(KEY, plain, context);
        expect(open(KEY, box, context).equals(Buffer.from(plain))).toBe(true);
        if (other !== context) expect(() => open(KEY, box, other)).toThrow();
      }),
    );
  });

  it('does not open when any of its bytes was changed, or one is missing', () => {
    const box = seal(KEY, Buffer.from('Nadia Weber'), 'answers:1');
    for (let at = 0; at < box.length; at++) {
      const changed = Uint8Array.from(box);
      changed[at]! ^= 0x80;
      expect(() => open(KEY, changed, 'answers:1')).toThrow();
      expect(() => open(KEY, box.subarray(0, at), 'answers:1')).toThrow();
    }
  });

  it('does not open with another key', () => {
    expect(() => open(randomBytes(32), seal(KEY, Buffer.from('x'), 'a'), 'a')).toThrow();
  });

  it('never uses a nonce twice: the same text looks different each time', () => {
    const boxes = Array.from({ length: 200 }, () => Buffer.from(seal(KEY, Buffer.from('x'), 'a')).toString('hex'));
    expect(new Set(boxes).size).toBe(boxes.length);
  });

  it('names a version it does not know', () => {
    expect(() => open(KEY, Uint8Array.of(9, ...new Uint8Array(40)), 'a')).toThrow('version 9');
  });
});
