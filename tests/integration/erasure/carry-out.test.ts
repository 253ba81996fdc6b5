import { afterAll, beforeAll, expect, it } from 'vitest';
import { planDigest } from '@/lib/domain/erasure/plan';
import { agreedCase, carryOutErasure, planFor } from '@/lib/features/erasure/mutations';
import { db } from '@/lib/platform/db/client';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { BOB, kindsOf, logOf, must, verified } from '../requests/walk';

const NEVER = new AbortController().signal;
const QUIET = () => undefined;

let instance: TestInstance;
beforeAll(async () => {
  instance = await anInstance();
  const { sql, readOnlyUrl } = instance.shop;
  // The shop as Chinook has it: bills in a table. The old ones are past their six years.
  await sql.query('DROP VIEW invoice');
  await sql.query('ALTER TABLE bill RENAME TO invoice');
  await sql.query("UPDATE invoice SET invoice_date = '2012-05-05' WHERE invoice_id = 2");
  await sql.query('ALTER TABLE invoice_line ADD FOREIGN KEY (invoice_id) REFERENCES invoice');
  const writer = new URL(readOnlyUrl);
  writer.username = `${writer.username}_writer`;
  await sql.query(`CREATE ROLE ${writer.username} LOGIN PASSWORD '${writer.password}'`);
  await sql.query(`GRANT SELECT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${writer.username}`);
  await sql.query(`GRANT SELECT ON invoice TO ${new URL(readOnlyUrl).username}`);
  process.env.CHINOOK_DB_WRITE_URL = writer.href;
});
afterAll(async () => {
  const writer = new URL(process.env.CHINOOK_DB_WRITE_URL!).username;
  delete process.env.CHINOOK_DB_WRITE_URL;
  await instance.shop.sql.query(`DROP OWNED BY ${writer}`);
  await instance.shop.sql.query(`DROP ROLE ${writer}`);
  await instance.stop();
});

/** A case whose erasure one person granted; a second one agrees unless told otherwise. */
async function granted(email: string, { agreed = true } = {}): Promise<{ caseId: string; reference: string }> {
  const { caseId, reference } = await verified({ rights: ['GDPR:erasure'], email, identifiers: {} });
  const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
  const facts = 'All but what the law lets us keep goes.';
  await must(caseId, { type: 'DecideRight', rightItemId, outcome: 'granted', grounds: [], facts, despiteHidden: null });
  if (agreed) await must(caseId, { type: 'ApproveDecision' }, BOB);
  return { caseId, reference };
}

async function digestFor(reference: string): Promise<string> {
  const agreed = await agreedCase(reference);
  if (!agreed.ok) throw new Error(agreed.reason);
  return planDigest((await planFor(agreed.value.row, agreed.value.regimes, NEVER)).plan);
}

it('erases what two people agreed to, keeps what the law keeps, and certifies what was counted', async () => {
  const { caseId, reference } = await granted('luis@example.com');
  const digest = await digestFor(reference);
  const done = await carryOutErasure({ reference, digest, report: QUIET }, NEVER);
  expect(done).toMatchObject({
    ok: true,
    value: {
      reference,
      laws: ['GDPR'],
      plan: digest,
      systems: [
        {
          system: 'shop',
          erasedByTheProduct: true,
          collections: [
            { collection: 'shop.customer', deleted: 0, blanked: 1, kept: 0, stays: { grounds: [], until: null } },
            {
              collection: 'shop.invoice',
              deleted: 1,
              kept: 1,
              stays: { grounds: ['GDPR-17-3-b'], until: '2032-12-31', withoutDay: 0 },
            },
            { collection: 'shop.invoice_line', deleted: 1, kept: 2, stays: { until: '2032-12-31' } },
          ],
        },
      ],
    },
  });
  const { rows } = await instance.shop.sql.query(
    'SELECT first_name, city, phone, email FROM customer WHERE customer_id = 1',
  );
  expect(rows).toEqual([{ first_name: 'erased', city: null, phone: null, email: 'erased' }]);
  expect((await instance.shop.sql.query('SELECT invoice_id FROM invoice WHERE customer_id = 1')).rows).toEqual([
    { invoice_id: 1 },
  ]);
  expect((await logOf(caseId)).filter(({ kind }) => kind.startsWith('Erasure'))).toMatchObject([
    { kind: 'ErasureStarted', data: { systems: ['shop'] } },
    { kind: 'ErasureProved', data: { systems: [{ system: 'shop', deleted: 2, blanked: 1, kept: 3 }] } },
  ]);
  const again = await carryOutErasure({ reference, digest, report: QUIET }, NEVER);
  if (!again.ok || !done.ok) throw new Error('refused');
  expect(again.value.systems).toEqual(done.value.systems);
  expect((await kindsOf(caseId)).filter((kind) => kind === 'ErasureProved')).toHaveLength(1);
});

it('does nothing for one person alone, or for a case that is not there', async () => {
  const { reference } = await granted('quiet@example.com', { agreed: false });
  expect(await agreedCase(reference)).toEqual({ ok: false, reason: 'notAgreed' });
  const refused = await carryOutErasure({ reference, digest: '0'.repeat(64), report: QUIET }, NEVER);
  expect(refused).toEqual({ ok: false, reason: 'notAgreed' });
  expect(await agreedCase('CH-0000-0000')).toEqual({ ok: false, reason: 'unknownCase' });
  expect((await instance.shop.sql.query('SELECT 1 FROM customer WHERE customer_id = 2')).rowCount).toBe(1);
});

it('does nothing for a plan that nobody looked at, and says which one it is now', async () => {
  const { reference } = await granted('quiet@example.com');
  const seen = await digestFor(reference);
  await instance.shop.sql.query(
    "INSERT INTO invoice (invoice_id, customer_id, invoice_date) VALUES (77, 2, '2001-01-01')",
  );
  expect(await carryOutErasure({ reference, digest: seen, report: QUIET }, NEVER)).toEqual({
    ok: false,
    reason: 'otherPlan',
    detail: await digestFor(reference),
  });
  expect(await db().erasure.count({ where: { case: { reference } } })).toBe(0);
});

it('does nothing where a table that nobody mapped refers to the records', async () => {
  await instance.shop.sql.query('CREATE TABLE newsletter (customer_id int REFERENCES customer)');
  const { reference } = await granted('quiet@example.com');
  const digest = await digestFor(reference);
  const refused = await carryOutErasure({ reference, digest, report: QUIET }, NEVER);
  expect(refused).toMatchObject({ ok: false, reason: 'problems', detail: expect.stringContaining('newsletter') });
  await instance.shop.sql.query('DROP TABLE newsletter');
});

it('names what is a person’s to do where no login for changing was given', async () => {
  const url = process.env.CHINOOK_DB_WRITE_URL!;
  delete process.env.CHINOOK_DB_WRITE_URL;
  try {
    const { reference } = await granted('quiet@example.com');
    const done = await carryOutErasure({ reference, digest: await digestFor(reference), report: QUIET }, NEVER);
    expect(done).toMatchObject({
      ok: true,
      value: {
        systems: [
          {
            system: 'shop',
            erasedByTheProduct: false,
            leftToAPerson: ['shop.customer', 'shop.invoice', 'shop.invoice_line'],
          },
        ],
      },
    });
    expect((await instance.shop.sql.query('SELECT 1 FROM customer WHERE customer_id = 2')).rowCount).toBe(1);
  } finally {
    process.env.CHINOOK_DB_WRITE_URL = url;
  }
});
