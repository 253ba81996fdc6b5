import { lineHeight } from './drawing';
import { type Line, linesOf, type Type } from './lines';
import type { PrintedRecord } from './record-texts';
import { CONTENT_WIDTH } from './styles';

export const TERM: Type = { size: 9, weight: 400 };
export const VALUE: Type = { size: 9, weight: 400 };
export const RECORD_HEADING: Type = { size: 10, weight: 600 };
/** Where the values begin, in points from the left. */
export const VALUES_AT = 140;

/**
 * A line of the list: the heading of a record, or a line of a field's name beside a line of its value. `last` ends a value;
 * `keep` lines stay on the page of the line after them.
 */
export type ListLine = {
  readonly kind: 'heading' | 'value';
  readonly term: Line | null;
  readonly value: Line | null;
  readonly height: number;
  readonly last: boolean;
  readonly keep: boolean;
};

const HEADING_SPACE = 10;

/**
 * Records one after the other, each value whole, on as many lines as it takes. Empty values are left out.
 * @param headingOf names a record by its number from 1
 * @param room lines that all may take; the first record is there whatever its length
 */
export function listLines(
  titles: readonly string[],
  records: readonly PrintedRecord[],
  headingOf: (n: number) => string,
  room: number,
): ListLine[][] {
  const lists: ListLine[][] = [];
  let left = room;
  for (const record of records) {
    const lines = titles.flatMap((title, column) => (record[column] === '' ? [] : valueLines(title, record[column]!)));
    left -= lines.length + 1;
    if (left < 0 && lists.length > 0) break;
    lists.push([headingLine(headingOf(lists.length + 1)), ...lines]);
  }
  return lists;
}

function headingLine(text: string): ListLine {
  const [term] = linesOf(text, CONTENT_WIDTH, RECORD_HEADING);
  return {
    kind: 'heading',
    term: term!,
    value: null,
    height: lineHeight(RECORD_HEADING) + HEADING_SPACE,
    last: false,
    keep: true,
  };
}

function valueLines(title: string, text: string): ListLine[] {
  const terms = linesOf(title, VALUES_AT - 12, TERM);
  const values = linesOf(text, CONTENT_WIDTH - VALUES_AT, VALUE);
  const count = Math.max(terms.length, values.length);
  return Array.from({ length: count }, (_, i) => ({
    kind: 'value',
    term: terms[i] ?? null,
    value: values[i] ?? null,
    height: lineHeight(VALUE) + (i === count - 1 ? 4 : 0),
    last: i === count - 1,
    // A name does not stay behind without its value.
    keep: i === 0 && count > 1,
  }));
}

/** Fills pages of `room` points with parts that have heights; one that must stay with the next goes over with it. */
export function paginate<T extends { readonly height: number; readonly keep?: boolean }>(
  parts: readonly T[],
  room: number,
): T[][] {
  const pages: T[][] = [];
  let [page, used] = [[] as T[], 0];
  for (const part of parts) {
    if (used + part.height > room && page.length > 0) {
      const staying = page.findLastIndex(({ keep }) => keep !== true) + 1;
      // A page of nothing but parts that want to go on would go on for ever.
      const next = staying === 0 ? [] : page.slice(staying);
      pages.push(staying === 0 ? page : page.slice(0, staying));
      [page, used] = [next, next.reduce((sum, { height }) => sum + height, 0)];
    }
    page.push(part);
    used += part.height;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}
