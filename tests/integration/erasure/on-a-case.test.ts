import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { standingOf } from '@/lib/domain/case/carry-out';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseRow, rulesOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { erase } from '@/lib/features/erasure/mutations/carry-out';
import { makeErasurePlan } from '@/lib/features/erasure/mutations/plan';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import type { TestInstance } from '@/tests/support/demo-controllers';
import { dayIn } from '@/tests/support/days';
import { ALICE, BOB, kindsOf, logOf, must } from '../requests/walk';
import {
  approved,
  carriedOut,
  caseNow,
  erasingInstance,
  fileNow,
  granted,
  mailsOf,
  NEVER,
  planned,
  workNow,
} from './erasing-case';

let instance: TestInstance;
beforeAll(async () => {
  instance = await erasingInstance();
});
afterAll(() => instance.stop());

const rows = async (sql: string): Promise<unknown[]> => (await instance.shop.sql.query(sql)).rows;

async function standing(caseId: string): Promise<string> {
  const [current, row] = [await caseNow(caseId), (await caseRow(caseId))!];
  return standingOf(current.rights[0]!, current, rulesOf(row, await calendarsInForce()));
}

describe('an erasure that two people agreed to', () => {
  it('goes, is searched for again, and only then makes the right done', async () => {
    const caseId = await granted('luis@example.com');
    expect(await standing(caseId)).toBe('agreed');
    const erasureId = await planned(caseId);
    expect(await workNow(caseId)).toMatchObject({ state: 'planned', systems: ['shop'], left: [], problems: 0 });
    expect(await rows('SELECT invoice_id FROM invoice WHERE customer_id = 1 ORDER BY 1')).toEqual([
      { invoice_id: 1 },
      { invoice_id: 2 },
    ]);
    await approved(caseId);
    await erase(erasureId, NEVER);
    expect(await standing(caseId)).toBe('done');
    expect(await rows('SELECT first_name, city, phone, email FROM customer WHERE customer_id = 1')).toEqual([
      { first_name: 'erased', city: null, phone: null, email: 'erased' },
    ]);
    expect(await rows('SELECT invoice_id FROM invoice WHERE customer_id = 1')).toEqual([{ invoice_id: 1 }]);
    const { certificate } = await fileNow(caseId);
    expect(certificate).toMatchObject({
      laws: ['GDPR'],
      systems: [
        {
          system: 'shop',
          collections: [
            { collection: 'shop.customer', deleted: 0, blanked: 1 },
            {
              collection: 'shop.invoice',
              deleted: 1,
              kept: 1,
              stays: { grounds: ['GDPR-17-3-b'], until: '2032-12-31' },
            },
            { collection: 'shop.invoice_line', deleted: 1, kept: 2 },
          ],
        },
      ],
    });
    const counts = { deleted: 2, blanked: 1, kept: 3 };
    expect((await logOf(caseId)).filter(({ kind }) => kind.includes('Eras'))).toMatchObject([
      { kind: 'ErasurePlanAsked' },
      { kind: 'ErasurePlanned', data: { systems: ['shop'], problems: 0, ...counts } },
      { kind: 'ErasureApproved', data: { plan: certificate!.plan, coolingOffDays: 0 } },
      { kind: 'ErasureStarted', data: { systems: ['shop'] } },
      { kind: 'SystemErased', data: { system: 'shop', ...counts } },
      { kind: 'ErasureProved', data: { systems: [{ system: 'shop', ...counts }] } },
    ]);
    await erase(erasureId, NEVER);
    expect((await kindsOf(caseId)).filter((kind) => kind === 'ErasureProved')).toHaveLength(1);
    expect((await mailsOf(caseId)).filter((kind) => kind.startsWith('eras'))).toEqual(['erasurePlanned', 'erased']);
  });

  describe('of somebody else', () => {
    let caseId: string;
    beforeEach(async () => {
      caseId = await granted('quiet@example.com');
    });
    const stillThere = async () => expect(await rows('SELECT 1 FROM customer WHERE customer_id = 2')).toHaveLength(1);

    it('is not agreed to by whoever asked for the plan, nor to another plan than the one that was seen', async () => {
      await planned(caseId);
      const { digest } = await workNow(caseId);
      const approve = { type: 'ApproveErasure', digest: digest!, coolingOffDays: 0, noticeId: newId() } as const;
      expect(await handle(caseId, approve, ALICE)).toMatchObject({ ok: false, reason: 'secondPersonNeeded' });
      expect(await handle(caseId, { ...approve, digest: '0'.repeat(64) }, BOB)).toMatchObject({ reason: 'otherPlan' });
      await stillThere();
    });

    it('waits as long as the person can stop it, and is not carried out once they have', async () => {
      const erasureId = await planned(caseId);
      await approved(caseId, 7);
      await erase(erasureId, NEVER);
      expect(await workNow(caseId)).toMatchObject({ state: 'approved', approved: { coolingOffDays: 7, toldOn: null } });
      await must(caseId, { type: 'CancelErasure' }, { kind: 'requester', id: caseId });
      expect(await standing(caseId)).toBe('takenBack');
      await erase(erasureId, NEVER);
      expect(await workNow(caseId)).toMatchObject({ state: 'cancelled' });
      expect((await mailsOf(caseId)).slice(-2)).toEqual(['erasurePlanned', 'erasureCancelled']);
      await stillThere();
    });

    it('begins on the day after the last one on which it could be stopped, counted from when they were told', async () => {
      const erasureId = await planned(caseId);
      await approved(caseId, 2);
      const begin = (days: number) =>
        handle(
          caseId,
          { type: 'BeginErasure', erasureId },
          { kind: 'system', id: 'worker' },
          { at: new Date(Date.now() + days * 86_400_000) },
        );
      expect(await begin(5)).toMatchObject({ reason: 'tooSoon' });
      await db().notice.updateMany({
        where: { caseId },
        data: { state: 'sent', sentAt: new Date(Date.now() + 86_400_000) },
      });
      expect(await begin(3)).toMatchObject({ reason: 'tooSoon' });
      expect(await begin(4)).toMatchObject({ ok: true });
      expect(await handle(caseId, { type: 'CancelErasure' }, { kind: 'requester', id: caseId })).toMatchObject({
        reason: 'alreadyBegun',
      });
      const told = { way: 'phone', on: dayIn('Europe/Dublin'), words: 'Stop.' } as const;
      expect(await handle(caseId, { type: 'WithdrawRequest', told }, ALICE)).toMatchObject({ reason: 'alreadyBegun' });
    });

    it('stops where there is more than was agreed to, and goes on with a plan made anew', async () => {
      const erasureId = await planned(caseId);
      await approved(caseId);
      await instance.shop.sql.query(
        "INSERT INTO invoice (invoice_id, customer_id, invoice_date) VALUES (77, 2, '2001-01-01')",
      );
      await erase(erasureId, NEVER);
      expect(await workNow(caseId)).toMatchObject({ state: 'stopped' });
      expect((await fileNow(caseId)).changes).toMatchObject({
        systemId: 'shop',
        kinds: ['more'],
        detail: ['shop.invoice: 1 records would change, 0 were agreed to'],
      });
      await stillThere();
      await carriedOut(caseId);
      expect(await workNow(caseId)).toMatchObject({ state: 'proved', erased: ['shop'] });
      expect(await rows('SELECT 1 FROM customer WHERE customer_id = 2')).toEqual([]);
      expect(await rows('SELECT 1 FROM invoice WHERE invoice_id = 77')).toEqual([]);
      await instance.shop.sql.query(
        "INSERT INTO customer (customer_id, first_name, last_name, email) VALUES (2, 'Quiet', 'One', 'quiet@example.com')",
      );
    });

    it('cannot be agreed to where a table that nobody mapped refers to the records', async () => {
      await instance.shop.sql.query('CREATE TABLE newsletter (customer_id int REFERENCES customer)');
      await planned(caseId);
      const { digest, problems } = await workNow(caseId);
      expect(problems).toBe(1);
      const approve = { type: 'ApproveErasure', digest: digest!, coolingOffDays: 0, noticeId: newId() } as const;
      expect(await handle(caseId, approve, BOB)).toMatchObject({ reason: 'planHasProblems' });
      await instance.shop.sql.query('DROP TABLE newsletter');
    });

    it('has no plan while a system does not answer, and says why', async () => {
      const url = process.env.CHINOOK_DB_WRITE_URL!;
      process.env.CHINOOK_DB_WRITE_URL = 'postgresql://nobody:wrong@127.0.0.1:1/nothing';
      try {
        const erasureId = newId();
        await must(caseId, { type: 'PlanErasure', erasureId }, ALICE);
        await expect(makeErasurePlan(erasureId, NEVER)).rejects.toThrow('unreachable');
        expect(await workNow(caseId)).toMatchObject({ state: 'unplanned', digest: null });
        expect((await fileNow(caseId)).failure).toBe('unreachable');
      } finally {
        process.env.CHINOOK_DB_WRITE_URL = url;
      }
    });

    it('is a person’s where no login for changing was given, and done once they have said what they did', async () => {
      const url = process.env.CHINOOK_DB_WRITE_URL!;
      delete process.env.CHINOOK_DB_WRITE_URL;
      try {
        await carriedOut(caseId);
        expect(await workNow(caseId)).toMatchObject({ state: 'handedOver', systems: [], left: ['shop'] });
        expect(await standing(caseId)).toBe('agreed');
        const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
        await must(caseId, {
          type: 'RecordCarriedOut',
          rightItemId,
          on: dayIn('Europe/Dublin'),
          systems: ['shop'],
          facts: 'Your account is deleted.',
          confirmed: ['erased', 'backups', 'recipientsTold'],
        });
        expect(await standing(caseId)).toBe('done');
      } finally {
        process.env.CHINOOK_DB_WRITE_URL = url;
      }
    });
  });
});
