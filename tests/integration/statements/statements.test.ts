import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBundle } from '@/lib/documents/bundle/verify';
import { LOCALES, type Locale } from '@/lib/domain/locale';
import type { RightId } from '@/lib/domain/law/types';
import { mailDeliveryCode, takeStatement, verifyDelivery } from '@/lib/features/delivery/mutations';
import { sessionBy } from '@/lib/features/requester/data/sessions';
import { statusOf } from '@/lib/features/requester/data/status';
import { openSession } from '@/lib/features/requester/mutations';
import { submitAlone } from '@/lib/features/requests/mutations';
import { makeStatement } from '@/lib/features/statements/mutations';
import { db } from '@/lib/platform/db/client';
import { signingKey } from '@/lib/platform/signing';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { pageTexts } from '../bundle/pdf-text';
import { filesOf } from '../bundle/unpack';
import { newestMail } from '../requester/mailbox';
import { answers, BOB, kindsOf, must } from '../requests/walk';

let instance: TestInstance;
let folder: string;
beforeAll(async () => {
  instance = await anInstance({
    CONTROLLERS_DIR: path.join(import.meta.dirname, '..', '..', '..', 'controllers'),
  });
  folder = mkdtempSync(path.join(tmpdir(), 'statement-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await instance.stop();
});

const CALIFORNIA = {
  statement: 'Your California Privacy Rights',
  street: '12 Example Avenue',
  city: 'Fresno',
  state: 'CA',
  zip: '93700',
  affirmed: true,
} as const;

async function asked(right: RightId, locale: Locale, receivedAt: string): Promise<{ caseId: string; itemId: string }> {
  const regime = right === 'shine_the_light' ? 'CA_SHINE_THE_LIGHT' : 'CCPA';
  const { caseId } = await submitAlone({
    controllerId: 'sessia',
    answers: answers({
      locale,
      residence: 'US-CA',
      relation: 'customer',
      rights: [`${regime}:${right}`],
      name: 'Emily Carter',
      email: `${locale}.${right}@example.com`,
      identifiers: {},
      ...(right === 'shine_the_light' && { california: CALIFORNIA }),
    }),
    channel: 'form',
    receivedAt: new Date(receivedAt),
  });
  await must(caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: caseId });
  if (right === 'know_categories') await must(caseId, { type: 'AcceptIdentity', method: 'confirmedEmail' });
  return { caseId, itemId: (await db().rightItem.findFirstOrThrow({ where: { caseId } })).id };
}

const answered = async (caseId: string, rightItemId: string, facts = ''): Promise<void> => {
  await must(caseId, { type: 'DecideRight', rightItemId, outcome: 'granted', grounds: [], facts });
  await must(caseId, { type: 'ApproveDecision' }, BOB);
};

/** Opens the data to the requester's browser by the code from the mail. */
async function fresh(caseId: string, secret: string): Promise<void> {
  expect(await mailDeliveryCode(caseId, new Date())).toMatchObject({ ok: true });
  const session = (await sessionBy(secret, 'sessia', new Date()))!;
  await verifyDelivery(session, (await newestMail(caseId)).code, new Date());
}

it.each(LOCALES)('names who received what for their own marketing, in %s, behind a fresh code', async (locale) => {
  const { caseId, itemId } = await asked('shine_the_light', locale, '2026-11-20T10:00:00Z');
  await answered(caseId, itemId);
  const { id } = await db().statement.findUniqueOrThrow({ where: { rightItemId: itemId } });
  const secret = await openSession(db(), caseId, new Date());
  const session = async () => (await sessionBy(secret, 'sessia', new Date()))!;
  // It is read on the page from the moment of the answer; there is nothing to fetch before its document was made.
  const [first] = (await statusOf(caseId as never, new Date())).rights;
  expect(first).toMatchObject({ standing: 'done', statement: { made: false } });
  expect(await takeStatement(await session(), id, new Date())).toMatchObject({ reason: 'nothingReady' });
  await makeStatement(id);
  await makeStatement(id);
  expect(await takeStatement(await session(), id, new Date())).toMatchObject({ reason: 'notFresh' });
  await fresh(caseId, secret);
  const taken = await takeStatement(await session(), id, new Date());
  if (!taken.ok) throw new Error(taken.reason);
  expect((await kindsOf(caseId)).filter((kind) => kind.startsWith('Statement'))).toEqual([
    'StatementMade',
    'StatementDownloaded',
  ]);

  const zip = path.join(folder, `${locale}.zip`);
  writeFileSync(zip, taken.value.zip);
  expect(await verifyBundle(zip, [createPublicKey(signingKey().publicKeyPem)])).toMatchObject({
    ok: true,
    value: { problems: [], manifest: { reference: taken.value.reference } },
  });
  const files = await filesOf(zip);
  expect(JSON.parse(files.get('statement.json')!.toString())).toMatchObject({
    format: 'rightsdesk-statement/1',
    year: 2025,
    answer: 'disclosed',
    thirdParties: [
      { name: 'Sample Garden', address: '3 Example Park, Plovdiv, Bulgaria', categories: ['i', 'ii'] },
      { name: 'Example Travel Inc.', categories: ['ii', 'xviii'] },
    ],
  });
  const pdf = pageTexts(files.get('statement.pdf')!).join(' ').replaceAll(/\s+/g, ' ');
  for (const words of [
    '2025',
    'Sample Garden',
    '3 Example Park',
    '200 Example Road',
    '12 Example Avenue',
    'Fresno, CA 93700',
  ])
    expect(pdf).toContain(words);
  for (const line of first?.statement?.words.list?.lines ?? ['missing']) expect(pdf).toContain(line);
});

it('says in the short form that nothing was disclosed in a year of which the map says so', async () => {
  const { caseId, itemId } = await asked('shine_the_light', 'en', '2025-11-20T10:00:00Z');
  await answered(caseId, itemId);
  const [right] = (await statusOf(caseId as never, new Date())).rights;
  expect(right?.statement?.words).toMatchObject({ list: null, tables: [] });
  expect(right?.statement?.words.paragraphs.join()).toContain('In the calendar year 2024, Sessia disclosed none');
});

it('is for the desk to write where the map says nothing of the year', async () => {
  const { caseId, itemId } = await asked('shine_the_light', 'en', '2024-11-20T10:00:00Z');
  await expect(answered(caseId, itemId)).rejects.toThrow('answerMissing');
  await expect(answered(caseId, itemId, 'In 2023 nobody received anything.')).rejects.toThrow('contentsMissing');
  expect(await db().statement.count({ where: { caseId } })).toBe(0);
});

it('tells the kinds of data with sources, purposes and two lists of recipients', async () => {
  const { caseId, itemId } = await asked('know_categories', 'en', '2026-11-20T10:00:00Z');
  await answered(caseId, itemId);
  const { id } = await db().statement.findUniqueOrThrow({ where: { rightItemId: itemId } });
  await makeStatement(id);
  const secret = await openSession(db(), caseId, new Date());
  await fresh(caseId, secret);
  const taken = await takeStatement((await sessionBy(secret, 'sessia', new Date()))!, id, new Date());
  if (!taken.ok) throw new Error(taken.reason);
  const zip = path.join(folder, 'categories.zip');
  writeFileSync(zip, taken.value.zip);
  const said = JSON.parse((await filesOf(zip)).get('statement.json')!.toString()) as Record<string, unknown[]>;
  expect(said.soldOrShared).toEqual([]);
  expect(said.categories).toContainEqual(expect.objectContaining({ title: 'Address book' }));
  expect(said.disclosed).toContainEqual(expect.objectContaining({ kind: 'Service providers, who work for us' }));
});

it('is not handed to the session of another case', async () => {
  const { caseId, itemId } = await asked('shine_the_light', 'en', '2026-11-19T10:00:00Z');
  await answered(caseId, itemId);
  const { id } = await db().statement.findUniqueOrThrow({ where: { rightItemId: itemId } });
  await makeStatement(id);
  const other = await asked('shine_the_light', 'ru', '2026-11-18T10:00:00Z');
  await answered(other.caseId, other.itemId);
  await makeStatement((await db().statement.findUniqueOrThrow({ where: { rightItemId: other.itemId } })).id);
  const secret = await openSession(db(), other.caseId, new Date());
  await fresh(other.caseId, secret);
  const session = (await sessionBy(secret, 'sessia', new Date()))!;
  expect(await takeStatement(session, id, new Date())).toMatchObject({ reason: 'nothingReady' });
});
