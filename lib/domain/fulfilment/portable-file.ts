import type { PortableShape } from '../datamap/types';
import type { DataRecord } from '../records/json-text';

/** A file of one shape, made record by record: what stands before all, what each record becomes, and what stands after. */
export type PortableFile = {
  readonly extension: string;
  readonly mediaType: string;
  readonly before: string;
  /** Empty for a record without what the shape cannot be without. @param no counts from 1 */
  readonly each: (record: DataRecord, no: number) => string;
  readonly after: string;
};

const encoder = new TextEncoder();
const LINE_OCTETS = 75;

/** A line of at most 75 octets, continued after a line end and a blank, never inside a character: RFC 6350 3.2, RFC 5545 3.1. */
function folded(line: string): string {
  let [out, octets] = ['', 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) [out, octets] = [`${out}\r\n `, 1];
    out += character;
    octets += size;
  }
  return `${out}\r\n`;
}

/** RFC 6350 3.4, RFC 5545 3.3.11. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/gu, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/gu, '\\n');

/** The value of a field as text; empty where there is none, or it is hidden. */
function textIn(record: DataRecord, field: string | undefined): string {
  const value = field !== undefined && Object.hasOwn(record, field) ? record[field] : null;
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

const property = (name: string, text: string): string => (text === '' ? '' : folded(`${name}:${escaped(text)}`));

/** `20251104T083000Z`, or `VALUE=DATE` for a day without a time; null for what is no point in time. */
function calendarTime(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return `;VALUE=DATE:${text.replaceAll('-', '')}`;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : `:${at.toISOString().replace(/[-:]|\.\d{3}/gu, '')}`;
}

const timed = (name: string, text: string): string => {
  const time = calendarTime(text);
  return time === null ? '' : folded(`${name}${time}`);
};

/** A line that begins as the first of a message gets a mark before it, so that it does not end the one that it stands in. */
const quotedFrom = (body: string): string => body.replace(/^(>*From )/gmu, '>$1');

const headerLine = (text: string): string => text.replace(/[\r\n]+/gu, ' ');

/** @param made with what the file was made on, in the case of events that have to say so; an instant, ISO 8601 */
export function portableFile(
  shape: PortableShape,
  made: { readonly at: string; readonly collectionId: string },
): PortableFile {
  switch (shape.as) {
    case 'vcard': {
      const { name, phone, email, organisation, note } = shape.fields;
      return {
        extension: 'vcf',
        mediaType: 'text/vcard',
        before: '',
        each: (record) => {
          const called = textIn(record, name) || textIn(record, email) || textIn(record, phone);
          if (called === '') return '';
          return [
            'BEGIN:VCARD\r\nVERSION:4.0\r\n',
            property('FN', called),
            property('TEL', textIn(record, phone)),
            property('EMAIL', textIn(record, email)),
            property('ORG', textIn(record, organisation)),
            property('NOTE', textIn(record, note)),
            'END:VCARD\r\n',
          ].join('');
        },
        after: '',
      };
    }
    case 'icalendar': {
      const { summary, start, end, description, location } = shape.fields;
      return {
        extension: 'ics',
        mediaType: 'text/calendar',
        before: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rightsdesk//Portability//EN\r\n',
        each: (record, no) => {
          if (calendarTime(textIn(record, start)) === null) return '';
          return [
            'BEGIN:VEVENT\r\n',
            folded(`UID:${made.collectionId}.${no}`),
            timed('DTSTAMP', made.at),
            timed('DTSTART', textIn(record, start)),
            timed('DTEND', textIn(record, end)),
            property('SUMMARY', textIn(record, summary)),
            property('DESCRIPTION', textIn(record, description)),
            property('LOCATION', textIn(record, location)),
            'END:VEVENT\r\n',
          ].join('');
        },
        after: 'END:VCALENDAR\r\n',
      };
    }
    case 'mbox': {
      const { sentAt, body, from, to, subject } = shape.fields;
      return {
        extension: 'mbox',
        mediaType: 'application/mbox',
        before: '',
        each: (record) => {
          const at = new Date(textIn(record, sentAt));
          if (Number.isNaN(at.getTime())) return '';
          const header = (title: string, text: string) => (text === '' ? '' : `${title}: ${headerLine(text)}\n`);
          // asctime, as RFC 4155 asks for.
          const [, day, month, year] = /, (\d+) (\w+) (\d+)/u.exec(at.toUTCString()) ?? [];
          const asctime = `${at.toUTCString().slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${at.toISOString().slice(11, 19)} ${year}`;
          return [
            `From MAILER-DAEMON ${asctime}\n`,
            header('Date', at.toUTCString().replace('GMT', '+0000')),
            header('From', textIn(record, from)),
            header('To', textIn(record, to)),
            header('Subject', textIn(record, subject)),
            'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n',
            `${quotedFrom(textIn(record, body).replaceAll('\r\n', '\n'))}\n\n`,
          ].join('');
        },
        after: '',
      };
    }
    default:
      return shape satisfies never;
  }
}
