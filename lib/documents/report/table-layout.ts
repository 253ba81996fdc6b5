import { MARGIN, PAGE } from './styles';
import type { ReportCategory } from './types';

/** Points and characters of the records' table. */
export const ROW_HEIGHT = 14.5;
export const HEAD_HEIGHT = 26;
export const CELL_FONT_SIZE = 7.6;
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

const ROWS_PER_PAGE = { portrait: 32, landscape: 27 } as const;

// Widest column allowed, tried in this order: upright with room, upright and narrow, then on its side.
const TRIALS = [
  ['portrait', 170],
  ['portrait', 110],
  ['landscape', 170],
  ['landscape', 110],
  ['landscape', 76],
] as const;

const available = (orientation: 'portrait' | 'landscape'): number => PAGE[orientation].width - 2 * MARGIN;

/** How the table of a category is laid out. A column that is empty throughout is left out, and so are the last ones when all do not fit. */
export function layoutTable({ columns, rows }: Pick<ReportCategory, 'columns' | 'rows'>): TableLayout {
  const wanted = columns
    .map(({ title }, index) => ({ index, title, width: wantedWidth(title, rows.map((row) => row[index]!)) }))
    .filter(({ index }) => rows.some((row) => row[index] !== ''));
  for (const [orientation, widest] of TRIALS) {
    const capped = wanted.map((column) => ({ ...column, width: Math.min(column.width, widest) }));
    if (widthOf(capped) <= available(orientation)) return filled(orientation, capped);
  }
  const narrow = wanted.map((column) => ({ ...column, width: Math.min(column.width, TRIALS.at(-1)![1]) }));
  const fitting = narrow.filter((_, i) => widthOf(narrow.slice(0, i + 1)) <= available('landscape'));
  return filled('landscape', fitting);
}

const widthOf = (columns: readonly TableColumn[]): number => columns.reduce((sum, { width }) => sum + width, 0);

/** Room for nearly all values: a few very long ones do not make the column wide. */
function wantedWidth(title: string, values: readonly string[]): number {
  const lengths = values.map((value) => value.length).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  // A heading may take two lines.
  const heading = Math.max(title.length / 2, ...title.split(/\s+/u).map((word) => word.length));
  return Math.max(NARROWEST, Math.max(usual, heading) * CHARACTER + CELL_PADDING);
}

function filled(orientation: 'portrait' | 'landscape', columns: readonly TableColumn[]): TableLayout {
  const stretch = available(orientation) / Math.max(1, widthOf(columns));
  // A table of few narrow columns stays together at the left instead of running apart.
  const factor = Math.min(stretch, 1.6);
  return {
    orientation,
    columns: columns.map((column) => ({ ...column, width: column.width * factor })),
    rowsPerPage: ROWS_PER_PAGE[orientation],
  };
}
