import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JsonText } from '@/lib/domain/records/json-text';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { allRecords } from '@/lib/features/collection/data/records';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { submitAlone } from '@/lib/features/requests/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { bundleOf, readable } from '@/tests/integration/fulfilment/bundle-files';
import {
  ALICE,
  answers,
  BOB,
  collecting,
  grantAll,
  kindsOf,
  leaveShown,
  must,
} from '@/tests/integration/requests/walk';
import { TEST_CONTROLLERS } from '@/tests/support/chinook';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';

const never = new AbortController().signal;
const controllers = mkdtempSync(path.join(tmpdir(), 'rightsdesk-controllers-'));
let instance: TestInstance;

beforeAll(async () => {
  for (const name of ['chinook', 'other'])
    cpSync(path.join(TEST_CONTROLLERS, 'chinook'), path.join(controllers, name), { recursive: true });
  const file = path.join(controllers, 'other', 'controller.yaml');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('id: chinook', 'id: other').replace('Prefix: CK', 'Prefix: OT'),
  );
  instance = await anInstance({ CONTROLLERS_DIR: controllers });
});
afterAll(async () => {
  await instance.stop();
  rmSync(controllers, { recursive: true });
});

type Given = Partial<SubmittedAnswers> & { readonly confirmed?: boolean; readonly of?: string };

/** An earlier request, its mailbox confirmed unless it is said not to be. */
async function earlier({ confirmed = true, of = 'chinook', ...given }: Given) {
  const sent = await submitAlone({
    controllerId: of,
    answers: answers(given),
    channel: 'form',
    receivedAt: new Date(),
  });
  if (confirmed)
    await must(sent.caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: sent.caseId });
  return sent;
}

const write = (caseId: string, body: string, by: 'desk' | 'requester') =>
  must(
    caseId,
    { type: 'WriteMessage', messageId: randomUUID(), body },
    by === 'desk' ? ALICE : { kind: 'requester', id: caseId },
  );

/** What was kept of this portal for a case, by kind. */
async function held(caseId: string, kind: string) {
  const records = [];
  for await (const { record } of allRecords(caseId, `portal.${kind}`)) records.push(record);
  return records;
}

describe('what this portal keeps of a person', () => {
  it('is what they asked of this controller under their confirmed address, and nobody else’s', async () => {
    const email = 'Own@Example.com';
    const first = await earlier({ email, details: 'The first time.' });
    await write(first.caseId, 'Which years?', 'desk');
    await write(first.caseId, 'All of them.', 'requester');
    await must(first.caseId, { type: 'WriteNote', messageId: randomUUID(), body: 'Sounds angry.' });
    await must(first.caseId, { type: 'WithdrawRequest', told: null }, { kind: 'requester', id: first.caseId });
    const second = await earlier({ email: ' own@example.com', rights: ['GDPR:erasure'], details: 'The second time.' });
    await db().notice.updateMany({ where: { caseId: second.caseId }, data: { state: 'sent', sentAt: new Date() } });
    const forgotten = await earlier({ email, details: 'Forgotten.' });
    await db().caseKey.update({
      where: { caseId: forgotten.caseId },
      data: { wrappedKey: null, destroyedAt: new Date() },
    });
    await earlier({ email, details: 'Never confirmed.', confirmed: false });
    await earlier({ email: 'own2@example.com', details: 'Somebody else.' });
    await earlier({ email, details: 'To another controller.', of: 'other' });
    const { caseId, reference } = await collecting({ email, details: 'And now.' });

    const requests = await held(caseId, 'requests');
    expect(requests.map((one) => [one.reference, one.details, one.closedHow])).toEqual([
      [first.reference, 'The first time.', 'withdrawn'],
      [second.reference, 'The second time.', null],
      [reference, 'And now.', null],
    ]);
    expect(requests[0]).toMatchObject({
      channel: 'form',
      language: 'en',
      residence: 'IE',
      forWhom: 'self',
      otherPerson: null,
    });
    expect((await held(caseId, 'rights')).map((one) => [one.reference, one.law, one.right, one.outcome])).toEqual([
      [first.reference, 'EU law (GDPR)', 'access', null],
      [second.reference, 'EU law (GDPR)', 'erasure', null],
      [reference, 'EU law (GDPR)', 'access', null],
    ]);
    const written = await held(caseId, 'correspondence');
    expect(
      written.filter(({ kind }) => kind === 'message').map((one) => [one.reference, one.direction, one.text]),
    ).toEqual([
      [first.reference, 'toYou', 'Which years?'],
      [first.reference, 'fromYou', 'All of them.'],
    ]);
    const mails = written.filter(({ kind }) => kind === 'mail');
    // Only those that left: of the others nobody was told anything.
    expect(new Set(mails.map((one) => one.reference))).toEqual(new Set([second.reference]));
    for (const { text } of mails) {
      expect(text).toContain(second.reference);
      expect(text).not.toMatch(/\d{6}/);
      expect(text).not.toMatch(/https?:\/\/[^/\s]+\/[^…]/);
    }
    expect((await held(caseId, 'steps')).map((one) => [one.reference, one.step, one.result])).toEqual([
      [first.reference, 'emailConfirmed', null],
      [second.reference, 'emailConfirmed', null],
      [reference, 'emailConfirmed', null],
      [reference, 'identityAccepted', 'confirmedEmailOfAccount'],
    ]);
    const everything = JSON.stringify([requests, written]);
    for (const not of ['Sounds angry', 'Forgotten', 'Never confirmed', 'Somebody else', 'To another controller'])
      expect(everything).not.toContain(not);
  });

  it('is searched like a system, and said to be found by the address', async () => {
    const { caseId } = await collecting({ email: 'searched@example.com' });
    const task = await db().collectionTask.findUniqueOrThrow({
      where: { caseId_systemId: { caseId, systemId: 'portal' } },
    });
    expect(task).toMatchObject({ state: 'answered', attempts: 1, failure: null });
    const results = await db().sourceResult.findMany({ where: { taskId: task.id }, orderBy: { collectionId: 'asc' } });
    expect(results.map(({ collectionId, result, records }) => [collectionId, result, records])).toEqual([
      ['portal.correspondence', 'nothing', 0],
      ['portal.requests', 'found', 1],
      ['portal.rights', 'found', 1],
      ['portal.steps', 'found', 2],
    ]);
    expect(results.find(({ collectionId }) => collectionId === 'portal.requests')?.sought).toEqual({
      by: [{ kind: 'email', form: 'lowerUnicode' }],
      through: [],
      notBy: [],
    });
    expect(await kindsOf(caseId)).toContain('SourceAnswered');
  });

  it('of a request for somebody else waits for the desk, since it is about two people', async () => {
    const email = 'friend@example.com';
    const subject = {
      name: 'Nadia Weber',
      relation: 'authorised' as const,
      identifiers: { email: 'nadia@example.com' },
    };
    const asked = await earlier({
      email,
      forWhom: 'someoneElse',
      subject,
      identifiers: {},
      details: 'Nadia asked me to.',
    });
    await write(asked.caseId, 'Nadia moved to Sofia.', 'requester');
    const { caseId } = await collecting({ email });
    const [request] = await held(caseId, 'requests');
    expect(request).toMatchObject({
      reference: asked.reference,
      details: null,
      answers: null,
      otherPerson: 'Nadia Weber',
    });
    expect(request!.answersOfTwo).toEqual(new JsonText('{"details":"Nadia asked me to."}'));
    const [message] = (await held(caseId, 'correspondence')).filter(({ kind }) => kind === 'message');
    expect(message).toMatchObject({ text: null, textOfTwo: 'Nadia moved to Sofia.' });
    const marked = await db().sourceResult.findMany({ where: { caseId, collectionId: { startsWith: 'portal.' } } });
    const toDecide = marked.flatMap((one) =>
      Object.entries((one.marked as { toDecide: object } | null)?.toDecide ?? {}),
    );
    expect(Object.fromEntries(toDecide)).toEqual({ otherPerson: 1, answersOfTwo: 1, textOfTwo: 1 });
  });

  it('is in the copy: data, viewer and report, with what Art. 15 wants said of it', async () => {
    const { caseId, taskId, reference } = await collecting({ details: 'Everything, please.' });
    await collectFromSystem(taskId, never);
    await leaveShown(caseId);
    await grantAll(caseId);
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    const { id } = await db().bundle.findFirstOrThrow({ where: { caseId } });
    await buildBundle(id, never);
    const { files } = await bundleOf(caseId, instance.blobDir);
    const requests = JSON.parse(files.get('data/portal.requests.json')!.toString()) as Record<string, unknown>[];
    expect(requests).toMatchObject([{ reference, details: 'Everything, please.' }]);
    const fields = JSON.parse(files.get('fields.json')!.toString()) as { collections: Record<string, unknown>[] };
    expect(fields.collections.find(({ collectionId }) => collectionId === 'portal.requests')).toMatchObject({
      systemName: 'This portal',
      title: 'Your requests',
      purposes: [{ basis: 'the law requires it', citation: 'Art. 6(1)(c) GDPR' }],
      recipients: [{ name: 'Sample Hosting Ltd' }],
      retention: '1095 days after a request is closed',
      transfers: [],
      automatedDecisions: [],
    });
    for (const [name, words] of [
      ['index.html', 'Your requests'],
      ['report.pdf', 'by our form'],
      ['report.pdf', 'Get a copy of your data'],
      ['report.pdf', 'e-mail address confirmed'],
    ] as const)
      expect(readable(name, files.get(name)!)).toContain(words);
  });

  it('is no part of what is erased, corrected or restricted in systems', () => {
    const { dataMap, held: everything } = controller('chinook');
    expect(dataMap.systems.map(({ id }) => id)).toEqual(['shop']);
    expect(everything.systems.map(({ id }) => id)).toEqual(['shop', 'portal']);
  });

  it('does not keep "nothing held" from being answered where no system has anything', async () => {
    const { caseId, taskId } = await collecting({ email: 'unknown@example.com', identifiers: {} });
    await collectFromSystem(taskId, never);
    const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
    await must(caseId, { type: 'DecideRight', rightItemId, outcome: 'noData', grounds: [], facts: '', confirmed: [] });
    expect(await db().rightItem.findUniqueOrThrow({ where: { id: rightItemId } })).toMatchObject({ outcome: 'noData' });
  });
});
