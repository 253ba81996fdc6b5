import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { redactionsOf } from '@/lib/features/case-file/data/redactions';
import { db } from '@/lib/platform/db/client';
import { COMMANDS, SHA } from '@/tests/support/case-builders';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { ALICE, BOB, kindsOf, must, verified } from '../requests/walk';

const instance = instanceOfFile();

/** A case that is being reviewed: its one system has answered that nothing is held. */
async function reviewing(rights: string[] = ['GDPR:access']): Promise<{ caseId: string; rightItemIds: string[] }> {
  const { caseId } = await verified({ rights });
  await must(caseId, { type: 'StartCollection', tasks: [{ id: randomUUID(), systemId: 'shop' }], dataMapDigest: SHA });
  await must(
    caseId,
    {
      type: 'RecordSourceAnswer',
      systemId: 'shop',
      attempt: 0,
      collections: [{ collectionId: 'shop.customer', result: 'nothing', reason: null, records: 0 }],
      kept: [],
    },
    { kind: 'system', id: 'worker' },
  );
  const items = await db().rightItem.findMany({ where: { caseId }, orderBy: { right: 'asc' } });
  return { caseId, rightItemIds: items.map(({ id }) => id) };
}

describe('review and decision', () => {
  it('keeps a redaction with its ground and undoes it once', async () => {
    const { caseId } = await reviewing();
    const redactionId = randomUUID();
    await must(caseId, {
      ...COMMANDS.RedactValue,
      redactionId,
      collectionId: 'shop.invoice',
      field: 'billing_address',
    });
    const key = keyOf((await caseRow(caseId))!);
    expect(await redactionsOf(caseId, key)).toMatchObject([
      {
        id: redactionId,
        passage: 'Jane Peacock',
        facts: 'A colleague of the sender.',
        ground: 'GDPR-15-4',
        createdById: ALICE.id,
      },
    ]);
    const undo = { type: 'UndoRedaction', redactionId, collectionId: 'shop.invoice' } as const;
    await must(caseId, undo);
    expect(await redactionsOf(caseId, key)).toEqual([]);
    expect(await handle(caseId, undo, ALICE)).toEqual({ ok: false, reason: 'alreadyDone' });
    expect((await kindsOf(caseId)).filter((kind) => kind === 'RedactionUndone')).toHaveLength(1);
  });

  it('takes no redaction away from another case', async () => {
    const [mine, other] = [await reviewing(), await reviewing()];
    const redactionId = randomUUID();
    await must(other.caseId, { ...COMMANDS.RedactValue, redactionId });
    expect(
      await handle(mine.caseId, { type: 'UndoRedaction', redactionId, collectionId: 'shop.invoice' }, ALICE),
    ).toEqual({ ok: false, reason: 'alreadyDone' });
    expect(await redactionsOf(other.caseId, keyOf((await caseRow(other.caseId))!))).toHaveLength(1);
  });

  it('needs two people, and a decision that was sent back is decided anew', async () => {
    const { caseId, rightItemIds } = await reviewing(['GDPR:access', 'GDPR:erasure']);
    const [access, erasure] = rightItemIds as [string, string];
    await must(caseId, {
      type: 'DecideRight',
      rightItemId: access,
      outcome: 'noData',
      grounds: [],
      facts: '',
      despiteHidden: null,
    });
    await must(
      caseId,
      {
        type: 'DecideRight',
        rightItemId: erasure,
        outcome: 'refused',
        grounds: ['GDPR-17-3-b'],
        facts: 'Art. 69 of the tax code.',
        confirmed: ['dataAffected'],
        despiteHidden: null,
      },
      BOB,
    );
    const { body } = await db().auditEvent.findFirstOrThrow({
      where: { caseId, kind: 'OutcomeDecided' },
      orderBy: { position: 'desc' },
    });
    expect(JSON.parse(body) as unknown).toMatchObject({ data: { outcome: 'refused', confirmed: ['dataAffected'] } });
    for (const actor of [ALICE, BOB])
      expect(await handle(caseId, COMMANDS.ApproveDecision, actor)).toEqual({
        ok: false,
        reason: 'secondPersonNeeded',
      });
    await must(caseId, COMMANDS.ReturnDecision, BOB);
    expect(await db().rightItem.findMany({ where: { caseId, outcome: { not: null } } })).toEqual([]);
    for (const id of rightItemIds)
      await must(caseId, {
        type: 'DecideRight',
        rightItemId: id,
        outcome: 'noData',
        grounds: [],
        facts: '',
        despiteHidden: null,
      });
    // No copy was granted, so there is nothing to make and the answer is ready.
    expect(await must(caseId, COMMANDS.ApproveDecision, BOB)).toMatchObject({ state: 'ready' });
    expect(await db().bundle.count({ where: { caseId } })).toBe(0);
    expect(
      await db().rightItem.findMany({ where: { caseId }, select: { decidedById: true, approvedById: true } }),
    ).toEqual([
      { decidedById: ALICE.id, approvedById: BOB.id },
      { decidedById: ALICE.id, approvedById: BOB.id },
    ]);
    expect(await handle(caseId, COMMANDS.CloseCase, ALICE)).toEqual({ ok: false, reason: 'noticeOnItsWay' });
    await db().notice.updateMany({ where: { caseId }, data: { state: 'sent', sentAt: new Date() } });
    expect(await must(caseId, COMMANDS.CloseCase)).toMatchObject({ state: 'closed' });
    expect(await caseRow(caseId)).toMatchObject({
      closedHow: 'answered',
      nextStep: 'none',
      nextStepByOn: null,
      closedAt: expect.any(Date) as Date,
    });
  });

  it('plans one bundle with its job when a copy is approved', async () => {
    const { caseId, rightItemIds } = await reviewing();
    await must(caseId, {
      type: 'DecideRight',
      rightItemId: rightItemIds[0]!,
      outcome: 'granted',
      grounds: [],
      facts: '',
      despiteHidden: 'All of theirs is in it.',
    });
    expect(await must(caseId, COMMANDS.ApproveDecision, BOB)).toMatchObject({ state: 'preparing' });
    const [bundle] = await db().bundle.findMany({ where: { caseId } });
    const { rows } = await instance.sql.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [
      `bundle:${bundle!.id}`,
    ]);
    expect(rows).toHaveLength(1);
  });
});
