import { describe, expect, it, test } from 'vitest';
import { FILE_ENDINGS, FILE_PROBLEMS, FILES_BYTES, takeFiles } from '@/lib/domain/files/take';
import { documentName } from '@/lib/domain/inquiry/document-kind';
import { LOCALES } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** The smallest content of each kind that is taken. */
const CONTENTS = {
  pdf: latin('%PDF-1.4\n%%EOF'),
  png: latin('\x89PNG\r\n\x1a\n\0\0\0\0IEND\xae\x42\x60\x82'),
  jpeg: latin('\xff\xd8\xff\xd9'),
  text: latin('Ein Absatz – und ein zweiter.'.replace('–', '-')),
} as const;

type Content = keyof typeof CONTENTS;

const CONTENT_OF: Readonly<Record<string, Content>> = {
  '.pdf': 'pdf',
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.txt': 'text',
};

const problemOf = (name: string, bytes: Uint8Array): string | null => {
  const taken = takeFiles([{ name, bytes }]);
  return 'problem' in taken ? taken.problem : null;
};

const pairs = FILE_ENDINGS.flatMap((ending) =>
  (Object.keys(CONTENTS) as Content[]).map((content) => [ending, content] as const),
);

describe('a file is known by its content, and its ending has to say the same', () => {
  test.each(pairs)('%s with the content of %s', (ending, content) => {
    // A PDF of signs that are text is text too: it is told by its ending, and kept as what it says it is.
    const fits = CONTENT_OF[ending] === content || (ending === '.txt' && content === 'pdf');
    expect(problemOf(`a${ending}`, CONTENTS[content])).toBe(fits ? null : 'otherContent');
  });

  it('whatever the letters of its ending are', () => {
    expect(problemOf('SCAN.PDF', CONTENTS.pdf)).toBeNull();
    expect(problemOf('photo.JPeG', CONTENTS.jpeg)).toBeNull();
    for (const name of ['nothing', 'a.svg', 'a.exe', 'a.pdf.exe', 'a.docm', '.'])
      expect(problemOf(name, CONTENTS.text)).toBe('unknownKind');
  });

  it('keeps the name it was sent with, as far as a file system can have it', () => {
    for (const name of ['Фактура.pdf', 'reçu 2026.pdf', 'Straße.pdf'])
      expect(takeFiles([{ name, bytes: CONTENTS.pdf }])).toMatchObject({ files: [{ name: documentName(name) }] });
  });

  it('names the one that is wrong among those that are right', () => {
    const sent = ['a.txt', 'b.txt', 'c.png'].map((name) => ({ name, bytes: CONTENTS.text }));
    expect(takeFiles(sent)).toEqual({ problem: 'otherContent', name: 'c.png' });
    expect(takeFiles([{ name: 'a.txt', bytes: new Uint8Array(FILES_BYTES + 1) }])).toMatchObject({
      problem: 'allTooLarge',
    });
  });

  it('is refused in words of each language, which name it where it is one', () => {
    for (const locale of LOCALES)
      for (const problem of FILE_PROBLEMS) {
        const said = translator(locale, 'public')(`problem.file.${problem}`, { name: 'Rechnung.pdf' });
        expect(said.includes('Rechnung.pdf')).toBe(problem !== 'tooMany' && problem !== 'allTooLarge');
      }
  });
});
