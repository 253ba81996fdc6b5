import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_BYTES, DOCUMENT_ENDINGS, documentKind, documentName } from '@/lib/domain/inquiry/document-kind';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const office = (part: string): Uint8Array => bytes(`PK\x03\x04....[Content_Types].xml....${part}`);

describe('a document that is handed in', () => {
  it.each([
    ['Договор.PDF', bytes('%PDF-1.4\n'), 'application/pdf'],
    ['photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['letter.docx', office('word/document.xml'), expect.stringContaining('wordprocessingml')],
    ['notes.txt', bytes('Звонок в 10:00\r\n'), 'text/plain'],
    ['rows.csv', bytes('a,b\n1,2\n'), 'text/csv'],
  ])('%s is taken for what it is', (name, content, mediaType) => {
    expect(documentKind(name, content)).toEqual({ mediaType });
  });

  it.each([
    ['page.html', bytes('<script>'), 'unknownKind'],
    ['drawing.svg', bytes('<svg/>'), 'unknownKind'],
    ['macro.docm', office('word/vbaProject.bin'), 'unknownKind'],
    ['contract.pdf', bytes('<html>'), 'otherContent'],
    ['table.xlsx', office('word/document.xml'), 'otherContent'],
    ['letter.docx', bytes('PK\x03\x04 anything'), 'otherContent'],
    ['notes.txt', new Uint8Array([0x4d, 0x5a, 0x00, 0x01]), 'otherContent'],
    ['latin.txt', new Uint8Array([0xe4, 0xf6, 0xfc]), 'otherContent'],
    ['none', bytes('x'), 'unknownKind'],
    ['constructor.constructor', bytes('x'), 'unknownKind'],
    ['empty.pdf', new Uint8Array(), 'empty'],
    ['large.txt', new Uint8Array(DOCUMENT_BYTES + 1), 'tooLarge'],
  ])('%s is refused', (name, content, refusal) => {
    expect(documentKind(name, content)).toBe(refusal);
  });

  it('is taken only under an ending that the form offers', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ minLength: 1, maxLength: 40 }), (name, content) => {
        const kind = documentKind(name, content);
        if (typeof kind === 'string') return;
        expect(DOCUMENT_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))).toBe(true);
      }),
    );
  });
});

describe('the name of a document', () => {
  it.each([
    ['C:\\Users\\petra\\Договор 1.pdf', 'Договор 1.pdf'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['...hidden.txt', 'hidden.txt'],
    ['invoice\u202efdp.exe.pdf', 'invoice_fdp.exe.pdf'],
    ['', 'document'],
    [' .', 'document'],
    [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  ])('%j is kept as %j', (given, kept) => {
    expect(documentName(given)).toBe(kept);
  });

  it('is short, has no sign that a path takes for something else, and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (given) => {
        const name = documentName(given);
        expect([...name].length).toBeLessThanOrEqual(80);
        expect(name).not.toMatch(/[\\/\0<>:"|?*]/);
        expect(name).not.toBe('');
        expect(documentName(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});
