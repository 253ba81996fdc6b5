import { cellText } from '../records/json-text';

/** One line of CSV by RFC 4180, with its line break. Text is kept letter by letter, line breaks and control characters too. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quote).join(',')}\r\n`;

/** A cell as a line holds it. */
export const quote = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Marks a file as UTF-8 for spreadsheet programs, which otherwise read Cyrillic as something else. */
export const CSV_BYTE_ORDER_MARK = '\uFEFF';

// What a spreadsheet program would run instead of show (OWASP, "CSV Injection"); the full-width forms do the same in some, and some skip blanks.
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]|^[\t\r\n]/u;

// What it would take for a number, a date, a time or a truth and show as another text: 0042, 12345678901234567890, 1E5, 1.50, 2024-03-01, 10:30, 5 %, TRUE.
const ALTERED = [
  /^[\s$€£¥]*[\d.,:/\-\s'’%()]*\d[\d.,:/\-\s'’%()€$£¥]*$/u,
  /^\d+([.,]\d+)?[eE][+-]?\d+$/u,
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?$/u,
  /^\d{1,2}(:\d{2}){0,2}\s*[ap]\.?m\.?$/iu,
  /^(true|false|wahr|falsch|vrai|faux|истина|ложь|лъжа)$/iu,
  /^(?=.*\d)(\d{1,4}[\s./-]*)?(jan|feb|fév|mar|mär|mrz|apr|avr|may|mai|jun|juin|jul|juil|aug|aoû|sep|oct|okt|nov|dec|dez|déc|яну|янв|фев|мар|апр|май|мая|юни|юли|июн|июл|авг|сеп|сен|окт|ное|ноя|дек)\p{L}*\.?([\s./-]*\d{1,4})*$/iu,
];

// A whole number of so few digits is shown as it was written.
const SHOWN_AS_WRITTEN = /^(0|[1-9]\d{0,10})$/u;
// A double keeps fifteen digits.
const EXACT_NUMBER = /^-?(?=(?:\D*\d){1,15}\D*$)(0|[1-9]\d*)(\.\d+)?$/u;

/**
 * Whether a spreadsheet program could run the value as a formula or show another text than the value's. Every "+359…" is such a value.
 * Truths and numbers that keep all their digits are meant to be read as what they are.
 */
export function needsGuard(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'boolean') return false;
  const text = cellText(value);
  return typeof value === 'string' ? guardsText(text) : guardsNumber(text);
}

/** The same of what is no text, such as a number, as it is written. */
export const guardsNumber = (text: string): boolean => !EXACT_NUMBER.test(text) && guardsText(text);

const guardsText = (text: string): boolean =>
  FORMULA.test(text) || (!SHOWN_AS_WRITTEN.test(text) && ALTERED.some((form) => form.test(text)));

/** The value as text for a spreadsheet program: an apostrophe in front where it needs one, which alters it and so never goes into the plain CSV. */
export const guarded = (value: unknown): string => (needsGuard(value) ? `'${cellText(value)}` : cellText(value));
