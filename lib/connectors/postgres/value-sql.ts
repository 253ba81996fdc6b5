import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Place } from '@/lib/domain/datamap/types';
import { SourceError, type Key } from '../port';
import type { Columns, ValueKind } from './columns';

/** What the table of a selection is called inside its query. */
export const OWN = 'own';

export const NOTHING = 'FALSE';

/** The values at some places of one record. `from`: what stands beside the table where a place holds several, as an array or JSON does. */
export type Values = {
  readonly expressions: readonly string[];
  readonly kinds: readonly ValueKind[];
  readonly from: readonly string[];
};

/** @param table name of the table, or of what was found in it. @param parts what the parts of a list are called */
export function valuesAt(places: readonly Place[], columns: Columns, table: string, parts: string = table): Values {
  const made = places.map(({ column, path }, index) => {
    const name = `${table}.${escapeIdentifier(column)}`;
    const part = `${parts}_part_${index}`;
    const { kind, list } = columns.get(column)!;
    if (path.length > 0) {
      if (kind !== 'json' || list)
        throw new SourceError(
          'badMap',
          `column ${escapeIdentifier(column)} holds no JSON, so nothing can be looked for at ${path.join('.')} in it`,
        );
      // Lax paths go through lists on the way; the last step takes the elements of a list, and one value that is none.
      const inside = `$${path.map((step) => `.${JSON.stringify(step)}`).join('')}[*]`;
      return {
        expression: `(${part}.value #>> '{}')`,
        kind: 'text' as const,
        from: [`jsonb_path_query(${name}::jsonb, ${escapeLiteral(inside)}) AS ${part}(value)`],
      };
    }
    if (!list) return { expression: name, kind, from: [] };
    return { expression: `${part}.value`, kind, from: [`unnest(${name}) AS ${part}(value)`] };
  });
  return {
    expressions: made.map(({ expression }) => expression),
    kinds: made.map(({ kind }) => kind),
    from: made.flatMap(({ from }) => from),
  };
}

/** The test, true of the record where any of the values at its places passes. */
export const membership = ({ from }: Values, test: string): string =>
  from.length === 0 ? test : `EXISTS (SELECT FROM ${from.join(', ')} WHERE ${test})`;

export const isNumber = (kind: ValueKind): boolean => kind === 'integer' || kind === 'bigint' || kind === 'numeric';

const isInteger = (value: string): boolean => /^-?\d{1,18}$/.test(value);
const isDecimal = (value: string): boolean => /^-?\d{1,1000}(\.\d{1,1000})?$/.test(value);
const isUuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

const canHold = (kind: ValueKind, value: string): boolean =>
  kind === 'numeric'
    ? isDecimal(value)
    : isNumber(kind)
      ? isInteger(value)
      : kind === 'uuid'
        ? isUuid(value)
        : !value.includes('\0');

const literalFor = (kind: ValueKind, value: string): string =>
  isNumber(kind) ? `${escapeLiteral(value)}::${kind === 'numeric' ? 'numeric' : 'bigint'}` : escapeLiteral(value);

const side = (expression: string, kind: ValueKind): string =>
  isNumber(kind) || kind === 'text' || kind === 'uuid' ? expression : `${expression}::text`;

/**
 * The expression equals one of the values. A value that its type cannot hold is equal to nothing in it: asking the server would be an error
 * that quotes the value, and a person's identifier belongs in no log.
 */
export function equals(expression: string, kind: ValueKind, values: readonly string[]): string {
  const possible = values.filter((value) => canHold(kind, value));
  return possible.length === 0
    ? NOTHING
    : `${side(expression, kind)} IN (${possible.map((value) => literalFor(kind, value)).join(', ')})`;
}

/** As `equals`, for as many values as there may be: they go as one array, which the server reads as one value and not as a list of so many. */
function among(expression: string, kind: ValueKind, values: readonly string[]): string {
  const possible = values.filter((value) => canHold(kind, value));
  if (possible.length === 0) return NOTHING;
  const array = `{${possible.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  const type = isNumber(kind) ? `::${kind === 'numeric' ? 'numeric' : 'bigint'}[]` : '';
  return `${side(expression, kind)} = ANY (${escapeLiteral(array)}${type})`;
}

/** The values stand together in one of the keys that were read elsewhere. */
export function carriedSql({ expressions, kinds }: Values, keys: readonly Key[]): string {
  if (expressions.length === 1)
    return among(
      expressions[0]!,
      kinds[0]!,
      keys.map(([value]) => value!),
    );
  const possible = keys.filter((key) => key.every((value, index) => canHold(kinds[index]!, value)));
  if (possible.length === 0) return NOTHING;
  const tuple = (parts: readonly string[]): string => `(${parts.join(', ')})`;
  const rows = possible.map((key) => tuple(key.map((value, index) => literalFor(kinds[index]!, value))));
  return `${tuple(expressions.map((expression, index) => side(expression, kinds[index]!)))} IN (${rows.join(', ')})`;
}

/** Both sides in types that can be compared: as they are where they are alike, else as text. */
export function compared(mine: Values, theirs: Values): [readonly string[], readonly string[]] {
  const alike = mine.kinds.map((kind, index) => {
    const other = theirs.kinds[index]!;
    return (kind === other && kind !== 'json') || (isNumber(kind) && isNumber(other));
  });
  const cast = ({ expressions }: Values) =>
    expressions.map((expression, index) => (alike[index] ? expression : `(${expression})::text`));
  return [cast(mine), cast(theirs)];
}
