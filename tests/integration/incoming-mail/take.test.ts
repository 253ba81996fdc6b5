import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { removeExpired } from '@/lib/features/expiry/mutations/remove-expired';
import { waitingMail, waitingMails } from '@/lib/features/incoming-mail/data';
import { dismissMail, noteMail, takeMail } from '@/lib/features/incoming-mail/mutations';
import { sendNotice } from '@/lib/features/mail/mutations/send';
import { db } from '@/lib/platform/db/client';
import { mailServer, type MailServer } from '@/tests/support/mail-server';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { bounce, letter } from '@/tests/support/mails';
import { ALICE, kindsOf, must, submit } from '../requests/walk';

vi.setConfig({ testTimeout: 120_000 });

let instance: TestInstance;
let server: MailServer;
beforeAll(async () => {
  server = await mailServer();
  instance = await anInstance({ SMTP_URL: server.url });
});
afterAll(async () => {
  await server.stop();
  await instance.stop();
});

/** A mail that waits, by the words in it. */
async function waiting(text: string, more: Partial<Parameters<typeof letter>[0]> = {}): Promise<string> {
  const taken = await takeMail('chinook', letter({ text, ...more }));
  if (!taken.ok || taken.value.as !== 'waiting') throw new Error('It should wait');
  return taken.value.mailId;
}

const logOfMail = async (mailId: string) =>
  (await db().auditEvent.findMany({ where: { body: { contains: mailId } }, orderBy: { position: 'asc' } })).map(
    ({ kind }) => kind,
  );

describe('a mail', () => {
  it('waits for the desk, sealed, with what it seems to ask for', async () => {
    const mailId = await waiting('Please send me a copy of my data. My number is 0555-1234.', {
      id: 'one@example.org',
    });
    expect(await waitingMail(mailId)).toMatchObject({
      controllerId: 'chinook',
      mail: {
        from: { name: 'Anna Weber', address: 'anna.weber@example.org' },
        recognised: { wishes: ['copy'], language: 'en' },
      },
    });
    const { sealedMail } = await db().incomingMail.findUniqueOrThrow({ where: { id: mailId } });
    for (const told of ['Anna', 'copy of my data', '0555'])
      expect(Buffer.from(sealedMail!).includes(Buffer.from(told, 'utf8'))).toBe(false);
    expect(await logOfMail(mailId)).toEqual(['IncomingMailTaken']);
  });

  it('is taken once, also when it is handed in eight times at once', async () => {
    const mail = letter({ text: 'Erase it.', id: 'twice@example.org' });
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeMail('chinook', mail)));
    const as = taken.map((one) => (one.ok ? one.value.as : one.reason)).sort();
    expect(as).toEqual([...Array.from({ length: 7 }, () => 'known'), 'waiting']);
  });

  it('of a machine is left, and so is what is no mail', async () => {
    const before = (await waitingMails([])).length;
    expect(
      await takeMail('chinook', letter({ text: 'I am away.', headers: { 'Auto-Submitted': 'auto-replied' } })),
    ).toMatchObject({ value: { as: 'automatic' } });
    expect(await takeMail('chinook', Buffer.alloc(0))).toMatchObject({ ok: false, reason: 'notAMail' });
    expect((await waitingMails([])).length).toBe(before);
  });

  it('that asks for nothing is put away, and what it said is destroyed', async () => {
    const mailId = await waiting('Buy our lamps');
    expect(await dismissMail(mailId, 'unwanted', ALICE)).toBe(true);
    expect(await db().incomingMail.findUniqueOrThrow({ where: { id: mailId } })).toMatchObject({
      state: 'dismissed',
      sealedMail: null,
    });
    expect(await waitingMail(mailId)).toBeNull();
    expect(await dismissMail(mailId, 'unwanted', ALICE)).toBe(false);
    expect(await logOfMail(mailId)).toEqual(['IncomingMailTaken', 'IncomingMailSettled']);
    await removeExpired(new Date(Date.now() + 91 * 86_400_000));
    expect(await db().incomingMail.count({ where: { id: mailId } })).toBe(0);
  });

  it('about a case stands there as a note, and not as the words of its requester', async () => {
    const { caseId, reference } = await submit();
    const mailId = await waiting(`It is about ${reference}: I meant the invoices.`);
    expect((await waitingMail(mailId))?.mail.recognised.caseReference).toBe(reference);
    expect(await noteMail(mailId, caseId, ALICE)).toMatchObject({ ok: true });
    expect(await db().message.findMany({ where: { caseId } })).toMatchObject([{ author: 'note' }]);
    expect((await kindsOf(caseId)).slice(-2)).toEqual(['NoteWritten', 'IncomingMailSettled']);
    expect(await noteMail(mailId, caseId, ALICE)).toMatchObject({ ok: false, reason: 'gone' });
  });
});

describe('a mail that came back', () => {
  async function sent() {
    const { caseId, reference } = await submit();
    const { id } = await db().notice.findFirstOrThrow({ where: { caseId } });
    await sendNotice(id, { attempt: 1, last: 25 }, new Date());
    return { caseId, reference, id, row: () => db().notice.findUniqueOrThrow({ where: { id } }) };
  }

  it('has told nobody anything: the case says so and asks for another way', async () => {
    const { caseId, reference, id, row } = await sent();
    expect(await row()).toMatchObject({ state: 'sent' });
    expect(await takeMail('chinook', bounce({ of: `${id}@rightsdesk` }))).toEqual({
      ok: true,
      value: { as: 'bounce', reference },
    });
    expect(await row()).toMatchObject({ state: 'failed', lastFailure: 'cameBack' });
    expect((await kindsOf(caseId)).at(-1)).toBe('MailCameBack');
    // The same report again changes nothing; a person resends it as any other that failed.
    await takeMail('chinook', bounce({ of: `${id}@rightsdesk` }));
    expect((await kindsOf(caseId)).filter((kind) => kind === 'MailCameBack')).toHaveLength(1);
    await must(caseId, { type: 'ResendNotice', noticeId: id });
    expect(await row()).toMatchObject({ state: 'queued' });
  });

  it('answers a mail of ours by its headers alone: the case is suggested', async () => {
    const { reference, id } = await sent();
    const mailId = await waiting('Thank you.', { headers: { 'In-Reply-To': `<${id}@rightsdesk>` } });
    expect((await waitingMail(mailId))?.mail.recognised.caseReference).toBe(reference);
  });

  it('of somebody else’s changes nothing', async () => {
    const { caseId, row } = await sent();
    const before = await kindsOf(caseId);
    for (const of of ['00000000-0000-4000-8000-000000000000@rightsdesk', `x' or 1=1@rightsdesk`, 'a@example.org'])
      expect(await takeMail('chinook', bounce({ of }))).toEqual({ ok: true, value: { as: 'automatic' } });
    expect(await kindsOf(caseId)).toEqual(before);
    expect(await row()).toMatchObject({ state: 'sent' });
  });
});

it('rightsdesk mail import takes files, folders and standard input, and says of each what became of it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-mails-'));
  try {
    writeFileSync(path.join(folder, 'a.eml'), letter({ text: 'A copy of my data', id: 'cli-a@example.org' }));
    writeFileSync(path.join(folder, 'b.eml'), '');
    const run = (args: string[], input?: Buffer) =>
      spawnSync(process.execPath, ['lib/cli/rightsdesk.js', 'mail', 'import', ...args], {
        encoding: 'utf8',
        timeout: 60_000,
        ...(input && { input }),
      });
    const first = run(['--controller', 'chinook', folder]);
    expect(first.stdout).toMatch(/a\.eml: waits for the desk, as [0-9a-f-]{36}\n.*b\.eml: is no mail/);
    expect(first.status).toBe(1);
    const again = run(
      ['--controller', 'chinook', path.join(folder, 'a.eml'), '-'],
      letter({ text: 'Erase', id: 'cli-b@example.org' }),
    );
    expect(again).toMatchObject({ status: 0, stdout: expect.stringMatching(/was taken before\n-: waits/) as string });
    expect(run(['--controller', 'nobody', folder])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no controller "nobody"') as string,
    });
    expect(run(['--controller', 'chinook', path.join(folder, 'c.eml')]).stderr).toContain('Cannot read');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
