import { documentKind, documentName } from '../inquiry/document-kind';
import { drawnPicture } from './picture';

/** Files that people of a case send each other: what can be looked at without running anything. */
const TAKEN = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'] as const;

export const FILE_ENDINGS: readonly string[] = ['.pdf', '.png', '.jpg', '.jpeg', '.txt'];

export const MOST_FILES = 5;

/** Of all files of one message together. */
export const FILES_BYTES = 10 * 1024 * 1024;

export const FILE_PROBLEMS = [
  'tooMany',
  'allTooLarge',
  'empty',
  'unknownKind',
  'otherContent',
  'broken',
  'active',
  'infected',
  'unscanned',
] as const;

/**
 * Why files are not taken, and which of them. `active`: a PDF that would do something, or whose inside is locked. `infected`,
 * `unscanned`: what the scanner of this installation said, or that it said nothing. */
export type FileProblem = { readonly problem: (typeof FILE_PROBLEMS)[number]; readonly name: string };

export type SentFile = { readonly name: string; readonly bytes: Uint8Array };

export type TakenFile = SentFile & { readonly mediaType: string };

// Actions, scripts, forms that run, things inside and locks: ISO 32000-2, 7.6, 7.11.4, 12.6, 12.7.8, 13.
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|AA|Encrypt)\b/;

/** A name in a PDF may write any of its signs as a number. */
const isActive = (bytes: Uint8Array): boolean =>
  ACTIVE.test(
    new TextDecoder('latin1')
      .decode(bytes)
      .replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );

function taken({ name: given, bytes }: SentFile): TakenFile | FileProblem['problem'] {
  const name = documentName(given);
  const kind = documentKind(name, bytes);
  if (kind === 'tooLarge') return 'allTooLarge';
  if (typeof kind === 'string') return kind;
  const { mediaType } = kind;
  if (!TAKEN.some((one) => one === mediaType)) return 'unknownKind';
  if (mediaType === 'application/pdf' && isActive(bytes)) return 'active';
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return { name, bytes, mediaType };
  const drawn = drawnPicture(mediaType, bytes);
  return drawn === null ? 'broken' : { name, bytes: drawn, mediaType };
}

/** The files of a message as they are kept: pictures written anew. @returns what is wrong with the first that is not taken */
export function takeFiles(sent: readonly SentFile[]): { readonly files: readonly TakenFile[] } | FileProblem {
  if (sent.length > MOST_FILES) return { problem: 'tooMany', name: '' };
  if (sent.reduce((sum, { bytes }) => sum + bytes.length, 0) > FILES_BYTES) return { problem: 'allTooLarge', name: '' };
  const files: TakenFile[] = [];
  for (const one of sent) {
    const file = taken(one);
    if (typeof file === 'string') return { problem: file, name: documentName(one.name) };
    files.push(file);
  }
  return { files };
}
