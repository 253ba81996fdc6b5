import { cellText, type DataRecord, JsonText } from './json-text';

/** Of a column in the width of letters: what is narrower cannot be hit, what is wider is read more slowly than a second line. */
const [NARROWEST, WIDEST] = [9, 44];

/** Letters of a text in a line, where it is one of several. */
const longestLine = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

/**
 * How wide the columns of a table of these records are, in letters; null where a value is a list or an object: such records are read one by
 * one. Most values fit a line, and each title has room for half of it in each of two lines.
 */
export function columnsOf(
  fields: readonly { readonly name: string; readonly title: string }[],
  records: readonly DataRecord[],
): readonly number[] | null {
  if (records.some((record) => Object.values(record).some(isNested))) return null;
  return fields.map(({ name, title }) => {
    const letters = records.map((record) => longestLine(cellText(record[name]))).sort((one, other) => one - other);
    const most = letters[Math.floor(letters.length * 0.9)] ?? 0;
    const longestWord = longestLine(title.replace(/\s+/g, '\n'));
    return Math.min(WIDEST, Math.max(NARROWEST, most, longestWord, Math.ceil(title.length / 2)));
  });
}

const isNested = (value: unknown): boolean => value instanceof JsonText && /^[[{]/.test(value.text);
