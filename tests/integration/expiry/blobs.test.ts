import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Blobs from '@/lib/platform/blobs';
import type { BlobStore } from '@/lib/platform/blob-store/store';
import { newCaseKey } from '@/lib/platform/vault/case-key';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { KEYS, type S3Server, s3Server } from '@/tests/support/s3/server';

const instance = instanceOfFile();

const KEY = newCaseKey();
// Above one part of an upload, one slice of a reading and several chunks of the seal, and even with none of them.
const LARGE = randomBytes(9 * 1024 * 1024 + 77);

/** A place for blobs, what lies in it as its operator sees it, and how one is moved there behind our back. */
type Place = {
  readonly keys: () => string[];
  readonly move: (from: string, to: string) => Promise<void>;
  readonly change: (key: string, change: (bytes: Buffer) => Buffer) => Promise<void>;
};

let s3: S3Server;
beforeAll(async () => void (s3 = await s3Server()));
afterAll(() => s3.close());

const PLACES: Record<string, { readonly settings: () => Record<string, string>; readonly place: () => Place }> = {
  folder: {
    settings: () => ({ BLOB_URL: '' }),
    place: () => {
      const file = (key: string) => path.join(instance.blobDir, key);
      return {
        keys: () =>
          readdirSync(instance.blobDir, { recursive: true, withFileTypes: true })
            .filter((one) => one.isFile())
            .map((one) => path.relative(instance.blobDir, path.join(one.parentPath, one.name)))
            .sort(),
        move: (from, to) => rename(file(from), file(to)),
        change: async (key, change) => {
          const { readFile, writeFile } = await import('node:fs/promises');
          await writeFile(file(key), change(await readFile(file(key))));
        },
      };
    },
  },
  bucket: {
    settings: () => ({
      ...KEYS,
      BLOB_URL: `s3://blobs/rights/desk?endpoint=${s3.url}&forcePathStyle=true&timeoutSeconds=20`,
    }),
    place: () => {
      const whole = s3.bucket.whole;
      return {
        keys: () => [...whole.keys()].map((key) => key.replace(/^rights\/desk\//, '')).sort(),
        move: async (from, to) => {
          whole.set(`rights/desk/${to}`, whole.get(`rights/desk/${from}`)!);
          whole.delete(`rights/desk/${from}`);
        },
        change: async (key, change) => {
          s3.bucket.put(`rights/desk/${key}`, change(Buffer.from(whole.get(`rights/desk/${key}`)!.bytes)));
        },
      };
    },
  },
};

describe.each(Object.entries(PLACES))('a blob in a %s', (_, { settings, place: placeOf }) => {
  let blobs: typeof Blobs;
  let store: BlobStore;
  let place: Place;
  beforeAll(async () => {
    Object.assign(process.env, settings());
    vi.resetModules();
    blobs = await import('@/lib/platform/blobs');
    store = (await import('@/lib/platform/blob-store/open')).blobStore();
    place = placeOf();
  });
  const whole = async (key: string, caseKey = KEY) => buffer((await blobs.readBlob(key, caseKey))!);
  const part = async (key: string, from: number, to: number) => buffer((await blobs.readBlob(key, KEY, { from, to }))!);

  async function* failing(bytes: number): AsyncGenerator<Buffer> {
    for (let sent = 0; sent < bytes; sent += 100_000) yield randomBytes(100_000);
    throw new Error('the source went away');
  }

  it('comes back as it was put, in whatever pieces, is as large as told, and says nothing of what is in it', async () => {
    const size = await blobs.putBlob('cases/1/a', KEY, [LARGE.subarray(0, 5), LARGE.subarray(5)]);
    expect((await whole('cases/1/a')).equals(LARGE)).toBe(true);
    const stored = await store.read('cases/1/a');
    const bytes = await buffer(stored!.bytes);
    expect([bytes.length, stored!.sizeBytes]).toEqual([size, size]);
    expect(bytes.includes(LARGE.subarray(0, 16))).toBe(false);
    await blobs.putBlob('cases/1/empty', KEY, []);
    expect((await whole('cases/1/empty')).length).toBe(0);
  });

  it('is read by range, to the byte, also across chunks and beyond its end', async () => {
    await blobs.putBlob('cases/1/r', KEY, [LARGE]);
    const chunk = 256 * 1024;
    for (const [from, to] of [
      [0, 0],
      [0, LARGE.length - 1],
      [chunk - 1, chunk],
      [chunk, 2 * chunk - 1],
      [LARGE.length - 1, LARGE.length - 1],
      [LARGE.length - 100, LARGE.length + 100],
      [3_000_001, 8_000_003],
    ] as const)
      expect((await part('cases/1/r', from, to)).equals(LARGE.subarray(from, to + 1)), `${from}-${to}`).toBe(true);
    for (const size of [1, chunk, 2 * chunk]) {
      await blobs.putBlob('cases/1/even', KEY, [LARGE.subarray(0, size)]);
      expect((await part('cases/1/even', size - 1, size + 5)).equals(LARGE.subarray(size - 1, size))).toBe(true);
    }
  });

  it('is there when it is whole and not before, and leaves the one before it as it was', async () => {
    await blobs.putBlob('cases/2/a', KEY, [Buffer.from('before')]);
    for (const bytes of [400_000, 18_000_000])
      for (const key of ['cases/2/a', 'cases/2/b'])
        await expect(blobs.putBlob(key, KEY, failing(bytes))).rejects.toThrow('the source went away');
    expect((await whole('cases/2/a')).toString()).toBe('before');
    expect(place.keys().filter((key) => key.startsWith('cases/2'))).toEqual(['cases/2/a']);
    expect(await blobs.readBlob('cases/2/b', KEY)).toBeNull();
    expect([...s3.bucket.begun.keys()]).toEqual([]);
  });

  it('is of no use with another key, under another name, cut short or changed', async () => {
    for (const key of ['a', 'cut', 'swapped']) await blobs.putBlob(`cases/3/${key}`, KEY, [LARGE.subarray(0, 600_000)]);
    await expect(whole('cases/3/a', newCaseKey())).rejects.toThrow();
    await place.move('cases/3/a', 'cases/3/b');
    await expect(whole('cases/3/b')).rejects.toThrow();
    await expect(part('cases/3/b', 300_000, 300_001)).rejects.toThrow();
    const sealed = 256 * 1024 + 16;
    await place.change('cases/3/cut', (bytes) => bytes.subarray(0, 7 + 2 * sealed));
    await expect(whole('cases/3/cut')).rejects.toThrow();
    await expect(part('cases/3/cut', 2 * 256 * 1024 - 1, 2 * 256 * 1024 - 1)).rejects.toThrow();
    await place.change('cases/3/swapped', (bytes) =>
      Buffer.concat([
        bytes.subarray(0, 7),
        bytes.subarray(7 + sealed, 7 + 2 * sealed),
        bytes.subarray(7, 7 + sealed),
        bytes.subarray(7 + 2 * sealed),
      ]),
    );
    await expect(part('cases/3/swapped', 10, 20)).rejects.toThrow();
  });

  it('is deleted, as often as one likes, alone or with everything in its folder, and no other with it', async () => {
    const keys = ['cases/4/a', 'cases/4/b/c', 'cases/4/b/d', 'cases/4/b/e', 'cases/4/f', 'cases/40/a', 'cases/5/a'];
    for (const key of keys) await blobs.putBlob(key, KEY, [Buffer.from('x')]);
    await blobs.deleteBlob('cases/4/a');
    await blobs.deleteBlob('cases/4/a');
    expect(await blobs.readBlob('cases/4/a', KEY)).toBeNull();
    await blobs.deleteBlobsUnder('cases/4');
    await blobs.deleteBlobsUnder('cases/4');
    expect(place.keys().filter((key) => /^cases\/[45]/.test(key))).toEqual(['cases/40/a', 'cases/5/a']);
    expect(await blobs.readBlob('cases/4/b/c', KEY)).toBeNull();
  });

  it('is listed with all others, page by page', async () => {
    const listed: string[] = [];
    for await (const key of store.keys()) listed.push(key);
    expect(listed.sort()).toEqual(place.keys());
    expect(listed.length).toBeGreaterThan(7);
  });

  it('that nobody has is a value', async () => {
    expect(await blobs.readBlob('cases/none', KEY)).toBeNull();
    expect(await blobs.readBlob('cases/none', KEY, { from: 5, to: 9 })).toBeNull();
  });

  it('of the look at the start leaves nothing behind', async () => {
    const before = place.keys();
    expect(await store.probe()).toMatchObject({ ok: true, warnings: [] });
    expect(place.keys()).toEqual(before);
  });

  it.each([
    '../outside',
    '/etc/passwd',
    'cases//a',
    'cases/../a',
    'cases/A',
    'cases/a.b',
    '',
    'cases/a\0b',
    'cases/a\n',
  ])('is never looked for at %j', async (key) => {
    await expect(blobs.putBlob(key, KEY, [Buffer.from('x')])).rejects.toThrow('A blob key has');
    await expect(blobs.deleteBlob(key)).rejects.toThrow('A blob key has');
    await expect(blobs.deleteBlobsUnder(key)).rejects.toThrow('A blob key has');
    await expect(blobs.readBlob(key, KEY)).rejects.toThrow('A blob key has');
  });
});

it('in the folder only we may read', async () => {
  expect(statSync(path.join(instance.blobDir, 'cases/1/a')).mode & 0o777).toBe(0o600);
  expect(statSync(path.join(instance.blobDir, 'cases/1')).mode & 0o077).toBe(0);
});
