import { Canvas } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { printable, REGULAR, SEMIBOLD, semiboldWidth } from './fonts';
import { INK, INK_2, INK_3, LINE } from './styles';
import { CELL_FONT_SIZE, HEAD_HEIGHT, ROW_HEIGHT, type TableColumn } from './table-layout';

/** What the drawing needs of pdfkit's document. */
type Painter = {
  font(file: string): Painter;
  fontSize(points: number): Painter;
  fillColor(colour: string): Painter;
  strokeColor(colour: string): Painter;
  lineWidth(points: number): Painter;
  moveTo(x: number, y: number): Painter;
  lineTo(x: number, y: number): Painter;
  stroke(): Painter;
  text(text: string, x: number, y: number, options: { width: number; height: number; ellipsis: boolean }): Painter;
};

/**
 * A page's worth of records, drawn instead of laid out: thousands of rows cost seconds this way and minutes as boxes.
 * Each record takes one line; a value that does not fit ends in "…".
 */
export function RecordTable({ columns, rows }: { columns: readonly TableColumn[]; rows: readonly (readonly string[])[] }): ReactElement {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const height = HEAD_HEIGHT + rows.length * ROW_HEIGHT + 1;
  const paint = (painter: Painter): null => {
    painter.font(SEMIBOLD).fontSize(CELL_FONT_SIZE).fillColor(INK_2);
    drawCells(columns, (column, x) => {
      const title = printable(column.title, true);
      const box = { width: column.width - 6, height: HEAD_HEIGHT - 6, ellipsis: true };
      // A short heading stands on the line below it, as the last line of a long one does.
      const top = semiboldWidth(title, CELL_FONT_SIZE) <= box.width ? box.height / 2 : 0;
      painter.text(title, x, top, box);
    });
    line(painter, HEAD_HEIGHT - 1, width, INK_3, 0.8);
    painter.font(REGULAR).fillColor(INK);
    rows.forEach((row, i) => {
      const top = HEAD_HEIGHT + i * ROW_HEIGHT;
      drawCells(columns, (column, x) => {
        const text = printable(row[column.index]!, true);
        if (text !== '') painter.text(text, x, top + 2, { width: column.width - 6, height: CELL_FONT_SIZE * 1.3, ellipsis: true });
      });
      line(painter, top + ROW_HEIGHT, width, LINE, 0.5);
    });
    return null;
  };
  return <Canvas style={{ width, height }} paint={paint} />;
}

function drawCells(columns: readonly TableColumn[], draw: (column: TableColumn, x: number) => void): void {
  let x = 0;
  for (const column of columns) {
    draw(column, x);
    x += column.width;
  }
}

function line(painter: Painter, y: number, width: number, colour: string, weight: number): void {
  painter.strokeColor(colour).lineWidth(weight).moveTo(0, y).lineTo(width, y).stroke();
}
