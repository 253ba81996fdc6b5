import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { deleteBlob, deleteBlobsUnder, putBlob, readBlob } from '@/lib/platform/blobs';
import { newCaseKey } from '@/lib/platform/vault/case-key';
import { instanceOfFile } from '@/tests/support/demo-controllers';

const instance = instanceOfFile();

const KEY = newCaseKey();
const whole = (key: string, caseKey = KEY) => buffer(Readable.from(readBlob(key, caseKey)));
const file = (key: string) => path.join(instance.blobDir, key);

describe('a blob', () => {
  it('comes back as it was put, is as large as told, and only we may read its file', async () => {
    const plain = randomBytes(700_000);
    const size = await putBlob('cases/1/a', KEY, [plain.subarray(0, 5), plain.subarray(5)]);
    expect((await whole('cases/1/a')).equals(plain)).toBe(true);
    expect(statSync(file('cases/1/a')).size).toBe(size);
    expect(statSync(file('cases/1/a')).mode & 0o777).toBe(0o600);
    expect(statSync(file('cases/1')).mode & 0o077).toBe(0);
  });

  it('appears only when it is whole, and leaves the one before it as it was', async () => {
    await putBlob('cases/2/a', KEY, [Buffer.from('before')]);
    async function* failing(): AsyncGenerator<Buffer> {
      yield randomBytes(400_000);
      throw new Error('the source went away');
    }
    await expect(putBlob('cases/2/a', KEY, failing())).rejects.toThrow('went away');
    await expect(putBlob('cases/2/b', KEY, failing())).rejects.toThrow('went away');
    expect((await whole('cases/2/a')).toString()).toBe('before');
    expect(readdirSync(file('cases/2'))).toEqual(['a']);
  });

  it('is of no use with another key or under another name', async () => {
    await putBlob('cases/3/a', KEY, [Buffer.from('x')]);
    await expect(whole('cases/3/a', newCaseKey())).rejects.toThrow();
    await rename(file('cases/3/a'), file('cases/3/b'));
    await expect(whole('cases/3/b')).rejects.toThrow();
  });

  it('is deleted, as often as one likes, alone or with its folder', async () => {
    for (const key of ['cases/4/a', 'cases/4/b/c', 'cases/5/a']) await putBlob(key, KEY, [Buffer.from('x')]);
    await deleteBlob('cases/4/a');
    await deleteBlob('cases/4/a');
    expect(existsSync(file('cases/4/a'))).toBe(false);
    await deleteBlobsUnder('cases/4');
    expect([existsSync(file('cases/4')), existsSync(file('cases/5/a'))]).toEqual([false, true]);
    await expect(whole('cases/4/a')).rejects.toThrow();
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
    mkdirSync(file('cases'), { recursive: true });
    await expect(putBlob(key, KEY, [Buffer.from('x')])).rejects.toThrow('A blob key has');
    expect(() => deleteBlob(key)).toThrow('A blob key has');
    expect(() => deleteBlobsUnder(key)).toThrow('A blob key has');
    expect(() => readBlob(key, KEY)).toThrow('A blob key has');
  });
});
