import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { erase, requeueStuckErasures } from '@/lib/features/erasure/mutations/carry-out';
import { makeErasurePlan } from '@/lib/features/erasure/mutations/plan';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { approved, fileNow, granted, NEVER, workNow } from '@/tests/integration/erasure/erasing-case';
import { ALICE, logOf, must } from '@/tests/integration/requests/walk';
import { type Got, json } from '@/tests/support/http-service';
import { callBack, goBy, lastTask, legacyOfFile, takesIt } from './legacy';

const world = legacyOfFile();

const taken = (response: ServerResponse): void => void response.writeHead(202, { 'retry-after': '86400' }).end();

const jobsOf = async (erasureId: string): Promise<number> =>
  (
    await db().$queryRaw<
      { key: string }[]
    >`select "key" from graphile_worker.jobs where "key" = ${`erase:${erasureId}`}`
  ).length;

it('a plan and an erasure wait for a system that answers later, and the certificate tells of the whole', async () => {
  const bookings = [1, 2, 3].map((id) => ({ id, email: 'luis@example.com' }));
  const agreed = new Set<string>();
  const register = (got: Got, response: ServerResponse): void => {
    const { task, id } = JSON.parse(got.body) as { task: string; id?: number };
    if (task === 'collect') return json(response, { found: got.path === '/legacy' ? bookings : [] });
    // The second of them takes days the first time.
    if (String(id) === '2' && !agreed.has(String(got.headers['webhook-id']))) return taken(response);
    bookings.splice(
      bookings.findIndex((one) => String(one.id) === String(id)),
      1,
    );
    void response.writeHead(204).end();
  };
  const caseId = await granted('luis@example.com');
  const erasureId = newId();
  takesIt(world.service);
  await must(caseId, { type: 'PlanErasure', erasureId }, ALICE);
  await makeErasurePlan(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'planning' });
  expect(await fileNow(caseId)).toMatchObject({ failure: 'taken' });

  world.service.answer = register;
  await makeErasurePlan(erasureId, NEVER);
  await approved(caseId);
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'running' });
  expect(await fileNow(caseId)).toMatchObject({ failure: 'taken' });
  expect(bookings.map(({ id }) => id)).toEqual([2, 3]);

  const task = lastTask(world.service);
  agreed.add(task);
  expect(await callBack(JSON.stringify({ task }))).toEqual({ status: 200, as: 'taken' });
  expect((await logOf(caseId)).at(-1)).toMatchObject({ kind: 'CallBackTaken', data: { system: 'legacy' } });
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'proved' });
  const { systems } = (await fileNow(caseId)).certificate!;
  expect(systems.find(({ system }) => system === 'legacy')).toMatchObject({ collections: [{ deleted: 3 }] });
});

it('an erasure whose system never answers is a person’s, who asks again; a late call still counts', async () => {
  const bookings = [{ id: 1, email: 'leonie@example.com' }];
  const caseId = await granted('leonie@example.com');
  const erasureId = newId();
  world.service.answer = (got, response) => {
    const { task } = JSON.parse(got.body) as { task: string };
    return task === 'collect' ? json(response, { found: got.path === '/legacy' ? bookings : [] }) : taken(response);
  };
  await must(caseId, { type: 'PlanErasure', erasureId }, ALICE);
  await makeErasurePlan(erasureId, NEVER);
  await approved(caseId);
  await erase(erasureId, NEVER);
  const task = lastTask(world.service);
  for (const days of [2, 2]) {
    await goBy(days);
    await erase(erasureId, NEVER);
  }
  expect(await workNow(caseId)).toMatchObject({ state: 'unanswered' });
  expect(await fileNow(caseId)).toMatchObject({ failure: 'noAnswer', retryAt: null });
  expect((await logOf(caseId)).at(-1)).toMatchObject({ kind: 'ErasureFailed', data: { reason: 'noAnswer' } });

  // Nobody asks by itself, however often the sweep looks.
  await db().$executeRaw`delete from graphile_worker._private_jobs where "key" = ${`erase:${erasureId}`}`;
  await requeueStuckErasures();
  expect(await jobsOf(erasureId)).toBe(0);

  await must(caseId, { type: 'RetryErasure', erasureId }, ALICE);
  expect(await jobsOf(erasureId)).toBe(1);
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'running' });
  expect(await fileNow(caseId)).toMatchObject({ failure: 'taken' });
  for (const days of [2, 2]) {
    await goBy(days);
    await erase(erasureId, NEVER);
  }
  expect(await workNow(caseId)).toMatchObject({ state: 'unanswered' });

  world.service.answer = (got, response) => {
    const { task: asked } = JSON.parse(got.body) as { task: string };
    if (asked === 'collect') return json(response, { found: got.path === '/legacy' ? bookings : [] });
    bookings.splice(0);
    void response.writeHead(204).end();
  };
  expect(await callBack(JSON.stringify({ task }))).toEqual({ status: 200, as: 'taken' });
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'proved' });
});
