import { Canvas } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { fontOf } from './faces';
import type { Line, Type } from './lines';

/** What the drawing needs of pdfkit's document. */
export type Painter = {
  font(font: ReturnType<typeof fontOf>, name: string): Painter;
  fontSize(points: number): Painter;
  fillColor(colour: string): Painter;
  strokeColor(colour: string): Painter;
  lineWidth(points: number): Painter;
  moveTo(x: number, y: number): Painter;
  lineTo(x: number, y: number): Painter;
  stroke(): Painter;
  text(text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }): Painter;
};

/** From the top of a line to the feet of its letters, in parts of its size. */
const BASELINE = 1.07;

/** Height of a line in points: enough for what Arabic and Devanagari set above and below their letters. */
export const lineHeight = ({ size }: Type): number => size * 1.45;

/** Draws lines one below the other from the top left, those of a right-to-left paragraph to the right edge of `width`. */
export function drawLines(
  painter: Painter,
  lines: readonly Line[],
  x: number,
  y: number,
  width: number,
  type: Type,
): void {
  painter.fontSize(type.size);
  lines.forEach((line, i) => {
    let at = line.atRight ? x + width - line.width : x;
    const foot = y + i * lineHeight(type) + type.size * BASELINE;
    for (const piece of line.pieces) {
      const font = fontOf(piece.face);
      // By its name the painter finds a font that it has; by its file it would read it again for every piece.
      painter.font(font, font.postscriptName).text(piece.text, at, foot, { lineBreak: false, baseline: 'alphabetic' });
      at += piece.width;
    }
  });
}

/** A horizontal line. */
export function drawRule(painter: Painter, y: number, width: number, colour: string, weight: number): void {
  painter.strokeColor(colour).lineWidth(weight).moveTo(0, y).lineTo(width, y).stroke();
}

/** A place of fixed size on the page for what is drawn there. The renderer never breaks it, so it must not be higher than a page. */
export const Drawn = ({
  width,
  height,
  draw,
}: {
  width: number;
  height: number;
  draw: (painter: Painter) => void;
}): ReactElement => (
  <Canvas
    style={{ width, height, flexShrink: 0 }}
    paint={(painter) => {
      draw(painter as unknown as Painter);
      return null;
    }}
  />
);
