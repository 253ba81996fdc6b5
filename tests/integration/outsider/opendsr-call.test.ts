import { beforeEach, expect, it } from 'vitest';
import { erase } from '@/lib/features/erasure/mutations/carry-out';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { approved, granted, NEVER, planned } from '@/tests/integration/erasure/erasing-case';
import { lastRequest, tell, trackerOfFile } from '@/tests/integration/opendsr/tracker';
import { certified } from '@/tests/support/certificates';

const world = trackerOfFile();

let erasureId: string;
let said: Record<string, unknown>;
let people = 0;
beforeEach(async () => {
  const caseId = await granted(`person-${(people += 1)}@example.com`);
  erasureId = await planned(caseId);
  await approved(caseId);
  await erase(erasureId, NEVER);
  said = { subject_request_id: lastRequest(world.processor), request_status: 'completed' };
});

const isCalledBack = async () =>
  (await db().awaitedTask.findFirstOrThrow({ where: { subjectId: erasureId } })).calledBackAt !== null;

const refused = async (calling: ReturnType<typeof tell>, status: number): Promise<void> => {
  expect(await calling).toMatchObject({ status });
  expect(await isCalledBack()).toBe(false);
};

it('/api/tasks/[controller]/[system] takes no status that is not signed by the processor, for its domain and this address', async () => {
  const { processor } = world;
  const other = certified({ name: 'Somebody else', domains: ['localhost'] });
  await refused(tell(processor, said, { headers: () => ({}) }), 401);
  await refused(tell({ ...processor, headers: (body) => ({ ...processor.headers(`${body} `) }) }, said), 401);
  await refused(
    tell(processor, { ...said, status_callback_url: 'https://other.example.com/api/tasks/chinook/tracker' }),
    401,
  );
  await refused(tell(processor, said, { to: 'chinook/shop' }), 404);
  await refused(tell(processor, said, { to: 'nobody/tracker' }), 404);
  await refused(tell(processor, { ...said, filler: 'x'.repeat(5000) }), 413);
  processor.domain = 'processor.example';
  await refused(tell(processor, said), 401);
  processor.domain = 'localhost';
  processor.signer = other;
  await refused(tell(processor, said), 401);
});

it('takes no status that is none, or of a request that nobody waits for, and none for more than it says', async () => {
  const { processor } = world;
  await refused(tell(processor, { ...said, request_status: 'done' }), 401);
  await refused(tell(processor, { ...said, subject_request_id: newId() }), 404);
  expect(await tell(processor, said)).toEqual({ status: 200, as: 'taken' });
  expect(await tell(processor, said)).toEqual({ status: 200, as: 'before' });
  // What a call says is not what counts: asked for the status, the processor says that it waits yet.
  await erase(erasureId, NEVER);
  expect(await db().erasure.findUniqueOrThrow({ where: { id: erasureId } })).toMatchObject({
    state: 'running',
    provedAt: null,
  });
});
