import { MARGIN, PAGE } from './styles';
import type { ReportCategory } from './types';

/** Points and characters of the records' table. */
export const ROW_HEIGHT = 16.4;
export const HEAD_HEIGHT = 26;
export const CELL_FONT_SIZE = 7.8;
const CHARACTER = CELL_FONT_SIZE * 0.57;
const CELL_PADDING = 8;
const NARROWEST = 34;

/** A column of the table: which of the category's columns, and how wide. */
export type TableColumn = { readonly index: number; readonly title: string; readonly width: number };

export type TableLayout = {
  readonly orientation: 'portrait' | 'landscape';
  readonly columns: readonly TableColumn[];
  /** Records that fit on a page. */
  readonly rowsPerPage: number;
};

const ROWS_PER_PAGE = { portrait: 40, landscape: 26 } as const;

// Widest column allowed, tried in this order: upright with room, upright and narrow, then on its side.
const TRIALS = [
  ['portrait', 170],
  ['portrait', 110],
  ['landscape', 170],
  ['landscape', 110],
  ['landscape', 80],
  ['landscape', 58],
] as const;

const available = (orientation: 'portrait' | 'landscape'): number => PAGE[orientation].width - 2 * MARGIN;

/** How the table of a category is laid out. A column that is empty throughout is left out, and so are the last ones when all do not fit. */
export function layoutTable({ columns, rows }: Pick<ReportCategory, 'columns' | 'rows'>): TableLayout {
  const wishes = columns
    .map(({ title }, index) => wish(index, title, rows.map((row) => row[index]!)))
    .filter(({ index }) => rows.some((row) => row[index] !== ''));
  for (const [orientation, widest] of TRIALS) {
    const capped = wishes.map((column) => ({ ...column, width: Math.min(column.width, widest) }));
    if (widthOf(capped) <= available(orientation)) return filled(orientation, capped);
  }
  const narrow = wishes.map((column) => ({ ...column, width: Math.min(column.width, TRIALS.at(-1)![1]) }));
  const fitting = narrow.filter((_, i) => widthOf(narrow.slice(0, i + 1)) <= available('landscape'));
  return filled('landscape', fitting);
}

const widthOf = (columns: readonly TableColumn[]): number => columns.reduce((sum, { width }) => sum + width, 0);

/** A column with room for nearly all of its values, and how wide it would be for every one of them. */
type Wish = TableColumn & { readonly widest: number };

function wish(index: number, title: string, values: readonly string[]): Wish {
  const lengths = values.map((value) => value.length).sort((a, b) => a - b);
  // A few very long values do not make the column wide. A heading may take two lines.
  const usual = lengths[Math.floor(lengths.length * 0.98)] ?? 0;
  const heading = Math.max(title.length / 2, ...title.split(/\s+/u).map((word) => word.length));
  const wide = (length: number): number => Math.max(NARROWEST, Math.max(length, heading) * CHARACTER + CELL_PADDING);
  return { index, title, width: wide(usual), widest: wide(lengths.at(-1) ?? 0) };
}

/** Gives the room that is left to the columns with values that are cut, then a little to every one. */
function filled(orientation: 'portrait' | 'landscape', columns: readonly Wish[]): TableLayout {
  const hunger = columns.reduce((sum, { width, widest }) => sum + Math.max(0, widest - width), 0);
  const room = available(orientation) - widthOf(columns);
  const share = hunger === 0 ? 0 : Math.min(1, room / hunger);
  const fed = columns.map(({ index, title, width, widest }) => ({ index, title, width: width + share * Math.max(0, widest - width) }));
  // A table of few narrow columns stays together at the left instead of running apart.
  const stretch = Math.min(available(orientation) / Math.max(1, widthOf(fed)), 1.6);
  return { orientation, columns: fed.map((column) => ({ ...column, width: column.width * stretch })), rowsPerPage: ROWS_PER_PAGE[orientation] };
}
