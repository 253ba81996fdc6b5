import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStream, sealStream } from '@/lib/platform/vault/sealed-stream';

const KEY = Buffer.alloc(32, 7);
const CHUNK = 256 * 1024;
const HEADER = 7;
const TAG = 16;

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** The same bytes in pieces of these lengths, the last taking the rest. */
function* inPieces(bytes: Buffer, lengths: readonly number[]): Generator<Buffer> {
  let at = 0;
  for (const length of lengths) {
    yield bytes.subarray(at, at + length);
    at += length;
  }
  yield bytes.subarray(at);
}

const sealed = (plain: Buffer, context = 'a') => whole(sealStream(KEY, [plain], context));
const opened = (box: Buffer, context = 'a', key: Buffer = KEY) => whole(openStream(key, [box], context));

const lengths = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 8 });
const sizes = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: CHUNK - 3, max: CHUNK + 3 }),
  fc.integer({ min: 2 * CHUNK - 3, max: 2 * CHUNK + 3 }),
  fc.integer({ min: 0, max: 700_000 }),
);

// Megabytes through a cipher, many times over: no matter of seconds on a busy machine.
describe('a sealed stream', { timeout: 60_000 }, () => {
  it('gives back what it was given, however either side was cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, lengths, lengths, async (size, ins, outs) => {
        const plain = randomBytes(size);
        const box = await whole(sealStream(KEY, inPieces(plain, ins), 'a'));
        expect((await whole(openStream(KEY, inPieces(box, outs), 'a'))).equals(plain)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is as long as its content, a header and a tag for each chunk', async () => {
    for (const [size, chunks] of [
      [0, 1],
      [1, 1],
      [CHUNK, 1],
      [CHUNK + 1, 2],
      [3 * CHUNK, 3],
    ] as const) {
      expect(await sealed(randomBytes(size))).toHaveLength(HEADER + size + chunks * TAG);
    }
  });

  it('never looks the same twice and shows nothing of what is in it', async () => {
    const plain = Buffer.from('Nadia Weber '.repeat(100));
    const [one, other] = [await sealed(plain), await sealed(plain)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('Nadia')).toBe(false);
  });

  it('does not open with one bit changed anywhere', async () => {
    const box = await sealed(randomBytes(2 * CHUNK + 100));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: box.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const changed = Buffer.from(box);
        changed[at]! ^= 1 << bit;
        await expect(opened(changed)).rejects.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it('does not open when it was cut, at whatever byte, also between two chunks', async () => {
    const box = await sealed(randomBytes(2 * CHUNK));
    const borders = [0, 1, HEADER - 1, HEADER, HEADER + TAG - 1, HEADER + CHUNK + TAG, box.length - 1];
    const cut = fc.oneof(fc.constantFrom(...borders), fc.integer({ min: 0, max: box.length - 1 }));
    await fc.assert(
      fc.asyncProperty(cut, async (length) => {
        await expect(opened(box.subarray(0, length))).rejects.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it('does not open with chunks swapped, repeated, left out or added', async () => {
    const box = await sealed(randomBytes(4 * CHUNK));
    const chunk = (no: number) => box.subarray(HEADER + no * (CHUNK + TAG), HEADER + (no + 1) * (CHUNK + TAG));
    const header = box.subarray(0, HEADER);
    const made = (...order: number[]) => Buffer.concat([header, ...order.map(chunk)]);
    expect(await opened(made(0, 1, 2, 3))).toHaveLength(4 * CHUNK);
    for (const order of [
      [1, 0, 2, 3],
      [0, 1, 1, 2, 3],
      [0, 2, 3],
      [0, 1, 2, 3, 3],
      [0, 1, 2],
    ])
      await expect(opened(made(...order))).rejects.toThrow();
    await expect(opened(Buffer.concat([box, Buffer.alloc(1)]))).rejects.toThrow();
  });

  it('opens only with its own key and in its own place', async () => {
    const box = await sealed(Buffer.from('x'), 'cases/1/parts/2');
    await expect(opened(box, 'cases/1/parts/3')).rejects.toThrow();
    await expect(opened(box, 'cases/1/parts/2', Buffer.alloc(32, 8))).rejects.toThrow();
    expect((await opened(box, 'cases/1/parts/2')).toString()).toBe('x');
  });

  it('gives no byte of a chunk that was changed', async () => {
    const plain = randomBytes(2 * CHUNK);
    const box = await sealed(plain);
    box[HEADER + CHUNK + TAG]! ^= 1;
    const given: Buffer[] = [];
    await expect(async () => {
      for await (const piece of openStream(KEY, [box], 'a')) given.push(piece);
    }).rejects.toThrow();
    expect(Buffer.concat(given).equals(plain.subarray(0, CHUNK))).toBe(true);
  });

  it('passes on the failure of what it reads', async () => {
    async function* failing(): AsyncGenerator<Buffer> {
      yield randomBytes(10);
      throw new Error('the source went away');
    }
    await expect(whole(sealStream(KEY, failing(), 'a'))).rejects.toThrow('the source went away');
  });
});
