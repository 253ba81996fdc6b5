import { expect, it } from 'vitest';
import { erasureWords } from '@/lib/features/cases/data/erasure-words';
import { erase } from '@/lib/features/erasure/mutations/carry-out';
import { makeErasurePlan } from '@/lib/features/erasure/mutations/plan';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { goBy } from '@/tests/integration/call-backs/legacy';
import { approved, fileNow, granted, NEVER, workNow } from '@/tests/integration/erasure/erasing-case';
import { ALICE, logOf, must } from '@/tests/integration/requests/walk';
import { certified } from '@/tests/support/certificates';
import { lastRequest, tell, trackerOfFile } from './tracker';

const world = trackerOfFile();

/** A case whose erasure two people agreed to, with its first try. */
async function begun(email: string): Promise<{ caseId: string; erasureId: string }> {
  const caseId = await granted(email);
  const erasureId = newId();
  await must(caseId, { type: 'PlanErasure', erasureId }, ALICE);
  await makeErasurePlan(erasureId, NEVER);
  await approved(caseId);
  await erase(erasureId, NEVER);
  return { caseId, erasureId };
}

const sentOf = (id: string) => world.processor.requests.get(id)!;
const posts = (): number => world.processor.service.got.filter(({ method }) => method === 'POST').length;
const tracker = async (caseId: string) =>
  (await fileNow(caseId)).certificate!.systems.find(({ system }) => system === 'tracker');

it('a processor is sent one request, calls back by its signature, and what it then signs as completed is on the certificate', async () => {
  const { processor } = world;
  const before = posts();
  const { caseId, erasureId } = await begun('luis@example.com');
  const { receivedAt } = await db().case.findUniqueOrThrow({ where: { id: caseId } });
  const id = lastRequest(processor);
  expect(sentOf(id)).toEqual({
    property_id: 'shop',
    regulation: 'gdpr',
    subject_request_id: id,
    subject_request_type: 'erasure',
    submitted_time: receivedAt.toISOString(),
    subject_identities: [{ identity_type: 'email', identity_value: 'luis@example.com', identity_format: 'raw' }],
    api_version: '2.0',
    status_callback_urls: [expect.stringMatching(/\/api\/tasks\/chinook\/tracker$/)],
  });
  expect(processor.service.got.at(-1)!.headers.authorization).toBe('Bearer sesame');
  expect(await workNow(caseId)).toMatchObject({ state: 'running' });
  expect(await fileNow(caseId)).toMatchObject({ failure: 'taken', certificate: null });

  // Asked again by the queue, it is asked what became of the request, which is not sent a second time.
  processor.status = { request_status: 'in_progress' };
  await erase(erasureId, NEVER);
  expect(await fileNow(caseId)).toMatchObject({ failure: 'taken', certificate: null });
  expect(posts()).toBe(before + 1);

  processor.status = { request_status: 'completed' };
  expect(await tell(processor, { subject_request_id: id, request_status: 'completed' })).toEqual({
    status: 200,
    as: 'taken',
  });
  expect((await logOf(caseId)).at(-1)).toMatchObject({ kind: 'CallBackTaken', data: { system: 'tracker' } });
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'proved' });
  expect(await tracker(caseId)).toMatchObject({
    erasedByTheProduct: true,
    collections: [{ collection: 'tracker.profile', uncounted: true, stays: null }],
  });
  const words = erasureWords((await fileNow(caseId)).certificate!.systems, controller('chinook').dataMap, 'en', 'done');
  expect(words.find(({ id: system }) => system === 'tracker')).toMatchObject({
    bySignature: true,
    collections: [
      { goes: 'All that Tracker holds, as it confirmed by its signature; it counts no records', stays: [] },
    ],
  });
  expect(posts()).toBe(before + 1);
  expect((await logOf(caseId)).find(({ kind }) => kind === 'SystemErased')).toMatchObject({
    data: { system: 'tracker', deleted: 0, uncounted: 1 },
  });
});

it('is looked at again on the day that the processor names, and nothing is said to be done before', async () => {
  const expected = new Date(Date.now() + 86_400_000);
  world.processor.unknown = 404;
  world.processor.status = { request_status: 'pending', expected_completion_time: expected.toISOString() };
  const { caseId, erasureId } = await begun('bjorn@example.com');
  await erase(erasureId, NEVER);
  expect(await fileNow(caseId)).toMatchObject({ failure: 'taken', retryAt: expected });
  expect(await workNow(caseId)).toMatchObject({ state: 'running' });
});

it('that never answers is a person’s in the end, who asks again; a late call still counts', async () => {
  const { processor } = world;
  const before = posts();
  const { caseId, erasureId } = await begun('kara@example.com');
  const id = lastRequest(processor);
  for (const days of [4, 4]) {
    await goBy(days);
    await erase(erasureId, NEVER);
  }
  expect(await workNow(caseId)).toMatchObject({ state: 'unanswered' });
  expect(await fileNow(caseId)).toMatchObject({ failure: 'noAnswer', retryAt: null, certificate: null });
  await must(caseId, { type: 'RetryErasure', erasureId }, ALICE);
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'running' });
  for (const days of [4, 4]) {
    await goBy(days);
    await erase(erasureId, NEVER);
  }
  processor.status = { request_status: 'completed' };
  expect(await tell(processor, { subject_request_id: id, request_status: 'completed' })).toMatchObject({ status: 200 });
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'proved' });
  expect(posts()).toBe(before + 1);
});

it.each<[string, string, () => void, string]>([
  [
    'a signature by another key',
    'leonie@example.com',
    () => (world.processor.signer = certified({ name: 'Somebody else' })),
    'denied: GET /requests/{id} is answered without a signature by the certificate of localhost',
  ],
  [
    'a signature for another domain',
    'frantisek@example.com',
    () => (world.processor.domain = 'processor.example'),
    'denied: GET /requests/{id} is answered without a signature by the certificate of localhost',
  ],
  [
    'the status of another request',
    'helena@example.com',
    () => (world.processor.status = { request_status: 'completed', subject_request_id: newId() }),
    'badMap: GET /requests/{id} is answered with something else than the status of that request',
  ],
  [
    'a cancelled request',
    'astrid@example.com',
    () => (world.processor.status = { request_status: 'cancelled' }),
    'byPerson: the processor has cancelled the request: ask it why, and see to it otherwise',
  ],
])('%s erases nothing, and a person has it', async (_, email, change, detail) => {
  world.processor.status = { request_status: 'completed' };
  const { caseId, erasureId } = await begun(email);
  change();
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'stopped' });
  const { changes, certificate } = await fileNow(caseId);
  expect(certificate).toBeNull();
  expect(changes).toMatchObject({ systemId: 'tracker', kinds: ['obstacle'], detail: [detail] });
  expect((await logOf(caseId)).some(({ kind }) => kind === 'SystemErased')).toBe(false);
});

it('a request that is refused says why, unless that says who somebody is', async () => {
  world.processor.refusal = 'property_id is unknown';
  const one = await begun('daan@example.com');
  expect((await fileNow(one.caseId)).changes?.detail).toEqual([
    'badMap: POST /requests was answered with 400: property_id is unknown',
  ]);
  world.processor.refusal = 'emma@example.com is unknown';
  const other = await begun('emma@example.com');
  expect((await fileNow(other.caseId)).changes?.detail).toEqual(['badMap: POST /requests was answered with 400']);
});

it('a processor that takes no erasure, or knows nobody by what is known, is left to a person in the plan', async () => {
  const leftOf = async (email: string): Promise<readonly string[]> => {
    const caseId = await granted(email);
    const erasureId = newId();
    await must(caseId, { type: 'PlanErasure', erasureId }, ALICE);
    await makeErasurePlan(erasureId, NEVER);
    return (await workNow(caseId)).left;
  };
  const before = posts();
  world.processor.types = ['access'];
  expect(await leftOf('mark@example.com')).toContain('tracker');
  world.processor.types = ['erasure'];
  world.processor.identities = [{ identity_type: 'ios_vendor_id', identity_format: 'raw' }];
  expect(await leftOf('jennifer@example.com')).toContain('tracker');
  world.processor.identities = [{ identity_type: 'email', identity_format: 'sha256' }];
  expect(await leftOf('frank@example.com')).not.toContain('tracker');
  expect(posts()).toBe(before);
});
