import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from 'pg';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { keysBefore } from '@/lib/features/case-file/data/erasure';
import { newId } from '@/lib/platform/ids';
import type { TestInstance } from '@/tests/support/demo-controllers';
import { ALICE, kindsOf, must } from '../requests/walk';
import { startWorkerProcess, type WorkerProcess } from '../worker/worker-process';
import { approved, erasingInstance, fileNow, granted, mailsOf, workNow } from './erasing-case';

const GATE = 7711;

let instance: TestInstance;
let keeper: Client;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  instance = await erasingInstance();
  keeper = new Client({ connectionString: process.env.DATABASE_URL });
  await keeper.connect();
  // Whoever is about to write that a step is done waits at the gate, so that a test can be sure of the moment at which it kills.
  await instance.sql.query(`
    CREATE TABLE gate (state text);
    GRANT SELECT ON gate TO PUBLIC;
    CREATE FUNCTION at_the_gate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM gate WHERE state = NEW."state") THEN PERFORM pg_advisory_xact_lock_shared(${GATE}); END IF;
        RETURN NEW;
      END $$;
    CREATE TRIGGER at_the_gate BEFORE INSERT OR UPDATE ON "Erasure" FOR EACH ROW EXECUTE FUNCTION at_the_gate();
    CREATE TRIGGER at_the_gate BEFORE INSERT OR UPDATE ON "ErasedSystem" FOR EACH ROW EXECUTE FUNCTION at_the_gate()`);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
  await keeper.end();
  await instance.stop();
});

async function aWorker(): Promise<WorkerProcess> {
  const worker = await startWorkerProcess('long');
  workers.push(worker);
  return worker;
}

const until = (look: () => Promise<unknown>, wanted: unknown) =>
  expect.poll(look, { timeout: 60_000, interval: 100 }).toEqual(wanted);

const someoneWaits = async (): Promise<boolean> => {
  const { rows } = await instance.sql.query(
    "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted",
    [GATE],
  );
  return rows.length > 0;
};

let customers = 50_000;

/** A customer with a bill that is old enough to go and one that is not. */
async function aCustomer(): Promise<{ id: number; email: string }> {
  const id = (customers += 1);
  const email = `customer-${id}@example.com`;
  await instance.shop.sql.query(
    "INSERT INTO customer (customer_id, first_name, last_name, email) VALUES ($1, 'Some', 'Body', $2)",
    [id, email],
  );
  await instance.shop.sql.query(
    `INSERT INTO invoice (invoice_id, customer_id, invoice_date) VALUES (${id}1, ${id}, '2001-01-01'), (${id}2, ${id}, '2026-01-01')`,
  );
  return { id, email };
}

it.each(['planned', 'running', 'committing', 'erased', 'proved'])(
  'killed as it was about to write “%s”, it is taken up, and nothing is done, reported or mailed twice',
  async (state) => {
    const { id, email } = await aCustomer();
    const caseId = await granted(email);
    await keeper.query('SELECT pg_advisory_lock($1)', [GATE]);
    await instance.sql.query('INSERT INTO gate VALUES ($1)', [state]);
    const first = await aWorker();
    await must(caseId, { type: 'PlanErasure', erasureId: newId() }, ALICE);
    if (state !== 'planned') {
      await until(async () => (await workNow(caseId)).state, 'planned');
      await approved(caseId);
    }
    await until(someoneWaits, true);
    await first.kill('SIGKILL');
    await instance.sql.query('DELETE FROM gate');
    await keeper.query('SELECT pg_advisory_unlock($1)', [GATE]);
    // Long enough ago that no living worker could just be about to show that it lives.
    await instance.sql.query(
      `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute' WHERE locked_by IS NOT NULL`,
    );
    const second = await aWorker();
    if (state === 'planned') {
      await until(async () => (await workNow(caseId)).state, 'planned');
      await approved(caseId);
    }
    await until(async () => (await workNow(caseId)).state, 'proved');
    await second.kill('SIGTERM');
    const { rows } = await instance.shop.sql.query(
      'SELECT email, (SELECT array_agg(invoice_id) FROM invoice i WHERE i.customer_id = c.customer_id) AS bills FROM customer c WHERE customer_id = $1',
      [id],
    );
    expect(rows).toEqual([{ email: 'erased', bills: [Number(`${id}2`)] }]);
    const kinds = await kindsOf(caseId);
    for (const once of ['ErasurePlanned', 'ErasureStarted', 'SystemErased', 'ErasureProved'])
      expect(kinds.filter((kind) => kind === once)).toEqual([once]);
    const key = keyOf((await caseRow(caseId))!);
    expect(Object.fromEntries(await keysBefore(caseId, key))).toEqual({ 'shop.customer.customer_id': [[String(id)]] });
    const mails = await mailsOf(caseId);
    for (const once of ['erasurePlanned', 'erased']) expect(mails.filter((kind) => kind === once)).toEqual([once]);
    expect((await fileNow(caseId)).certificate?.systems).toMatchObject([
      {
        system: 'shop',
        collections: [{ blanked: 1 }, { collection: 'shop.invoice', deleted: 1, kept: 1 }, { deleted: 0 }],
      },
    ]);
  },
  240_000,
);
