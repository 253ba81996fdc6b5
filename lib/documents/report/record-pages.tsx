import { Page, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import type { Wording } from '../wording';
import { Drawn, drawLines, drawRule, lineHeight, type Painter } from './drawing';
import { linesOf } from './lines';
import { type ListLine, listLines, paginate, RECORD_HEADING, TERM, VALUE, VALUES_AT } from './list-layout';
import { Footer } from './parts';
import { printable } from './printable';
import { printedRecords } from './record-texts';
import { CONTENT_WIDTH, INK, INK_2, INK_3, LINE, PAGE, styles } from './styles';
import {
  CELL,
  CELL_GAP,
  HEADING,
  layoutTable,
  type Orientation,
  ROW_PADDING,
  type TableLayout,
  type TableRow,
  widthOfPage,
} from './table-layout';
import type { ReportCategory } from './types';

// A list up to about a page and a half, or a table that fits below its facts, stands in the flow as a whole: pages of their own would be all but empty.
const WHOLE_LIST = 1000;
const WHOLE_TABLE = 330;
// So much of the records stands below what is said about them, on the same page as a rule.
const BESIDE_FACTS = 270;
const LIST_RECORDS = 3;
// Lines of about sixty pages.
const LARGEST_LIST = 3000;
const TOP = 40;
const HEAD_LINE = 20;
const NOTE_TYPE = { size: 8, weight: 400 } as const;

/** A part of the drawn records: a row of the table, or a line of the list. */
type Part = { readonly height: number; readonly keep: boolean; readonly draw: (painter: Painter, y: number) => void };

/** The records of one category, laid out: what stands above them on each page, the parts that follow the facts, and those with pages of their own. */
export type DrawnRecords = {
  readonly orientation: Orientation;
  readonly head: Part | null;
  readonly beside: readonly Part[];
  readonly apart: readonly Part[];
};

/** Lays out what is printed of a category's records: a table where that is readable with every value whole, else one record after the other. */
export function drawnRecords(item: ReportCategory, wording: Wording): DrawnRecords {
  const titles = item.columns.map(({ title }) => printable(title).text.replaceAll('\n', ' '));
  const records = printedRecords(item, wording);
  const table = records.length > LIST_RECORDS ? layoutTable(titles, records) : null;
  const headingOf = (n: number): string =>
    item.count === 1 ? wording.t('recordsHeading') : wording.t('recordNo', { n });
  const lists = table === null ? listLines(titles, records, headingOf, LARGEST_LIST) : [];
  const parts = table === null ? lists.flat().map(listPart) : table.rows.map((row) => rowPart(row, table));
  const orientation = table?.orientation ?? 'portrait';
  const shown = table === null ? lists.length : records.length;
  const all = parts.length === 0 ? [] : [...parts, notePart(noteOf(item, shown, wording), orientation)];
  const height = all.reduce((sum, part) => sum + part.height, 0);
  const isWhole = orientation === 'portrait' && height <= (table === null ? WHOLE_LIST : WHOLE_TABLE);
  const [beside = []] = isWhole ? [all] : orientation === 'landscape' ? [] : paginate(all, BESIDE_FACTS);
  return { orientation, head: table && headPart(table), beside, apart: all.slice(beside.length) };
}

function noteOf({ count, path, leftOut }: ReportCategory, shown: number, { t, locale }: Wording): string {
  const where = shown < count ? t('moreRecords', { count: count - shown, path }) : t('allRecords', { path });
  if (leftOut.length === 0) return where;
  return `${where}\n${t('notPrinted', { fields: new Intl.ListFormat(locale).format(leftOut) })}`;
}

function notePart(text: string, orientation: Orientation): Part {
  const width = widthOfPage(orientation);
  const lines = linesOf(printable(text).text, width, NOTE_TYPE);
  return {
    height: lines.length * lineHeight(NOTE_TYPE) + 6,
    keep: false,
    draw: (painter, y) => drawLines(painter.fillColor(INK_2), lines, 0, y + 6, width, NOTE_TYPE),
  };
}

const headPart = (table: TableLayout): Part => ({
  height: table.headHeight,
  keep: true,
  draw: (painter, y) => {
    painter.fillColor(INK_2);
    eachColumn(table, (i, x, width) => {
      const { heading } = table.columns[i]!;
      // A short heading stands at the foot of the line, as the last line of a long one does.
      drawLines(
        painter,
        heading,
        x,
        y + table.headHeight - ROW_PADDING - heading.length * lineHeight(HEADING),
        width,
        HEADING,
      );
    });
    drawRule(painter, y + table.headHeight, widthOfTable(table), INK_3, 0.8);
  },
});

const rowPart = (row: TableRow, table: TableLayout): Part => ({
  height: row.height,
  keep: false,
  draw: (painter, y) => {
    painter.fillColor(INK);
    eachColumn(table, (i, x, width) => drawLines(painter, row.cells[i]!, x, y + ROW_PADDING, width, CELL));
    drawRule(painter, y + row.height, widthOfTable(table), LINE, 0.5);
  },
});

const widthOfTable = ({ columns }: TableLayout): number => columns.reduce((sum, { width }) => sum + width, 0);

function eachColumn({ columns }: TableLayout, draw: (i: number, x: number, width: number) => void): void {
  let x = 0;
  columns.forEach(({ width }, i) => {
    draw(i, x, width - CELL_GAP);
    x += width;
  });
}

const listPart = (line: ListLine): Part => ({
  height: line.height,
  keep: line.keep,
  draw: (painter, y) => {
    if (line.kind === 'heading') {
      drawLines(
        painter.fillColor(INK),
        [line.term!],
        0,
        y + line.height - lineHeight(RECORD_HEADING),
        CONTENT_WIDTH,
        RECORD_HEADING,
      );
      return;
    }
    if (line.term) drawLines(painter.fillColor(INK_2), [line.term], 0, y, VALUES_AT - 12, TERM);
    if (line.value) drawLines(painter.fillColor(INK), [line.value], VALUES_AT, y, CONTENT_WIDTH - VALUES_AT, VALUE);
    if (line.last) drawRule(painter, y + line.height - 2, CONTENT_WIDTH, LINE, 0.5);
  },
});

const DrawnPart = ({ part, width }: { part: Part; width: number }): ReactElement => (
  <Drawn width={width} height={part.height} draw={(painter) => part.draw(painter, 0)} />
);

/** Parts that no page may part: a heading and what it is of, and a table, whose columns are named once. */
function groupsOf(head: Part | null, parts: readonly Part[]): readonly (readonly Part[])[] {
  if (head !== null) return [[head, ...parts]];
  const groups: Part[][] = [];
  let isHeld = false;
  for (const part of parts) {
    if (isHeld) groups.at(-1)!.push(part);
    else groups.push([part]);
    isHeld = part.keep;
  }
  return groups;
}

/** The first records, in the flow of what is said about them. */
export const RecordsInFlow = ({ head, beside }: DrawnRecords): ReactElement => (
  <View style={{ marginTop: 12 }}>
    {groupsOf(head, beside).map((group, i) => (
      <View key={i} wrap={false}>
        {group.map((part, at) => (
          <DrawnPart key={at} part={part} width={CONTENT_WIDTH} />
        ))}
      </View>
    ))}
  </View>
);

/** Pages of records alone: which they are stands above them on each. */
export function recordPages(
  item: ReportCategory,
  { orientation, head, apart }: DrawnRecords,
  firstKey: number,
  { facts, wording }: { facts: BundleFacts; wording: Wording },
): ReactElement[] {
  const width = widthOfPage(orientation);
  const room = PAGE[orientation].height - TOP - styles.page.paddingBottom - HEAD_LINE - (head?.height ?? 0);
  const title = runningTitle(item, width, wording);
  return paginate(apart, room).map((page, i) => {
    const drawn = head === null ? page : [head, ...page];
    return (
      <Page key={firstKey + i} size="A4" orientation={orientation} style={{ ...styles.page, paddingTop: TOP }}>
        <Footer facts={facts} wording={wording} orientation={orientation} />
        <DrawnPart part={title} width={width} />
        <Drawn
          width={width}
          height={drawn.reduce((sum, { height }) => sum + height, 0) + 1}
          draw={(painter) => {
            let y = 0;
            for (const part of drawn) {
              part.draw(painter, y);
              y += part.height;
            }
          }}
        />
      </Page>
    );
  });
}

/** Category and number of its records in one line; the title stands whole where the category begins. */
function runningTitle({ category, count }: ReportCategory, width: number, { t }: Wording): Part {
  const type = { size: 9.5, weight: 600 } as const;
  const number = linesOf(t('recordCount', { count }), width, { ...type, weight: 400 });
  const [line, ...cut] = linesOf(
    printable(category.title).text.replaceAll('\n', ' '),
    width - number[0]!.width - 30,
    type,
  );
  const ellipsis = cut.length > 0 ? linesOf('…', width, type) : [];
  return {
    height: HEAD_LINE,
    keep: true,
    draw: (painter, y) => {
      drawLines(painter.fillColor(INK), [line!], 0, y, width, type);
      drawLines(painter, ellipsis, line!.width, y, width, type);
      drawLines(painter.fillColor(INK_2), number, width - number[0]!.width, y, width, { ...type, weight: 400 });
    },
  };
}
