import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConnector } from '@/lib/connectors/open';
import type { SourceError } from '@/lib/connectors/port';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { loadSystems } from '@/lib/features/cases/loaders/systems';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { readRecords } from '@/lib/features/collection/data/records';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { loadDocument } from '@/lib/features/inquiries/loaders';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { ALICE, collecting } from '@/tests/integration/requests/walk';
import { certified } from '@/tests/support/certificates';
import { aService, json, type Service } from '@/tests/support/http-service';
import { lastRequest, tell, trackerOfFile } from './tracker';

const world = trackerOfFile();
const never = new AbortController().signal;
const RESULTS = '{"visits":[{"page":"/records","at":"2026-10-01T08:00:00Z"}]}';

let files: Service;
beforeAll(async () => {
  files = await aService();
  files.answer = (_, response) => json(response, RESULTS);
});
afterAll(() => files.close());

/** A case that is collected for, and the task of the processor. */
async function asked(email?: string): Promise<{ caseId: string; taskId: string }> {
  const { caseId } = await collecting(email === undefined ? {} : { email });
  const { id: taskId } = await db().collectionTask.findFirstOrThrow({ where: { caseId, systemId: 'tracker' } });
  return { caseId, taskId };
}

const trackerNow = async (caseId: string) =>
  (await loadSystems(caseId, controller('chinook').dataMap)).find(({ id }) => id === 'tracker')!;

it('a processor is asked by what it knows people by, and what it gives is handed over as the document that it is', async () => {
  const { processor } = world;
  processor.identities = [
    { identity_type: 'email', identity_format: 'sha256' },
    { identity_type: 'controller_customer_id', identity_format: 'raw' },
    { identity_type: 'ios_vendor_id', identity_format: 'raw' },
  ];
  const { caseId, taskId } = await asked();
  await collectFromSystem(taskId, never);
  expect(await trackerNow(caseId)).toMatchObject({ state: 'waiting', failure: 'taken' });
  const id = lastRequest(processor);
  expect(processor.requests.get(id)).toMatchObject({
    subject_request_type: 'access',
    subject_identities: [
      {
        identity_type: 'email',
        identity_value: createHash('sha256').update('luis@example.com').digest('hex'),
        identity_format: 'sha256',
      },
      { identity_type: 'controller_customer_id', identity_value: '1', identity_format: 'raw' },
    ],
  });
  expect(await tell(processor, { subject_request_id: id, request_status: 'completed' })).toMatchObject({ status: 200 });

  processor.status = { request_status: 'completed', results_url: `${processor.service.address}/results/visits.json` };
  processor.results = (_, response) => json(response, RESULTS);
  await collectFromSystem(taskId, never);
  expect(processor.service.got.at(-1)!.headers.authorization).toBe('Bearer sesame');
  const tracker = await trackerNow(caseId);
  expect(tracker).toMatchObject({ state: 'answered', records: 1, documentCount: 1 });
  const opened = await loadDocument(ALICE.id, caseId as AuthorizedCaseId, tracker.documents[0]!.id);
  expect(await new Response(opened!.body).text()).toBe(RESULTS);
  const [record] = await readRecords(caseId, 'tracker.profile', 0, 9);
  expect(record).toMatchObject({
    record: {
      email: 'luis@example.com',
      document: 'visits.json',
      mediaType: 'application/json',
      bytes: RESULTS.length,
    },
  });
});

it('what lies with somebody else is fetched without the login', async () => {
  const { caseId, taskId } = await asked('bjorn@example.com');
  await collectFromSystem(taskId, never);
  world.processor.status = { request_status: 'completed', results_url: `${files.address}/a/b?signature=c` };
  await collectFromSystem(taskId, never);
  expect(await trackerNow(caseId)).toMatchObject({ state: 'answered', records: 1, documentCount: 1 });
  expect(files.got.at(-1)).toMatchObject({ path: '/a/b', query: { signature: 'c' } });
  expect(files.got.at(-1)!.headers.authorization).toBeUndefined();
});

it('that says it holds nothing holds nothing', async () => {
  const { caseId, taskId } = await asked('leonie@example.com');
  await collectFromSystem(taskId, never);
  world.processor.status = { request_status: 'completed', results_count: 0 };
  await collectFromSystem(taskId, never);
  expect(await trackerNow(caseId)).toMatchObject({ state: 'answered', records: 0 });
});

it.each<[string, string, () => void]>([
  ['takes no request for a copy', 'frantisek@example.com', () => (world.processor.types = ['erasure'])],
  [
    'knows nobody by what is known of the person',
    'helena@example.com',
    () => (world.processor.identities = [{ identity_type: 'android_id', identity_format: 'raw' }]),
  ],
  ['has cancelled the request', 'astrid@example.com', () => (world.processor.status = { request_status: 'cancelled' })],
  [
    'does not say where its results lie, or that there are none',
    'daan@example.com',
    () => (world.processor.status = { request_status: 'completed' }),
  ],
  [
    'has its results no more',
    'emma@example.com',
    () => {
      world.processor.status = {
        request_status: 'completed',
        results_url: `${world.processor.service.address}/results/x`,
      };
    },
  ],
])('of a processor that %s its owner is asked, and nothing is said to be held or not', async (_, email, change) => {
  const { caseId, taskId } = await asked(email);
  change();
  await collectFromSystem(taskId, never);
  if ((await trackerNow(caseId)).state === 'waiting') await collectFromSystem(taskId, never);
  expect(await trackerNow(caseId)).toMatchObject({ state: 'asked', inquiry: { owner: 'Tom Tracker' } });
  expect(await db().sourceResult.count({ where: { taskId } })).toBe(0);
});

it.each<[string, string, string, () => void]>([
  [
    'is signed by somebody else',
    'kara@example.com',
    'denied',
    () => (world.processor.signer = certified({ name: 'Somebody else' })),
  ],
  [
    'leads into a network of our own',
    'mark@example.com',
    'badMap',
    () => (world.processor.status = { request_status: 'completed', results_url: 'http://127.0.0.1:9/results.json' }),
  ],
  [
    'leads to where clouds hand out keys',
    'jennifer@example.com',
    'badMap',
    () => (world.processor.status = { request_status: 'completed', results_url: 'https://169.254.169.254/latest' }),
  ],
  [
    'leads nowhere',
    'frank@example.com',
    'badMap',
    () => (world.processor.status = { request_status: 'completed', results_url: 'results.json' }),
  ],
])('what %s is not taken, and the case names it', async (_, email, failure, change) => {
  world.processor.status = { request_status: 'completed', results_url: `${files.address}/one.json` };
  const { caseId, taskId } = await asked(email);
  await collectFromSystem(taskId, never);
  change();
  const before = files.got.length;
  await collectFromSystem(taskId, never);
  expect(await trackerNow(caseId)).toMatchObject({ state: 'failed', failure, documentCount: 0 });
  expect(files.got.length).toBe(before);
});

it('is asked for the request of a person alone', async () => {
  const { dataMap } = controller('chinook');
  const plan = collectionPlan(dataMap, { email: ['luis@example.com'] });
  const step = plan.systems.find(({ systemId }) => systemId === 'tracker')!.steps[0]!;
  const connector = openConnector(dataMap.systems.find(({ id }) => id === 'tracker')!);
  const before = world.processor.requests.size;
  for (const asking of [
    connector.count(step),
    connector.keys(step, []),
    connector.collect(step)[Symbol.asyncIterator]().next(),
  ])
    await expect(asking).rejects.toMatchObject({ reason: 'byPerson' } satisfies Partial<SourceError>);
  expect(world.processor.requests.size).toBe(before);
});

it('is named by the check with what it cannot be asked', async () => {
  const { processor } = world;
  const probe = () => openConnector(controller('chinook').dataMap.systems.find(({ id }) => id === 'tracker')!).probe();
  expect(await probe()).toEqual({
    ok: true,
    readOnly: false,
    server: 'localhost',
    drift: ['knows nobody by "controller_customer_id"; it knows people by email'],
  });
  processor.types = ['portability'];
  processor.identities = [
    { identity_type: 'email', identity_format: 'md5' },
    { identity_type: 'controller_customer_id', identity_format: 'sha512' },
  ];
  expect(await probe()).toMatchObject({
    drift: [
      'takes no erasure, so that a person sees to each',
      'knows nobody by "controller_customer_id"; it knows people by email',
    ],
  });
  processor.types = [];
  processor.identities = [];
  expect(await probe()).toMatchObject({
    drift: [
      'takes no request for a copy, so that its owner is asked for each',
      'takes no erasure, so that a person sees to each',
      'knows nobody by "email"; it knows people by nothing',
      'knows nobody by "controller_customer_id"; it knows people by nothing',
    ],
  });
});
