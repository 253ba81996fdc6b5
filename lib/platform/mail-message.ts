import PostalMime, { type Email } from 'postal-mime';

/** A mail that somebody sent to the controller. Names and words are as the sender put them: a From proves nothing. */
export type IncomingMessage = {
  readonly messageId: string | null;
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  readonly text: string;
  /** When it was written, as it says itself; null where it does not. */
  readonly date: Date | null;
  /** Message-IDs of the mails that it answers, the last one first, without brackets. */
  readonly answers: readonly string[];
  readonly attachments: number;
  /** Written by a machine and no person (RFC 3834). */
  readonly automatic: boolean;
  /** What a mail server says of a mail that did not arrive (RFC 3464); null for anything else. */
  readonly bounce: Bounce | null;
};

/** @property of the Message-ID of the mail that came back, null where the report leaves it out. @property status class, subject and detail (RFC 3463) */
export type Bounce = { readonly of: string | null; readonly status: string };

const decoder = new TextDecoder();
const asText = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === 'string' ? content : decoder.decode(content);

const bare = (id: string): string => id.trim().replace(/^<|>$/g, '');

const headerOf = ({ headers }: Email, key: string): string =>
  headers.find((header) => header.key === key)?.value.toLowerCase() ?? '';

/**
 * Reads a mail as it came over the wire.
 * @returns null where the bytes are no mail: nothing says from whom it is, nor what it says
 */
export async function parseMessage(bytes: Uint8Array): Promise<IncomingMessage | null> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const { from, text = '', html = '', subject = '' } = mail;
  const words = text.trim() === '' ? withoutTags(html) : text;
  if (!from?.address && subject === '' && words.trim() === '') return null;
  const said = headerOf(mail, 'auto-submitted');
  return {
    messageId: mail.messageId ? bare(mail.messageId) : null,
    from: from?.address ? { name: from.name, address: from.address } : null,
    subject: subject.trim(),
    text: words.trim(),
    date: dateOf(mail.date),
    answers: [...new Set([mail.inReplyTo, mail.references].flatMap((ids) => ids?.match(/<[^<>\s]+>/g) ?? []))].map(
      bare,
    ),
    attachments: mail.attachments.length,
    automatic: said !== '' && !said.startsWith('no'),
    bounce: bounceOf(mail),
  };
}

const dateOf = (text: string | undefined): Date | null => {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
};

// For mails that have no plain text: what stands between the tags. It is read by a person and never shown as a page.
const withoutTags = (html: string): string =>
  html
    .replaceAll(/<(style|script|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<(br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n');

/** Only what failed for good: a report of delay is followed by another. */
function bounceOf({ attachments }: Email): Bounce | null {
  const report = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (!report) return null;
  const lines = asText(report.content);
  if (!/^action:\s*failed\b/im.test(lines)) return null;
  const original = attachments.find(({ mimeType }) => /^(message\/rfc822|text\/rfc822-headers)$/.test(mimeType));
  const id = original && /^message-id:\s*<([^<>\s]+)>/im.exec(asText(original.content))?.[1];
  return { of: id ?? null, status: /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(lines)?.[1] ?? '5.0.0' };
}
