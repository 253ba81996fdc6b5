import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { LANES } from '@/lib/jobs/definitions';
import { db } from '@/lib/platform/db/client';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { mailServer, type MailServer } from '@/tests/support/mail-server';
import { ALICE, submit, verified } from '../requests/walk';
import { startWorkerProcess, type WorkerProcess } from './worker-process';

let instance: TestInstance;
let server: MailServer;
let worker: WorkerProcess;

beforeAll(async () => {
  server = await mailServer();
  instance = await anInstance({ SMTP_URL: server.url });
  worker = await startWorkerProcess();
}, 240_000);
afterAll(async () => {
  await worker.kill('SIGKILL');
  await server.stop();
  await instance.stop();
});

const until = (look: () => Promise<unknown>, wanted: unknown) =>
  expect.poll(look, { timeout: 100_000, interval: 100 }).toEqual(wanted);

/** The tries of all collections that a worker holds. */
async function held(): Promise<number[]> {
  const { rows } = await instance.sql.query<{ attempts: number }>(
    `SELECT attempts FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL AND key LIKE 'collect:%'`,
  );
  return rows.map(({ attempts }) => attempts);
}

const unsealed = async (): Promise<number> => db().auditEvent.count({ where: { leaf: null } });

/** The turn of a minute, for a worker to whom all that runs has run since long ago. */
async function aMinuteTurns(): Promise<void> {
  await instance.sql.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute' WHERE key LIKE 'collect:%' AND locked_by IS NOT NULL`,
  );
  for (const sweep of ['freeJobsOfDeadWorkers', 'sealLog'])
    await instance.sql.query('SELECT graphile_worker.add_job($1)', [sweep]);
  await until(
    async () =>
      (
        await instance.sql.query(
          `SELECT 1 FROM graphile_worker.jobs WHERE task_identifier IN ('freeJobsOfDeadWorkers', 'sealLog') AND key IS NULL`,
        )
      ).rowCount,
    0,
  );
}

describe('while every place for long work is taken, over several sweeps', () => {
  it('mails leave and the log is sealed, and the long work goes on where it is', async () => {
    const openGate = await instance.shop.closeGate();
    const places = LANES.collect.concurrency;
    const waiting: string[] = [];
    for (let no = 0; no <= places; no++) {
      const { caseId } = await verified({ email: 'heavy@example.com' });
      expect(await startCollection(caseId as AuthorizedCaseId, ALICE)).toMatchObject({ ok: true });
      waiting.push(caseId);
    }
    await until(async () => (await held()).length, places);
    for (let minute = 0; minute < 3; minute++) {
      const { caseId } = await submit();
      await until(() => db().notice.count({ where: { caseId, state: 'sent' } }), 1);
      await aMinuteTurns();
      await until(unsealed, 0);
      expect(await held()).toEqual(Array.from({ length: places }, () => 1));
    }
    expect(await db().sourceResult.count({ where: { collectionId: { startsWith: 'shop.' } } })).toBe(0);
    await openGate();
    await until(() => db().case.count({ where: { id: { in: waiting }, state: 'reviewing' } }), waiting.length);
  }, 300_000);
});
