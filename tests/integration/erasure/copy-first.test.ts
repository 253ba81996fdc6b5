import { afterAll, beforeAll, expect, it } from 'vitest';
import { endDownload, mailDeliveryCode, startDownload, verifyDelivery } from '@/lib/features/delivery/mutations';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { erase, requeueStuckErasures } from '@/lib/features/erasure/mutations/carry-out';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { sessionBy } from '@/lib/features/requester/data/sessions';
import { statusOf } from '@/lib/features/requester/data/status';
import { openSession } from '@/lib/features/requester/mutations';
import { db } from '@/lib/platform/db/client';
import type { TestInstance } from '@/tests/support/demo-controllers';
import { newestMail } from '../requester/mailbox';
import { collecting, leaveShown } from '../requests/walk';
import { agreed, approved, erasingInstance, granted, NEVER, planned, workNow } from './erasing-case';

let instance: TestInstance;
beforeAll(async () => {
  instance = await erasingInstance();
});
afterAll(() => instance.stop());

const jobsOf = async (erasureId: string): Promise<number> =>
  (await instance.sql.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [`erase:${erasureId}`])).rows.length;

it('waits until the copy that was asked for too has left, and begins with that', async () => {
  const { caseId, taskId } = await collecting({ rights: ['GDPR:access', 'GDPR:erasure'], identifiers: {} });
  await collectFromSystem(taskId, NEVER);
  await leaveShown(caseId);
  await agreed(caseId);
  const erasureId = await planned(caseId);
  await approved(caseId);
  await instance.sql.query('DELETE FROM graphile_worker._private_jobs');
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'approved' });
  expect((await statusOf(caseId as never, new Date())).erasure).toMatchObject({ state: 'approved', copyFirst: true });

  const bundle = await db().bundle.findFirstOrThrow({ where: { caseId } });
  await buildBundle(bundle.id, NEVER);
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'approved' });
  expect(await jobsOf(erasureId)).toBe(0);

  const secret = await openSession(db(), caseId, new Date());
  const session = async () => (await sessionBy(secret, 'chinook', new Date()))!;
  await mailDeliveryCode(caseId, new Date());
  await verifyDelivery(await session(), (await newestMail(caseId)).code, new Date());
  const download = await startDownload(await session(), new Date());
  if (!download.ok) throw new Error(download.reason);
  await endDownload(download.value, 10, new Date());
  expect(await jobsOf(erasureId)).toBe(0);
  const again = await startDownload(await session(), new Date());
  if (!again.ok) throw new Error(again.reason);
  await endDownload(again.value, again.value.sizeBytes, new Date());
  expect(await jobsOf(erasureId)).toBe(1);
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'proved' });
  const { rows } = await instance.shop.sql.query('SELECT email FROM customer WHERE customer_id = 1');
  expect(rows).toEqual([{ email: 'erased' }]);
});

it('is taken up again where its job went with a worker, and only then', async () => {
  const caseId = await granted('quiet@example.com');
  const erasureId = await planned(caseId);
  await approved(caseId, 7);
  await instance.sql.query('DELETE FROM graphile_worker._private_jobs');
  await requeueStuckErasures();
  await requeueStuckErasures();
  expect(await jobsOf(erasureId)).toBe(1);
});
