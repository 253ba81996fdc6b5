import { csvLine, CSV_BYTE_ORDER_MARK, guarded, needsGuard } from '@/lib/domain/bundle/csv';
import { cellText, recordJson, type DataRecord } from '@/lib/domain/records/json-text';
import { nothingObserved, type Observed, observe } from './observed';

/** What is learnt about a collection while its records pass for the first time. */
export type Survey = {
  count: number;
  /** What was seen of each key, in the order in which they came. */
  readonly keys: Map<string, Observed>;
  /** Whether a spreadsheet program could run or alter any cell. */
  guardNeeded: boolean;
  /** The first records, for the printed report. */
  readonly first: DataRecord[];
};

export const newSurvey = (): Survey => ({ count: 0, keys: new Map(), guardNeeded: false, first: [] });

/** Large enough that the cost of a chunk does not count, small enough that hundreds of bundles could be made at once. */
export const CHUNK_LENGTH = 64 * 1024;

/**
 * The records as one JSON array, a record a line.
 * @param keepFirst how many records the survey keeps
 */
export async function* jsonFile(
  records: AsyncIterable<DataRecord>,
  survey: Survey,
  keepFirst: number,
): AsyncGenerator<string> {
  let text = '[';
  for await (const record of records) {
    text += `${survey.count === 0 ? '' : ','}\n${recordJson(record)}`;
    look(record, survey, keepFirst);
    if (text.length >= CHUNK_LENGTH) {
      yield text;
      text = '';
    }
  }
  yield `${text}\n]\n`;
}

function look(record: DataRecord, survey: Survey, keepFirst: number): void {
  for (const [key, value] of Object.entries(record)) {
    const observed = survey.keys.get(key) ?? nothingObserved();
    survey.keys.set(key, observed);
    observe(observed, value);
    survey.guardNeeded ||= needsGuard(value);
  }
  if (survey.first.length < keepFirst) survey.first.push(record);
  survey.count += 1;
}

/**
 * The records as CSV (RFC 4180) under a line of column names.
 * @param spreadsheet whether cells that a spreadsheet program would run or alter are marked as text, which alters them
 */
export async function* csvFile(
  records: AsyncIterable<DataRecord>,
  columns: readonly string[],
  spreadsheet: boolean,
): AsyncGenerator<string> {
  const cell = spreadsheet ? guarded : cellText;
  let text = CSV_BYTE_ORDER_MARK + csvLine(spreadsheet ? columns.map(guarded) : columns);
  for await (const record of records) {
    text += csvLine(columns.map((name) => cell(Object.hasOwn(record, name) ? record[name] : null)));
    if (text.length >= CHUNK_LENGTH) {
      yield text;
      text = '';
    }
  }
  yield text;
}
