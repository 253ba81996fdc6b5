import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseRow } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { loadSystems } from '@/lib/features/cases/loaders/systems';
import { readRecords } from '@/lib/features/collection/data/records';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { answerInquiryAction } from '@/lib/features/inquiries/actions';
import { loadDocument, loadInquiry } from '@/lib/features/inquiries/loaders';
import { watchInquiries } from '@/lib/features/inquiries/mutations/watch';
import { sendInquiryMail } from '@/lib/features/mail/mutations/send-inquiry';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { ALICE, BOB, grantAll, kindsOf, leaveShown, logOf, must } from '@/tests/integration/requests/walk';
import { bundleOf } from '@/tests/integration/fulfilment/bundle-files';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { mailServer, type MailServer } from '@/tests/support/mail-server';
import { controllersWithPapers, OWNER } from '@/tests/support/papers';
import { asked, contract, FOUND, formOf, never, newestInquiry, PDF } from './asked';

let instance: TestInstance;
let server: MailServer;
const controllers = controllersWithPapers();
beforeAll(async () => {
  server = await mailServer();
  instance = await anInstance({ SMTP_URL: server.url, CONTROLLERS_DIR: controllers.folder });
});
afterAll(async () => {
  await server.stop();
  await instance.stop();
  controllers.remove();
});

const LAST = 25;
const DAY = 86_400_000;
const NOTHING = { problems: [], raw: {} };

/** Sends the form; a form that is right ends with the page that says so. */
const send = (token: string, fields: Parameters<typeof formOf>[1]) =>
  answerInquiryAction(NOTHING, formOf(token, fields)).catch((error: Error) => {
    expect(error.message).toBe('NEXT_REDIRECT');
    return null;
  });

const systemsOf = async (caseId: string) =>
  Object.fromEntries((await loadSystems(caseId, controller('chinook').dataMap)).map((system) => [system.id, system]));

describe('a system that only its owner can look into', () => {
  it('is asked for by a mail with a link, and nothing personal is in the mail', async () => {
    server.taken.length = 0;
    const { caseId, inquiry, token } = await asked();
    expect((await systemsOf(caseId)).papers).toMatchObject({ state: 'asked', inquiry: { owner: 'Petra Paper' } });
    expect(await caseRow(caseId)).toMatchObject({ state: 'collecting', nextStep: 'awaitSources' });
    await sendInquiryMail(inquiry.mails[0]!.id, { attempt: 1, last: LAST });
    const [taken] = server.taken;
    expect(taken?.to).toEqual([OWNER]);
    const mail = await PostalMime.parse(taken!.source);
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain(`https://rights.example.com/asked/${token}`);
      expect(body).toContain('Paper files');
    }
    for (const personal of ['luis', 'Gon', '3923', 'CK-'])
      expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain(personal);
    expect((await logOf(caseId)).slice(-2)).toMatchObject([
      { kind: 'InquiryOpened', data: { system: 'papers', attempt: 1 } },
      { kind: 'InquiryMailed', data: { system: 'papers', mail: 'asked' } },
    ]);
    // The link stands in no row: whoever reads the database has none.
    const rows = JSON.stringify([await db().inquiry.findMany(), await db().inquiryMail.findMany()]);
    expect(rows).not.toContain(token);
  });

  it('shows to whoever holds the link whom to look for, by what is confirmed alone, and says so in the log', async () => {
    const { caseId, token } = await asked();
    expect(await loadInquiry(token)).toMatchObject({
      ok: true,
      value: {
        controller: 'Chinook',
        system: 'Paper files',
        name: 'Luís Gonçalves',
        knownBy: [{ kind: 'email', values: expect.arrayContaining(['luis@example.com']) as string[] }],
        // The phone number was given and is not confirmed: what is found by it is not asked.
        questions: [{ id: 'papers.contracts', title: 'Contracts' }],
      },
    });
    expect((await logOf(caseId)).at(-1)).toMatchObject({
      kind: 'InquiryRead',
      actor: { kind: 'system', id: 'portal' },
    });
  });

  it('answers with documents and words, which are searched, reviewed and handed over like what any system gave', async () => {
    const { caseId, token, inquiry } = await asked();
    await send(token, { ...FOUND, 'documents-papers-contracts': contract(), note: 'The cupboard on floor 2.' });
    expect(await caseRow(caseId)).toMatchObject({ state: 'reviewing', nextStep: 'decide' });
    const sent = {
      email: 'luis@example.com',
      text: null,
      document: 'Vertrag Gonçalves.pdf',
      mediaType: 'application/pdf',
    };
    expect((await readRecords(caseId, 'papers.contracts', 0, 9)).map(({ record }) => record)).toMatchObject([
      { email: 'luis@example.com', text: 'A contract of 2019.', document: null },
      { ...sent, bytes: PDF.length },
    ]);
    expect(await logOf(caseId)).toContainEqual(
      expect.objectContaining({
        kind: 'SourceAnswered',
        actor: { kind: 'system', id: 'portal' },
        data: {
          system: 'papers',
          result: 'found',
          collections: [{ collection: 'papers.contracts', records: 2 }],
          inquiryId: inquiry.id,
        },
      }),
    );
    const { papers } = await systemsOf(caseId);
    expect(papers).toMatchObject({ state: 'answered', records: 2, inquiry: { note: 'The cupboard on floor 2.' } });
    const { id } = papers!.documents[0]!;
    const document = await loadDocument(ALICE.id, caseId as AuthorizedCaseId, id);
    expect(new Uint8Array(await new Response(document!.body).arrayBuffer())).toEqual(PDF);

    await leaveShown(caseId);
    await grantAll(caseId);
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    const { id: bundleId } = await db().bundle.findFirstOrThrow({ where: { caseId } });
    await buildBundle(bundleId, never);
    const { files } = await bundleOf(caseId, instance.blobDir);
    expect(new Uint8Array(files.get('documents/papers.contracts/001-Vertrag-Gon-alves.pdf')!)).toEqual(PDF);
    expect(files.get('data/papers.contracts.json')!.toString()).toContain('A contract of 2019.');
    const manifest = JSON.parse(files.get('manifest.json')!.toString()) as {
      searched: { collection: string }[];
      files: { path: string }[];
    };
    expect(manifest.files.map(({ path }) => path)).toContain('documents/papers.contracts/001-Vertrag-Gon-alves.pdf');
  });

  it('leaves out of the copy a document whose record is hidden', async () => {
    const { caseId, token } = await asked();
    await send(token, { ...FOUND, 'documents-papers-contracts': contract() });
    await must(caseId, {
      type: 'RedactValue',
      redactionId: crypto.randomUUID(),
      ground: 'GDPR-15-4',
      decides: [],
      detail: { passage: null, facts: 'It names a colleague.' },
      collectionId: 'papers.contracts',
      recordNo: 1,
      scope: 'field',
      field: 'document',
    });
    await leaveShown(caseId);
    await grantAll(caseId);
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    const { id } = await db().bundle.findFirstOrThrow({ where: { caseId } });
    await buildBundle(id, never);
    const { files } = await bundleOf(caseId, instance.blobDir);
    expect([...files.keys()].filter((name) => name.startsWith('documents/'))).toEqual([]);
  });

  it.each([
    [{ 'result-papers-contracts': 'nothing' }, { result: 'nothing', reason: null }],
    [
      { 'result-papers-contracts': 'notApplicable', 'reason-papers-contracts': 'gone' },
      { result: 'notApplicable', reason: 'gone' },
    ],
  ])('answers that nothing is held, or that it does not apply: %j', async (fields, result) => {
    const { caseId, token } = await asked();
    await send(token, fields);
    expect(
      await db().sourceResult.findFirstOrThrow({ where: { caseId, collectionId: 'papers.contracts' } }),
    ).toMatchObject({ ...result, records: 0 });
    expect((await caseRow(caseId))?.state).toBe('reviewing');
  });

  it('gives back what was typed with what is wrong, and keeps nothing of it', async () => {
    const { caseId, token } = await asked();
    const html = contract(new TextEncoder().encode('<script>alert(1)</script>'), 'contract.pdf');
    const state = await send(token, { ...FOUND, 'documents-papers-contracts': html, note: 'Floor 2' });
    expect(state).toMatchObject({
      problems: [
        {
          field: 'documents-papers-contracts',
          text: 'Contracts: “contract.pdf” is not what its name says; save it anew, or as PDF',
        },
      ],
      raw: { 'text-papers-contracts': 'A contract of 2019.', note: 'Floor 2' },
    });
    expect(await db().collectedDocument.count({ where: { caseId } })).toBe(0);
    expect((await systemsOf(caseId)).papers?.state).toBe('asked');
  });
});

describe('an owner who does not answer', () => {
  it('is reminded once at half of the time, and then the desk is told; a late answer still counts', async () => {
    const { caseId, inquiry, token } = await asked();
    const after = (days: number) => new Date(inquiry.createdAt.getTime() + days * DAY);
    const mails = async () => (await newestInquiry(caseId)).mails.map(({ kind }) => kind);
    await watchInquiries(after(1));
    expect(await mails()).toEqual(['asked']);
    await watchInquiries(after(2.1));
    await watchInquiries(after(3));
    expect(await mails()).toEqual(['asked', 'reminder']);
    expect((await caseRow(caseId))?.nextStep).toBe('awaitSources');
    await watchInquiries(after(4.1));
    await watchInquiries(after(5));
    expect((await kindsOf(caseId)).filter((kind) => kind === 'SourceFailed')).toHaveLength(1);
    expect(await caseRow(caseId)).toMatchObject({ state: 'collecting', nextStep: 'retrySource' });
    expect((await systemsOf(caseId)).papers).toMatchObject({ state: 'failed', failure: 'noReply' });
    await send(token, FOUND);
    expect((await caseRow(caseId))?.state).toBe('reviewing');
  });

  it('gets a new link from the desk, which ends the one before', async () => {
    const { caseId, taskId, token } = await asked();
    await must(caseId, { type: 'RetrySource', systemId: 'papers' });
    await collectFromSystem(taskId, never);
    expect(await loadInquiry(token)).toMatchObject({ ok: false, reason: 'ended' });
    expect(await newestInquiry(caseId)).toMatchObject({ attempt: 2, answeredAt: null });
  });

  it('whom no mail reaches is named to the desk', async () => {
    const { caseId, inquiry } = await asked();
    server.refuseAt('recipient', 550);
    await sendInquiryMail(inquiry.mails[0]!.id, { attempt: LAST, last: LAST });
    server.refuseAt(null);
    expect((await systemsOf(caseId)).papers).toMatchObject({ state: 'failed', failure: 'ownerNotReached' });
    expect((await logOf(caseId)).slice(-2)).toMatchObject([{ kind: 'InquiryMailFailed' }, { kind: 'SourceFailed' }]);
  });
});
