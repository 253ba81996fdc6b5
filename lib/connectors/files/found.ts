import path from 'node:path';
import type { FileCollection } from '@/lib/domain/datamap/files/types';
import { placeName } from '@/lib/domain/datamap/reach';
import { type DataRecord, parseRecord } from '@/lib/domain/records/json-text';
import { JsonScan, ScanError } from '../http/json-scan';
import { isFoundBy } from '../keyed/held';
import type { By } from '../keyed/source';
import { SourceError } from '../port';
import { csvRecords } from './csv';
import { bytesOf, fileError, kindAt, namesIn } from './root';
import { walk } from './walk';

/** A record, the file that holds it or is it, and whether the file is a document that the record names. */
export type Held = { readonly record: DataRecord; readonly file: string; readonly isDocument: boolean };

const LINE_SIGNS = 16 * 1024 * 1024;

async function* textsOf(root: string, file: string, signal: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of bytesOf(root, file, signal)) yield decoder.decode(bytes, { stream: true });
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
export async function* recordsIn(
  root: string,
  file: string,
  content: 'json' | 'ndjson' | 'csv',
  signal: AbortSignal,
): AsyncGenerator<DataRecord> {
  const readers = { json: jsonRecords, ndjson: lineRecords, csv: csvRecords };
  try {
    yield* readers[content](textsOf(root, file, signal));
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
  root: string,
  { path: written, content }: Extract<FileCollection, { kind: 'files' }>,
  given: readonly By[],
  signal: AbortSignal,
): AsyncGenerator<Held> {
  const by = given.map(composed);
  for await (const { file, name, values } of walk(root, written, (field, value) => mayBelong(by, field, value))) {
    signal.throwIfAborted();
    if (!by.some((one) => isFoundBy(values, one) === true)) continue;
    if (content === 'document') {
      yield { record: { ...values, document: name }, file, isDocument: true };
      continue;
    }
    for await (const record of recordsIn(root, file, content, signal)) {
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
async function indexed(folder: string, name: string): Promise<string> {
  const parts = name.split(/[/\\]/);
  if (parts.some((part) => part === '' || part === '.' || part === '..') || name.includes('\0'))
    throw new SourceError(
      'badMap',
      'an index names a file that lies elsewhere: names lead down from the folder of the index',
    );
  let at = folder;
  for (const part of parts) {
    const own = (await namesIn(at)).filter((one) => one.normalize('NFC') === part.normalize('NFC'));
    const found = own.find((one) => one === part) ?? own[0];
    if (found === undefined) throw new SourceError('badMap', 'an index names a file that is not there');
    at = path.join(at, found);
  }
  if ((await kindAt(at)) !== 'file')
    throw new SourceError('badMap', 'an index names a folder where a file is expected');
  return at;
}

async function* inIndex(
  root: string,
  { index, name }: Extract<FileCollection, { kind: 'index' }>,
  by: readonly By[],
  signal: AbortSignal,
): AsyncGenerator<Held> {
  const file = path.join(root, index);
  if ((await kindAt(file)) !== 'file') throw new SourceError('badMap', `there is no ${index}`);
  for await (const record of recordsIn(root, file, /\.csv$/i.test(index) ? 'csv' : 'ndjson', signal)) {
    if (!by.some((one) => isFoundBy(record, one) === true)) continue;
    const named = record[name];
    if (typeof named !== 'string' || named === '')
      throw new SourceError('badMap', `a row of ${index} has no "${name}", so nobody knows which file it means`);
    const at = await indexed(path.dirname(file), named);
    yield { record: { ...record, document: named }, file: at, isDocument: true };
  }
}

/** What of a collection is found in any of these ways. @throws SourceError */
export const heldIn = (
  root: string,
  access: FileCollection,
  by: readonly By[],
  signal: AbortSignal,
): AsyncGenerator<Held> =>
  access.kind === 'files' ? inPath(root, access, by, signal) : inIndex(root, access, by, signal);
