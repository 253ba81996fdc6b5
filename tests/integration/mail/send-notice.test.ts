import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendNotice } from '@/lib/features/mail/mutations/send';
import { LOCALES } from '@/lib/domain/locale';
import { db } from '@/lib/platform/db/client';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { mailServer, type MailServer, type Stage } from '@/tests/support/mail-server';
import { kindsOf, logOf, must, submit } from '../requests/walk';

let instance: TestInstance;
let server: MailServer;
beforeAll(async () => {
  server = await mailServer();
  instance = await anInstance({ SMTP_URL: server.url });
});
beforeEach(() => {
  server.refuseAt(null);
  server.cutAt(null);
  server.taken.length = 0;
});
afterAll(async () => {
  await server.stop();
  await instance.stop();
});

const RETRY_AT = new Date('2026-11-22T12:00:00.000Z');
const LAST = 25;

/** A mail that waits in the outbox. */
async function queued(email = 'luis@example.com') {
  const { caseId, reference } = await submit({ email });
  const { id } = await db().notice.findFirstOrThrow({ where: { caseId } });
  return {
    caseId,
    reference,
    id,
    send: (attempt = 1) => sendNotice(id, { attempt, last: LAST }, RETRY_AT),
    row: () => db().notice.findUniqueOrThrow({ where: { id } }),
  };
}

describe('a mail of the outbox', () => {
  it('is sent with both bodies and headers that keep other machines from answering, and recorded', async () => {
    const { caseId, reference, id, send, row } = await queued();
    await send();
    expect(server.taken).toMatchObject([{ from: 'rights@chinook.example.com', to: ['luis@example.com'] }]);
    const mail = await PostalMime.parse(server.taken[0]!.source);
    expect(mail).toMatchObject({
      from: { name: 'Chinook', address: 'rights@chinook.example.com' },
      to: [{ address: 'luis@example.com' }],
      messageId: `<${id}@rightsdesk>`,
    });
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
    for (const body of [mail.text, mail.html]) expect(body).toContain(reference);
    expect(await row()).toMatchObject({
      state: 'sent',
      attempts: 1,
      lastFailure: null,
      sentAt: expect.any(Date) as Date,
      transportId: `<${id}@rightsdesk>`,
    });
    expect((await logOf(caseId)).at(-1)).toMatchObject({
      kind: 'MailSent',
      actor: { kind: 'system', id: 'worker' },
      data: { noticeId: id, attempt: 1 },
    });
  });

  it.each(LOCALES)('names whose clock each time of day is by (%s), and no code in its subject', async (locale) => {
    const { caseId } = await submit({ locale });
    const { id } = await db().notice.findFirstOrThrow({ where: { caseId } });
    await sendNotice(id, { attempt: 1, last: LAST }, RETRY_AT);
    const { subject, text = '' } = await PostalMime.parse(server.taken[0]!.source);
    const times = [...text.matchAll(/\d{1,2}:\d{2}[^\n(]{0,5}(\([^)]+\))?/g)];
    expect(times.map(([, zone]) => zone)).toEqual([expect.stringMatching(/\p{L}{3}/u)]);
    const code = /^\d{6}$/m.exec(text)?.[0];
    expect(code).toBeDefined();
    expect(subject).not.toContain(code);
  });

  it('is sent once, however often its job runs', async () => {
    const { send, caseId } = await queued();
    await send();
    await send(2);
    expect(server.taken).toHaveLength(1);
    expect((await kindsOf(caseId)).filter((kind) => kind === 'MailSent')).toHaveLength(1);
  });

  it('is delayed while the server is not ready for it, keeps its Message-ID, and arrives later', async () => {
    const { id, send, row, caseId } = await queued();
    server.refuseAt('message', 451);
    await expect(send()).rejects.toThrow('refusedForNow');
    expect(await row()).toMatchObject({ state: 'delayed', attempts: 1, lastFailure: 'refusedForNow', sentAt: null });
    expect((await logOf(caseId)).at(-1)).toMatchObject({
      kind: 'MailDelayed',
      data: { attempt: 1, reason: 'refusedForNow', retryAt: RETRY_AT.toISOString() },
    });
    server.refuseAt(null);
    await send(2);
    expect((await PostalMime.parse(server.taken[0]!.source)).messageId).toBe(`<${id}@rightsdesk>`);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2, lastFailure: null });
    expect((await kindsOf(caseId)).slice(-2)).toEqual(['MailDelayed', 'MailSent']);
  });

  it.each(['recipient', 'message'] as const)('is given up when the server refuses the %s for good', async (stage) => {
    const { send, row, caseId } = await queued();
    server.refuseAt(stage, 550);
    await send();
    expect(await row()).toMatchObject({ state: 'failed', attempts: 1, lastFailure: 'refusedForGood' });
    expect((await logOf(caseId)).at(-1)).toMatchObject({ kind: 'MailFailed', data: { reason: 'refusedForGood' } });
    expect(server.taken).toEqual([]);
  });

  it.each([
    ['login', 535, 'loginRefused'],
    ['sender', 553, 'senderRefused'],
  ] as const satisfies readonly (readonly [Stage, number, string])[])(
    'is not given up for a %s that the operator has to mend',
    async (stage, code, reason) => {
      const { send, row } = await queued();
      server.refuseAt(stage, code);
      await expect(send()).rejects.toThrow(reason);
      expect(await row()).toMatchObject({ state: 'delayed', lastFailure: reason });
      server.refuseAt(null);
      await send(2);
      expect(server.taken).toHaveLength(1);
    },
  );

  it('is given up after the last try, and then a person must act', async () => {
    const { send, row, caseId } = await queued();
    server.refuseAt('message', 451);
    await send(LAST);
    expect(await row()).toMatchObject({ state: 'failed', attempts: 1 });
    expect((await kindsOf(caseId)).at(-1)).toBe('MailFailed');
  });

  it('waits while nobody answers at all, and arrives when the server is back at its address', async () => {
    const { send, row } = await queued();
    const { port } = new URL(server.url);
    await server.stop();
    await expect(send()).rejects.toThrow('unreachable');
    expect(await row()).toMatchObject({ state: 'delayed', lastFailure: 'unreachable' });
    server = await mailServer(Number(port));
    await send(2);
    expect(server.taken).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent' });
  });

  it('that the server had and never answered may have arrived: it is not sent again by itself, and a person decides', async () => {
    const { id, send, row, caseId } = await queued();
    server.cutAt('message');
    await send();
    expect(server.taken).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'uncertain', lastFailure: 'unanswered', sentAt: null });
    expect((await logOf(caseId)).at(-1)).toMatchObject({
      kind: 'MailLeftUnanswered',
      data: { noticeId: id, attempt: 1 },
    });
    server.cutAt(null);
    await send(2);
    expect(server.taken).toHaveLength(1);
    await must(caseId, { type: 'ResendNotice', noticeId: id });
    await send();
    expect(server.taken).toHaveLength(2);
    for (const { source } of server.taken)
      expect((await PostalMime.parse(source)).messageId).toBe(`<${id}@rightsdesk>`);
  });

  it('whose line was cut before the server had it is delayed, and arrives once', async () => {
    const { send, row } = await queued();
    server.cutAt('recipient');
    await expect(send()).rejects.toThrow('brokenOff');
    expect(await row()).toMatchObject({ state: 'delayed' });
    server.cutAt(null);
    await send(2);
    expect(server.taken).toHaveLength(1);
  });

  it('that was handed over by a worker which died meanwhile is not sent again by itself', async () => {
    const { id, send, row } = await queued();
    await db().notice.update({ where: { id }, data: { state: 'handedOver', attempts: 1 } });
    await send(2);
    expect(server.taken).toEqual([]);
    expect(await row()).toMatchObject({ state: 'uncertain' });
  });

  it("says nothing of the server's words or the address in the log or in what the queue keeps", async () => {
    const { send, caseId, row } = await queued('somebody.private@example.com');
    server.refuseAt('recipient', 451);
    const failure = await send().catch((error: Error) => `${error.name} ${error.message}`);
    expect(`${failure} ${JSON.stringify(await logOf(caseId))} ${(await row()).lastFailure}`).not.toMatch(
      /somebody|not now/,
    );
  });

  it('is not sent from a case that was forgotten', async () => {
    const { send, caseId } = await queued();
    await db().caseKey.update({ where: { caseId }, data: { wrappedKey: null, destroyedAt: new Date() } });
    await send();
    expect(server.taken).toEqual([]);
  });
});
