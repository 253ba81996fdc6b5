import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { COMMAND_TABLE } from '@/lib/domain/case/command-table';
import { caseOf, caseRow, keyOf, rejectionOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { db } from '@/lib/platform/db/client';
import { openText } from '@/lib/platform/vault/case-key';
import { ALICE, BOB, collecting, kindsOf, logOf, must, submit, verified } from '@/tests/integration/requests/walk';
import { COMMANDS, giverOf, SHA } from '@/tests/support/case-builders';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { forCase } from './for-case';

const instance = instanceOfFile();

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
    expect(await must(caseId, { type: 'ConfirmEmail', method: 'link' }, { kind: 'requester', id: caseId })).toEqual({
      state: 'verifying',
      version: 2,
    });
    expect(await caseRow(caseId)).toMatchObject({
      state: 'verifying',
      version: 2,
      nextStep: 'acceptIdentity',
      emailConfirmedAt: expect.any(Date) as Date,
    });
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
    const command = {
      type: 'StartCollection',
      tasks: [{ id: randomUUID(), systemId: 'a system with spaces' }],
      dataMapDigest: SHA,
    } as const;
    await expect(handle(caseId, command, ALICE)).rejects.toThrow();
    expect(await everythingOf(caseId)).toBe(before);
  });

  it('changes nothing for a person who saw an older version', async () => {
    const { caseId } = await verified();
    const { version } = (await caseRow(caseId))!;
    await must(caseId, { ...COMMANDS.WriteMessage, messageId: randomUUID() });
    const before = await everythingOf(caseId);
    const start = await forCase(COMMANDS.StartCollection, caseOf((await caseRow(caseId))!));
    expect(await handle(caseId, start, ALICE, { seenVersion: version })).toEqual({
      ok: false,
      reason: 'changedMeanwhile',
    });
    expect(await everythingOf(caseId)).toBe(before);
    expect(await handle(caseId, start, ALICE, { seenVersion: version + 1 })).toMatchObject({ ok: true });
  });

  it.each(Object.values(COMMANDS).map((command) => [command.type, command] as const))(
    '%s conflicts with what others changed only where it is not additive',
    async (type, command) => {
      const { caseId } = await verified();
      const given = await forCase(command, caseOf((await caseRow(caseId))!));
      const result = await handle(caseId, given, giverOf(given, ALICE, caseId), { seenVersion: 1 });
      expect(!result.ok && result.reason === 'changedMeanwhile').toBe(!COMMAND_TABLE[type].additive);
    },
  );

  it('lets a form stand open while machines and notes go by', async () => {
    const { caseId } = await collecting();
    const { version } = (await caseRow(caseId))!;
    await must(caseId, { ...COMMANDS.WriteNote, messageId: randomUUID() });
    await must(caseId, {
      type: 'RecordSourceFailure',
      systemId: 'shop',
      attempt: 0,
      reason: 'unreachable',
      retryAt: null,
    });
    await must(caseId, { type: 'AssignCase', staffId: BOB.id, insteadOf: null });
    expect(
      await handle(caseId, { ...COMMANDS.ExtendDeadline, messageId: randomUUID(), noticeId: randomUUID() }, ALICE, {
        seenVersion: version,
      }),
    ).toMatchObject({ ok: true });
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
    expect(rejectionOf(row, keyOf(row))).toEqual({
      facts: COMMANDS.ProposeRejection.facts,
      unaskedBecause: COMMANDS.ProposeRejection.unaskedBecause,
    });
    await must(caseId, { type: 'ReopenCase', reason: 'moreShown' });
    expect(await caseRow(caseId)).toMatchObject({
      state: 'verifying',
      nextStep: 'acceptIdentity',
      closedHow: null,
      closedAt: null,
      closedFrom: null,
    });
    expect(
      (await logOf(caseId))
        .filter(({ kind }) => ['RejectionProposed', 'IdentityRejected', 'CaseReopened'].includes(kind))
        .map(({ kind, data }) => [kind, data]),
    ).toEqual([
      ['RejectionProposed', { grounds: ['GDPR-12-6'], asked: false, confirmed: ['dataAffected'] }],
      ['IdentityRejected', { reason: 'insufficientVerification', grounds: ['GDPR-12-6'] }],
      ['CaseReopened', { reason: 'moreShown' }],
    ]);
    expect(
      (await db().notice.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } }))
        .map(({ kind }) => kind)
        .slice(-2),
    ).toEqual(['identityRejected', 'reopened']);
  });

  it('takes a case from nobody who took it meanwhile', async () => {
    const { caseId } = await verified();
    await must(caseId, { type: 'AssignCase', staffId: BOB.id, insteadOf: null });
    expect(await handle(caseId, { type: 'AssignCase', staffId: ALICE.id, insteadOf: null }, ALICE)).toEqual({
      ok: false,
      reason: 'takenMeanwhile',
    });
    expect(await handle(caseId, { type: 'AssignCase', staffId: ALICE.id, insteadOf: BOB.id }, ALICE)).toMatchObject({
      ok: true,
    });
  });

  it('finds no case that is not there, nor one whose key is destroyed', async () => {
    expect(await handle(randomUUID(), COMMANDS.CloseCase, ALICE)).toEqual({ ok: false, reason: 'notFound' });
    const { caseId } = await submit();
    await db().caseKey.update({ where: { caseId }, data: { wrappedKey: null, destroyedAt: new Date() } });
    expect(await handle(caseId, { ...COMMANDS.WriteNote, messageId: randomUUID() }, ALICE)).toEqual({
      ok: false,
      reason: 'notFound',
    });
    await expect(
      instance.sql.query('UPDATE "CaseKey" SET "wrappedKey" = \'\\x00\', "destroyedAt" = NULL WHERE "caseId" = $1', [
        caseId,
      ]),
    ).rejects.toThrow('was destroyed');
  });

  it('goes one after the other on one case: of many at once each is handled, and one of two equal ones', async () => {
    const { caseId } = await submit();
    const notes = Array.from(
      { length: 8 },
      () => ({ type: 'WriteNote', messageId: randomUUID(), body: 'Called.' }) as const,
    );
    const confirm = { type: 'ConfirmEmail', method: 'code' } as const;
    const results = await Promise.all(
      [...notes, confirm, confirm].map((command) => handle(caseId, command, giverOf(command, ALICE, caseId))),
    );
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
    expect(rows.map(({ id, author, staffId }) => ({ id, author, staffId }))).toEqual([
      { id: message, author: 'desk', staffId: ALICE.id },
      { id: note, author: 'note', staffId: ALICE.id },
    ]);
    expect(openText(key, rows[0]!.sealedBody, `message:${message}`)).toBe('Which invoice? Невидимо');
    const { rows: bodies } = await instance.sql.query<{ n: string }>(
      'SELECT count(*) AS n FROM "AuditEvent" WHERE "body" ~* \'Невидимо\'',
    );
    expect(bodies[0]?.n).toBe('0');
    // The requester hears of a message of the desk, never of a note.
    expect((await logOf(caseId)).filter(({ kind }) => kind === 'NoticeQueued').map(({ data }) => data.notice)).toEqual([
      'confirmEmail',
      'acknowledgement',
      'newMessage',
    ]);
  });
});
