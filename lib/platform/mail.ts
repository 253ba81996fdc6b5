import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { needsSmtpUtf8 } from '@/lib/domain/intake/address';
import { env } from '@/lib/platform/env';
import type { SmtpPhase } from './smtp/phases';
import { SmtpWatch } from './smtp/watch';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string };

/**
 * What went wrong, without the server's words: they may repeat an address. `brokenOff`: it answered and then no more, before it had the mail.
 * `unanswered`: it had the mail and said nothing, so nobody knows. `refusesUs`, `loginRefused` and `senderRefused` are the operator's to mend.
 * `noSmtpUtf8`: the address has letters that this server does not take before the @ (RFC 6531).
 */
export type MailFailure =
  | 'notConfigured'
  | 'unreachable'
  | 'brokenOff'
  | 'tlsFailed'
  | 'refusesUs'
  | 'loginRefused'
  | 'senderRefused'
  | 'refusedForNow'
  | 'refusedForGood'
  | 'noSmtpUtf8'
  | 'unanswered'
  | 'other';

/** What a server that was reached can do, as its greeting said (RFC 5321, section 4.1.1.1); null where it came to no greeting. */
export type ServerSays = { readonly smtpUtf8: boolean } | null;

export type Sent = { readonly server: ServerSays } & (
  { readonly ok: true; readonly transportId: string } | { readonly ok: false; readonly failure: MailFailure }
);

// In the demo, and there alone, a mail without a server is as good as sent: the mailbox page shows what the outbox keeps.
const KEPT = 'kept-in-database';

const saidBy = ({ smtpUtf8 }: SmtpWatch): ServerSays => (smtpUtf8 === null ? null : { smtpUtf8 });

/** The mail server that SMTP_URL names, without name and password; empty for none. */
export function mailServerName(): string {
  const { SMTP_URL } = env();
  return SMTP_URL ? new URL(SMTP_URL).host : '';
}

/** What the mail server says when nothing is to be sent: connects, encrypts where it can, signs in, and leaves. */
export type Probed =
  | { readonly ok: true; readonly encrypted: boolean; readonly smtpUtf8: boolean }
  | { readonly ok: false; readonly failure: MailFailure };

export async function probeMailServer(): Promise<Probed> {
  const { SMTP_URL } = env();
  if (!SMTP_URL) return { ok: false, failure: 'notConfigured' };
  const session = openSession(SMTP_URL);
  try {
    await session.begin();
    session.connection.quit();
    return { ok: true, encrypted: session.connection.secure, smtpUtf8: session.watch.smtpUtf8 ?? false };
  } catch (error) {
    return { ok: false, failure: failureOf(error, session.watch.phase) };
  } finally {
    session.end();
  }
}

/**
 * Hands one mail to the server.
 * @param beforeHandover awaited when the server has asked for the content and none of it has left: what is recorded there is true whatever
 * happens next, and when it throws nothing is delivered.
 */
export async function sendMail(mail: Mail, messageId: string, beforeHandover: () => Promise<void>): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM, DEMO } = env();
  // A notice counts as sent only when somebody took it: without a server it waits, and the case says why.
  if (!SMTP_URL)
    return DEMO ? { ok: true, transportId: KEPT, server: null } : { ok: false, failure: 'notConfigured', server: null };
  // The same Message-ID on every try lets the receiving side drop a repeat.
  const id = `<${messageId}@rightsdesk>`;
  const composed = new MailComposer({
    from: MAIL_FROM,
    ...mail,
    messageId: id,
    headers: { 'Auto-Submitted': 'auto-generated' },
  }).compile();
  const source = await composed.build();
  let handed = false;
  const session = openSession(SMTP_URL);
  async function* content(): AsyncGenerator<Buffer> {
    await beforeHandover();
    handed = true;
    session.watch.enter('content');
    yield source;
  }
  const server = (): ServerSays => saidBy(session.watch);
  try {
    await session.begin();
    if (!session.watch.smtpUtf8 && needsSmtpUtf8(mail.to))
      return { ok: false, failure: 'noSmtpUtf8', server: server() };
    await session.step((done) => session.connection.send(composed.getEnvelope(), Readable.from(content()), done));
    session.connection.quit();
    return { ok: true, transportId: id, server: server() };
  } catch (error) {
    const { responseCode } = error as { responseCode?: number };
    // The server has the mail and said nothing of it: it may have been delivered, and sending it again may deliver it twice.
    return {
      ok: false,
      failure: handed && responseCode === undefined ? 'unanswered' : failureOf(error, session.watch.phase),
      server: server(),
    };
  } finally {
    session.end();
  }
}

type Session = {
  readonly connection: SMTPConnection;
  readonly watch: SmtpWatch;
  /** One exchange with the server. @throws when it fails, or when a phase of it takes longer than it may */
  readonly step: (run: (done: (error?: Error | null) => void) => void) => Promise<void>;
  /** Connects, and signs in where the address has a name and a password. */
  readonly begin: () => Promise<void>;
  readonly end: () => void;
};

// The watch bounds each phase; nodemailer's own limits only have to be no shorter.
const NO_LIMIT_MS = 12 * 3_600_000;
const UNBOUNDED = {
  dnsTimeout: NO_LIMIT_MS,
  connectionTimeout: NO_LIMIT_MS,
  greetingTimeout: NO_LIMIT_MS,
  socketTimeout: NO_LIMIT_MS,
};

function openSession(url: string): Session {
  const { auth, ...options } = parseConnectionUrl(url) as SMTPConnection.Options & {
    auth?: { user: string; pass: string };
  };
  const { SMTP_TIMEOUTS } = env();
  let fail: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => (fail = reject));
  broken.catch(() => undefined);
  const watch = new SmtpWatch(SMTP_TIMEOUTS, () =>
    fail(Object.assign(new Error('out of time'), { code: 'ETIMEDOUT' })),
  );
  const connection = new SMTPConnection({
    ...options,
    ...UNBOUNDED,
    socketCloseTimeout: SMTP_TIMEOUTS.quit * 1000,
    transactionLog: true,
    logger: watch.logger,
  });
  connection.on('error', (error: Error) => fail(error));
  connection.once('end', () => fail(Object.assign(new Error('closed'), { code: 'ECONNECTION' })));
  const step: Session['step'] = (run) =>
    Promise.race([broken, new Promise<void>((resolve, reject) => run((error) => (error ? reject(error) : resolve())))]);
  return {
    connection,
    watch,
    step,
    async begin() {
      await step((done) => connection.connect(done));
      if (auth) await step((done) => connection.login({ credentials: auth }, done));
    },
    end() {
      watch.stop();
      connection.close();
    },
  };
}

type SmtpError = { readonly responseCode?: number; readonly code?: string; readonly command?: string };

/** @param phase where the delivery was when it failed */
function failureOf(error: unknown, phase: SmtpPhase): MailFailure {
  const { responseCode, code, command = '' } = error as SmtpError;
  if (code === 'ETLS') return 'tlsFailed';
  if (responseCode !== undefined) return responseCode >= 500 ? refusedBy(command) : 'refusedForNow';
  if (!code || !['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EPROTOCOL'].includes(code)) return 'other';
  return phase === 'connect' ? 'unreachable' : phase === 'tls' ? 'tlsFailed' : 'brokenOff';
}

// Only what the server says of this recipient or this mail is final. A refused login, sender or connection is the operator's to mend:
// giving up on it would lose every mail of that hour.
function refusedBy(command: string): MailFailure {
  if (command === 'RCPT TO' || command === 'DATA') return 'refusedForGood';
  if (command === 'MAIL FROM') return 'senderRefused';
  return command.startsWith('AUTH') ? 'loginRefused' : 'refusesUs';
}
