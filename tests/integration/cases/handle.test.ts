import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_TABLE } from '@/lib/domain/case/command-table';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { decide } from '@/lib/domain/case/decide';
import { type Case, CASE_STATES } from '@/lib/domain/case/types';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, caseRow, keyOf, rejectionOf, rulesOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { redactionsOf } from '@/lib/features/case-file/data/redactions';
import { db } from '@/lib/platform/db/client';
import { openText } from '@/lib/platform/vault/case-key';
import { by, COMMANDS, evolve, giverOf, ofNewestTry, onwards, SHA } from '@/tests/support/case-builders';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { ALICE, BOB, collecting, kindsOf, logOf, must, submit, verified } from '../requests/walk';

let instance: TestInstance;
beforeAll(async () => {
  instance = await anInstance();
});
afterAll(() => instance.stop());

/** Everything in the database that a command on this case could have changed. */
async function everythingOf(caseId: string): Promise<string> {
  const { rows } = await instance.sql.query<{ all: string }>(
    `SELECT (SELECT json_agg(c) FROM "Case" c WHERE "id" = $1)::text || (SELECT json_agg(r ORDER BY "id") FROM "RightItem" r WHERE "caseId" = $1)::text
      || coalesce((SELECT json_agg(t ORDER BY "id") FROM "CollectionTask" t WHERE "caseId" = $1)::text, '') || coalesce((SELECT json_agg(m ORDER BY "id") FROM "Message" m WHERE "caseId" = $1)::text, '')
      || (SELECT count(*) FROM "AuditEvent" WHERE "caseId" = $1) || ' ' || (SELECT count(*) FROM "Notice" WHERE "caseId" = $1) || ' ' || (SELECT count(*) FROM graphile_worker.jobs) AS all`,
    [caseId],
  );
  return rows[0]!.all;
}

describe('handling a command', () => {
  it('changes the row, writes the log and queues the mail together', async () => {
    const { caseId } = await submit();
    expect(await must(caseId, { type: 'ConfirmEmail', method: 'link' }, { kind: 'requester', id: caseId })).toEqual({ state: 'verifying', version: 2 });
    expect(await caseRow(caseId)).toMatchObject({ state: 'verifying', version: 2, nextStep: 'acceptIdentity', emailConfirmedAt: expect.any(Date) as Date });
    expect((await logOf(caseId)).slice(2)).toMatchObject([
      { kind: 'EmailConfirmed', actor: { kind: 'requester', id: caseId }, data: { method: 'link' } },
      { kind: 'NoticeQueued', data: { notice: 'acknowledgement' } },
    ]);
  });

  it('changes nothing when it is refused', async () => {
    const { caseId } = await submit();
    const before = await everythingOf(caseId);
    expect(await handle(caseId, COMMANDS.ApproveDecision, BOB)).toEqual({ ok: false, reason: 'wrongState' });
    expect(await everythingOf(caseId)).toBe(before);
  });

  it('changes nothing when the log does not take the event', async () => {
    const { caseId } = await verified();
    const before = await everythingOf(caseId);
    // An id that no log entry may hold; rows, tasks and jobs were already written when the log refuses.
    const command = { type: 'StartCollection', tasks: [{ id: randomUUID(), systemId: 'a system with spaces' }], dataMapDigest: SHA } as const;
    await expect(handle(caseId, command, ALICE)).rejects.toThrow();
    expect(await everythingOf(caseId)).toBe(before);
  });

  it('changes nothing for a person who saw an older version', async () => {
    const { caseId } = await verified();
    const { version } = (await caseRow(caseId))!;
    await must(caseId, { ...COMMANDS.WriteMessage, messageId: randomUUID() });
    const before = await everythingOf(caseId);
    const start = await forCase(COMMANDS.StartCollection, caseOf((await caseRow(caseId))!));
    expect(await handle(caseId, start, ALICE, { seenVersion: version })).toEqual({ ok: false, reason: 'changedMeanwhile' });
    expect(await everythingOf(caseId)).toBe(before);
    expect(await handle(caseId, start, ALICE, { seenVersion: version + 1 })).toMatchObject({ ok: true });
  });

  it.each(Object.values(COMMANDS).map((command) => [command.type, command] as const))('%s conflicts with what others changed only where it is not additive', async (type, command) => {
    const { caseId } = await verified();
    const given = await forCase(command, caseOf((await caseRow(caseId))!));
    const result = await handle(caseId, given, giverOf(given, ALICE, caseId), { seenVersion: 1 });
    expect(!result.ok && result.reason === 'changedMeanwhile').toBe(!COMMAND_TABLE[type].additive);
  });

  it('lets a form stand open while machines and notes go by', async () => {
    const { caseId } = await collecting();
    const { version } = (await caseRow(caseId))!;
    await must(caseId, { ...COMMANDS.WriteNote, messageId: randomUUID() });
    await must(caseId, { type: 'RecordSourceFailure', systemId: 'shop', attempt: 0, reason: 'unreachable', retryAt: null });
    await must(caseId, { type: 'AssignCase', staffId: BOB.id, insteadOf: null });
    expect(await handle(caseId, { ...COMMANDS.ExtendDeadline, messageId: randomUUID(), noticeId: randomUUID() }, ALICE, { seenVersion: version })).toMatchObject({ ok: true });
  });

  it('closes for want of identity only with two people, and opens again where it was', async () => {
    const { caseId } = await submit();
    await must(caseId, { type: 'ConfirmEmail', method: 'code' });
    await must(caseId, COMMANDS.ProposeRejection);
    expect(await caseRow(caseId)).toMatchObject({ state: 'verifying', nextStep: 'approveRejection' });
    expect(await handle(caseId, COMMANDS.ApproveRejection, ALICE)).toEqual({ ok: false, reason: 'secondPersonNeeded' });
    await must(caseId, COMMANDS.ApproveRejection, BOB);
    const row = (await caseRow(caseId))!;
    expect(row).toMatchObject({ state: 'closed', closedHow: 'unverified', closedFrom: 'verifying' });
    expect(rejectionOf(row, keyOf(row))).toEqual({ facts: COMMANDS.ProposeRejection.facts, unaskedBecause: COMMANDS.ProposeRejection.unaskedBecause });
    await must(caseId, { type: 'ReopenCase', reason: 'moreShown' });
    expect(await caseRow(caseId)).toMatchObject({ state: 'verifying', nextStep: 'acceptIdentity', closedHow: null, closedAt: null, closedFrom: null });
    expect((await logOf(caseId)).filter(({ kind }) => ['RejectionProposed', 'IdentityRejected', 'CaseReopened'].includes(kind)).map(({ kind, data }) => [kind, data])).toEqual([
      ['RejectionProposed', { grounds: ['GDPR-12-6'], asked: false, confirmed: ['dataAffected'] }],
      ['IdentityRejected', { reason: 'insufficientVerification', grounds: ['GDPR-12-6'] }],
      ['CaseReopened', { reason: 'moreShown' }],
    ]);
    expect((await db().notice.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } })).map(({ kind }) => kind).slice(-2)).toEqual(['identityRejected', 'reopened']);
  });

  it('takes a case from nobody who took it meanwhile', async () => {
    const { caseId } = await verified();
    await must(caseId, { type: 'AssignCase', staffId: BOB.id, insteadOf: null });
    expect(await handle(caseId, { type: 'AssignCase', staffId: ALICE.id, insteadOf: null }, ALICE)).toEqual({ ok: false, reason: 'takenMeanwhile' });
    expect(await handle(caseId, { type: 'AssignCase', staffId: ALICE.id, insteadOf: BOB.id }, ALICE)).toMatchObject({ ok: true });
  });

  it('finds no case that is not there, nor one whose key is destroyed', async () => {
    expect(await handle(randomUUID(), COMMANDS.CloseCase, ALICE)).toEqual({ ok: false, reason: 'notFound' });
    const { caseId } = await submit();
    await db().caseKey.update({ where: { caseId }, data: { wrappedKey: null, destroyedAt: new Date() } });
    expect(await handle(caseId, { ...COMMANDS.WriteNote, messageId: randomUUID() }, ALICE)).toEqual({ ok: false, reason: 'notFound' });
    await expect(instance.sql.query('UPDATE "CaseKey" SET "wrappedKey" = \'\\x00\', "destroyedAt" = NULL WHERE "caseId" = $1', [caseId])).rejects.toThrow('was destroyed');
  });

  it('goes one after the other on one case: of many at once each is handled, and one of two equal ones', async () => {
    const { caseId } = await submit();
    const notes = Array.from({ length: 8 }, () => ({ type: 'WriteNote', messageId: randomUUID(), body: 'Called.' }) as const);
    const confirm = { type: 'ConfirmEmail', method: 'code' } as const;
    const results = await Promise.all([...notes, confirm, confirm].map((command) => handle(caseId, command, giverOf(command, ALICE, caseId))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(9);
    expect(results.filter((result) => !result.ok)).toEqual([{ ok: false, reason: 'alreadyDone' }]);
    expect((await caseRow(caseId))?.version).toBe(2);
    expect((await kindsOf(caseId)).filter((kind) => kind === 'EmailConfirmed')).toHaveLength(1);
  });

  it('seals what people write and logs only that they wrote', async () => {
    const { caseId } = await verified();
    const [message, note] = [randomUUID(), randomUUID()];
    await must(caseId, { type: 'WriteMessage', messageId: message, body: ' Which invoice? Невидимо ' });
    await must(caseId, { type: 'WriteNote', messageId: note, body: 'Невидимо' });
    const key = keyOf((await caseRow(caseId))!);
    const rows = await db().message.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } });
    expect(rows.map(({ id, author, staffId }) => ({ id, author, staffId }))).toEqual([{ id: message, author: 'desk', staffId: ALICE.id }, { id: note, author: 'note', staffId: ALICE.id }]);
    expect(openText(key, rows[0]!.sealedBody, `message:${message}`)).toBe('Which invoice? Невидимо');
    const { rows: bodies } = await instance.sql.query<{ n: string }>('SELECT count(*) AS n FROM "AuditEvent" WHERE "body" ~* \'Невидимо\'');
    expect(bodies[0]?.n).toBe('0');
    // The requester hears of a message of the desk, never of a note.
    expect((await logOf(caseId)).filter(({ kind }) => kind === 'NoticeQueued').map(({ data }) => data.notice)).toEqual(['confirmEmail', 'acknowledgement', 'newMessage']);
  });
});

/** A case that is being reviewed: its one system has answered that nothing is held. */
async function reviewing(rights: string[] = ['GDPR:access']): Promise<{ caseId: string; rightItemIds: string[] }> {
  const { caseId } = await verified({ rights });
  await must(caseId, { type: 'StartCollection', tasks: [{ id: randomUUID(), systemId: 'shop' }], dataMapDigest: SHA });
  await must(caseId, { type: 'RecordSourceAnswer', systemId: 'shop', attempt: 0, collections: [{ collectionId: 'shop.customer', result: 'nothing', reason: null, records: 0 }], kept: [] }, { kind: 'system', id: 'worker' });
  const items = await db().rightItem.findMany({ where: { caseId }, orderBy: { right: 'asc' } });
  return { caseId, rightItemIds: items.map(({ id }) => id) };
}

describe('review and decision', () => {
  it('keeps a redaction with its ground and undoes it once', async () => {
    const { caseId } = await reviewing();
    const redactionId = randomUUID();
    await must(caseId, { ...COMMANDS.RedactValue, redactionId, collectionId: 'shop.invoice', field: 'billing_address' });
    const key = keyOf((await caseRow(caseId))!);
    expect(await redactionsOf(caseId, key)).toMatchObject([{ id: redactionId, passage: 'Jane Peacock', facts: 'A colleague of the sender.', ground: 'GDPR-15-4', createdById: ALICE.id }]);
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
    expect(await handle(mine.caseId, { type: 'UndoRedaction', redactionId, collectionId: 'shop.invoice' }, ALICE)).toEqual({ ok: false, reason: 'alreadyDone' });
    expect(await redactionsOf(other.caseId, keyOf((await caseRow(other.caseId))!))).toHaveLength(1);
  });

  it('needs two people, and a decision that was sent back is decided anew', async () => {
    const { caseId, rightItemIds } = await reviewing(['GDPR:access', 'GDPR:erasure']);
    const [access, erasure] = rightItemIds as [string, string];
    await must(caseId, { type: 'DecideRight', rightItemId: access, outcome: 'noData', grounds: [], facts: '', despiteHidden: null });
    await must(caseId, { type: 'DecideRight', rightItemId: erasure, outcome: 'refused', grounds: ['GDPR-17-3-b'], facts: 'Art. 69 of the tax code.', confirmed: ['dataAffected'], despiteHidden: null }, BOB);
    const { body } = await db().auditEvent.findFirstOrThrow({ where: { caseId, kind: 'OutcomeDecided' }, orderBy: { position: 'desc' } });
    expect(JSON.parse(body) as unknown).toMatchObject({ data: { outcome: 'refused', confirmed: ['dataAffected'] } });
    for (const actor of [ALICE, BOB]) expect(await handle(caseId, COMMANDS.ApproveDecision, actor)).toEqual({ ok: false, reason: 'secondPersonNeeded' });
    await must(caseId, COMMANDS.ReturnDecision, BOB);
    expect(await db().rightItem.findMany({ where: { caseId, outcome: { not: null } } })).toEqual([]);
    for (const id of rightItemIds) await must(caseId, { type: 'DecideRight', rightItemId: id, outcome: 'noData', grounds: [], facts: '', despiteHidden: null });
    // No copy was granted, so there is nothing to make and the answer is ready.
    expect(await must(caseId, COMMANDS.ApproveDecision, BOB)).toMatchObject({ state: 'ready' });
    expect(await db().bundle.count({ where: { caseId } })).toBe(0);
    expect(await db().rightItem.findMany({ where: { caseId }, select: { decidedById: true, approvedById: true } })).toEqual([
      { decidedById: ALICE.id, approvedById: BOB.id },
      { decidedById: ALICE.id, approvedById: BOB.id },
    ]);
    expect(await handle(caseId, COMMANDS.CloseCase, ALICE)).toEqual({ ok: false, reason: 'noticeOnItsWay' });
    await db().notice.updateMany({ where: { caseId }, data: { state: 'sent', sentAt: new Date() } });
    expect(await must(caseId, COMMANDS.CloseCase)).toMatchObject({ state: 'closed' });
    expect(await caseRow(caseId)).toMatchObject({ closedHow: 'answered', nextStep: 'none', nextStepByOn: null, closedAt: expect.any(Date) as Date });
  });

  it('plans one bundle with its job when a copy is approved', async () => {
    const { caseId, rightItemIds } = await reviewing();
    await must(caseId, { type: 'DecideRight', rightItemId: rightItemIds[0]!, outcome: 'granted', grounds: [], facts: '', despiteHidden: 'All of theirs is in it.' });
    expect(await must(caseId, COMMANDS.ApproveDecision, BOB)).toMatchObject({ state: 'preparing' });
    const [bundle] = await db().bundle.findMany({ where: { caseId } });
    const { rows } = await instance.sql.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [`bundle:${bundle!.id}`]);
    expect(rows).toHaveLength(1);
  });
});

describe('whatever the order of commands', { timeout: 180_000 }, () => {
  it('the rows are what the pure case becomes, and the version counts what was handled', async () => {
    const step = fc.record({ any: fc.oneof(fc.constant(null), fc.constantFrom(...Object.values(COMMANDS))), actor: fc.constantFrom(ALICE, BOB) });
    const walk = fc.array(step, { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const { caseId } = await submit();
        const row = (await caseRow(caseId))!;
        const rules = rulesOf(row, await calendarsInForce());
        let model = caseOf(row);
        for (const [minute, { any, actor }] of steps.entries()) {
          const at = new Date(row.receivedAt.getTime() + (minute + 1) * 60_000);
          const context = by(actor, rules, at.toISOString());
          const command = await forCase(any ?? onwards(forWalk(model), context), model);
          const giver = giverOf(command, actor, caseId);
          const expected = decide(model, command, { ...context, actor: giver });
          const result = await handle(caseId, command, giver, { at });
          expect(result.ok ? 'handled' : result.reason).toBe(expected.ok ? 'handled' : expected.reason);
          // Which mails there are is the matter of another test: the model takes them as they are.
          if (expected.ok) {
            const { notices, bundle } = caseOf((await caseRow(caseId))!);
            const next = evolve(model, expected.value, { ...context, actor: giver }, COMMAND_TABLE[command.type].quiet);
            model = { ...next, notices, bundle: next.bundle && { ...next.bundle, id: bundle?.id ?? '' } };
          }
          expect(CASE_STATES).toContain(model.state);
        }
        expect(caseOf((await caseRow(caseId))!)).toEqual(model);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

/** The same case with the id that the example of a decision names. */
const forWalk = (current: Case): Case => ({ ...current, rights: current.rights.map((item) => ({ ...item, id: COMMANDS.DecideRight.rightItemId })) });

/** A command with ids that the database takes and that fit this case. */
async function forCase(command: CaseCommand, current: Case): Promise<CaseCommand> {
  switch (command.type) {
    case 'RecordSourceAnswer':
    case 'RecordSourceFailure':
    case 'RecordBundleSealed':
    case 'RecordBundleFailure':
      return ofNewestTry(command, current);
    case 'AddIdentifier':
      return { ...command, identifierId: randomUUID() };
    case 'AssignCase':
      return { ...command, staffId: ALICE.id, insteadOf: current.assigneeId };
    case 'StartCollection':
      return { ...command, tasks: command.tasks.map(({ systemId }) => ({ id: randomUUID(), systemId })) };
    case 'AddIdentifier':
      return { ...command, identifierId: randomUUID() };
    case 'RedactValue':
      return { ...command, redactionId: randomUUID() };
    case 'KeepShown':
      return { ...command, keptId: randomUUID() };
    case 'UndoKeepShown':
      return { ...command, keptId: current.keptIds[0] ?? randomUUID() };
    case 'UndoRedaction':
      return { ...command, redactionId: current.redactionIds[0] ?? randomUUID() };
    case 'DecideRight':
      return { ...command, rightItemId: current.rights[0]!.id };
    case 'TakeBackDecision':
    case 'RecordStopped':
    case 'RecordCarriedOut':
      return { ...command, rightItemId: current.rights[0]!.id };
    case 'WithdrawRequest':
      return { ...command, told: command.told && { ...command.told, on: localDateOf(current.receivedAt, 'UTC') } };
    case 'ResendNotice':
    case 'RecordNoticeTold':
    case 'RecordNoticeSent':
      return { ...command, noticeId: current.notices[0]?.id ?? randomUUID() };
    case 'ExtendDeadline':
      return { ...command, messageId: randomUUID(), noticeId: randomUUID() };
    case 'QuestionIdentity':
    case 'AskClarification':
    case 'WriteMessage':
    case 'WriteNote':
      return { ...command, messageId: randomUUID() };
    default:
      return command;
  }
}
