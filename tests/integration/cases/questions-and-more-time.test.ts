import { toLocalDate } from '@/lib/domain/calendar/local-date';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { caseRow, clockEventsOf, keyOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { sendNotice } from '@/lib/features/mail/mutations/send';
import { db } from '@/lib/platform/db/client';
import { openText } from '@/lib/platform/vault/case-key';
import { COMMANDS } from '@/tests/support/case-builders';
import { instanceWithMail } from './instance-with-mail';
import { ALICE, logOf, submit } from '../requests/walk';

const { instance, server } = instanceWithMail();

const RECEIVED = new Date('2026-11-23T09:00:00.000Z');
const DAY = 86_400_000;
const days = (count: number): Date => new Date(RECEIVED.getTime() + count * DAY);
const RETRY = new Date('2026-12-01T12:00:00.000Z');

async function given(caseId: string, command: CaseCommand, at: Date, actor: Actor = ALICE): Promise<void> {
  const result = await handle(caseId, command, actor, { at });
  if (!result.ok) throw new Error(`${command.type} was refused: ${result.reason} ${result.detail ?? ''}`);
}

/** A case of the given day whose requester confirmed their address an hour later. */
async function verifying(rights: string[] = ['GDPR:access']): Promise<string> {
  const { caseId } = await submit({ rights }, RECEIVED);
  await given(caseId, COMMANDS.ConfirmEmail, days(0.04), { kind: 'requester', id: caseId });
  return caseId;
}

const dueOn = async (caseId: string) => toLocalDate((await caseRow(caseId))!.dueOn);

/** What the log says of the clocks of a case. */
const clockLog = async (caseId: string) =>
  (await logOf(caseId))
    .filter(({ kind }) => /Clock|Deadline|Extension|Question/.test(kind))
    .map(({ kind, data }) => ({ kind, ...data }));

const question = () => ({
  ...COMMANDS.QuestionIdentity,
  messageId: randomUUID(),
  body: 'Невидимо: which invoices are yours?',
});
const extension = () => ({
  ...COMMANDS.ExtendDeadline,
  messageId: randomUUID(),
  noticeId: randomUUID(),
  body: 'Невидимо: the archive is on paper.',
});

describe('a question to the requester', () => {
  it('is sealed, mailed without its words, and stops the clock until they write', async () => {
    const caseId = await verifying();
    const asked = question();
    await given(caseId, asked, days(1));
    const row = (await caseRow(caseId))!;
    expect(row).toMatchObject({
      state: 'verifying',
      nextStep: 'awaitReply',
      nextStepByOn: null,
      pausedSinceOn: new Date('2026-11-24'),
    });
    const message = await db().message.findUniqueOrThrow({ where: { id: asked.messageId } });
    expect(openText(keyOf(row), message.sealedBody, `message:${message.id}`)).toBe(asked.body);
    expect((await db().notice.findFirstOrThrow({ where: { caseId }, orderBy: { createdAt: 'desc' } })).kind).toBe(
      'question',
    );

    await given(caseId, { ...COMMANDS.WriteMessage, messageId: randomUUID() }, days(7), {
      kind: 'requester',
      id: caseId,
    });
    expect(await caseRow(caseId)).toMatchObject({
      state: 'verifying',
      nextStep: 'acceptIdentity',
      pausedSinceOn: null,
    });
    // Six days of waiting on 23 December: 29 December, a Tuesday.
    expect(await dueOn(caseId)).toBe('2026-12-29');
    expect(await clockLog(caseId)).toEqual([
      { kind: 'IdentityQuestioned', doubt: 'addressOfNoAccount', asked: ['knownDetails'], messageId: asked.messageId },
      { kind: 'ClockPaused', regime: 'GDPR', clock: 'respond', reason: 'identity', on: '2026-11-24' },
      { kind: 'QuestionAnswered', question: 'identity', way: 'portal', repliedAt: days(7).toISOString() },
      { kind: 'ClockResumed', regime: 'GDPR', clock: 'respond', on: '2026-11-30' },
    ]);
    const { rows } = await instance().sql.query<{ n: string }>(
      'SELECT count(*) AS n FROM "AuditEvent" WHERE "body" ~* \'Невидимо\'',
    );
    expect(rows[0]?.n).toBe('0');
  });

  it('stops the clock late only with a reason, which is sealed as a note', async () => {
    const caseId = await verifying();
    await given(caseId, { ...question(), lateBecause: 'Невидимо: the mailbox changed.' }, days(14));
    const row = (await caseRow(caseId))!;
    const note = await db().message.findFirstOrThrow({ where: { caseId, author: 'note' } });
    expect(openText(keyOf(row), note.sealedBody, `message:${note.id}`)).toBe('Невидимо: the mailbox changed.');
    expect(clockEventsOf(row)).toMatchObject([{ type: 'identityRequested', lateBecause: note.id }]);
    expect((await clockLog(caseId)).map(({ kind }) => kind)).toEqual(['IdentityQuestioned', 'ClockPaused']);
    expect(JSON.stringify([await logOf(caseId), row.clockEvents])).not.toContain('Невидимо');
  });
});

describe('more time', () => {
  it('moves the last day when its notice has left, and not before', async () => {
    const caseId = await verifying();
    const more = extension();
    await given(caseId, more, days(20));
    expect(await dueOn(caseId)).toBe('2026-12-23');
    expect(await clockLog(caseId)).toEqual([
      { kind: 'ExtensionDecided', reasons: ['complexity'], messageId: more.messageId, noticeId: more.noticeId },
    ]);

    // The clock of the outbox is the real one: the notice leaves today, long before its last day.
    await sendNotice(more.noticeId, { attempt: 1, last: 25 }, RETRY);
    expect(server().taken).toHaveLength(1);
    expect(await dueOn(caseId)).toBe('2027-02-23');
    expect((await clockLog(caseId)).at(-1)).toEqual({
      kind: 'DeadlineExtended',
      regime: 'GDPR',
      clock: 'respond',
      reason: 'complexity',
      dueOn: '2027-02-23',
    });
    expect(await handle(caseId, extension(), ALICE, { at: days(21) })).toEqual({ ok: false, reason: 'alreadyDone' });
  });

  it('is nothing while the mail server does not take its notice', async () => {
    const caseId = await verifying();
    const more = extension();
    await given(caseId, more, days(20));
    server().refuseAt('recipient');
    await expect(sendNotice(more.noticeId, { attempt: 1, last: 25 }, RETRY)).rejects.toThrow();
    expect(await dueOn(caseId)).toBe('2026-12-23');
    expect(clockEventsOf((await caseRow(caseId))!)).toEqual([]);
  });

  it('is void when the notice leaves after the first last day, and the log says so', async () => {
    const received = new Date(Date.now() - 40 * DAY);
    const { caseId } = await submit({}, received);
    const before = await dueOn(caseId);
    const more = extension();
    await given(caseId, more, new Date(received.getTime() + 10 * DAY));
    await sendNotice(more.noticeId, { attempt: 1, last: 25 }, RETRY);
    expect(await dueOn(caseId)).toBe(before);
    expect((await clockLog(caseId)).at(-1)).toEqual({
      kind: 'ExtensionVoided',
      regime: 'GDPR',
      clock: 'respond',
      reason: 'late',
    });
  });

  it('takes effect by a letter, where the mail was given up', async () => {
    const caseId = await verifying();
    const more = extension();
    await given(caseId, more, days(20));
    await db().notice.update({ where: { id: more.noticeId }, data: { state: 'failed' } });
    await given(caseId, { type: 'RecordNoticeTold', noticeId: more.noticeId, way: 'letter' }, days(21));
    expect(await dueOn(caseId)).toBe('2027-02-23');
    expect(
      (await logOf(caseId))
        .slice(-2)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['DeadlineExtended', 'NoticeTold']);
  });
});

describe('what takes effect at once', () => {
  it('begins where it can be worked, without a mailbox or an identity, and is kept with its instant', async () => {
    const { caseId } = await submit({ residence: 'US-CA', rights: ['CCPA:opt_out_sale_sharing'] }, RECEIVED);
    const row = (await caseRow(caseId))!;
    expect(row).toMatchObject({ state: 'reviewing', nextStep: 'stopUse' });
    await given(caseId, { type: 'RecordStopped', rightItemId: row.rights[0]!.id }, days(1));
    expect(await caseRow(caseId)).toMatchObject({ nextStep: 'decide', rights: [{ stoppedAt: days(1) }] });
    await given(caseId, COMMANDS.ConfirmEmail, days(2), { kind: 'requester', id: caseId });
    expect(await caseRow(caseId)).toMatchObject({ state: 'reviewing', emailConfirmedAt: days(2) });
  });
});
