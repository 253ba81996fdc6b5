/** A mail as a mail server hands it over; lines end as RFC 5322 wants them. */
export function rawMail(headers: Readonly<Record<string, string>>, body: string): Buffer {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([...head, '', ...body.split('\n')].join('\r\n'), 'utf8');
}

const encoded = (text: string): string => `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;

/** A letter in plain text. */
export const letter = (given: {
  readonly text: string;
  readonly subject?: string;
  readonly from?: string;
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
}): Buffer =>
  rawMail(
    {
      From: given.from ?? 'Anna Weber <anna.weber@example.org>',
      To: 'privacy@chinook.example.com',
      Subject: encoded(given.subject ?? 'My data'),
      Date: 'Tue, 24 Nov 2026 09:30:00 +0100',
      ...(given.id !== undefined && { 'Message-ID': `<${given.id}>` }),
      'Content-Type': 'text/plain; charset=utf-8',
      ...given.headers,
    },
    given.text,
  );

/** What a mail server says of a mail that it could not deliver (RFC 3464). */
export const bounce = (given: {
  readonly of: string;
  readonly action?: string;
  readonly status?: string;
  readonly wholeOriginal?: boolean;
}): Buffer =>
  rawMail(
    {
      From: 'MAILER-DAEMON@mx.example.net',
      To: 'rights@chinook.example.com',
      Subject: 'Undelivered Mail Returned to Sender',
      'Auto-Submitted': 'auto-replied',
      'Message-ID': `<report-of-${given.of}@mx.example.net>`,
      'MIME-Version': '1.0',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="part"',
    },
    `--part
Content-Type: text/plain; charset=us-ascii

The mail could not be delivered.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; nobody@example.org
Action: ${given.action ?? 'failed'}
Status: ${given.status ?? '5.1.1'}
Diagnostic-Code: smtp; 550 5.1.1 unknown

--part
Content-Type: ${given.wholeOriginal ? 'message/rfc822' : 'text/rfc822-headers'}

From: rights@chinook.example.com
Message-ID: <${given.of}>
Subject: Your request
${given.wholeOriginal ? '\nThe text of it.\n' : ''}
--part--
`,
  );
