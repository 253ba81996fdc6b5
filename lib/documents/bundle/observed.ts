import { JsonText } from '@/lib/domain/records/json-text';

/** The types of JSON Schema, as far as a value of a record has one. */
export type ValueType = 'array' | 'boolean' | 'number' | 'object' | 'string';

/** What was seen of the values of one field while the records passed. */
export type Observed = {
  readonly types: Set<ValueType>;
  /** Format of JSON Schema that all of its texts have; null once one has not. */
  format: 'date' | 'date-time' | null | undefined;
  /** Records that have the field with a value. */
  values: number;
};

export const nothingObserved = (): Observed => ({ types: new Set(), format: undefined, values: 0 });

const FORMATS = [
  ['date', /^\d{4}-\d{2}-\d{2}$/u],
  ['date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u],
] as const;

/** Adds one value to what was seen of its field. */
export function observe(observed: Observed, value: unknown): void {
  if (value === null || value === undefined) return;
  observed.values += 1;
  observed.types.add(typeOf(value));
  if (typeof value !== 'string' || observed.format === null) return;
  const format = FORMATS.find(([, pattern]) => pattern.test(value))?.[0] ?? null;
  observed.format = observed.format === undefined || observed.format === format ? format : null;
}

function typeOf(value: unknown): ValueType {
  if (value instanceof JsonText)
    return value.text.startsWith('[') ? 'array' : value.text.startsWith('{') ? 'object' : 'number';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? (typeof value as ValueType)
    : 'object';
}
