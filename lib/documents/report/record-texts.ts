import { readable } from '../readable';
import type { Wording } from '../wording';
import { printable } from './printable';
import type { ReportCategory } from './types';

/** A record as it is printed: a printable text for each column. */
export type PrintedRecord = readonly string[];

// Twenty-five pages of one value. What is longer is told to be so at its end.
const LONGEST_VALUE = 100_000;

/** The texts of a category's records, with a sentence wherever one is not there as it is in the files. */
export function printedRecords({ rows, jsonPath }: ReportCategory, wording: Wording): PrintedRecord[] {
  return rows.map((row) => row.map((value) => printedValue(value, jsonPath, wording)));
}

function printedValue(value: string, path: string, wording: Wording): string {
  const { t, locale } = wording;
  const shown = value.length <= LONGEST_VALUE ? value : value.slice(0, LONGEST_VALUE).replace(/\p{Surrogate}$/u, '');
  const { text, missing } = printable(readable(shown, locale));
  const notes = [
    missing ? t('unprintable') : '',
    shown.length < value.length ? t('valueGoesOn', { count: value.length - shown.length, path }) : '',
  ];
  return [text, ...notes.filter((note) => note !== '').map((note) => `[${note}]`)].join('\n');
}
