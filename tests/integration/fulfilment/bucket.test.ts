import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadStream, mailDeliveryCode, startDownload, verifyDelivery } from '@/lib/features/delivery/mutations';
import { removeExpired } from '@/lib/features/expiry/mutations/remove-expired';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { sessionBy } from '@/lib/features/requester/data/sessions';
import { openSession } from '@/lib/features/requester/mutations';
import { db } from '@/lib/platform/db/client';
import { newestMail } from '@/tests/integration/requester/mailbox';
import { kindsOf } from '@/tests/integration/requests/walk';
import { serverUrl } from '@/tests/support/database';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { connected } from '@/tests/support/shop';
import { KEYS, type S3Server, s3Server } from '@/tests/support/s3/server';
import { approved, never } from './approved';
import { bundleOf } from './bundle-files';

const run = promisify(execFile);

let s3: S3Server;
let instance: TestInstance;
let folder: string;
const urlOf = (prefix: string) => `s3://blobs/${prefix}?endpoint=${s3.url}&forcePathStyle=true&timeoutSeconds=20`;
beforeAll(async () => {
  s3 = await s3Server();
  instance = await anInstance({ ...KEYS, BLOB_URL: urlOf('desk') });
  folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-bucket-'));
});
afterAll(async () => {
  await instance.stop();
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

const keysOf = (prefix: string) => [...s3.bucket.whole.keys()].filter((key) => key.startsWith(prefix));

async function opened() {
  const { caseId, bundleId } = await approved();
  await buildBundle(bundleId, never);
  const secret = await openSession(db(), caseId, new Date());
  const session = async () => (await sessionBy(secret, 'chinook', new Date()))!;
  await mailDeliveryCode(caseId, new Date());
  await verifyDelivery(await session(), (await newestMail(caseId)).code, new Date());
  return { caseId, bundleId, session };
}

describe('a case whose blobs lie in a bucket', { timeout: 120_000 }, () => {
  let one: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => void (one = await opened()), 120_000);

  it('is collected, copied and sealed there, and nothing of it lies in a folder', async () => {
    const { caseId, bundleId } = one;
    expect((await kindsOf(caseId)).filter((kind) => kind === 'BundleSealed')).toHaveLength(1);
    const keys = keysOf(`desk/cases/${caseId}/`);
    expect(keys.filter((key) => key.includes(`/bundles/${bundleId}/`))).toHaveLength(1);
    expect(keys.filter((key) => key.includes('/parts/')).length).toBeGreaterThan(1);
    expect(readdirSync(instance.blobDir)).toEqual([]);
    for (const { bytes } of s3.bucket.whole.values()) expect(bytes.includes('Gonçalves')).toBe(false);
    expect(s3.bucket.begun.size).toBe(0);
    const { files } = await bundleOf(caseId, folder);
    expect(files.get('data/shop.invoice.json')?.toString() ?? [...files.keys()].join()).toContain('invoice_id');
  });

  it('is downloaded whole and in ranges to the byte, and of a range no more is fetched than it needs', async () => {
    const { bundleId, caseId, session } = one;
    const taken = async (range: { from: number; to: number } | null) => {
      const started = await startDownload(await session(), new Date(), range);
      if (!started.ok) throw new Error(started.reason);
      return Buffer.from(await new Response(await downloadStream(started.value)).arrayBuffer());
    };
    const { sha256, sizeBytes } = await db().bundle.findUniqueOrThrow({ where: { id: bundleId } });
    const whole = await taken(null);
    expect([whole.length, createHash('sha256').update(whole).digest('hex')]).toEqual([Number(sizeBytes), sha256]);
    s3.asked.length = 0;
    expect((await taken({ from: 100, to: 199 })).equals(whole.subarray(100, 200))).toBe(true);
    expect(s3.asked.map(({ method, range }) => `${method} ${range}`)[0]).toBe('GET bytes=0-6');
    expect(s3.asked).toHaveLength(2);
    expect((await taken({ from: whole.length - 50, to: whole.length - 1 })).equals(whole.subarray(-50))).toBe(true);
    expect(await db().downloadAttempt.count({ where: { caseId, outcome: 'complete' } })).toBeGreaterThan(0);
  });

  it('is backed up from the bucket and restored into another prefix, every object as it was; not beside anything', async () => {
    const name = `restored_${randomBytes(5).toString('hex')}`;
    const admin = await connected(serverUrl());
    try {
      await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
      const DATABASE_URL = Object.assign(new URL(serverUrl()), { pathname: `/${name}` }).href;
      const file = path.join(folder, 'backup.zip');
      const rightsdesk = (args: string[], settings: Record<string, string> = {}) =>
        run(process.execPath, ['lib/cli/rightsdesk.js', ...args], { env: { ...process.env, ...settings } });
      const { stdout, stderr } = await rightsdesk(['backup', file]);
      expect(stdout).toContain(` ${keysOf('desk/').length} files`);
      expect(stderr).not.toContain('!');
      await expect(rightsdesk(['restore', file], { DATABASE_URL })).rejects.toMatchObject({
        stderr: expect.stringContaining('s3://blobs/desk/ at') as string,
      });
      await rightsdesk(['restore', file], { DATABASE_URL, BLOB_URL: urlOf('again') });
      const bytesOf = (prefix: string) =>
        keysOf(`${prefix}/`)
          .map((key) => [key.slice(prefix.length), s3.bucket.get(key).bytes.toString('base64')])
          .sort();
      expect(bytesOf('again')).toEqual(bytesOf('desk'));
    } finally {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
    }
  });

  it('says that nothing is ready where the object is gone, and when its days are over the object is', async () => {
    const { caseId, bundleId, session } = one;
    const { blobKey, expiresAt } = await db().bundle.findUniqueOrThrow({ where: { id: bundleId } });
    const kept = s3.bucket.get(`desk/${blobKey}`);
    s3.bucket.whole.delete(`desk/${blobKey}`);
    const started = await startDownload(await session(), new Date());
    expect(started.ok && (await downloadStream(started.value))).toBeNull();
    expect(await db().downloadAttempt.findFirst({ where: { caseId }, orderBy: { startedAt: 'desc' } })).toMatchObject({
      sentBytes: 0n,
      endedAt: expect.any(Date) as Date,
    });
    s3.bucket.whole.set(`desk/${blobKey}`, kept);
    await removeExpired(new Date(expiresAt!.getTime() + 1000));
    expect(s3.bucket.whole.has(`desk/${blobKey}`)).toBe(false);
    expect(await db().bundle.findUniqueOrThrow({ where: { id: bundleId } })).toMatchObject({ state: 'destroyed' });
  });

  it('whose part is gone is told to the desk, and no copy without it is made', async () => {
    const { caseId, bundleId } = await approved();
    const [part = ''] = keysOf(`desk/cases/${caseId}/parts/`);
    s3.bucket.whole.delete(part);
    await buildBundle(bundleId, never);
    expect(await kindsOf(caseId)).toContain('BundleFailed');
    expect(keysOf(`desk/cases/${caseId}/bundles/`)).toEqual([]);
  });
});
