import { lineHeight } from './drawing';
import { extentOf, type Line, linesOf, type Type } from './lines';
import type { PrintedRecord } from './record-texts';
import { MARGIN, PAGE } from './styles';

export type Orientation = 'portrait' | 'landscape';

/** A column of the table: its place among the category's columns, and how wide it is with the gap after it, in points. */
export type TableColumn = { readonly index: number; readonly heading: readonly Line[]; readonly width: number };

/** A record as the table shows it: the lines of each column. */
export type TableRow = { readonly cells: readonly (readonly Line[])[]; readonly height: number };

export type TableLayout = {
  readonly orientation: Orientation;
  readonly columns: readonly TableColumn[];
  readonly headHeight: number;
  readonly rows: readonly TableRow[];
};

export const CELL: Type = { size: 7.8, weight: 400 };
export const HEADING: Type = { size: 7.8, weight: 600 };
export const CELL_GAP = 8;
export const ROW_PADDING = 2.4;

const NARROWEST = 30;
// A longer part is broken: a fingerprint or a token would take the room of all others.
const WIDEST_PART = 96;
// Beyond these a table is harder to read than one record after the other.
const LONGEST_CELL = 600;
const MOST_LINES = 8;
const MOST_LINES_USUALLY = 3;

export const widthOfPage = (orientation: Orientation): number => PAGE[orientation].width - 2 * MARGIN;

/**
 * How records stand in a table with every value whole, upright where that is enough. Null where they would not be readable so.
 * A column that is empty throughout is left out.
 */
export function layoutTable(titles: readonly string[], records: readonly PrintedRecord[]): TableLayout | null {
  if (records.some((record) => record.some((value) => value.length > LONGEST_CELL))) return null;
  const wishes = titles
    .map((title, index) => wish(index, title, records))
    .filter(({ index }) => records.some((record) => record[index] !== ''));
  if (wishes.length === 0) return null;
  return layoutIn('portrait', wishes, records) ?? layoutIn('landscape', wishes, records);
}

/** A column with the least room that it needs, and the room for its longest value in one line. */
type Wish = { readonly index: number; readonly title: string; readonly least: number; readonly whole: number };

function wish(index: number, title: string, records: readonly PrintedRecord[]): Wish {
  let [least, whole] = [NARROWEST, NARROWEST];
  for (const record of records) {
    const extent = extentOf(record[index]!, CELL);
    least = Math.max(least, extent.part);
    whole = Math.max(whole, extent.whole);
  }
  const heading = extentOf(title, HEADING).part;
  // A point more than was measured: rounding must not push the last letter of a value onto a line of its own.
  const room = (width: number): number => Math.min(Math.max(width, heading), WIDEST_PART) + CELL_GAP + 1;
  return { index, title, least: room(least), whole: Math.max(room(least), Math.max(whole, heading) + CELL_GAP + 1) };
}

function layoutIn(
  orientation: Orientation,
  wishes: readonly Wish[],
  records: readonly PrintedRecord[],
): TableLayout | null {
  const spare = widthOfPage(orientation) - wishes.reduce((sum, { least }) => sum + least, 0);
  if (spare < 0) return null;
  const extra = sharedOut(
    spare,
    wishes.map(({ least, whole }) => whole - least),
  );
  const columns = wishes.map(({ index, title, least }, i) => {
    const width = least + extra[i]!;
    return { index, width, heading: linesOf(title, width - CELL_GAP, HEADING) };
  });
  const rows = records.map((record) =>
    rowOf(columns.map(({ index, width }) => linesOf(record[index]!, width - CELL_GAP, CELL))),
  );
  const heights = rows.map(({ cells }) => Math.max(...cells.map(({ length }) => length)));
  const usual = heights.reduce((sum, height) => sum + height, 0) / Math.max(1, heights.length);
  if (Math.max(0, ...heights) > MOST_LINES || usual > MOST_LINES_USUALLY) return null;
  return {
    orientation,
    columns,
    rows,
    headHeight: Math.max(...columns.map(({ heading }) => heading.length)) * lineHeight(HEADING) + ROW_PADDING,
  };
}

/** Room for each by its hunger: who needs little has all of it before the rest is parted among those who need much. */
function sharedOut(room: number, hungers: readonly number[]): number[] {
  const given = hungers.map(() => 0);
  const bySize = hungers.map((hunger, i) => ({ hunger, i })).sort((a, b) => a.hunger - b.hunger);
  let left = room;
  bySize.forEach(({ hunger, i }, n) => {
    given[i] = Math.min(hunger, left / (hungers.length - n));
    left -= given[i];
  });
  return given;
}

const rowOf = (cells: readonly (readonly Line[])[]): TableRow => ({
  cells,
  height: Math.max(...cells.map(({ length }) => length)) * lineHeight(CELL) + 2 * ROW_PADDING,
});
