/** One line of CSV by RFC 4180, with its line break. Text is kept letter by letter, line breaks and control characters too. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quote).join(',')}\r\n`;

const quote = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Marks a file as UTF-8 for spreadsheet programs, which otherwise read Cyrillic as something else. */
export const CSV_BYTE_ORDER_MARK = '\uFEFF';

// What a spreadsheet program would run instead of show (OWASP, "CSV Injection"); the full-width forms do the same in some.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Whether a spreadsheet program could take the cell for a formula. Every "+359…" is such a cell, and "-5" too. */
export const needsGuard = (cell: string): boolean => FORMULA.test(cell);

/** The cell as text for a spreadsheet program: an apostrophe in front, which alters the value and so never goes into the plain CSV. */
export const guarded = (cell: string): string => (needsGuard(cell) ? `'${cell}` : cell);
