import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseRow } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { readRecords } from '@/lib/features/collection/data/records';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import { freeJobsOfDeadWorkers } from '@/lib/jobs/liveness';
import { db } from '@/lib/platform/db/client';
import { anInstance, HEAVY, type TestInstance } from '@/tests/support/demo-controllers';
import { bundleOf } from '../fulfilment/bundle-files';
import { ALICE, BOB, grantAll, kindsOf, logOf, must, ofThisPortal, taskOf, verified } from '../requests/walk';
import { startWorkerProcess, type WorkerProcess } from './worker-process';

let instance: TestInstance;
let sweeper: Client;
const workers = new Map<string, WorkerProcess>();

beforeAll(async () => {
  instance = await anInstance();
  sweeper = new Client({ connectionString: process.env.DATABASE_URL });
  await sweeper.connect();
  for (const name of ['one', 'two']) workers.set(name, await startWorkerProcess('long', name));
}, 240_000);
afterAll(async () => {
  await Promise.all([...workers.values()].map((worker) => worker.kill('SIGKILL')));
  await sweeper.end();
  await instance.stop();
});

const until = (look: () => Promise<unknown>, wanted: unknown) =>
  expect.poll(look, { timeout: 100_000, interval: 100 }).toEqual(wanted);

async function heavyCollection(): Promise<{ caseId: string; taskId: string }> {
  const { caseId } = await verified({ email: 'heavy@example.com' });
  expect(await startCollection(caseId as AuthorizedCaseId, ALICE)).toMatchObject({ ok: true });
  return { caseId, taskId: await taskOf(caseId, 'shop') };
}

/** The systems of which the log says that they answered. */
const answeredIn = async (caseId: string) =>
  (await logOf(caseId)).flatMap(({ kind, data }) => (kind === 'SourceAnswered' ? [data.system] : []));

/** Waits until a try has kept some of the answer and stands at the gate, so that what happens next happens in the middle. */
const inTheMiddle = (taskId: string, attempt: number) =>
  until(async () => (await db().collectedPart.count({ where: { taskId, attempt } })) > 2, true);

/** What a restart of the source looks like from here. */
const cutSource = () =>
  instance.shop.sql.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'shop_reader_%'`,
  );

/** Which worker has the job of a task, by the lock with which it shows that it lives. */
async function holderOf(taskId: string): Promise<string | undefined> {
  const { rows } = await instance.sql.query<{ name: string }>(
    `SELECT a.application_name AS name FROM graphile_worker._private_jobs j JOIN pg_locks l ON l.locktype = 'advisory' AND l.objid::bigint = hashtext(j.locked_by)::bigint & 4294967295
     JOIN pg_stat_activity a USING (pid) WHERE j.key = $1`,
    [`collect:${taskId}`],
  );
  return rows[0]?.name;
}

/** The bills of a file or a list, and whether each is there once. */
const onceEach = (ids: readonly unknown[]) => ({ records: ids.length, different: new Set(ids).size });
const WHOLE = { records: HEAVY.bills, different: HEAVY.bills };

describe('a source that is cut off twice in the middle of its answer, under two workers', { timeout: 300_000 }, () => {
  it('gives each record once, in the collection, the review and the copy, though the worker that had it is killed too', async () => {
    const openGate = await instance.shop.closeGate();
    const { caseId, taskId } = await heavyCollection();
    for (const attempt of [1, 2]) {
      await inTheMiddle(taskId, attempt);
      await cutSource();
      await until(
        async () => (await db().collectionTask.findUniqueOrThrow({ where: { id: taskId } })).attempts,
        attempt + 1,
      );
    }
    await inTheMiddle(taskId, 3);
    const holder = await holderOf(taskId);
    await workers.get(holder ?? '')!.kill('SIGKILL');
    await until(async () => {
      await instance.sql.query(
        `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute' WHERE locked_by IS NOT NULL`,
      );
      await freeJobsOfDeadWorkers(sweeper);
      return (await db().collectionTask.findUniqueOrThrow({ where: { id: taskId } })).attempts;
    }, 4);
    await inTheMiddle(taskId, 4);
    expect(await holderOf(taskId)).not.toBe(holder);
    expect(await answeredIn(caseId)).toEqual(['portal']);
    await openGate();

    await until(async () => (await caseRow(caseId))?.state, 'reviewing');
    expect(await db().collectionTask.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
      state: 'answered',
      attempts: 4,
      records: HEAVY.bills + 1,
    });
    expect(await db().collectedPart.count({ where: { taskId, attempt: { lt: 4 } } })).toBe(0);
    expect(
      onceEach((await readRecords(caseId, 'shop.invoice', 0, HEAVY.bills * 2)).map(({ record }) => record.invoice_id)),
    ).toEqual(WHOLE);
    await grantAll(caseId);
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    await until(async () => (await caseRow(caseId))?.state, 'ready');
    const { row, files } = await bundleOf(caseId, instance.blobDir);
    expect(row.recordsWritten).toBe(HEAVY.bills + 1 + (await ofThisPortal(caseId)));
    const lines = files.get('data/shop.invoice.ndjson')!.toString('utf8').trimEnd().split('\n');
    expect(onceEach(lines.map((line) => (JSON.parse(line) as { invoice_id: number }).invoice_id))).toEqual(WHOLE);
    const csv = files.get('data/shop.invoice.csv')!.toString('utf8').trimEnd().split('\r\n').slice(1);
    expect(onceEach(csv.map((line) => line.slice(0, line.indexOf(','))))).toEqual(WHOLE);
  });

  it('is named to the desk as failed once nobody asks it any more, and nothing goes on without it', async () => {
    const openGate = await instance.shop.closeGate();
    const { caseId, taskId } = await heavyCollection();
    await inTheMiddle(taskId, 1);
    await cutSource();
    await until(async () => (await db().collectionTask.findUniqueOrThrow({ where: { id: taskId } })).state, 'waiting');
    await instance.sql.query('UPDATE graphile_worker._private_jobs SET max_attempts = attempts + 1 WHERE key = $1', [
      `collect:${taskId}`,
    ]);
    await inTheMiddle(taskId, 2);
    await cutSource();
    await until(async () => (await db().collectionTask.findUniqueOrThrow({ where: { id: taskId } })).state, 'failed');
    await openGate();
    expect(await db().collectionTask.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
      failure: 'interrupted',
      attempts: 2,
      retryAt: null,
    });
    expect(await caseRow(caseId)).toMatchObject({ state: 'collecting', nextStep: 'retrySource' });
    expect(await db().sourceResult.count({ where: { caseId, task: { systemId: 'shop' } } })).toBe(0);
    expect(await answeredIn(caseId)).toEqual(['portal']);
    expect(await kindsOf(caseId)).not.toContain('CollectionFinished');
  });
});
