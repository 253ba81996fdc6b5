import nodemailer from 'nodemailer';
import { env } from '@/lib/platform/env';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string };

/** What went wrong, without the server's words: they may repeat an address. */
export type MailFailure = 'notConfigured' | 'unreachable' | 'refusedForNow' | 'refusedForGood' | 'other';

export type Sent = { readonly ok: true; readonly transportId: string } | { readonly ok: false; readonly failure: MailFailure };

// In the demo, and there alone, a mail without a server is as good as sent: the mailbox page shows what the outbox keeps.
const KEPT = 'kept-in-database';

// A server that accepts the call and then says nothing must not hold the worker for the ten minutes that are the default.
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

export async function sendMail(mail: Mail, messageId: string): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM, DEMO } = env();
  // A notice counts as sent only when somebody took it: without a server it waits, and the case says why.
  if (!SMTP_URL) return DEMO ? { ok: true, transportId: KEPT } : { ok: false, failure: 'notConfigured' };
  const transport = nodemailer.createTransport({ url: SMTP_URL, ...PATIENCE });
  try {
    // The same Message-ID on every try lets the receiving side drop a repeat.
    const info = await transport.sendMail({ from: MAIL_FROM, ...mail, messageId: `<${messageId}@rightsdesk>`, headers: { 'Auto-Submitted': 'auto-generated' } });
    return { ok: true, transportId: info.messageId };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  } finally {
    transport.close();
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
