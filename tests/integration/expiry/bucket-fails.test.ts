import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { S3Store } from '@/lib/platform/blob-store/s3';
import { s3Address, type S3Address } from '@/lib/platform/s3/address';
import { KEYS, type S3Server, s3Server } from '@/tests/support/s3/server';

let s3: S3Server;
const own = { ...KEYS, AWS_REGION: '' };
const before = { ...process.env };
beforeAll(async () => {
  s3 = await s3Server({ AKIDREADER: 'another-secret-of-the-test' });
  Object.assign(process.env, own);
});
afterAll(async () => {
  await s3.close();
  process.env = before;
});
beforeEach(() => {
  s3.bucket.whole.clear();
  s3.bucket.begun.clear();
  s3.asked.length = 0;
  s3.fail = () => null;
  Object.assign(s3.settings, { isVersioned: false, may: () => true });
});

const addressed = (more = '', bucket = 'blobs', endpoint = s3.url): S3Address => {
  const read = s3Address(`s3://${bucket}/own?endpoint=${endpoint}&forcePathStyle=true${more}`);
  if (typeof read === 'string') throw new Error(read);
  return read;
};
const storeAt = (...place: Parameters<typeof addressed>) => new S3Store(addressed(...place));

async function* pieces(count: number, onPull: () => void = () => undefined): AsyncGenerator<Buffer> {
  for (let n = 0; n < count; n++) {
    onPull();
    yield randomBytes(1024 * 1024);
  }
}

describe('a bucket whose server fails', () => {
  it('is asked again where that helps, and what was put and read is whole', async () => {
    const store = storeAt();
    const seen = new Map<string, number>();
    // Each request fails in each way before it is answered.
    s3.fail = ({ method, query, range }) => {
      const call = `${method} ${query} ${range}`;
      const time = (seen.get(call) ?? 0) + 1;
      seen.set(call, time);
      if (method === 'GET' && time === 3) return 'cutInBody';
      return time === 1 ? { status: 503, code: 'SlowDown' } : time === 2 ? 'cut' : null;
    };
    expect(await store.put('a', pieces(17))).toBe(17 * 1024 * 1024);
    const found = await store.read('a');
    expect((await buffer(found!.bytes)).equals(s3.bucket.get('own/a').bytes)).toBe(true);
    expect([...seen].filter(([call, times]) => call.startsWith('GET') && times < 4)).toEqual([]);
  });

  it('that takes no part leaves nothing of the upload, and does not read the source to its end', async () => {
    let pulled = 0;
    s3.fail = ({ method, query }) =>
      method === 'PUT' && Number(query.get('partNumber')) > 1 ? { status: 403, code: 'AccessDenied' } : null;
    await expect(
      storeAt().put(
        'a',
        pieces(400, () => (pulled += 1)),
      ),
    ).rejects.toMatchObject({ failure: 'denied' });
    expect([s3.bucket.whole.size, s3.bucket.begun.size]).toEqual([0, 0]);
    expect(pulled).toBeLessThan(100);
  });

  it('that says nothing is waited for no longer than the address allows', async () => {
    s3.fail = () => 'hang';
    const store = storeAt('&timeoutSeconds=0.2');
    for (const call of [
      () => store.read('a'),
      () => store.put('a', pieces(1)),
      () => store.delete('a'),
      () => store.deleteUnder('a'),
      () => store.keys()[Symbol.asyncIterator]().next(),
    ])
      await expect(call()).rejects.toMatchObject({
        failure: 'timeout',
        message: expect.stringContaining('0.2 seconds'),
      });
  });

  it('that keeps what it was told to remove is not believed', async () => {
    const store = storeAt();
    await store.put('a/b', pieces(1));
    const kept = s3.bucket.get('own/a/b');
    const remove = s3.bucket.whole.delete.bind(s3.bucket.whole);
    s3.bucket.whole.delete = () => false;
    await expect(store.delete('a/b')).rejects.toThrow('is still there');
    await expect(store.deleteUnder('a')).rejects.toThrow('still there');
    s3.bucket.whole.delete = remove;
    expect(s3.bucket.get('own/a/b')).toBe(kept);
  });

  it('that lost the end of what was put is found out', async () => {
    const put = s3.bucket.put.bind(s3.bucket);
    s3.bucket.put = (key, bytes) => put(key, bytes.subarray(0, 100));
    await expect(storeAt().put('a', pieces(1))).rejects.toThrow('100 are there');
    s3.bucket.put = put;
  });

  it('is not mixed up when an object is written anew while it is read', async () => {
    const store = storeAt();
    await store.put('a', pieces(9));
    const found = await store.read('a');
    await store.put('a', pieces(9));
    await expect(buffer(found!.bytes)).rejects.toMatchObject({ failure: 'changed' });
  });
});

describe('a bucket and memory', () => {
  it('takes no more of a source than two parts and what is on its way, however long the server waits', async () => {
    let pulled = 0;
    const held: (() => void)[] = [];
    s3.fail = ({ method, query }) => (method === 'PUT' && query.has('partNumber') && held.length === 0 ? 'hang' : null);
    const putting = storeAt('&timeoutSeconds=2').put(
      'a',
      pieces(200, () => (pulled += 1)),
    );
    putting.catch(() => undefined);
    const before = Date.now();
    while (s3.bucket.begun.size === 0 || Date.now() - before < 300) await setImmediate();
    expect(pulled).toBeLessThanOrEqual(3 * 8 + 2);
    held.push(() => undefined);
    expect(await putting).toBe(200 * 1024 * 1024);
    expect(pulled).toBe(200);
  });

  it('is asked for the next slice when the one before was taken, and for no more than the range', async () => {
    const store = storeAt();
    await store.put('a', pieces(20));
    s3.asked.length = 0;
    const ranges = () => s3.asked.map(({ range }) => range);
    const { bytes } = (await store.read('a', { from: 1000, to: 9_000_000 }))!;
    expect(ranges()).toEqual(['bytes=1000-4195303']);
    let taken = 0;
    for await (const slice of bytes) {
      taken += slice.length;
      expect(slice.length).toBeLessThanOrEqual(4 * 1024 * 1024);
    }
    expect(taken).toBe(9_000_000 - 1000 + 1);
    expect(ranges()).toEqual(['bytes=1000-4195303', 'bytes=4195304-8389607', 'bytes=8389608-9000000']);
  });
});

describe('what was begun and never finished', () => {
  it('is ended with its folder, and no other', async () => {
    const [mine, other] = [s3.bucket.begin('own/cases/1/x'), s3.bucket.begin('own/cases/10/x')];
    await storeAt().deleteUnder('cases/1');
    expect([s3.bucket.begun.has(mine), s3.bucket.begun.has(other)]).toEqual([false, true]);
  });

  it('is left to a server that does not list it', async () => {
    s3.fail = ({ query }) => (query.has('uploads') ? { status: 501, code: 'NotImplemented' } : null);
    await expect(storeAt().deleteUnder('cases/1')).resolves.toBeUndefined();
  });
});

describe('an operator is told', () => {
  const problemOf = async (store: S3Store) => {
    const probed = await store.probe();
    return probed.ok ? 'nothing is wrong' : `${probed.lasting ? 'lasting' : 'passing'}: ${probed.problem}`;
  };

  it.each<[string, string, () => Promise<string>]>([
    [
      'a bucket that is not there',
      'lasting: BLOB_URL: there is no bucket "other"',
      () => problemOf(storeAt('', 'other')),
    ],
    [
      'a line that is shut',
      'passing: BLOB_URL: http://127.0.0.1:9 cannot be reached',
      () => problemOf(storeAt('', 'blobs', 'http://127.0.0.1:9')),
    ],
    [
      'a server that is silent',
      'passing: BLOB_URL: http',
      () => {
        s3.fail = () => 'hang';
        return problemOf(storeAt('&timeoutSeconds=0.2'));
      },
    ],
    [
      'a server that is overloaded',
      'out of order or overloaded',
      () => {
        s3.fail = () => ({ status: 503, code: 'SlowDown' });
        return problemOf(storeAt());
      },
    ],
    [
      'a login that may only read',
      'lasting: BLOB_URL: our credentials may not do that',
      () => {
        s3.settings.may = (_, method) => method === 'GET' || method === 'HEAD';
        return problemOf(storeAt());
      },
    ],
    [
      'another region',
      'region=…',
      () => {
        s3.fail = () => ({ status: 400, code: 'AuthorizationHeaderMalformed' });
        return problemOf(storeAt());
      },
    ],
  ])('of %s', async (_, words, found) => {
    expect(await found()).toContain(words);
  });

  it('of a bucket that keeps older versions', async () => {
    s3.settings.isVersioned = true;
    expect(await storeAt().probe()).toMatchObject({ ok: true, warnings: [expect.stringContaining('older versions')] });
  });

  const rightsdesk = (settings: Record<string, string>) =>
    new Promise<string>((resolve) => {
      execFile(
        process.execPath,
        ['lib/cli/rightsdesk.js', 'check', 'blobs'],
        { env: { ...process.env, ...SETTINGS, ...settings } },
        (_, stdout, stderr) => resolve(stdout + stderr),
      );
    });
  const SETTINGS = {
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    BASE_URL: 'https://rights.example.com',
    MASTER_KEYS: `first:${randomBytes(32).toString('base64')}`,
    INDEX_KEY: randomBytes(32).toString('base64'),
    SIGNING_KEY: `-----BEGIN PRIVATE KEY-----\n${randomBytes(48).toString('base64')}\n-----END PRIVATE KEY-----\n`,
    NEXTAUTH_SECRET: 'n'.repeat(44),
  };

  it('by "rightsdesk check blobs", of wrong credentials and of good ones, and never of the secret', async () => {
    const BLOB_URL = `s3://blobs/own?endpoint=${s3.url}&forcePathStyle=true`;
    expect(await rightsdesk({ BLOB_URL })).toContain(
      `✓ blobs: what is put into s3://blobs/own/ at ${s3.url} comes back`,
    );
    const wrongs: Record<string, string>[] = [
      { AWS_SECRET_ACCESS_KEY: 'wrong-secret-value' },
      { AWS_ACCESS_KEY_ID: 'AKIDNOBODY' },
    ];
    for (const wrong of wrongs) {
      const said = await rightsdesk({ BLOB_URL, ...wrong });
      expect(said).toContain('does not take our credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
      expect(said).not.toContain('secret-value');
      expect(said).not.toContain(KEYS.AWS_SECRET_ACCESS_KEY);
    }
    const none = {
      AWS_SECRET_ACCESS_KEY: '',
      AWS_ACCESS_KEY_ID: '',
      AWS_EC2_METADATA_DISABLED: 'true',
      HOME: '/nowhere',
    };
    expect(await rightsdesk({ BLOB_URL, ...none })).toContain('does not take our credentials');
    expect(await rightsdesk({ BLOB_URL: 's3://AKID:secret-value@blobs' })).toMatch(
      /config.*mend|settings are not in order/s,
    );
  });
});
