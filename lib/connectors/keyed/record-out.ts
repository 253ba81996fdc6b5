import { createHash } from 'node:crypto';
import type { CollectionStep } from '@/lib/domain/datamap/plan';
import { cellText, type DataRecord, JsonText, recordJson } from '@/lib/domain/records/json-text';

/** The record as a step gives it: the fields of the map in their order, nothing else; one that is not there is null. */
export const recordOut = ({ columns }: Pick<CollectionStep, 'columns'>, record: DataRecord): DataRecord =>
  Object.fromEntries(columns.map(({ name, cast, presenceOnly }) => [name, valueOut(record[name], cast, presenceOnly)]));

function valueOut(value: unknown, cast: 'text' | null, presenceOnly: boolean): unknown {
  const held = value !== null && value !== undefined;
  if (presenceOnly) return held;
  if (!held) return null;
  // A line end between two parts of a value is JSON's and no part of it; a record is one line.
  const own = value instanceof JsonText ? new JsonText(onOneLine(value.text)) : value;
  return cast === 'text' ? cellText(own) : own;
}

/** Line ends in a JSON text stand between its parts only: in strings they are written otherwise. */
const onOneLine = (json: string): string => json.replace(/[\r\n]+/g, ' ');

/** What tells one record from another: its primary key, or all of it where the map knows none. */
export function recordId({ orderBy }: Pick<CollectionStep, 'orderBy'>, record: DataRecord): string {
  const key = orderBy.map((name) => record[name]);
  const own = orderBy.length === 0 || key.some((value) => value === null || value === undefined);
  const text = own ? recordJson(record) : JSON.stringify(key.map(cellText));
  return createHash('sha256').update(text).digest('base64');
}

const CHUNK_SIGNS = 64 * 1024;

/** Records as lines, in chunks. */
export async function* linesOfRecords(records: AsyncIterable<DataRecord>): AsyncGenerator<Buffer> {
  let lines = '';
  for await (const record of records) {
    lines += `${recordJson(record)}\n`;
    if (lines.length < CHUNK_SIGNS) continue;
    yield Buffer.from(lines);
    lines = '';
  }
  if (lines !== '') yield Buffer.from(lines);
}
