import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { renderReport } from '@/lib/documents/report/render';
import { aCategory, someFacts } from '@/tests/unit/bundle/facts';
import { report } from './measure';

const [how, given] = process.argv.slice(2);
const FONT = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const COLUMNS = ['Number', 'Began', 'From', 'To', 'Lasted', 'Place', 'Result'];
const [MARGIN, ROWS_PER_PAGE, LINE, WIDTH] = [42, 40, 18, 72];

const rows = Array.from({ length: Number(given) }, (_, n) => [
  String(n),
  `2026-03-${String(1 + (n % 28)).padStart(2, '0')}T10:15:00`,
  `+3592${1_000_000 + n}`,
  `+4930${2_000_000 + n}`,
  `${n % 3600} s`,
  n % 2 === 0 ? 'София' : 'Berlin',
  n % 5 === 0 ? 'пропуснато' : 'answered',
]);

/** As much as anybody would set by hand: a page of rows with its heading and number. */
async function byPdfkit(): Promise<void> {
  const document = new PDFDocument({ size: 'A4', margin: MARGIN });
  const written = new Promise((resolve) => document.on('end', resolve));
  document.on('data', () => undefined);
  document.font(FONT).fontSize(7.8);
  rows.forEach((row, n) => {
    const place = n % ROWS_PER_PAGE;
    if (place === 0) {
      if (n > 0) document.addPage();
      COLUMNS.forEach((title, i) => document.text(title, MARGIN + i * WIDTH, MARGIN, { width: WIDTH, height: LINE }));
    }
    const y = MARGIN + (place + 1) * LINE;
    row.forEach((value, i) =>
      document.text(value, MARGIN + i * WIDTH, y, { width: WIDTH, height: LINE, ellipsis: true }),
    );
    document
      .moveTo(MARGIN, y - 3)
      .lineTo(MARGIN + COLUMNS.length * WIDTH, y - 3)
      .lineWidth(0.5)
      .stroke();
  });
  document.end();
  await written;
}

const inReport = () =>
  renderReport({
    facts: someFacts(),
    categories: [
      {
        category: aCategory(),
        columns: COLUMNS.map((title) => ({ name: title, title })),
        leftOut: [],
        rows,
        count: rows.length,
        path: 'data/calls.csv',
        jsonPath: 'data/calls.json',
      },
    ],
    keyFingerprint: 'ab'.repeat(32),
  });

await report(how === 'pdfkit' ? byPdfkit : inReport);
