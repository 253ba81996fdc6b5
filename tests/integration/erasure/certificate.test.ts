import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBundle } from '@/lib/documents/bundle/verify';
import { LOCALES } from '@/lib/domain/locale';
import { mailDeliveryCode, takeCertificate, verifyDelivery } from '@/lib/features/delivery/mutations';
import { sessionBy } from '@/lib/features/requester/data/sessions';
import { statusOf } from '@/lib/features/requester/data/status';
import { openSession } from '@/lib/features/requester/mutations';
import type { RequesterSession } from '@/lib/features/requester/types';
import { db } from '@/lib/platform/db/client';
import { translator } from '@/lib/platform/i18n/translator';
import { signingKey } from '@/lib/platform/signing';
import type { TestInstance } from '@/tests/support/demo-controllers';
import { pageTexts } from '../bundle/pdf-text';
import { filesOf } from '../bundle/unpack';
import { newestMail } from '../requester/mailbox';
import { kindsOf } from '../requests/walk';
import { carriedOut, erasingInstance, granted } from './erasing-case';

let instance: TestInstance;
let folder: string;
beforeAll(async () => {
  instance = await erasingInstance();
  folder = mkdtempSync(path.join(tmpdir(), 'certificate-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await instance.stop();
});

const sessionOf = async (secret: string): Promise<RequesterSession> =>
  (await sessionBy(secret, 'chinook', new Date()))!;

it.each(LOCALES)('is handed over in %s behind a fresh code, and is checked as a copy is', async (locale) => {
  const email = `${locale}@example.com`;
  const customerId = 90_000 + LOCALES.indexOf(locale);
  await instance.shop.sql.query(
    "INSERT INTO customer (customer_id, first_name, last_name, email) VALUES ($1, 'Some', 'Body', $2)",
    [customerId, email],
  );
  await instance.shop.sql.query(
    `INSERT INTO invoice (invoice_id, customer_id, invoice_date) VALUES (${customerId}1, ${customerId}, '2001-01-01'), (${customerId}2, ${customerId}, '2026-01-01')`,
  );
  const caseId = await granted(email, locale);
  const secret = await openSession(db(), caseId, new Date());
  expect(await takeCertificate(await sessionOf(secret), new Date())).toMatchObject({ reason: 'nothingReady' });
  expect(await mailDeliveryCode(caseId, new Date())).toMatchObject({ reason: 'nothingReady' });
  await carriedOut(caseId);
  const say = translator(locale, 'bundle');
  expect((await newestMail(caseId)).text).toContain(translator(locale, 'mail')('erased.button'));
  expect(await takeCertificate(await sessionOf(secret), new Date())).toMatchObject({ reason: 'notFresh' });
  expect(await mailDeliveryCode(caseId, new Date())).toMatchObject({ ok: true });
  await verifyDelivery(await sessionOf(secret), (await newestMail(caseId)).code, new Date());
  const taken = await takeCertificate(await sessionOf(secret), new Date());
  if (!taken.ok) throw new Error(taken.reason);
  expect((await kindsOf(caseId)).slice(-3)).toEqual(
    expect.arrayContaining(['DeliveryVerified', 'CertificateDownloaded']),
  );

  const zip = path.join(folder, `${locale}.zip`);
  writeFileSync(zip, taken.value.zip);
  const checked = await verifyBundle(zip, [createPublicKey(signingKey().publicKeyPem)]);
  expect(checked).toMatchObject({ ok: true, value: { problems: [], manifest: { reference: taken.value.reference } } });
  const files = await filesOf(zip);
  expect(JSON.parse(files.get('certificate.json')!.toString())).toMatchObject({
    format: 'rightsdesk-erasure/1',
    systems: [{ system: 'shop', collections: [{ blanked: 1 }, { deleted: 1, kept: 1 }, { deleted: 0 }] }],
    portal: { grounds: ['GDPR-17-3-e'], days: 1095 },
  });
  const pdf = pageTexts(files.get('certificate.pdf')!).join(' ').replaceAll(/\s+/g, ' ');
  for (const words of ['certificate.title', 'certificate.gone', 'certificate.stays', 'check'])
    expect(pdf).toContain(say(words));
  const portal = translator(locale, 'portal');
  const stays = [portal('kept.why'), expect.stringContaining('17'), portal('kept.until', { days: 1095 })];

  const { erasure, story } = await statusOf(caseId as never, new Date());
  expect(erasure).toMatchObject({ state: 'proved', systems: [{ id: 'shop', byPerson: false }] });
  expect(erasure!.portal).toEqual({ name: portal('name'), lines: stays });
  // Letters of another script stand in a run of their own.
  const close = (text: string) => text.replaceAll(/\s/g, '');
  for (const line of erasure!.portal!.lines) expect(close(pdf)).toContain(close(line));
  expect(story.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['erasurePlanned', 'erased']));
});
