/** Why a document is not taken. */
export type DocumentRefusal = 'empty' | 'tooLarge' | 'unknownKind' | 'otherContent';

/** One document may be this large; all of one answer together may be too. */
export const DOCUMENT_BYTES = 20 * 1024 * 1024;

type Kind = { readonly mediaType: string; readonly fits: (bytes: Uint8Array) => boolean };

const beginsWith =
  (...signs: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    signs.every((sign, at) => bytes[at] === sign);

const isZip = beginsWith(0x50, 0x4b, 0x03, 0x04);

/** Whether these names stand in the bytes, as the names of the parts of a ZIP do, uncompressed. */
const holds =
  (...names: readonly string[]) =>
  (bytes: Uint8Array): boolean => {
    const text = new TextDecoder('latin1').decode(bytes);
    return isZip(bytes) && names.every((name) => text.includes(name));
  };

/** UTF-8 without signs that only programs write. */
function isText(bytes: Uint8Array): boolean {
  try {
    return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

const text = (mediaType: string): Kind => ({ mediaType, fits: isText });

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

// Nothing that a browser would run when it is opened: no HTML, no SVG, no office file with macros.
const KINDS: Readonly<Record<string, Kind>> = {
  pdf: { mediaType: 'application/pdf', fits: beginsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  png: { mediaType: 'image/png', fits: beginsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  jpg: { mediaType: 'image/jpeg', fits: beginsWith(0xff, 0xd8, 0xff) },
  jpeg: { mediaType: 'image/jpeg', fits: beginsWith(0xff, 0xd8, 0xff) },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, fits: holds('[Content_Types].xml', 'word/') },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, fits: holds('[Content_Types].xml', 'xl/') },
  odt: { mediaType: `${OPEN}.text`, fits: holds(`mimetype${OPEN}.text`) },
  ods: { mediaType: `${OPEN}.spreadsheet`, fits: holds(`mimetype${OPEN}.spreadsheet`) },
  txt: text('text/plain'),
  csv: text('text/csv'),
  json: text('application/json'),
  eml: text('message/rfc822'),
  vcf: text('text/vcard'),
  ics: text('text/calendar'),
};

/** Endings that are taken, for a field of a form. */
export const DOCUMENT_ENDINGS: readonly string[] = Object.keys(KINDS).map((ending) => `.${ending}`);

/** The ending of a document of a media type. */
export const endingOf = (mediaType: string): string =>
  `.${Object.entries(KINDS).find(([, kind]) => kind.mediaType === mediaType)?.[0] ?? 'bin'}`;

/** The media type of a document whose content is what its name says; or why it is not taken. */
export function documentKind(name: string, bytes: Uint8Array): { readonly mediaType: string } | DocumentRefusal {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > DOCUMENT_BYTES) return 'tooLarge';
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined;
  if (kind === undefined) return 'unknownKind';
  return kind.fits(bytes) ? { mediaType: kind.mediaType } : 'otherContent';
}

// Signs that a file system, or who reads a path, would take for something else.
const UNSAFE = /[\0-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The name of a document as it may stand in a file system: the last part of a path, at most 80 signs, with its ending. */
export function documentName(given: string): string {
  const last = (given.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/^[.\s]+/, '')
    .trimEnd();
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(last)?.[0] ?? '';
  const stem = last.slice(0, last.length - ending.length) || 'document';
  return `${[...stem]
    .slice(0, 80 - ending.length)
    .join('')
    .trimEnd()}${ending}`;
}
