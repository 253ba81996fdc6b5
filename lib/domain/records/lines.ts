import { type DataRecord, parseRecord, recordJson } from './json-text';

const NEWLINE = 0x0a;
// A mark of byte order in a value is the value's.
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** One record as a source gave it, addressed by its number from 0 in the order of collecting. */
export type CollectedRecord = { readonly recordNo: number; readonly record: DataRecord };

/** Records as their lines of JSON, each ended by a line end but perhaps the last. `first` is the number of the first of them, from 0. */
export type RecordLines = { readonly bytes: Uint8Array; readonly first: number; readonly count: number };

/** How many lines there are. */
export function countLines(bytes: Uint8Array): number {
  let count = bytes.length === 0 || bytes[bytes.length - 1] === NEWLINE ? 0 : 1;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** Calls with the place of each line. */
export function eachLine(bytes: Uint8Array, seen: (from: number, to: number) => void): void {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, from);
    const to = end === -1 ? bytes.length : end;
    if (to > from) seen(from, to);
    from = to + 1;
  }
}

/** Numbers chunks of whole lines, as a connector gives them. */
export async function* numbered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RecordLines> {
  let first = 0;
  for await (const bytes of chunks) {
    const count = countLines(bytes);
    yield { bytes, first, count };
    first += count;
  }
}

/** The records themselves, for whoever looks at each; at most those numbered `fromNo` to before `toNo`. */
export function recordsOf(
  { bytes, first }: Pick<RecordLines, 'bytes' | 'first'>,
  fromNo = 0,
  toNo = Infinity,
): CollectedRecord[] {
  const records: CollectedRecord[] = [];
  let recordNo = first;
  eachLine(bytes, (from, to) => {
    if (recordNo >= fromNo && recordNo < toNo) records.push({ recordNo, record: recordAt(bytes, from, to) });
    recordNo += 1;
  });
  return records;
}

/** The record on a line of its bytes. */
export const recordAt = (bytes: Uint8Array, from: number, to: number): DataRecord =>
  parseRecord(DECODER.decode(bytes.subarray(from, to)));

/** The record as its line. */
export const lineOf = (record: DataRecord): Uint8Array => new TextEncoder().encode(`${recordJson(record)}\n`);
