import type { BundleField } from '@/lib/domain/bundle/types';
import { withWords } from '@/lib/domain/fulfilment/hidden-mark';
import type { HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import type { DataRecord } from '@/lib/domain/records/json-text';
import type { ReportCategory } from '../report/types';
import { flatText, shownValue } from '../shown-value';
import type { Wording } from '../wording';
import type { WrittenCategory } from './contents';

const UNKNOWN: Pick<BundleField, 'unit' | 'values' | 'technical'> = { unit: null, values: {}, technical: false };

/** What is printed of a category: values in the reader's words, and without what only says something to the system, where there is more. */
export function printedCategory(written: WrittenCategory, wording: Wording, hiddenWords: HiddenWords): ReportCategory {
  const { category, columns, count, paths, jsonPath, first } = written;
  const known = new Map(category.fields.map((field) => [field.name, field]));
  const fieldOf = (name: string) => known.get(name) ?? UNKNOWN;
  const plain = columns.filter(({ name }) => !fieldOf(name).technical);
  const printed = plain.length > 0 ? plain : columns;
  const text = (record: DataRecord, name: string): string => {
    const value = withWords(Object.hasOwn(record, name) ? record[name] : null, hiddenWords);
    return flatText(shownValue(value, fieldOf(name), wording));
  };
  return {
    category,
    columns: printed,
    leftOut: columns.filter((column) => !printed.includes(column)).map(({ title }) => title),
    count,
    path: paths.csv,
    jsonPath,
    rows: first.map((record) => printed.map(({ name }) => text(record, name))),
  };
}
