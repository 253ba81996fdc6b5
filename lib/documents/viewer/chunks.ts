import type { Column } from '@/lib/domain/bundle/columns';
import { cellText, type DataRecord } from '@/lib/domain/records/json-text';
import { scriptJson } from './html';

type Most = { readonly records: number; readonly length: number };

/** What stands in the page itself: it opens at once, and shows these also where it was taken out of its folder. */
const IN_PAGE: Most = { records: 500, length: 400_000 };

/** What one file beside the page holds: read while somebody waits, and a few of them fit into any memory. */
const IN_CHUNK: Most = { records: 2000, length: 1_000_000 };

/** Runs of records, each as long as allowed, the page's own first. A row is a JSON array with a text for each column. */
async function* runsOf(
  records: AsyncIterable<DataRecord>,
  columns: readonly Column[],
): AsyncGenerator<readonly string[]> {
  let [rows, length, most]: [string[], number, Most] = [[], 0, IN_PAGE];
  for await (const record of records) {
    const row = scriptJson(columns.map(({ name }) => cellText(Object.hasOwn(record, name) ? record[name] : null)));
    rows.push(row);
    length += row.length;
    if (rows.length < most.records && length < most.length) continue;
    yield rows;
    [rows, length, most] = [[], 0, IN_CHUNK];
  }
  if (rows.length > 0) yield rows;
}

/** The first records, as many as stand in the page. */
export async function rowsInPage(
  records: AsyncIterable<DataRecord>,
  columns: readonly Column[],
): Promise<readonly string[]> {
  for await (const rows of runsOf(records, columns)) return rows;
  return [];
}

/**
 * The records that the page does not hold, as scripts beside it: a page from a file may run those, and may read no other file. Each hands its
 * rows to the page under its own name.
 * @param folder of these scripts, from the page
 * @param add takes one file of the bundle
 * @returns how many records are in each
 */
export async function writeChunks(
  folder: string,
  records: AsyncIterable<DataRecord>,
  columns: readonly Column[],
  add: (path: string, text: string) => Promise<void>,
): Promise<number[]> {
  const counts: number[] = [];
  let first = true;
  for await (const rows of runsOf(records, columns)) {
    if (!first) {
      counts.push(rows.length);
      const path = chunkPath(folder, counts.length);
      await add(path, `rightsdeskRows(${scriptJson(path)},[\n${rows.join(',\n')}\n])\n`);
    }
    first = false;
  }
  return counts;
}

/** Numbered from 1. */
const chunkPath = (folder: string, no: number): string => `${folder}/${no}.js`;
