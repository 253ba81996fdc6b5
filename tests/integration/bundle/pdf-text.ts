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
    [...targets!.matchAll(/<([0-9a-f ]*)>/giu)].forEach(([, hex], i) => map.set(parseInt(from!, 16) + i, utf16(hex!.replaceAll(' ', ''))));
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

/** Titles of the outline, in the order of the objects. */
export const bookmarks = (bytes: Uint8Array): string[] =>
  [...open(bytes).objects.values()].filter((body) => body.includes('/Dest ')).map((body) => pdfString(/\/Title (\([\s\S]*?[^\\]\)|<[0-9a-f]+>)/iu.exec(body)![1]!));

/** Everything the catalogue and the information say, as they are written. */
export const properties = (bytes: Uint8Array): string => [...open(bytes).objects.values()].filter((body) => /\/Type \/Catalog|\/CreationDate/u.test(body)).join('\n');

function pdfString(literal: string): string {
  if (literal.startsWith('<')) return utf16(literal.slice(5, -1));
  const raw = Buffer.from(literal.slice(1, -1).replace(/\\([\\()nrt])/gu, (_, c: string) => ({ n: '\n', r: '\r', t: '\t' })[c] ?? c), 'latin1');
  return raw[0] === 0xfe ? raw.subarray(2).swap16().toString('utf16le') : raw.toString('latin1');
}
