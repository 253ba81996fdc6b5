import { inflateSync } from 'node:zlib';

// A reader for the PDFs that we make, so that the tests need no program that may be missing. It knows what pdfkit writes: one
// object after the other, streams deflated, text as hexadecimal glyph ids under fonts with a ToUnicode map.

type Pdf = { readonly objects: Map<string, string>; readonly streams: Map<string, string> };

function open(bytes: Uint8Array): Pdf {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  const streams = new Map<string, string>();
  for (const [, id, body] of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/gu)) {
    const start = body!.indexOf('stream\n');
    objects.set(id!, start < 0 ? body! : body!.slice(0, start));
    if (start < 0) continue;
    const raw = Buffer.from(body!.slice(start + 7, body!.lastIndexOf('\nendstream')), 'latin1');
    streams.set(id!, (body!.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1'));
  }
  return { objects, streams };
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyph id to text, for each name of a font. */
function fontMaps({ objects, streams }: Pdf): Map<string, Map<number, string>> {
  const maps = new Map<string, Map<number, string>>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
      const unicode = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(id!) ?? '')?.[1];
      if (unicode) maps.set(name!, toUnicode(streams.get(unicode)!));
    }
  }
  return maps;
}

function toUnicode(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from, , targets] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/giu)) {
    [...targets!.matchAll(/<([0-9a-f ]*)>/giu)].forEach(([, hex], i) =>
      map.set(parseInt(from!, 16) + i, utf16(hex!.replaceAll(' ', ''))),
    );
  }
  return map;
}

/** The text of each page, a line for each piece of text that was placed. */
export function pageTexts(bytes: Uint8Array): string[] {
  const pdf = open(bytes);
  const fonts = fontMaps(pdf);
  const pages = [...pdf.objects.values()].filter((body) => /\/Type \/Page\b(?!s)/u.test(body));
  return pages.map((page) => pageText(pdf.streams.get(/\/Contents (\d+) 0 R/u.exec(page)![1]!)!, fonts));
}

function pageText(content: string, fonts: Map<string, Map<number, string>>): string {
  let glyphs: Map<number, string> | undefined;
  let text = '';
  for (const [, font, shown, end] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|(\bET\b)/gu)) {
    if (font) glyphs = fonts.get(font);
    if (end) text += '\n';
    for (const [, hex] of (shown ?? '').matchAll(/<([0-9a-f]+)>/giu)) {
      for (const id of hex!.match(/.{4}/gu) ?? []) text += glyphs?.get(parseInt(id, 16)) ?? '\uFFFD';
    }
  }
  return text;
}

/** Where each piece of text was placed on its page, in points from the bottom left of a page of that size. */
export type Placed = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly page: { readonly width: number; readonly height: number };
};

/** Every piece of text with its place, so that one beside the page can be seen. */
export function placedTexts(bytes: Uint8Array): Placed[] {
  const pdf = open(bytes);
  const fonts = fontMaps(pdf);
  const widths = fontWidths(pdf);
  const pages = [...pdf.objects.values()].filter((body) => /\/Type \/Page\b(?!s)/u.test(body));
  return pages.flatMap((body) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(body)!;
    return placedOn(pdf.streams.get(/\/Contents (\d+) 0 R/u.exec(body)![1]!)!, fonts, widths, {
      width: Number(width),
      height: Number(height),
    });
  });
}

type Matrix = readonly [number, number, number, number, number, number];

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
];

const OPERATORS = /\bq\b|\bQ\b|((?:-?[\d.]+ ){6})(cm|Tm)|\/(F\d+) ([\d.]+) Tf|\[([^\]]*)\] TJ/gu;

function placedOn(
  content: string,
  fonts: Map<string, Map<number, string>>,
  widths: Map<string, number[]>,
  page: Placed['page'],
): Placed[] {
  const placed: Placed[] = [];
  const kept: Matrix[] = [];
  let space: Matrix = [1, 0, 0, 1, 0, 0];
  let [place, font, size] = [space, '', 0];
  for (const [operator, numbers, kind, name, points, shown] of content.matchAll(OPERATORS)) {
    const matrix = numbers?.trim().split(' ').map(Number) as unknown as Matrix;
    if (operator === 'q') kept.push(space);
    else if (operator === 'Q') space = kept.pop()!;
    else if (kind === 'cm') space = times(matrix, space);
    else if (kind === 'Tm') place = matrix;
    else if (name) [font, size] = [name, Number(points)];
    else {
      let [text, advance] = ['', 0];
      for (const [, hex, shift] of shown!.matchAll(/<([0-9a-f]+)>|(-?[\d.]+)/giu)) {
        advance -= Number(shift ?? 0);
        for (const id of hex?.match(/.{4}/gu) ?? []) {
          text += fonts.get(font)?.get(parseInt(id, 16)) ?? '\uFFFD';
          advance += widths.get(font)?.[parseInt(id, 16)] ?? 0;
        }
      }
      const [, , , , x, y] = times(place, space);
      placed.push({ text, from: x, to: x + (advance * size) / 1000, y, page });
    }
  }
  return placed;
}

/** Widths of the glyphs in thousandths, for each name of a font. */
function fontWidths({ objects }: Pdf): Map<string, number[]> {
  const widths = new Map<string, number[]>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
      const descendant = /\/DescendantFonts \[(\d+) 0 R\]/u.exec(objects.get(id!) ?? '')?.[1];
      const listed = /\/W \[0 \[([^\]]*)\]/u.exec(objects.get(descendant ?? '') ?? '')?.[1];
      if (listed) widths.set(name!, listed.trim().split(/\s+/u).map(Number));
    }
  }
  return widths;
}

/** Titles of the outline, in the order of the objects. */
export const bookmarks = (bytes: Uint8Array): string[] =>
  [...open(bytes).objects.values()]
    .filter((body) => body.includes('/Dest '))
    .map((body) => pdfString(/\/Title (\([\s\S]*?[^\\]\)|<[0-9a-f]+>)/iu.exec(body)![1]!));

/** Everything the catalogue and the information say, as they are written. */
export const properties = (bytes: Uint8Array): string =>
  [...open(bytes).objects.values()].filter((body) => /\/Type \/Catalog|\/CreationDate/u.test(body)).join('\n');

function pdfString(literal: string): string {
  if (literal.startsWith('<')) return utf16(literal.slice(5, -1));
  const raw = Buffer.from(
    literal.slice(1, -1).replace(/\\([\\()nrt])/gu, (_, c: string) => ({ n: '\n', r: '\r', t: '\t' })[c] ?? c),
    'latin1',
  );
  return raw[0] === 0xfe ? raw.subarray(2).swap16().toString('utf16le') : raw.toString('latin1');
}
