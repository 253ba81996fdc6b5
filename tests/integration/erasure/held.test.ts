import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDate } from '@/lib/domain/calendar/local-date';
import { continueHeldErasures, erase } from '@/lib/features/erasure/mutations/carry-out';
import { makeErasurePlan } from '@/lib/features/erasure/mutations/plan';
import { handle } from '@/lib/features/cases/mutations/handle';
import { placeHold, releaseHold } from '@/lib/features/holds/mutations';
import { db } from '@/lib/platform/db/client';
import type { TestInstance } from '@/tests/support/demo-controllers';
import { ALICE, BOB, kindsOf } from '../requests/walk';
import { approved, caseNow, erasingInstance, fileNow, granted, NEVER, planned, workNow } from './erasing-case';

let instance: TestInstance;
beforeAll(async () => {
  instance = await erasingInstance();
});
afterAll(() => instance.stop());

const rows = async (sql: string): Promise<unknown[]> => (await instance.shop.sql.query(sql)).rows;
const TODAY = localDate(new Date().toISOString().slice(0, 10));
const hold = (more: { caseId?: string; collections?: string[] }) =>
  placeHold(
    {
      controllerId: 'chinook',
      caseId: null,
      collections: [],
      groundId: 'GDPR-17-3-e',
      reason: 'A court has asked for it.',
      until: addDays(TODAY, 30),
      ...more,
    },
    { staffId: BOB.id },
  );

/** An erasure of a customer of this number, and of an old bill where one is given, that may begin. */
async function ready(customer: number, bill?: number): Promise<{ caseId: string; erasureId: string }> {
  const email = `held-${customer}@example.com`;
  await instance.shop.sql.query(
    'INSERT INTO customer (customer_id, first_name, last_name, email) VALUES ($1, $2, $3, $4) ON CONFLICT (customer_id) DO UPDATE SET email = excluded.email',
    [customer, 'Some', 'Body', email],
  );
  if (bill)
    await instance.shop.sql.query(
      "INSERT INTO invoice (invoice_id, customer_id, invoice_date) VALUES ($1, $2, '2001-01-01')",
      [bill, customer],
    );
  const caseId = await granted(email);
  const erasureId = await planned(caseId);
  await approved(caseId);
  return { caseId, erasureId };
}

describe('a hold over one case', () => {
  it('keeps an erasure that was agreed to from beginning, and its release lets it go on by itself', async () => {
    const caseId = await granted('quiet@example.com');
    const holdId = await hold({ caseId });
    const erasureId = await planned(caseId);
    await approved(caseId);
    await erase(erasureId, NEVER);
    expect(await workNow(caseId)).toMatchObject({ state: 'approved' });
    expect(await rows('SELECT 1 FROM customer WHERE customer_id = 2')).toHaveLength(1);
    await db().$executeRaw`delete from graphile_worker._private_jobs`;
    expect(await releaseHold(holdId, { staffId: BOB.id })).toMatchObject({ ok: true });
    expect(await releaseHold(holdId, { staffId: BOB.id })).toMatchObject({ ok: false, reason: 'alreadyReleased' });
    expect(await db().$queryRaw`select key from graphile_worker.jobs where key = ${`erase:${erasureId}`}`).toHaveLength(
      1,
    );
    await erase(erasureId, NEVER);
    expect(await workNow(caseId)).toMatchObject({ state: 'proved' });
    expect(await rows('SELECT 1 FROM customer WHERE customer_id = 2')).toEqual([]);
    expect((await kindsOf(caseId)).filter((kind) => kind.startsWith('Hold'))).toEqual(['HoldPlaced', 'HoldReleased']);
  });

  it('ends by itself after its last day', async () => {
    const caseId = await granted('luis@example.com');
    await hold({ caseId });
    const erasureId = await planned(caseId);
    await approved(caseId);
    const begin = (days: number) =>
      handle(
        caseId,
        { type: 'BeginErasure', erasureId },
        { kind: 'system', id: 'worker' },
        { at: new Date(Date.now() + days * 86_400_000) },
      );
    expect(await begin(29)).toMatchObject({ ok: false, reason: 'tooSoon' });
    expect(await begin(32)).toMatchObject({ ok: true });
  });
});

describe('a hold over a kind of data', () => {
  it('keeps it on its ground while the rest goes, and what it kept goes by itself once it has ended', async () => {
    await instance.shop.sql.query("UPDATE invoice SET invoice_date = '2001-01-01' WHERE customer_id = 1");
    const caseId = await granted('luis@example.com');
    const before = await rows('SELECT invoice_id FROM invoice WHERE customer_id = 1');
    expect(before.length).toBeGreaterThan(0);
    const holdId = await hold({ collections: ['shop.invoice', 'shop.invoice_line'] });
    const erasureId = await planned(caseId);
    await approved(caseId);
    await erase(erasureId, NEVER);
    expect(await workNow(caseId)).toMatchObject({ state: 'proved', held: true });
    expect(await rows('SELECT invoice_id FROM invoice WHERE customer_id = 1')).toEqual(before);
    const { certificate } = await fileNow(caseId);
    const invoice = certificate!.systems.flatMap((one) =>
      one.erasedByTheProduct ? one.collections.filter(({ collection }) => collection === 'shop.invoice') : [],
    );
    expect(invoice).toMatchObject([
      {
        deleted: 0,
        kept: before.length,
        stays: { reason: { en: 'A court has asked for it.' }, grounds: ['GDPR-17-3-e'] },
      },
    ]);
    expect(invoice[0]?.stays?.openBecause?.en).toContain('held until');
    expect(await handle(caseId, { type: 'CloseCase' }, ALICE)).toMatchObject({ ok: false });
    await continueHeldErasures();
    expect(await workNow(caseId)).toMatchObject({ id: erasureId });

    await releaseHold(holdId, { staffId: BOB.id });
    await continueHeldErasures();
    const rest = await workNow(caseId);
    expect(rest).toMatchObject({ state: 'planning' });
    // As a worker does that is killed once the plan is made, and the one that takes its job up.
    await db().erasure.update({ where: { id: rest.id }, data: { continuesId: null } });
    await makeErasurePlan(rest.id, NEVER);
    expect(await workNow(caseId)).toMatchObject({ state: 'planned', problems: 0 });
    await db().erasure.update({ where: { id: rest.id }, data: { continuesId: erasureId } });
    await makeErasurePlan(rest.id, NEVER);
    expect(await workNow(caseId)).toMatchObject({ state: 'approved' });
    await erase(rest.id, NEVER);
    expect(await workNow(caseId)).toMatchObject({ state: 'proved', held: false });
    expect(await rows('SELECT invoice_id FROM invoice WHERE customer_id = 1')).toEqual([]);
    expect(await rows('SELECT 1 FROM customer WHERE customer_id = 1')).toEqual([]);
    expect((await fileNow(caseId)).certificate!.systems).toMatchObject([
      {
        collections: [
          { collection: 'shop.customer', deleted: 1 },
          { collection: 'shop.invoice', deleted: before.length, kept: 0, stays: null },
          { collection: 'shop.invoice_line', kept: 0, stays: null },
        ],
      },
    ]);
    await continueHeldErasures();
    expect(await workNow(caseId)).toMatchObject({ id: rest.id, state: 'proved' });
    expect((await caseNow(caseId)).recipients.length).toBeGreaterThan(0);
  });

  it('stops an erasure that was planned before it was placed', async () => {
    await instance.shop.sql.query(
      "INSERT INTO customer (customer_id, first_name, last_name, email) VALUES (2, 'Quiet', 'One', 'quiet@example.com') ON CONFLICT DO NOTHING",
    );
    const caseId = await granted('quiet@example.com');
    const erasureId = await planned(caseId);
    await approved(caseId);
    const holdId = await hold({ collections: ['shop.customer'] });
    await erase(erasureId, NEVER);
    expect(await workNow(caseId)).toMatchObject({ state: 'stopped' });
    expect((await fileNow(caseId)).changes).toMatchObject({ kinds: ['held'], detail: ['shop.customer'] });
    expect(await rows('SELECT 1 FROM customer WHERE customer_id = 2')).toHaveLength(1);
    await releaseHold(holdId, { staffId: BOB.id });
  });

  it('stops an erasure that is under way, as long as it has not been committed', async () => {
    const { caseId, erasureId } = await ready(60_003);
    const { sql } = instance.shop;
    await sql.query('BEGIN');
    await sql.query('SELECT 1 FROM customer WHERE customer_id = 60003 FOR UPDATE');
    const erasing = erase(erasureId, NEVER);
    const waits = async () =>
      (await sql.query('SELECT 1 FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()')).rows.length;
    await expect.poll(waits, { timeout: 9000, interval: 50 }).toBeGreaterThan(0);
    const holdId = await hold({ collections: ['shop.customer'] });
    await sql.query('ROLLBACK');
    await erasing;
    expect(await workNow(caseId)).toMatchObject({ state: 'stopped', erased: [] });
    expect((await fileNow(caseId)).changes).toMatchObject({ kinds: ['held'], detail: ['shop.customer'] });
    expect(await rows('SELECT 1 FROM customer WHERE customer_id = 60003')).toHaveLength(1);
    await releaseHold(holdId, { staffId: BOB.id });
  });

  it('leaves a case to be closed of whose person it keeps nothing', async () => {
    const holdId = await hold({ collections: ['shop.invoice'] });
    const { caseId, erasureId } = await ready(60_004);
    await erase(erasureId, NEVER);
    expect(await workNow(caseId)).toMatchObject({ state: 'proved', held: false });
    await releaseHold(holdId, { staffId: BOB.id });
  });

  it('has a second person agree again where its end would take more than it had kept', async () => {
    const holdId = await hold({ collections: ['shop.invoice'] });
    const { caseId, erasureId } = await ready(60_005, 600_051);
    await erase(erasureId, NEVER);
    expect(await workNow(caseId)).toMatchObject({ state: 'proved', held: true });
    await instance.shop.sql.query(
      "INSERT INTO invoice (invoice_id, customer_id, invoice_date) VALUES (600052, 60005, '2001-01-01')",
    );
    await releaseHold(holdId, { staffId: BOB.id });
    await continueHeldErasures();
    const { id } = await workNow(caseId);
    await makeErasurePlan(id, NEVER);
    expect(await workNow(caseId)).toMatchObject({ id, state: 'planned' });
    await approved(caseId);
    await erase(id, NEVER);
    expect(await rows('SELECT 1 FROM invoice WHERE customer_id = 60005')).toEqual([]);
  });
});
