import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseRow } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { readRecords } from '@/lib/features/collection/data/records';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import { db } from '@/lib/platform/db/client';
import { anInstance, HEAVY, type TestInstance } from '@/tests/support/demo-controllers';
import { mailServer, type MailServer } from '@/tests/support/mail-server';
import { ALICE, kindsOf, submit, verified, taskOf } from '../requests/walk';
import { startWorkerProcess, type WorkerProcess } from './worker-process';

let instance: TestInstance;
let server: MailServer;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  server = await mailServer();
  instance = await anInstance({ SMTP_URL: server.url });
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
  await server.stop();
  await instance.stop();
});

async function aWorker(): Promise<WorkerProcess> {
  const worker = await startWorkerProcess();
  workers.push(worker);
  return worker;
}

const until = (look: () => Promise<unknown>, wanted: unknown) =>
  expect.poll(look, { timeout: 100_000, interval: 100 }).toEqual(wanted);

const lockedJobs = async (): Promise<number> => {
  const { rows } = await instance.sql.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL',
  );
  return rows[0]!.n;
};

describe('a worker that is killed in the middle of a collection', () => {
  it('leaves nothing that a person would see: the next one frees its jobs and ends the work, once', async () => {
    const first = await aWorker();
    const { caseId } = await verified({ email: 'heavy@example.com' });
    await until(() => db().notice.count({ where: { caseId, state: 'sent' } }), 2);
    const openGate = await instance.shop.closeGate();
    expect(await startCollection(caseId as AuthorizedCaseId, ALICE)).toMatchObject({ ok: true });
    const taskId = await taskOf(caseId, 'shop');
    await until(async () => (await db().collectedPart.count({ where: { taskId } })) > 2, true);
    await first.kill('SIGKILL');
    expect(await lockedJobs()).toBeGreaterThan(0);
    expect(await db().collectionTask.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ state: 'running' });
    // Long enough ago that no living worker could just be about to show that it lives.
    await instance.sql.query(
      `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute' WHERE locked_by IS NOT NULL`,
    );
    await openGate();
    const second = await aWorker();
    await until(async () => (await caseRow(caseId))?.state, 'reviewing');
    const ids = (await readRecords(caseId, 'shop.invoice', 0, HEAVY.bills * 2)).map(({ record }) => record.invoice_id);
    expect(ids).toHaveLength(HEAVY.bills);
    expect(new Set(ids).size).toBe(HEAVY.bills);
    const kinds = await kindsOf(caseId);
    for (const once of ['CollectionFinished', 'CollectionStarted'])
      expect(kinds.filter((kind) => kind === once)).toEqual([once]);
    // The shop, and this portal.
    expect(kinds.filter((kind) => kind === 'SourceAnswered')).toHaveLength(2);
    // Both mails of this case went out once, whichever worker sent them.
    expect(server.taken).toHaveLength(2);

    // The same worker goes on with what comes next, and seals the log of all this.
    const { caseId: next } = await submit();
    await until(async () => (await kindsOf(next)).at(-1), 'MailSent');
    expect(await second.kill('SIGTERM')).toBe(0);
    expect(await lockedJobs()).toBe(0);
    expect(second.said.join('\n')).not.toMatch(/example\.com|Gon|Heavy/);
  }, 240_000);
});
