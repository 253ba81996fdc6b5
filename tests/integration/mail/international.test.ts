import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkMail } from '@/lib/cli/checks';
import { mailServerTakesUtf8 } from '@/lib/features/instance/data/instance';
import { sendNotice } from '@/lib/features/mail/mutations/send';
import { db } from '@/lib/platform/db/client';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { type FaultyMailServer, faultyMailServer } from '@/tests/support/faulty-mail-server';
import { logOf, submit } from '../requests/walk';

let instance: TestInstance;
let server: FaultyMailServer;
beforeAll(async () => {
  server = await faultyMailServer();
  instance = await anInstance({ SMTP_URL: server.url });
});
beforeEach(() => {
  server.taken.length = 0;
  server.heard.length = 0;
});
afterAll(async () => {
  await server.stop();
  await instance.stop();
});

/** A mail to an address, sent through a server that can do this. */
async function sentTo(email: string, extensions: readonly string[]) {
  server.extensions(extensions);
  const { caseId } = await submit({ email });
  const { id } = await db().notice.findFirstOrThrow({ where: { caseId } });
  await sendNotice(id, { attempt: 1, last: 25 }, new Date());
  return { caseId, notice: await db().notice.findUniqueOrThrow({ where: { id } }) };
}

const ASCII = ['AUTH PLAIN', '8BITMIME'];
const PIPELINED = ['PIPELINING', ...ASCII];
const UTF8 = ['AUTH PLAIN', '8BITMIME', 'SMTPUTF8'];

describe('an international address', () => {
  it.each([
    ['one by one', UTF8],
    ['all at once', ['PIPELINING', ...UTF8]],
  ])('is written to through a server with SMTPUTF8, which is told so (%s)', async (_, extensions) => {
    const { notice } = await sentTo('анна@example.com', extensions);
    expect(notice).toMatchObject({ state: 'sent' });
    expect(server.taken.map(({ to }) => to)).toEqual(['анна@example.com']);
    expect(server.heard.find((line) => line.startsWith('MAIL FROM'))).toMatch(/ SMTPUTF8\b/);
    expect(await mailServerTakesUtf8()).toBe(true);
  });

  it.each([
    ['one by one', ASCII],
    ['all at once', PIPELINED],
  ])('is given up at once where the server lacks it, without being spelt to it (%s)', async (_, extensions) => {
    const { caseId, notice } = await sentTo('анна@example.com', extensions);
    expect(notice).toMatchObject({ state: 'failed', lastFailure: 'noSmtpUtf8', attempts: 1 });
    expect((await logOf(caseId)).at(-1)).toMatchObject({ kind: 'MailFailed', data: { reason: 'noSmtpUtf8' } });
    expect(server.heard.some((line) => /^(?:MAIL|RCPT|DATA)/.test(line))).toBe(false);
    expect(await mailServerTakesUtf8()).toBe(false);
  });

  it.each([ASCII, PIPELINED, UTF8])(
    'with a domain in its own letters goes out in ASCII (RFC 5891), whatever the server can do: %s',
    async (...extensions) => {
      const { notice } = await sentTo('anna@пример.бг', extensions);
      expect(notice).toMatchObject({ state: 'sent' });
      expect(server.taken.map(({ to }) => to)).toEqual(['anna@xn--e1afmkfd.xn--90ae']);
      expect(server.taken[0]?.source).toMatch(/^To: anna@xn--e1afmkfd\.xn--90ae\r$/m);
    },
  );
});

describe('what the mail server can do', () => {
  it('is known of the server that said it and of no other', async () => {
    await sentTo('luis@example.com', ASCII);
    expect(await mailServerTakesUtf8()).toBe(false);
    await db().instance.updateMany({ data: { mailServer: 'mail.example.com' } });
    expect(await mailServerTakesUtf8()).toBeNull();
  });

  it('is said by the check, which sends nothing', async () => {
    server.extensions(UTF8);
    expect(await checkMail()).toMatchObject({
      problems: [],
      summary: expect.stringContaining('takes international addresses (SMTPUTF8)') as string,
    });
    server.extensions(ASCII);
    const lacking = await checkMail();
    expect(lacking).toMatchObject({
      problems: [],
      summary: expect.stringContaining('takes no international addresses') as string,
    });
    expect(lacking.warnings.join()).toContain('the form asks for another one');
    expect(server.heard.some((line) => line.startsWith('MAIL'))).toBe(false);
  });

  it('is asked for in vain where it refuses, hangs up or is not there, and the check says what to look at', async () => {
    server.fault({ at: 'login', how: 535 });
    expect((await checkMail()).problems.join()).toContain('refuses the name or password in SMTP_URL');
    server.fault({ at: 'hello', how: 'cut' });
    expect((await checkMail()).problems.join()).toContain('smtps:// where it encrypts from the start');
    server.fault({ at: 'tls', how: 'cut' });
    expect((await checkMail()).problems.join()).toContain('no encrypted connection');
    server.fault(null);
    const port = Number(new URL(server.url).port);
    await server.stop();
    const gone = await checkMail();
    server = await faultyMailServer(port);
    expect(gone.problems.join()).toContain('cannot be reached');
    expect(gone.problems.join()).not.toContain('secret');
  });
});
