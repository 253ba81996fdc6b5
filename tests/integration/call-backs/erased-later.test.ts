import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { erase } from '@/lib/features/erasure/mutations/carry-out';
import { makeErasurePlan } from '@/lib/features/erasure/mutations/plan';
import { newId } from '@/lib/platform/ids';
import { approved, fileNow, granted, NEVER, workNow } from '@/tests/integration/erasure/erasing-case';
import { ALICE, logOf, must } from '@/tests/integration/requests/walk';
import { type Got, json } from '@/tests/support/http-service';
import { callBack, lastTask, legacyOfFile, takesIt } from './legacy';

const world = legacyOfFile();

const taken = (response: ServerResponse): void => void response.writeHead(202, { 'retry-after': '86400' }).end();

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
