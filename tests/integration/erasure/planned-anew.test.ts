import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasureFrom, knownFrom } from '@/lib/domain/erasure/staying';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { erasedFacts, keysBefore } from '@/lib/features/case-file/data/erasure';
import { stillFound } from '@/lib/features/erasure/data';
import { controller } from '@/lib/platform/controllers/registry';
import { erase } from '@/lib/features/erasure/mutations/carry-out';
import { journalOf } from '@/lib/features/erasure/mutations/journal';
import type { TestInstance } from '@/tests/support/demo-controllers';
import { approved, carriedOut, erasingInstance, fileNow, granted, NEVER, planned, workNow } from './erasing-case';

let instance: TestInstance;
let reader: string;
beforeAll(async () => {
  instance = await erasingInstance();
  reader = new URL(instance.shop.readOnlyUrl).username;
});
afterAll(() => instance.stop());

const run = (sql: string) => instance.shop.sql.query(sql);

let customers = 70_000;

/** A customer with a bill that is old enough to go and one that has to be kept, so that what leads to it can only be blanked. */
async function aCustomer(): Promise<{ id: number; email: string }> {
  const id = (customers += 1);
  const email = `anew-${id}@example.com`;
  await run(`
    INSERT INTO customer (customer_id, first_name, last_name, email) VALUES (${id}, 'Some', 'Body', '${email}');
    INSERT INTO invoice (invoice_id, customer_id, invoice_date) VALUES (${id}1, ${id}, '2001-01-01'), (${id}2, ${id}, '2026-01-01');
    INSERT INTO invoice_line (invoice_line_id, invoice_id, track_id, unit_price, quantity) VALUES (${id}1, ${id}2, null, 1, 1)`);
  return { id, email };
}

/** Erases in the shop and is stopped afterwards: the login that searches again may not read one of its tables. */
async function stoppedAfterwards(caseId: string): Promise<void> {
  const erasureId = await planned(caseId);
  await approved(caseId);
  await run(`REVOKE SELECT ON invoice_line FROM ${reader}`);
  await erase(erasureId, NEVER);
  await run(`GRANT SELECT ON invoice_line TO ${reader}`);
  expect(await workNow(caseId)).toMatchObject({ state: 'stopped', erased: ['shop'] });
}

const KEPT = { kept: 1, stays: { grounds: ['GDPR-17-3-b'], until: '2032-12-31' } };

describe('an erasure planned anew after what led to the records was blanked', () => {
  it('lists what stays with its ground and its day, in the plan as in the certificate', async () => {
    const { id, email } = await aCustomer();
    const caseId = await granted(email);
    await stoppedAfterwards(caseId);
    expect((await run(`SELECT email FROM customer WHERE customer_id = ${id}`)).rows).toEqual([{ email: 'erased' }]);
    await planned(caseId);
    const { collections } = (await fileNow(caseId)).made!.facts.get('shop')!;
    expect(collections).toMatchObject([
      { collectionId: 'shop.customer', blanked: 1 },
      { collectionId: 'shop.invoice', erased: 0, kept: 1, keptUntil: '2032-12-31' },
      { collectionId: 'shop.invoice_line', kept: 1 },
    ]);
    await carriedOut(caseId);
    expect(await workNow(caseId)).toMatchObject({ state: 'proved' });
    expect((await fileNow(caseId)).certificate!.systems).toMatchObject([
      {
        collections: [
          { collection: 'shop.customer', deleted: 0, blanked: 1 },
          { collection: 'shop.invoice', deleted: 1, ...KEPT },
          { collection: 'shop.invoice_line', kept: 1 },
        ],
      },
    ]);
  });

  it('is not proved over what refers to a record that was blanked', async () => {
    const { id, email } = await aCustomer();
    const caseId = await granted(email);
    await stoppedAfterwards(caseId);
    const row = (await caseRow(caseId))!;
    const [erasure] = (await fileNow(caseId)).made!.erasures;
    const done = new Map((await erasedFacts(caseId, keyOf(row))).map(([systemId, facts]) => [systemId, facts]));
    const { dataMap } = controller(row.controllerId);
    const known = knownFrom(dataMap, await keysBefore(caseId, keyOf(row)));
    const left = () => stillFound(dataMap, [erasureFrom(known, erasure!)], done);
    expect(await left()).toEqual([]);
    await run(`INSERT INTO invoice (invoice_id, customer_id, invoice_date) VALUES (${id}3, ${id}, '2026-01-01')`);
    expect(await left()).toEqual(['1 records of shop.invoice']);
  });

  it('erases what no longer has to be kept, and then the account that it held back', async () => {
    const { id, email } = await aCustomer();
    const caseId = await granted(email);
    await stoppedAfterwards(caseId);
    await run(`UPDATE invoice SET invoice_date = '2001-01-01' WHERE customer_id = ${id}`);
    await carriedOut(caseId);
    expect((await run(`SELECT 1 FROM customer WHERE customer_id = ${id}`)).rows).toEqual([]);
    expect((await run(`SELECT 1 FROM invoice WHERE customer_id = ${id}`)).rows).toEqual([]);
  });

  it('tells with the whole what had gone from a system without transactions that broke off', async () => {
    const { email } = await aCustomer();
    const caseId = await granted(email);
    const stopped = await planned(caseId);
    const row = (await caseRow(caseId))!;
    const [approvedFacts] = [...(await fileNow(caseId)).made!.facts.values()];
    const records = { 'shop.invoice_line': { erased: ['one', 'two'], anonymised: [], kept: [] } };
    const facts = { ...approvedFacts!, records };
    const journal = journalOf({ erasureId: stopped, caseId, key: keyOf(row) }, 'shop');
    await journal.write({ state: 'brokenOff', transactionId: 'a try', facts });
    expect(await journal.read()).toEqual({ state: 'brokenOff', transactionId: 'a try', facts });
    expect(await erasedFacts(caseId, keyOf(row))).toEqual([['shop', facts, stopped]]);
    await journal.write({ state: 'committing', transactionId: 'a try', facts: approvedFacts! });
    expect(await erasedFacts(caseId, keyOf(row))).toEqual([]);
  });
});
