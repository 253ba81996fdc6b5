import { randomUUID } from 'node:crypto';
import { translator } from '@/lib/platform/i18n/translator';
import { describe, expect, it } from 'vitest';
import type { MessagePurpose } from '@/lib/domain/case/types';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseRow, rulesOf } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { lastReference, sessionBy } from '@/lib/features/requester/data/sessions';
import { sentRequest, statusOf } from '@/lib/features/requester/data/status';
import {
  endSession,
  openSession,
  recordRequesterRead,
  requesterOf,
  touchSession,
} from '@/lib/features/requester/mutations';
import { handle } from '@/lib/features/cases/mutations/handle';
import { db } from '@/lib/platform/db/client';
import { COMMANDS } from '@/tests/support/case-builders';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { carriedOut } from '../erasure/erasing-case';
import { ALICE, BOB, kindsOf, logOf, must, submit, verified } from '../requests/walk';

instanceOfFile();

const NOW = new Date('2026-11-22T09:00:00.000Z');
const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);
const delivered = (caseId: string) =>
  db().notice.updateMany({ where: { caseId }, data: { state: 'sent', sentAt: new Date() } });
const status = (caseId: string) => statusOf(caseId as AuthorizedCaseId, NOW);

describe('a session', () => {
  const opened = async () => {
    const { caseId } = await submit();
    const secret = await openSession(db(), caseId, NOW);
    const session = await sessionBy(secret, 'chinook', NOW);
    if (!session) throw new Error('no session');
    return { caseId, secret, sessionId: session.sessionId };
  };

  it('opens one case at its controller, and no other', async () => {
    const { caseId, secret } = await opened();
    expect(await sessionBy(secret, 'chinook', NOW)).toMatchObject({ caseId, fresh: false });
    expect(await sessionBy(secret, 'callsapp', NOW)).toBeNull();
    expect(await sessionBy(`${secret}x`, 'chinook', NOW)).toBeNull();
    expect(await sessionBy(undefined, 'chinook', NOW)).toBeNull();
  });

  it('ends after half an hour without a page; pages keep it alive, but for half a day at most', async () => {
    const { secret, sessionId } = await opened();
    expect(await sessionBy(secret, 'chinook', minutes(30))).toBeNull();
    for (let at = 20; at <= 11.5 * 60; at += 20) await touchSession(sessionId, minutes(at));
    expect(await sessionBy(secret, 'chinook', minutes(11.5 * 60))).not.toBeNull();
    for (let at = 11.5 * 60; at <= 14 * 60; at += 10) await touchSession(sessionId, minutes(at));
    expect(await sessionBy(secret, 'chinook', minutes(12 * 60 + 1))).toBeNull();
  });

  it('lasts for its days where the browser is remembered, and its data wait for a fresh code all the same', async () => {
    const { caseId } = await submit();
    const secret = await openSession(db(), caseId, NOW, true);
    const lastDay = minutes(30 * 24 * 60 - 1);
    const session = await sessionBy(secret, 'chinook', lastDay);
    expect(session).toMatchObject({ caseId, fresh: false });
    await touchSession(session!.sessionId, lastDay);
    expect(await sessionBy(secret, 'chinook', minutes(30 * 24 * 60))).toBeNull();
  });

  it('ends when its person leaves, and when the case is forgotten', async () => {
    const left = await opened();
    await endSession(left.sessionId);
    expect(await sessionBy(left.secret, 'chinook', NOW)).toBeNull();
    const forgotten = await opened();
    await db().caseKey.update({ where: { caseId: forgotten.caseId }, data: { wrappedKey: null } });
    expect(await sessionBy(forgotten.secret, 'chinook', NOW)).toBeNull();
  });
});

describe('the page of a request', () => {
  it('before the address is confirmed tells the browser that sent it what it wrote, and the date', async () => {
    const { caseId, reference, lastDayOn } = await submit({}, NOW);
    expect(await sentRequest(caseId)).toMatchObject({
      reference,
      answers: { email: 'luis@example.com' },
      confirmed: false,
      clock: { lastDayOn: lastDayOn },
    });
  });

  it.each(['queued', 'handedOver', 'sent', 'delayed', 'uncertain', 'failed'] as const)(
    'says of the mail with the code what the outbox knows of it: %s',
    async (state) => {
      const { caseId } = await submit({}, NOW);
      await db().notice.updateMany({ where: { caseId, kind: 'confirmEmail' }, data: { state } });
      const { mail } = await sentRequest(caseId);
      expect(mail).toBe(state);
      const says = (given: string) =>
        translator('en', 'public')('sent.confirm.text', { email: 'luis@example.com', mail: given });
      // That it was sent is said of one state alone.
      expect(says(mail).startsWith('We have sent a mail to luis@example.com.')).toBe(state === 'sent');
      expect(says(mail)).toContain('luis@example.com');
    },
  );

  it('has rights, clock and story, and no answer before a second person agreed', async () => {
    const { caseId } = await verified({ rights: ['GDPR:objection'] });
    const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
    await must(caseId, {
      type: 'DecideRight',
      rightItemId,
      outcome: 'granted',
      grounds: [],
      facts: 'We have stopped.',
      despiteHidden: null,
    });
    expect((await status(caseId)).rights).toMatchObject([
      { regime: 'GDPR', right: 'objection', standing: 'open', stoppedAt: null, answer: null, carriedOut: null },
    ]);
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    const now = await status(caseId);
    expect(now.rights[0]?.answer).toMatchObject({ outcome: 'granted', facts: 'We have stopped.' });
    expect(now.story.map(({ kind }) => kind)).toEqual(['received', 'emailConfirmed', 'identityAccepted', 'approved']);
    expect(now.bundle).toBeNull();
  });

  it('calls what was agreed done once somebody did it, and says what, where and when, by mail too', async () => {
    const { caseId, lastDayOn } = await verified({ rights: ['GDPR:erasure'] });
    const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
    await must(caseId, {
      type: 'DecideRight',
      rightItemId,
      outcome: 'granted',
      grounds: [],
      facts: 'We will delete everything.',
      despiteHidden: null,
    });
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    expect(await status(caseId)).toMatchObject({
      state: 'ready',
      unfinished: true,
      lastDayOn: lastDayOn,
      rights: [{ standing: 'agreed', lastDayOn: lastDayOn, carriedOut: null }],
    });
    expect(await caseRow(caseId)).toMatchObject({ nextStep: 'planErasure', dueOn: new Date(lastDayOn) });
    // No login for changing the shop is set here, so all of it is left to a person.
    await carriedOut(caseId);
    expect(await caseRow(caseId)).toMatchObject({ nextStep: 'carryOut' });
    await delivered(caseId);
    expect(await handle(caseId, { type: 'CloseCase' }, ALICE)).toEqual({ ok: false, reason: 'notCarriedOut' });
    const on = rulesOf((await caseRow(caseId))!, await calendarsInForce()).today(new Date().toISOString());
    await must(caseId, {
      type: 'RecordCarriedOut',
      rightItemId,
      on,
      systems: ['shop', 'elsewhere'],
      facts: 'Your account and all invoices but three.',
      confirmed: ['erased', 'backups', 'recipientsTold'],
    });
    const now = await status(caseId);
    expect(now).toMatchObject({
      unfinished: false,
      rights: [
        {
          standing: 'done',
          lastDayOn: null,
          carriedOut: { on, systems: ['shop', 'elsewhere'], facts: 'Your account and all invoices but three.' },
        },
      ],
    });
    expect(now.story.at(-1)).toMatchObject({ kind: 'carriedOut', right: 'erasure' });
    expect((await logOf(caseId)).find(({ kind }) => kind === 'RightCarriedOut')?.data).toEqual({
      right: 'erasure',
      on,
      systems: ['shop', 'elsewhere'],
      confirmed: ['erased', 'backups', 'recipientsTold'],
    });
    const closed = () => handle(caseId, { type: 'CloseCase' }, ALICE);
    expect(await closed()).toEqual({ ok: false, reason: 'recipientsNotTold' });
    for (const { id } of await db().recipientNotice.findMany({ where: { caseId } }))
      await must(caseId, { type: 'RecordRecipientTold', recipientNoticeId: id, on, receipt: 'By letter.' });
    expect(await closed()).toEqual({ ok: false, reason: 'noticeOnItsWay' });
    await delivered(caseId);
    await must(caseId, { type: 'CloseCase' });
    expect(
      (await db().notice.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } }))
        .map(({ kind }) => kind)
        .slice(-4),
    ).toEqual(['answerReady', 'erasurePlanned', 'carriedOut', 'closed']);
  });

  it('shows a question in the desk’s words, and lets it go with the answer', async () => {
    const { caseId } = await submit({}, NOW);
    await must(caseId, { type: 'ConfirmEmail', method: 'code' });
    const question = { ...COMMANDS.QuestionIdentity, messageId: randomUUID(), body: 'When did you open the account?' };
    // At once: a clock does not wait for what was asked weeks later.
    expect(await handle(caseId, question, ALICE, { at: minutes(60) })).toMatchObject({ ok: true });
    expect((await status(caseId)).questions).toMatchObject([
      { cause: 'identity', text: 'When did you open the account?', waits: true },
    ]);
    await must(caseId, { ...COMMANDS.WriteMessage, messageId: randomUUID() }, requesterOf(caseId));
    expect((await status(caseId)).questions).toEqual([]);
  });

  it('says nothing of more time before its notice has left, not even why', async () => {
    const { caseId } = await submit({}, NOW);
    await must(caseId, { type: 'ConfirmEmail', method: 'code' });
    const noticeId = randomUUID();
    const decided = await handle(
      caseId,
      { ...COMMANDS.ExtendDeadline, messageId: randomUUID(), noticeId, body: 'The archive is on paper.' },
      ALICE,
      { at: minutes(60) },
    );
    expect(decided).toMatchObject({ ok: true });
    expect(await status(caseId)).toMatchObject({ moreTime: null, messages: [] });
    await db().notice.update({ where: { id: noticeId }, data: { state: 'sent', sentAt: minutes(61) } });
    expect(await status(caseId)).toMatchObject({
      moreTime: { reasons: 'complexity', lastDaysOn: ['2027-02-22'] },
      messages: [{ author: 'desk', body: 'The archive is on paper.' }],
    });
  });

  it('says who is looked at how, for whom, and a date for each right that has its own', async () => {
    const optOut = await submit(
      { residence: 'US-CA', rights: ['CCPA:opt_out_sale_sharing', 'CCPA:know_specific'] },
      NOW,
    );
    const { rights, identityNeeded } = await sentRequest(optOut.caseId);
    expect(identityNeeded).toBe(true);
    expect(new Set(rights.map(({ lastDayOn }) => lastDayOn)).size).toBe(2);
    expect((await status(optOut.caseId)).rights.map(({ right, lastDayOn }) => [right, lastDayOn]).sort()).toEqual(
      rights.map(({ right, lastDayOn }) => [right, lastDayOn]).sort(),
    );
    const alone = await submit({ residence: 'US-CA', rights: ['CCPA:opt_out_sale_sharing'] }, NOW);
    expect(await status(alone.caseId)).toMatchObject({
      state: 'reviewing',
      searched: false,
      check: 'none',
      subject: null,
    });
    const child = await submit({ forWhom: 'child', subject: { name: 'Lina Becker', relation: 'parent' } }, NOW);
    expect(await status(child.caseId)).toMatchObject({ check: 'mandate', subject: { name: 'Lina Becker' } });
  });

  it('shows both sides of the conversation and never a note', async () => {
    const { caseId } = await verified();
    await must(caseId, { type: 'WriteMessage', messageId: randomUUID(), body: 'One question.' }, ALICE);
    await must(caseId, { type: 'WriteNote', messageId: randomUUID(), body: 'Looks odd.' }, ALICE);
    await must(
      caseId,
      { type: 'WriteMessage', messageId: randomUUID(), body: 'One <b>answer</b>.' },
      requesterOf(caseId),
    );
    expect((await status(caseId)).messages.map(({ author, body }) => [author, body])).toEqual([
      ['desk', 'One question.'],
      ['requester', 'One <b>answer</b>.'],
    ]);
  });

  it('opens again for whoever says something against its answer, and tells the desk what it is about', async () => {
    const { caseId } = await verified({ rights: ['GDPR:objection'] });
    expect((await status(caseId)).purposes).toEqual(['narrowing']);
    const write = (about: MessagePurpose) =>
      handle(
        caseId,
        { type: 'WriteMessage', messageId: randomUUID(), body: 'It is Webber.', about },
        { kind: 'requester', id: caseId },
      );
    expect(await write('review')).toMatchObject({ ok: false, reason: 'wrongState' });
    expect((await write('narrowing')).ok).toBe(true);
    const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
    await must(caseId, {
      type: 'DecideRight',
      rightItemId,
      outcome: 'noData',
      grounds: [],
      facts: 'We use nothing for that.',
      despiteHidden: null,
    });
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    await delivered(caseId);
    await must(caseId, { type: 'CloseCase' });
    expect(await status(caseId)).toMatchObject({ state: 'closed', purposes: ['mistake', 'review'] });
    expect((await write('mistake')).ok).toBe(true);
    const again = await status(caseId);
    expect(again).toMatchObject({ state: 'ready', purposes: ['mistake', 'review'] });
    expect(again.messages.map(({ about }) => about)).toEqual(['narrowing', 'mistake']);
    expect(again.story.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['narrowing', 'mistake']));
    expect(await db().case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ nextStep: 'readMessage' });
    const told = await db().auditEvent.findMany({ where: { caseId, kind: 'MessageWritten' }, orderBy: { at: 'asc' } });
    expect(told.map(({ body }) => /"about":"(\w+)"/.exec(body)?.[1])).toEqual(['narrowing', 'mistake']);
  });

  it('ends with how it was closed', async () => {
    const { caseId } = await verified();
    await must(caseId, { type: 'WithdrawRequest', told: null }, requesterOf(caseId));
    expect(await status(caseId)).toMatchObject({ state: 'closed', closedHow: 'withdrawn' });
    expect((await status(caseId)).story.at(-1)?.kind).toBe('withdrawn');
  });
});

describe('a browser whose session has ended', () => {
  it('is told the reference that it was about, at its own controller alone', async () => {
    const { caseId, reference } = await submit();
    const secret = await openSession(db(), caseId, NOW);
    expect(await sessionBy(secret, 'chinook', minutes(31))).toBeNull();
    expect(await lastReference(secret, 'chinook')).toBe(reference);
    expect(await lastReference(secret, 'callsapp')).toBeNull();
    expect(await lastReference(undefined, 'chinook')).toBeNull();
  });
});

describe('reading the page', () => {
  it('is logged once in a quarter of an hour, and each message of the desk once', async () => {
    const { caseId } = await verified();
    await must(caseId, { type: 'WriteMessage', messageId: randomUUID(), body: 'One question.' }, ALICE);
    const at = new Date();
    for (const offset of [0, 1, 14]) await recordRequesterRead(caseId, new Date(at.getTime() + offset * 60_000));
    expect((await kindsOf(caseId)).filter((kind) => kind === 'StatusRead')).toHaveLength(1);
    expect((await kindsOf(caseId)).filter((kind) => kind === 'MessageRead')).toHaveLength(1);
    await recordRequesterRead(caseId, new Date(at.getTime() + 16 * 60_000));
    expect((await kindsOf(caseId)).filter((kind) => kind === 'StatusRead')).toHaveLength(2);
  });
});
