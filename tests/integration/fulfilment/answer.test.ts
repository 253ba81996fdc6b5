import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '@/lib/domain/bundle/schema';
import { LAW } from '@/lib/domain/law/law';
import { LOCALES } from '@/lib/domain/locale';
import { caseRow } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { copyWords } from '@/lib/features/cases/data/answer-words';
import { buildBundle, takeUpBundles } from '@/lib/features/fulfilment/mutations/build-bundle';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { openFieldsOf } from '@/lib/features/review/data';
import { sessionBy, statusOf } from '@/lib/features/requester/data';
import { enterByLink } from '@/lib/features/requester/mutations';
import { db } from '@/lib/platform/db/client';
import { Busy } from '@/lib/platform/db/exclusive';
import { signingKey } from '@/lib/platform/signing';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { ALICE, BOB, collecting, kindsOf, leaveShown, logOf, must } from '../requests/walk';
import { newestMail } from '../requester/mailbox';
import { bundleOf, readable } from './bundle-files';

let instance: TestInstance;
beforeAll(async () => {
  instance = await anInstance();
});
afterAll(() => instance.stop());

const never = new AbortController().signal;

/** When the queue would try again. */
const LATER = new Date('2026-11-22T12:00:00.000Z');

type Hiding = { collectionId: string; recordNo: number; scope: 'value' | 'field' | 'record'; field: string | null; passage: string | null };

const decidesOf = async (caseId: string, { collectionId, recordNo, field }: Omit<Hiding, 'passage'>): Promise<string[]> =>
  (await openFieldsOf(caseId, collectionId, recordNo)).filter((open) => field === null || field === open);

/** A case up to the approval of the copy. @returns the bundle that is to be made */
async function approved(hiding: readonly Hiding[] = []): Promise<{ caseId: string; bundleId: string; reference: string }> {
  const { caseId, taskId, reference } = await collecting();
  await collectFromSystem(taskId, never);
  for (const { passage, ...where } of hiding) {
    await must(caseId, { type: 'RedactValue', redactionId: randomUUID(), ground: 'GDPR-15-4', decides: await decidesOf(caseId, where), detail: { passage, facts: 'It names a colleague.' }, ...where });
  }
  // The address of a colleague: what the data map leaves to a person and nobody hid is left shown.
  if (!hiding.some(({ collectionId }) => collectionId === 'shop.employee')) await leaveShown(caseId);
  const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
  await must(caseId, { type: 'DecideRight', rightItemId, outcome: 'granted', grounds: [], facts: '', despiteHidden: 'Every value of theirs is in it.' });
  await must(caseId, { type: 'ApproveDecision' }, BOB);
  const { id: bundleId } = await db().bundle.findFirstOrThrow({ where: { caseId } });
  return { caseId, bundleId, reference };
}

const CITATION = 'Art. 15(4) GDPR; Recital 63';

const HIDDEN: readonly Hiding[] = [
  { collectionId: 'shop.invoice', recordNo: 0, scope: 'value', field: 'billing_address', passage: 'Jane Peacock' },
  { collectionId: 'shop.invoice', recordNo: 1, scope: 'field', field: 'billing_address', passage: null },
  { collectionId: 'shop.employee', recordNo: 0, scope: 'field', field: 'email', passage: null },
  { collectionId: 'shop.track', recordNo: 0, scope: 'value', field: 'composer', passage: 'Jane Peacock' },
  { collectionId: 'shop.invoice_line', recordNo: 2, scope: 'record', field: null, passage: null },
];

describe('an access request, from the form to the bundle', () => {
  let made: Awaited<ReturnType<typeof bundleOf>>;
  let caseId: string;
  let reference: string;
  beforeAll(async () => {
    const one = await approved(HIDDEN);
    ({ caseId, reference } = one);
    await buildBundle(one.bundleId, never);
    made = await bundleOf(caseId, instance.blobDir);
  });

  const json = (name: string): unknown => JSON.parse(made.files.get(name)!.toString('utf8'));
  const manifest = () => json('manifest.json') as Manifest;

  it('ends with a case that is ready, told to the requester, and said in the log', async () => {
    expect(await caseRow(caseId)).toMatchObject({ state: 'ready', nextStep: 'awaitNotice' });
    expect((await logOf(caseId)).slice(-2)).toMatchObject([
      { kind: 'BundleSealed', actor: { kind: 'system', id: 'worker' }, data: { records: 8, keyId: manifest().signature.keyId, files: manifest().files.length } },
      { kind: 'NoticeQueued', data: { notice: 'answerReady' } },
    ]);
    expect(await kindsOf(caseId)).toEqual([
      'RequestReceived', 'NoticeQueued', 'EmailConfirmed', 'NoticeQueued', 'IdentityAccepted', 'CollectionStarted', 'SourceAnswered', 'CollectionFinished',
      ...HIDDEN.map(() => 'ValueRedacted'), 'OutcomeDecided', 'DecisionApproved', 'BundleSealed', 'NoticeQueued',
    ]);
  });

  it('has every record that is not hidden, as the source wrote it', () => {
    expect(json('data/shop.customer.json')).toMatchObject([{ customer_id: 1, first_name: 'Luís', last_name: 'Gonçalves', email: 'Luis@example.com' }]);
    expect(json('data/shop.invoice.json')).toMatchObject([{ invoice_id: 1, total: '3.98' }, { invoice_id: 2, total: '0.99' }]);
    expect(json('data/shop.invoice_line.json')).toMatchObject([{ invoice_line_id: 1 }, { invoice_line_id: 2 }]);
    expect((json('data/shop.track.json') as { name: string }[]).map(({ name }) => name)).toEqual(['Ode', 'Тишина']);
  });

  it('shows nothing that was hidden in any of its files, neither by the desk nor by the data map', () => {
    expect(made.files.size).toBeGreaterThan(12);
    for (const [name, bytes] of made.files) expect(readable(name, bytes), name).not.toMatch(/Peacock|jane@chinook|1973-08-29|\b1973\b/);
    expect(readable('index.html', made.files.get('index.html')!)).toContain('Gonçalves');
    expect(readable('report.pdf', made.files.get('report.pdf')!)).toContain('Gonçalves');
    expect(readable('report.pdf', made.files.get('report.pdf')!)).toContain(reference);
  });

  it('says in every form by what it was searched, in which form, and by what not: kinds, never a value', async () => {
    expect(manifest().searched[0]).toMatchObject({ sought: { by: [{ kind: 'email', form: 'lowerUnicode' }], through: [], notBy: [{ kind: 'phone', reason: 'notConfirmed' }] } });
    const { search } = await statusOf(caseId as AuthorizedCaseId, new Date());
    expect(search?.by.lines).toEqual([expect.stringMatching(/^E-mail address: capitals/u)]);
    expect(search?.notBy.lines).toEqual([expect.stringMatching(/^Phone number: one was given, but it is not confirmed/u)]);
    for (const name of ['index.html', 'report.pdf']) {
      for (const line of [...search!.by.lines, ...search!.notBy.lines]) expect(readable(name, made.files.get(name)!)).toContain(line);
    }
    expect(JSON.stringify([search, manifest().searched])).not.toMatch(/luis|3923/iu);
  });

  it('says what was hidden, how often, on which ground, and what was searched', () => {
    expect(manifest().withheld.map(({ collection, what, count, citation, facts }) => ({ collection, what, count, citation, facts }))).toEqual([
      { collection: 'Your contact with us', what: 'First name', count: 1, citation: CITATION, facts: null },
      { collection: 'Your contact with us', what: 'Last name', count: 1, citation: CITATION, facts: null },
      { collection: 'Your contact with us', what: 'Date of birth', count: 1, citation: CITATION, facts: null },
      { collection: 'Your contact with us', what: 'E-mail', count: 1, citation: CITATION, facts: 'It names a colleague.' },
      { collection: 'Bills', what: 'Street', count: 2, citation: CITATION, facts: 'It names a colleague.' },
      { collection: 'Lines of your bills', what: 'Whole record', count: 1, citation: CITATION, facts: 'It names a colleague.' },
      { collection: 'Tracks you bought', what: 'Composer', count: 1, citation: CITATION, facts: 'It names a colleague.' },
    ]);
    expect(manifest().searched.map(({ collection, result, count }) => [collection, result, count])).toEqual([
      ['Customer', 'found', 1], ['Your contact with us', 'found', 1], ['Bills', 'found', 2], ['Lines of your bills', 'found', 3], ['Tracks you bought', 'found', 2],
    ]);
  });

  it('is what its manifest says, byte by byte, and the manifest is signed with the published key', () => {
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    for (const { path, sha256: listed, sizeBytes, records } of manifest().files) {
      const bytes = made.files.get(path)!;
      expect([path, sha256(bytes), bytes.length]).toEqual([path, listed, sizeBytes]);
      if (path.startsWith('data/') && path.endsWith('.json')) expect((json(path) as unknown[]).length).toBe(records);
    }
    expect([...made.files.keys()].sort()).toEqual([...manifest().files.map(({ path }) => path), 'manifest.json', 'manifest.json.sig'].sort());
    const [bytes, signature] = [made.files.get('manifest.json')!, made.files.get('manifest.json.sig')!];
    expect(verify(null, bytes, createPublicKey(signingKey().publicKeyPem), signature)).toBe(true);
    expect(manifest().signature.keyId).toBe(signingKey().keyId);
    expect(made.row).toMatchObject({ sha256: sha256(made.zip), manifestSha256: sha256(bytes), sizeBytes: BigInt(made.zip.length), recordsWritten: 8 });
  });

  it('tells the row what is in it and until when', () => {
    expect(made.row.contents).toEqual([
      { collectionId: 'shop.customer', records: 1, bytes: expect.any(Number) as number },
      { collectionId: 'shop.employee', records: 1, bytes: expect.any(Number) as number },
      { collectionId: 'shop.invoice', records: 2, bytes: expect.any(Number) as number },
      { collectionId: 'shop.invoice_line', records: 2, bytes: expect.any(Number) as number },
      { collectionId: 'shop.track', records: 2, bytes: expect.any(Number) as number },
    ]);
    expect(made.row.expiresAt!.getTime() - made.row.sealedAt!.getTime()).toBeGreaterThan(29 * 86_400_000);
  });

  it('says in the mail and on the page how much is hidden and why', async () => {
    const sentence = '8 values in your copy are hidden: another person’s data (Art. 15(4) GDPR; Recital 63).';
    expect(made.row.withheld).toEqual([{ ground: 'GDPR-15-4', count: 8 }]);
    const mail = await newestMail(caseId);
    expect(mail.text).toContain(sentence);
    expect(mail.text).toContain('before the copy is shown we send a code');
    expect(await statusOf(caseId as AuthorizedCaseId, new Date())).toMatchObject({ nothing: null, bundle: { withheld: [sentence] }, rights: [{ standing: 'done' }] });
  });

  it('has a link in its mail that opens the page once, and no data', async () => {
    const { token } = await newestMail(caseId);
    const entered = await enterByLink(token, 'chinook', new Date());
    if (!entered.ok) throw new Error(entered.reason);
    expect(await sessionBy(entered.value, 'chinook', new Date())).toMatchObject({ caseId, fresh: false });
    expect(await enterByLink(token, 'chinook', new Date())).toMatchObject({ ok: false, reason: 'used' });
  });

  it('is made once: its job may run again', async () => {
    await buildBundle(made.row.id, never);
    expect((await kindsOf(caseId)).filter((kind) => kind === 'BundleSealed')).toHaveLength(1);
    expect(await db().bundle.findUniqueOrThrow({ where: { id: made.row.id } })).toEqual(made.row);
  });
});

describe('a person of whom nothing is held', () => {
  it('reads that first, on the page and in the mail, with what else they could give', async () => {
    const { caseId, taskId } = await collecting({ email: 'nobody@example.net', identifiers: {} });
    await collectFromSystem(taskId, never);
    const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
    await must(caseId, { type: 'DecideRight', rightItemId, outcome: 'noData', grounds: [], facts: '', despiteHidden: null });
    expect((await statusOf(caseId as AuthorizedCaseId, new Date())).nothing).toBeNull();
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    const nothing = { held: 'We hold nothing about you under what you gave us: the e-mail address.', more: expect.stringMatching(/^If another e-mail address( or .+)? may be known to us as well, send a new request that names it\.$/) as string };
    expect(await statusOf(caseId as AuthorizedCaseId, new Date())).toMatchObject({ state: 'ready', bundle: null, nothing });
    const { text } = await newestMail(caseId);
    expect(text.startsWith(nothing.held)).toBe(true);
    expect(text).not.toContain('we send a code');
  });
});

describe('a bundle that cannot be made', { timeout: 180_000 }, () => {
  const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);

  it('is said in the log, leaves no file, and is made by a later try', async () => {
    const { caseId, bundleId } = await approved();
    const folder = `${instance.blobDir}/cases/${caseId}/bundles`;
    await mkdir(folder, { recursive: true });
    const part = await db().collectedPart.findFirstOrThrow({ where: { caseId } });
    const file = `${instance.blobDir}/${part.blobKey}`;
    const kept = await readFile(file);
    await writeFile(file, 'not what was sealed');
    await expect(buildBundle(bundleId, never, LATER)).rejects.toThrow();
    await writeFile(file, kept);
    const stop = new AbortController();
    stop.abort();
    await expect(buildBundle(bundleId, stop.signal, LATER)).rejects.toThrow();
    // A file where the folder should be: what a broken disk looks like from here.
    await rm(folder, { recursive: true });
    await writeFile(folder, '');
    await expect(buildBundle(bundleId, never, LATER)).rejects.toThrow(/ENOTDIR|EEXIST/);
    await rm(folder);
    await mkdir(folder);
    expect((await logOf(caseId)).slice(-3)).toMatchObject([1, 2, 3].map((attempt) => ({ kind: 'BundleFailed', data: { bundleId, attempt, retryAt: LATER.toISOString() } })));
    expect((await caseRow(caseId))?.state).toBe('preparing');
    expect(filesIn(folder)).toEqual([]);
    await buildBundle(bundleId, never);
    expect((await caseRow(caseId))?.state).toBe('ready');
    expect(filesIn(folder)).toHaveLength(1);
  });

  it('is taken up again once its tries are used up, and left alone while the queue will try it by itself', async () => {
    const { bundleId } = await approved();
    const jobs = () => instance.sql.query('SELECT attempts, max_attempts FROM graphile_worker.jobs WHERE key = $1', [`bundle:${bundleId}`]);
    await instance.sql.query('UPDATE graphile_worker._private_jobs SET attempts = 3 WHERE key = $1', [`bundle:${bundleId}`]);
    await takeUpBundles();
    expect((await jobs()).rows).toMatchObject([{ attempts: 3 }]);
    await instance.sql.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = $1', [`bundle:${bundleId}`]);
    await takeUpBundles();
    expect((await jobs()).rows).toMatchObject([{ attempts: 0 }]);
  });

  it('is given to a person when its last try fails, and made again when they say so', async () => {
    const { caseId, bundleId } = await approved();
    const folder = `${instance.blobDir}/cases/${caseId}/bundles`;
    await writeFile(folder, '');
    await buildBundle(bundleId, never);
    expect(await db().bundle.findUniqueOrThrow({ where: { id: bundleId } })).toMatchObject({ state: 'failed', failure: 'Error' });
    expect(await caseRow(caseId)).toMatchObject({ state: 'preparing', nextStep: 'mendBundle' });
    await rm(folder);
    await must(caseId, { type: 'RetryBundle' });
    await buildBundle(bundleId, never);
    expect((await caseRow(caseId))?.state).toBe('ready');
    expect((await kindsOf(caseId)).slice(-4)).toEqual(['BundleFailed', 'BundleRetried', 'BundleSealed', 'NoticeQueued']);
  });

  it.each([
    ['the file of a part is gone', async (caseId: string) => rm(`${instance.blobDir}/${(await db().collectedPart.findFirstOrThrow({ where: { caseId } })).blobKey}`)],
    ['the row of a part is gone', async (caseId: string) => db().collectedPart.delete({ where: { id: (await db().collectedPart.findFirstOrThrow({ where: { caseId } })).id } })],
    ['a result says more than is kept', async (caseId: string) => db().sourceResult.updateMany({ where: { caseId, collectionId: 'shop.invoice' }, data: { records: 3 } })],
    ['a result is not final', async (caseId: string) => db().sourceResult.updateMany({ where: { caseId, collectionId: 'shop.track' }, data: { result: 'collecting' } })],
    ['a result is gone and its parts are not', async (caseId: string) => db().sourceResult.deleteMany({ where: { caseId, collectionId: 'shop.invoice' } })],
    ['a system has not answered', async (caseId: string) => db().collectionTask.updateMany({ where: { caseId }, data: { state: 'running' } })],
  ] as const)('is never sealed while %s: the desk collects again, and the copy is whole', async (_, spoil) => {
    const { caseId, bundleId } = await approved(HIDDEN.slice(0, 1));
    await spoil(caseId);
    await buildBundle(bundleId, never, LATER);
    expect(await caseRow(caseId)).toMatchObject({ state: 'preparing', nextStep: 'mendBundle' });
    expect((await logOf(caseId)).at(-1)).toMatchObject({ kind: 'BundleFailed', data: { reason: 'recordsMissing' } });
    expect((await logOf(caseId)).at(-1)!.data).not.toHaveProperty('retryAt');
    await must(caseId, { type: 'CollectAgain', systemIds: ['shop'] });
    expect(await caseRow(caseId)).toMatchObject({ state: 'collecting', decidedById: null });
    expect(await db().redaction.count({ where: { caseId, undoneAt: null } })).toBe(0);
    expect(await db().shownValue.count({ where: { caseId, undoneAt: null } })).toBe(0);
    const { id: taskId } = await db().collectionTask.findFirstOrThrow({ where: { caseId } });
    await collectFromSystem(taskId, never);
    const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
    const grant = { type: 'DecideRight', rightItemId, outcome: 'granted', grounds: [], facts: '', despiteHidden: 'Every value of theirs is in it.' } as const;
    expect(await handle(caseId, grant, ALICE)).toMatchObject({ ok: false, reason: 'valuesUndecided' });
    await leaveShown(caseId);
    await must(caseId, grant);
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    const again = await db().bundle.findFirstOrThrow({ where: { caseId, state: 'building' } });
    await buildBundle(bundleId, never);
    await buildBundle(again.id, never);
    expect(await db().bundle.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' }, select: { id: true, state: true, recordsWritten: true } })).toEqual([
      { id: bundleId, state: 'dropped', recordsWritten: expect.any(Number) as number },
      { id: again.id, state: 'sealed', recordsWritten: 9 },
    ]);
  });

  it('is made by one process at a time, whoever else tries', async () => {
    const { caseId, bundleId } = await approved();
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => buildBundle(bundleId, never, LATER)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).not.toEqual([]);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Busy);
    expect((await kindsOf(caseId)).filter((kind) => kind.startsWith('Bundle'))).toEqual(['BundleSealed']);
    expect(filesIn(`${instance.blobDir}/cases/${caseId}/bundles`)).toHaveLength(1);
    await expect(db().bundle.createMany({ data: ['building', 'failed'].map((state) => ({ id: randomUUID(), caseId, locale: 'en', state })) })).rejects.toThrow(/one_at_a_time/);
  });

  it('is not made for a case that was withdrawn meanwhile', async () => {
    const { caseId, bundleId } = await approved();
    await must(caseId, { type: 'WithdrawRequest', told: null }, { kind: 'requester', id: caseId });
    await buildBundle(bundleId, never);
    expect(await db().bundle.findUniqueOrThrow({ where: { id: bundleId } })).toMatchObject({ state: 'building', blobKey: null });
    expect((await caseRow(caseId))).toMatchObject({ state: 'closed', closedHow: 'withdrawn' });
  });
});

describe('the words for what is hidden', () => {
  it('exist for every exemption of every law in every language', () => {
    for (const locale of LOCALES) {
      const words = copyWords(locale);
      for (const { id } of LAW.flatMap(({ exemptions }) => exemptions)) {
        expect(words.hidden(id)).toMatch(/^\[.+\]$/);
        expect(words.ground(id)).not.toBe('');
        expect(words.citation(id)).not.toBe('');
      }
    }
  });
});
