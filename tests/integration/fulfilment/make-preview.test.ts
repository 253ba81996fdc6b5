import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyBundle } from '@/lib/documents/bundle/verify';
import type { Manifest } from '@/lib/domain/bundle/schema';
import { makePreview } from '@/lib/features/fulfilment/mutations/preview';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { signingKey } from '@/lib/platform/signing';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { filesOf } from '../bundle/unpack';
import { readable } from './bundle-files';

const instance = instanceOfFile();

const AT = new Date('2026-11-22T12:00:00.000Z');
const never = new AbortController().signal;
const reported: string[] = [];
const fileOf = (name: string) => path.join(instance.blobDir, name);
const preview = (name: string, signal = never) =>
  makePreview(
    {
      controller: controller('chinook'),
      identities: { email: ['luis@example.com'] },
      locale: 'en',
      file: fileOf(name),
      report: (progress) => reported.push(progress),
    },
    AT,
    signal,
  );

describe('a preview', { timeout: 180_000 }, () => {
  it("is a signed bundle of one identity without a case, with other people's data hidden as the map says", async () => {
    const made = await preview('luis.zip');
    expect(made).toMatchObject({
      records: 9,
      sizeBytes: statSync(fileOf('luis.zip')).size,
      collections: [
        { collectionId: 'shop.customer', records: 1 },
        { collectionId: 'shop.employee', records: 1 },
        { collectionId: 'shop.invoice', records: 2 },
        { collectionId: 'shop.invoice_line', records: 3 },
        { collectionId: 'shop.track', records: 2 },
      ],
    });
    expect(await verifyBundle(fileOf('luis.zip'), [createPublicKey(signingKey().publicKeyPem)])).toMatchObject({
      ok: true,
      value: { problems: [] },
    });
    const files = await filesOf(fileOf('luis.zip'));
    const manifest = JSON.parse(files.get('manifest.json')!.toString('utf8')) as Manifest;
    expect(manifest).toMatchObject({
      reference: null,
      receivedOn: '2026-11-22',
      withheld: [
        { what: 'First name', count: 1 },
        { what: 'Last name', count: 1 },
        { what: 'Date of birth', count: 1 },
      ],
    });
    for (const [name, bytes] of files) expect(readable(name, bytes), name).not.toContain('1973-08-29');
    expect(await db().case.count()).toBe(0);
    expect(reported).toContain('shop: searched 5 collections, found something in 5, could not search 0');
  });

  it('is said in the log by the kinds of identity, not by their values', async () => {
    const event = await db().auditEvent.findFirstOrThrow({
      where: { kind: 'PreviewMade' },
      orderBy: { position: 'desc' },
    });
    expect(JSON.parse(event.body)).toMatchObject({
      actor: { kind: 'system', id: 'operator' },
      controllerId: 'chinook',
      data: { identities: ['email'], records: 9 },
    });
    expect(event.body).not.toContain('luis');
  });

  it('is not made from half of the sources, nor to its middle: no file, no word in the log', async () => {
    const before = await db().auditEvent.count();
    const stop = new AbortController();
    stop.abort();
    await expect(preview('stopped.zip', stop.signal)).rejects.toThrow('interrupted');
    process.env.CHINOOK_DB_URL = '';
    await expect(preview('down.zip')).rejects.toThrow('shop.customer: notConfigured: set CHINOOK_DB_URL');
    process.env.CHINOOK_DB_URL = instance.shop.readOnlyUrl;
    await expect(preview(path.join('nowhere', 'luis.zip'))).rejects.toThrow('ENOENT');
    expect(existsSync(fileOf('stopped.zip')) || existsSync(fileOf('down.zip'))).toBe(false);
    expect(readdirSync(instance.blobDir).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(await db().auditEvent.count()).toBe(before);
  });
});
