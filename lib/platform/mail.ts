import nodemailer from 'nodemailer';
import { env } from '@/lib/platform/env';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string };

/** What went wrong, without the server's words: they may repeat an address. */
export type MailFailure = 'unreachable' | 'refusedForNow' | 'refusedForGood' | 'other';

export type Sent = { readonly ok: true; readonly transportId: string } | { readonly ok: false; readonly failure: MailFailure };

// Without a server the mail stays in the outbox, where the mailbox page of the demo reads it.
const KEPT = 'kept-in-database';

export async function sendMail(mail: Mail, messageId: string): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return { ok: true, transportId: KEPT };
  const transport = nodemailer.createTransport(SMTP_URL, {});
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

function failureOf(error: unknown): MailFailure {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode !== undefined) return responseCode >= 500 ? 'refusedForGood' : 'refusedForNow';
  return code && ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ECONNREFUSED', 'ECONNRESET'].includes(code) ? 'unreachable' : 'other';
}
