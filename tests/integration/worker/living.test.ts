import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freeJobsOfDeadWorkers } from '@/lib/jobs/liveness';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { db } from '@/lib/platform/db/client';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { ALICE, verified, taskOf } from '../requests/walk';
import { startWorkerProcess, type WorkerProcess } from './worker-process';

let instance: TestInstance;
let sweeper: Client;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  instance = await anInstance();
  sweeper = new Client({ connectionString: process.env.DATABASE_URL });
  await sweeper.connect();
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
  await sweeper.end();
  await instance.stop();
});

type Held = { task: string; locked_by: string; attempts: number };

/** The collections that some worker holds, as the queue itself wrote them. */
async function held(): Promise<Held[]> {
  const { rows } = await instance.sql.query<Held>(
    `SELECT replace(key, 'collect:', '') AS task, locked_by, attempts FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL AND key LIKE 'collect:%' ORDER BY key`,
  );
  return rows;
}

/** A sweep as it looks a minute on: whatever is running was taken long ago. */
async function aMinuteTurns(): Promise<void> {
  await instance.sql.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute' WHERE locked_by IS NOT NULL`,
  );
  await freeJobsOfDeadWorkers(sweeper);
}

async function heavyCollection(): Promise<string> {
  const { caseId } = await verified({ email: 'heavy@example.com' });
  expect(await startCollection(caseId as AuthorizedCaseId, ALICE)).toMatchObject({ ok: true });
  return taskOf(caseId, 'shop');
}

const until = (look: () => Promise<unknown>, wanted: unknown) =>
  expect.poll(look, { timeout: 100_000, interval: 100 }).toEqual(wanted);

describe('a job that runs over the turn of many minutes', () => {
  it("stays with the worker that has it, in the queue's own words, until that worker is dead", async () => {
    const openGate = await instance.shop.closeGate();
    const first = await startWorkerProcess('long');
    workers.push(first);
    const one = await heavyCollection();
    await until(async () => (await held()).map(({ task }) => task), [one]);
    const [mine] = await held();
    const second = await startWorkerProcess('long');
    workers.push(second);
    for (let minute = 0; minute < 4; minute++) await aMinuteTurns();
    expect(await held()).toEqual([mine]);

    await first.kill('SIGKILL');
    await until(async () => {
      await aMinuteTurns();
      return (await held()).map(({ task, locked_by, attempts }) => ({
        task,
        another: locked_by !== mine!.locked_by,
        attempts,
      }));
    }, [{ task: one, another: true, attempts: 2 }]);
    const [taken] = await held();
    for (let minute = 0; minute < 4; minute++) await aMinuteTurns();
    expect(await held()).toEqual([taken]);
    await openGate();
    await until(async () => (await db().collectionTask.findUniqueOrThrow({ where: { id: one } })).state, 'answered');
  }, 240_000);
});
