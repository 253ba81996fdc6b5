import { measure, type Ratio } from './measure';

const ROWS = 5_000;

/** A long table in the report's style, fallback faces, measuring and bookmarks with it, over the same cells set by pdfkit alone. */
export async function pdfRatio(): Promise<Ratio> {
  const plain = await measure('pdf-table', 'pdfkit', ROWS);
  const report = await measure('pdf-table', 'report', ROWS);
  return {
    name: 'pdf-5k',
    subject: `a table of ${ROWS} rows in the printed report`,
    baseline: 'the same rows by pdfkit alone',
    ratio: report.seconds / plain.seconds,
    growth: 1,
    memory: report.peakMiB / plain.peakMiB,
    peakRssMb: report.peakMiB,
  };
}
