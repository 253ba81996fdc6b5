import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PortableShape } from '@/lib/domain/datamap/types';
import { portableFile } from '@/lib/domain/fulfilment/portable-file';

const MADE = { at: '2026-11-27T10:00:00.000Z', collectionId: 'app.event' };

const CARD: PortableShape = {
  as: 'vcard',
  fields: { name: 'n', phone: 'p', email: 'e', organisation: 'o', note: 'why' },
};
const EVENT: PortableShape = {
  as: 'icalendar',
  fields: { summary: 's', start: 'from', end: 'to', description: 'd', location: 'l' },
};
const MESSAGE: PortableShape = { as: 'mbox', fields: { sentAt: 'at', body: 'b', from: 'f', to: 't', subject: 's' } };

const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

describe('a card (RFC 6350)', () => {
  const { each, before, after, extension } = portableFile(CARD, MADE);

  it('says who, and how to reach them', () => {
    expect([extension, before, after]).toEqual(['vcf', '', '']);
    expect(each({ n: 'Мария Иванова', p: '+359 2 000 0000', e: 'maria@example.bg' }, 1)).toBe(
      'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Мария Иванова\r\nTEL:+359 2 000 0000\r\nEMAIL:maria@example.bg\r\nEND:VCARD\r\n',
    );
  });

  it('is called by the address or the number where there is no name, and is none where there is nothing', () => {
    expect(each({ n: null, e: 'x@example.com' }, 1)).toContain('FN:x@example.com');
    expect(each({ p: '112' }, 1)).toContain('FN:112');
    expect(each({ why: 'a note' }, 1)).toBe('');
    // What is hidden stands as an object.
    expect(each({ n: { $hidden: 'somebody' } as never, p: '112' }, 1)).toContain('FN:112');
  });

  it('marks what would end a value or a line', () => {
    expect(unfolded(each({ n: 'a;b,c\\d\ne' }, 1))).toContain('FN:a\\;b\\,c\\\\d\\ne\r\n');
  });

  it('has no line of more than 75 octets, and loses nothing by that', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (name) => {
        const card = each({ n: name }, 1);
        for (const line of card.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const written = /FN:(.*)\r\n(?:END)/su.exec(unfolded(card))?.[1] ?? '';
        const back = written.replace(/\\(.)/gsu, (_all, mark: string) => (mark === 'n' ? '\n' : mark));
        expect(back).toBe(name.trim().replace(/\r\n|\r/gu, '\n'));
      }),
    );
  });
});

describe('an event (RFC 5545)', () => {
  const { each, before, after } = portableFile(EVENT, MADE);

  it('has its times in UTC, a day as a day, and an id of its own', () => {
    expect(before).toContain('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:');
    expect(each({ s: 'Dentist', from: '2026-03-01T10:00:00+02:00', to: '2026-03-01T09:00:00Z' }, 3)).toBe(
      [
        'BEGIN:VEVENT',
        'UID:app.event.3',
        'DTSTAMP:20261127T100000Z',
        'DTSTART:20260301T080000Z',
        'DTEND:20260301T090000Z',
        'SUMMARY:Dentist',
        'END:VEVENT',
        '',
      ].join('\r\n'),
    );
    expect(each({ s: 'Day off', from: '2026-03-01' }, 1)).toContain('DTSTART;VALUE=DATE:20260301\r\n');
    expect(after).toBe('END:VCALENDAR\r\n');
  });

  it('is none without a beginning', () => {
    expect(each({ s: 'Some day' }, 1)).toBe('');
    expect(each({ s: 'Some day', from: 'soon' }, 1)).toBe('');
  });
});

describe('a message (RFC 4155)', () => {
  const { each, mediaType } = portableFile(MESSAGE, MADE);

  it('begins with the line of its day, and no line of its text can be taken for that', () => {
    expect(mediaType).toBe('application/mbox');
    const text = each(
      {
        at: '2026-03-01T08:05:00Z',
        f: 'a@example.com',
        t: 'b@example.com',
        s: 'Hello\r\nBcc: c',
        b: 'From here\n>From there',
      },
      1,
    );
    expect(text.split('\n')).toEqual([
      'From MAILER-DAEMON Sun Mar  1 08:05:00 2026',
      'Date: Sun, 01 Mar 2026 08:05:00 +0000',
      'From: a@example.com',
      'To: b@example.com',
      'Subject: Hello Bcc: c',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      '>From here',
      '>>From there',
      '',
      '',
    ]);
  });

  it('is none without a time', () => {
    expect(each({ b: 'Hello' }, 1)).toBe('');
  });
});
