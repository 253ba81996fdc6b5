import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnPicture } from '@/lib/domain/files/picture';
import { FILES_BYTES, MOST_FILES, type SentFile, takeFiles } from '@/lib/domain/files/take';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));

const segment = (marker: number, content: Uint8Array): number[] => [
  ...[0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff],
  ...content,
];

/** Exif that says which way up the picture is, after where it was taken. */
const exif = (orientation: number): Uint8Array =>
  bytes(
    'Exif\0\0',
    'II*\0',
    [8, 0, 0, 0],
    [2, 0],
    [0x0f, 0x01, 2, 0, 4, 0, 0, 0],
    'GPS\0',
    [0x12, 0x01, 3, 0, 1, 0, 0, 0],
    [orientation, 0, 0, 0],
  );

const SCAN = bytes([0xff, 0xda, 0, 4, 1, 0, 0x11, 0xff, 0x00, 0x22, 0xff, 0xd0, 0x33]);

const aJpeg = (...segments: number[][]): Uint8Array =>
  bytes([0xff, 0xd8], ...segments, [...SCAN], [0xff, 0xd9], 'PK\x03\x04 something behind the end');

const chunk = (type: string, content: string): number[] => [
  ...[0, 0, 0, content.length],
  ...bytes(type, content, [1, 2, 3, 4]),
];

const aPng = (...chunks: number[][]): Uint8Array =>
  bytes(
    [0x89],
    'PNG\r\n\x1a\n',
    chunk('IHDR', 'size'),
    ...chunks,
    chunk('IDAT', 'picture'),
    chunk('IEND', ''),
    'behind',
  );

const textOf = (file: Uint8Array | null) => Buffer.from(file ?? []).toString('latin1');

describe('a picture', () => {
  it('is kept as it is drawn, and the right way up, without what a camera says of the place', () => {
    const sent = aJpeg(segment(0xe0, bytes('JFIF\0')), segment(0xe1, exif(6)), segment(0xfe, bytes('at home')));
    const drawn = textOf(drawnPicture('image/jpeg', sent));
    for (const gone of ['GPS', 'at home', 'PK\x03\x04']) expect(drawn).not.toContain(gone);
    expect(drawn).toContain('JFIF');
    expect(drawn).toContain(textOf(SCAN));
    expect(drawn.endsWith('\xff\xd9')).toBe(true);
    // The same again says the same: the one Exif that was written anew is read as it was meant.
    expect(textOf(drawnPicture('image/jpeg', Buffer.from(drawn, 'latin1')))).toBe(drawn);
    expect(drawn).toContain('\x01\x12\0\x03\0\0\0\x01\0\x06');
    expect(textOf(drawnPicture('image/jpeg', aJpeg(segment(0xe1, exif(1)))))).not.toContain('Exif');
  });

  it('loses the texts of a PNG, and what stands behind its end', () => {
    const drawn = textOf(drawnPicture('image/png', aPng(chunk('tEXt', 'at home'), chunk('eXIf', 'GPS'))));
    for (const gone of ['at home', 'GPS', 'behind']) expect(drawn).not.toContain(gone);
    for (const kept of ['IHDR', 'picture', 'IEND']) expect(drawn).toContain(kept);
  });

  it('that is cut anywhere, or of any bytes, is broken or drawn, and never a surprise', () => {
    const [jpeg, png] = [aJpeg(segment(0xe1, exif(3))), aPng()];
    fc.assert(
      fc.property(fc.nat(jpeg.length), fc.uint8Array({ maxLength: 200 }), (length, noise) => {
        for (const [type, whole] of [
          ['image/jpeg', jpeg],
          ['image/png', png],
        ] as const) {
          const cut = drawnPicture(type, whole.subarray(0, length));
          expect(cut === null || cut.length <= whole.length + 40).toBe(true);
          drawnPicture(type, noise);
        }
      }),
    );
    expect(drawnPicture('image/jpeg', jpeg.subarray(0, 20))).toBeNull();
  });
});

describe('files of a message', () => {
  const problem = (...sent: SentFile[]) => {
    const taken = takeFiles(sent);
    return 'problem' in taken ? taken.problem : null;
  };
  const pdf = (content: string): SentFile => ({ name: 'a.pdf', bytes: bytes('%PDF-1.7\n', content) });

  it('are what can be looked at without running anything', () => {
    const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
    // It is text, kept as text and handed out to be saved; as a program it is not taken.
    expect(problem({ name: 'eicar.txt', bytes: bytes(eicar) })).toBeNull();
    expect(problem({ name: 'eicar.com', bytes: bytes(eicar) })).toBe('unknownKind');
    expect(problem({ name: 'page.html', bytes: bytes('<script>') })).toBe('unknownKind');
    expect(problem({ name: 'text.docx', bytes: bytes('PK\x03\x04[Content_Types].xml word/') })).toBe('unknownKind');
    expect(problem({ name: 'a.png', bytes: bytes('%PDF-1.7') })).toBe('otherContent');
    expect(problem({ name: 'a.png', bytes: aPng().subarray(0, 30) })).toBe('broken');
    expect(problem({ name: 'a.txt', bytes: new Uint8Array() })).toBe('empty');
  });

  it('are no PDF with scripts, files or a lock inside, however its names are spelt', () => {
    expect(problem(pdf('1 0 obj << /Type /Page >>'))).toBeNull();
    for (const name of [
      '/JavaScript',
      '/J#61vaScript',
      '/JS (x)',
      '/Launch',
      '/EmbeddedFiles',
      '/Encrypt 3 0 R',
      '/AA <<',
    ])
      expect(problem(pdf(`1 0 obj << ${name} >>`))).toBe('active');
  });

  it('are five at most, and of ten megabytes together', () => {
    const text = (size: number): SentFile => ({ name: 'a.txt', bytes: new Uint8Array(size).fill(0x61) });
    expect(problem(...Array.from({ length: MOST_FILES + 1 }, () => text(1)))).toBe('tooMany');
    expect(problem(text(FILES_BYTES / 2), text(FILES_BYTES / 2 + 1))).toBe('allTooLarge');
    expect(problem(text(FILES_BYTES / 2), text(FILES_BYTES / 2))).toBeNull();
  });

  it('are named so that no file system takes the name for a path', () => {
    const taken = takeFiles([{ name: '../../etc/<b>.txt', bytes: bytes('x') }]);
    expect(taken).toMatchObject({ files: [{ name: '_b_.txt', mediaType: 'text/plain' }] });
  });
});
