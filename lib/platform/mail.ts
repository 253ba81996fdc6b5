import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { env } from '@/lib/platform/env';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string };

/** What went wrong, without the server's words: they may repeat an address. `unanswered`: it took the mail and said nothing, so nobody knows. */
export type MailFailure = 'notConfigured' | 'unreachable' | 'refusedForNow' | 'refusedForGood' | 'unanswered' | 'other';

export type Sent = { readonly ok: true; readonly transportId: string } | { readonly ok: false; readonly failure: MailFailure };

// In the demo, and there alone, a mail without a server is as good as sent: the mailbox page shows what the outbox keeps.
const KEPT = 'kept-in-database';

// Each step is bounded, and so is the whole: a server that accepts the call and then says nothing must not hold its lane.
const PATIENCE = { dnsTimeout: 10_000, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };
const WHOLE_MS = 180_000;

/**
 * Hands one mail to the server.
 * @param beforeHandover awaited when the server has asked for the content and none of it has left: what is recorded there is true whatever
 * happens next, and when it throws nothing is delivered.
 */
export async function sendMail(mail: Mail, messageId: string, beforeHandover: () => Promise<void> = () => Promise.resolve()): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM, DEMO } = env();
  // A notice counts as sent only when somebody took it: without a server it waits, and the case says why.
  if (!SMTP_URL) return DEMO ? { ok: true, transportId: KEPT } : { ok: false, failure: 'notConfigured' };
  // The same Message-ID on every try lets the receiving side drop a repeat.
  const id = `<${messageId}@rightsdesk>`;
  const composed = new MailComposer({ from: MAIL_FROM, ...mail, messageId: id, headers: { 'Auto-Submitted': 'auto-generated' } }).compile();
  const source = await composed.build();
  let handed = false;
  async function* content(): AsyncGenerator<Buffer> {
    await beforeHandover();
    handed = true;
    yield source;
  }
  try {
    await deliver(SMTP_URL, composed.getEnvelope(), Readable.from(content()));
    return { ok: true, transportId: id };
  } catch (error) {
    const failure = failureOf(error);
    // The server has the mail and said nothing of it: it may have been delivered, and sending it again may deliver it twice.
    return { ok: false, failure: handed && (error as { responseCode?: number }).responseCode === undefined ? 'unanswered' : failure };
  }
}

async function deliver(url: string, envelope: SMTPConnection.Envelope, content: Readable): Promise<void> {
  const { auth, ...options } = parseConnectionUrl(url) as SMTPConnection.Options & { auth?: { user: string; pass: string } };
  const connection = new SMTPConnection({ ...options, ...PATIENCE });
  let timer: NodeJS.Timeout | undefined;
  const broken = new Promise<never>((_, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(Object.assign(new Error('closed'), { code: 'ECONNECTION' })));
    timer = setTimeout(() => reject(Object.assign(new Error('out of time'), { code: 'ETIMEDOUT' })), WHOLE_MS);
  });
  const step = (run: (done: (error?: Error | null) => void) => void): Promise<void> =>
    Promise.race([broken, new Promise<void>((resolve, reject) => run((error) => (error ? reject(error) : resolve())))]);
  try {
    await step((done) => connection.connect(done));
    if (auth) await step((done) => connection.login({ credentials: auth }, done));
    await step((done) => connection.send(envelope, content, done));
    connection.quit();
  } finally {
    clearTimeout(timer);
    broken.catch(() => undefined);
    connection.on('error', () => undefined);
    connection.close();
  }
}

// Only what the server says of this recipient or this mail is final. A refused login, sender or connection is the operator's to mend:
// giving up on it would lose every mail of that hour.
const ABOUT_THIS_MAIL = ['RCPT TO', 'DATA'];

function failureOf(error: unknown): MailFailure {
  const { responseCode, code, command = '' } = error as { responseCode?: number; code?: string; command?: string };
  if (responseCode !== undefined) return responseCode >= 500 && ABOUT_THIS_MAIL.includes(command) ? 'refusedForGood' : 'refusedForNow';
  return code && ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ECONNREFUSED', 'ECONNRESET'].includes(code) ? 'unreachable' : 'other';
}
