import type { FileCollection } from '@/lib/domain/datamap/files/types';
import { placeName } from '@/lib/domain/datamap/reach';
import { type DataRecord, parseRecord } from '@/lib/domain/records/json-text';
import { JsonScan, ScanError } from '../http/json-scan';
import { isFoundBy } from '../keyed/held';
import type { By } from '../keyed/source';
import { SourceError } from '../port';
import { csvRecords } from './csv';
import { fileError, LINK } from './failure';
import type { FileTree } from './tree';
import { walk } from './walk';

/** A record, the file that holds it or is it, and whether the file is a document that the record names. */
export type Held = { readonly record: DataRecord; readonly file: string; readonly isDocument: boolean };

const LINE_SIGNS = 16 * 1024 * 1024;

async function* textsOf(tree: FileTree, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of tree.bytesOf(file)) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    throw cause instanceof TypeError ? new SourceError('badMap', 'a file is no text in UTF-8', { cause }) : cause;
  }
}

async function* jsonRecords(texts: AsyncIterable<string>): AsyncGenerator<DataRecord> {
  const scan = new JsonScan([]);
  for await (const text of texts) for (const record of scan.feed(text)) yield parseRecord(record);
  if (scan.end() !== null || !scan.reached) throw new ScanError('it holds neither an object nor a list of objects');
}

async function* lineRecords(texts: AsyncIterable<string>): AsyncGenerator<DataRecord> {
  let rest = '';
  const recordIn = (line: string): DataRecord[] => {
    if (line.trim() === '') return [];
    JSON.parse(line);
    return [parseRecord(line.trim())];
  };
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_SIGNS) throw new ScanError('one of its lines is larger than 16 MiB');
    for (const line of lines) yield* recordIn(line);
  }
  yield* recordIn(rest);
}

/** The records in a file. @throws SourceError; what the file says stays in `cause` only */
async function* recordsIn(
  tree: FileTree,
  file: string,
  content: 'json' | 'ndjson' | 'csv',
): AsyncGenerator<DataRecord> {
  const readers = { json: jsonRecords, ndjson: lineRecords, csv: csvRecords };
  try {
    yield* readers[content](textsOf(tree, file));
  } catch (cause) {
    if (cause instanceof ScanError || cause instanceof SyntaxError)
      throw new SourceError(
        'badMap',
        `a file is no ${content}${cause instanceof ScanError ? `: ${cause.message}` : ''}`,
        { cause },
      );
    throw fileError(cause);
  }
}

/** Keys as a file system may keep them: names are compared in one Unicode form. */
const composed = (by: By): By =>
  by.kind === 'keys' ? { ...by, keys: by.keys.map((key) => key.map((value) => value.normalize('NFC'))) } : by;

/** Whether a value in a path can be part of what is looked for. */
const mayBelong = (by: readonly By[], field: string, value: string): boolean =>
  by.some((one) => {
    if (one.kind === 'identity') return placeName(one.at) === field && isFoundBy({ [field]: value }, one) === true;
    const at = one.at.findIndex((place) => placeName(place) === field);
    return at !== -1 && one.keys.some((key) => key[at] === value);
  });

async function* inPath(
  tree: FileTree,
  { path: written, content }: Extract<FileCollection, { kind: 'files' }>,
  given: readonly By[],
  signal: AbortSignal,
): AsyncGenerator<Held> {
  const by = given.map(composed);
  for await (const { file, name, values } of walk(tree, written, (field, value) => mayBelong(by, field, value))) {
    signal.throwIfAborted();
    if (!by.some((one) => isFoundBy(values, one) === true)) continue;
    if (content === 'document') {
      yield { record: { ...values, document: name }, file, isDocument: true };
      continue;
    }
    for await (const record of recordsIn(tree, file, content)) {
      const own = { ...values, ...record };
      if (!by.some((one) => isFoundBy(own, one) === true))
        throw new SourceError(
          'badMap',
          `a file at ${written} holds a record that says it is another's: the path does not say whose its records are`,
        );
      yield { record: own, file, isDocument: false };
    }
  }
}

/** Where a name that an index gives leads, below the folder of the index; found in either Unicode form. @throws SourceError */
async function indexed(tree: FileTree, folder: string, name: string): Promise<string> {
  const parts = name.split(/[/\\]/);
  if (parts.some((part) => part === '' || part === '.' || part === '..') || name.includes('\0'))
    throw new SourceError(
      'badMap',
      'an index names a file that lies elsewhere: names lead down from the folder of the index',
    );
  let at = folder;
  for (const [no, part] of parts.entries()) {
    const own = (await tree.entriesIn(at)).filter((one) => one.name.normalize('NFC') === part.normalize('NFC'));
    const wanted = no === parts.length - 1 ? 'file' : 'folder';
    const fitting = own.filter(({ kind }) => kind === wanted);
    const found = fitting.find((one) => one.name === part) ?? fitting[0];
    if (own.some(({ kind }) => kind === 'other')) throw new SourceError('badMap', LINK);
    if (found === undefined)
      throw new SourceError(
        'badMap',
        own.length > 0 ? 'an index names a folder where a file is expected' : 'an index names a file that is not there',
      );
    at = `${at}${found.name}${wanted === 'folder' ? '/' : ''}`;
  }
  return at;
}

async function* inIndex(
  tree: FileTree,
  { index, name }: Extract<FileCollection, { kind: 'index' }>,
  by: readonly By[],
): AsyncGenerator<Held> {
  if (!(await tree.has(index, 'file'))) throw new SourceError('badMap', `there is no ${index}`);
  const folder = index.slice(0, index.lastIndexOf('/') + 1);
  for await (const record of recordsIn(tree, index, /\.csv$/i.test(index) ? 'csv' : 'ndjson')) {
    if (!by.some((one) => isFoundBy(record, one) === true)) continue;
    const named = record[name];
    if (typeof named !== 'string' || named === '')
      throw new SourceError('badMap', `a row of ${index} has no "${name}", so nobody knows which file it means`);
    const at = await indexed(tree, folder, named);
    yield { record: { ...record, document: named }, file: at, isDocument: true };
  }
}

/** What of a collection is found in any of these ways. @throws SourceError */
export const heldIn = (
  tree: FileTree,
  access: FileCollection,
  by: readonly By[],
  signal: AbortSignal,
): AsyncGenerator<Held> => (access.kind === 'files' ? inPath(tree, access, by, signal) : inIndex(tree, access, by));
