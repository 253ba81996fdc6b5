import type { BundleField } from './types';

/** A column of a table of records: a field of the data map, or a key that only the records have. */
export type Column = { readonly name: string; readonly title: string };

/** Columns in the data map's order, then keys that only records have, in the order in which they came. */
export function columnsOf(fields: readonly BundleField[], keys: Iterable<string>): Column[] {
  const known = new Set(fields.map(({ name }) => name));
  const rest = [...new Set(keys)].filter((key) => !known.has(key));
  return [...fields.map(({ name, title }) => ({ name, title })), ...rest.map((name) => ({ name, title: name }))];
}
