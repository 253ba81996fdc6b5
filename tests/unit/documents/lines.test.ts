import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFaces } from '@/lib/documents/report/faces';
import { linesOf } from '@/lib/documents/report/lines';
import { MISSING, printable } from '@/lib/documents/report/printable';

// No face has this sign, so all of them are read.
beforeAll(() => loadFaces(['\uE000']));

const TYPE = { size: 8, weight: 400 } as const;
const pieces = (text: string): string[] =>
  linesOf(text, 400, TYPE).flatMap((line) =>
    line.pieces.map((piece) => piece.text).filter((piece) => piece.trim() !== ''),
  );
const families = (text: string): string[] =>
  linesOf(text, 400, TYPE).flatMap((line) =>
    line.pieces.filter(({ text: piece }) => piece.trim() !== '').map(({ face }) => face.family),
  );

describe('a text in lines', () => {
  it('has every sign in them and none wider than allowed, whatever it is', () => {
    const sign = fc.constantFrom(
      'a',
      'Ж',
      ' ',
      '  ',
      '\n',
      'https://x.example/',
      '-',
      'W',
      '東',
      'น้ำ',
      'Ω',
      '{"a":1}',
      'ა',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 120 }), fc.integer({ min: 24, max: 300 }), (signs, width) => {
        const text = signs.join('');
        const lines = linesOf(text, width, TYPE);
        const bare = (whole: string): string => whole.replace(/\s/gu, '');
        expect(bare(lines.flatMap((line) => line.pieces.map((piece) => piece.text)).join(''))).toBe(bare(text));
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its own line breaks, empty lines too', () => {
    expect(linesOf('a\n\nb', 100, TYPE).map((line) => line.pieces.map(({ text }) => text).join(''))).toEqual([
      'a',
      '',
      'b',
    ]);
  });

  it('does not end at a blank that does not break: a day and its month, a French mark and its word', () => {
    const shown = (text: string, width: number) =>
      linesOf(text, width, TYPE).map((line) => line.pieces.map((piece) => piece.text).join(''));
    expect(shown('le 22\u00a0décembre', 50)).toEqual(
      ['le', '22\u00a0décembre'].map((line) => expect.stringMatching(line)),
    );
    for (let width = 60; width < 200; width++)
      for (const line of shown('Trouvé\u202f: «\u202fun appel\u202f», vraiment\u202f?', width))
        expect(line).not.toMatch(/^[\u202f:?»]|[«\u202f]$/);
  });

  it('breaks a word that is longer than a line anywhere, and others between words', () => {
    expect(linesOf('one two', 20, TYPE)).toHaveLength(2);
    expect(linesOf('W'.repeat(50), 40, TYPE).length).toBeGreaterThan(5);
  });
});

describe('letters that run from right to left', () => {
  it.each([
    ['in words, the first at the right', 'محمد بن علي', ['علي', 'بن', 'محمد']],
    ['with Latin around them', 'Anna שלום עולם Bob', ['Anna ', 'עולם', 'שלום', ' Bob']],
    ['with figures that run from left to right', 'שלום 123', ['123', 'שלום']],
    ['with brackets that turn round', 'שלום (עולם)', ['(', 'עולם', ')', 'שלום']],
  ])('stand %s', (_, text, seen) => {
    expect(pieces(text)).toEqual(seen);
  });

  it('count Arabic figures from the left', () => {
    expect(pieces('رقم ١٢٣').join('')).toBe('١٢٣رقم');
  });

  it('stand at the right where their paragraph takes several lines', () => {
    expect(linesOf('שלום עולם '.repeat(20), 100, TYPE).every(({ atRight }) => atRight)).toBe(true);
    expect(linesOf('שלום', 100, TYPE)[0]!.atRight).toBe(false);
  });
});

describe('the typefaces', () => {
  it.each([
    ['Ѝ ѝ ъ ё № ₽ € „“ — ὴ Nguyễn', 'Noto Sans'],
    ['محمد پچگی ٹڈے', 'Vazirmatn'],
    ['שלום', 'Noto Sans Hebrew'],
    ['ქართული', 'Noto Sans Georgian'],
    ['Հայերեն', 'Noto Sans Armenian'],
    ['हिन्दी क्षत्रिय', 'Noto Sans'],
    ['ไทย', 'Noto Sans Thai'],
    ['日本語テスト', 'Sawarabi Gothic'],
    ['你好', 'ZCOOL XiaoWei'],
    ['한국어', 'Nanum Gothic'],
    ['👋🏽👨‍👩‍👧', 'Noto Emoji'],
    ['𝑥𝐴', 'Noto Sans Math'],
  ])('of %s is %s', (text, family) => {
    expect(new Set(families(text))).toEqual(new Set([family]));
    expect(printable(text)).toEqual({ text, missing: false });
  });
});

describe('text as it can be printed', () => {
  it.each([
    ['a\u0000b\u001bc', `a${MISSING}b${MISSING}c`, true],
    ['𒀀 ᚠ', `${MISSING} ${MISSING}`, true],
    ['safe\u202Egpj.exe', 'safegpj.exe', false],
    ['a\tb', 'a    b', false],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd', false],
    ['', '', false],
  ])('shows a mark for what no typeface has, never another letter: %j', (text, shown, missing) => {
    expect(printable(text)).toEqual({ text: shown, missing });
  });
});
