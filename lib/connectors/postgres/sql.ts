import { escapeIdentifier, escapeLiteral } from 'pg';
import type { CollectionStep, Condition, Selection } from '@/lib/domain/datamap/plan';
import type { CarriedKeys } from '../port';
import { tableName, type ColumnKind, type Columns } from './columns';

/** Columns of every table a step touches, by collection id. */
export type Catalogue = ReadonlyMap<string, Columns>;

const NOTHING = 'FALSE';

const list = (values: readonly string[], wrap: (literal: string) => string = (literal) => literal): string =>
  values.map((value) => wrap(escapeLiteral(value))).join(', ');

const isInteger = (value: string): boolean => /^-?\d{1,18}$/.test(value);
const isUuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

const isNumber = (kind: ColumnKind): boolean => kind === 'integer' || kind === 'bigint' || kind === 'numeric';

/**
 * `column` equals one of the values. A value the column's type cannot hold is equal to nothing in it: asking the server would be an error
 * that quotes the value, and a person's identifier belongs in no log.
 */
function equals(column: string, kind: ColumnKind, values: readonly string[]): string {
  const possible = isNumber(kind) ? values.filter(isInteger) : kind === 'uuid' ? values.filter(isUuid) : values;
  if (possible.length === 0) return NOTHING;
  if (isNumber(kind)) return `${column} IN (${list(possible, (literal) => `${literal}::${kind === 'numeric' ? 'numeric' : 'bigint'}`)})`;
  return `${column}${kind === 'text' || kind === 'uuid' ? '' : '::text'} IN (${list(possible)})`;
}

const digitsOf = (column: string): string => `regexp_replace(regexp_replace(${column}::text, '[^0-9]', '', 'g'), '^00', '')`;

function conditionSql(condition: Condition, own: Columns, catalogue: Catalogue, names: ReadonlyMap<string, string>, carried: CarriedKeys): string {
  const column = escapeIdentifier(condition.field);
  const kind = own.get(condition.field) ?? 'other';
  if (condition.kind === 'carried') return equals(column, kind, carried.get(condition.carryId) ?? []);
  if (condition.kind === 'linked') {
    const otherKind = catalogue.get(condition.of)?.get(condition.ofField) ?? 'other';
    const cast = kind === otherKind || (isNumber(kind) && isNumber(otherKind)) ? '' : '::text';
    return `${column}${cast} IN (SELECT ${escapeIdentifier(condition.ofField)}${cast} FROM ${names.get(condition.of)})`;
  }
  if (condition.values.length === 0) return NOTHING;
  // lower() on both sides, by the server: its idea of small letters is the one an index on lower(column) was built with.
  if (condition.match === 'email') return `lower(${column}::text) IN (${list(condition.values, (literal) => `lower(${literal})`)})`;
  if (condition.match === 'phone') return `${digitsOf(column)} IN (${list(condition.values)})`;
  return equals(column, kind, condition.values);
}

const fieldsNeeded = (of: string, selections: readonly Selection[]): string[] => [
  ...new Set(selections.flatMap(({ where }) => where.flatMap((condition) => (condition.kind === 'linked' && condition.of === of ? [condition.ofField] : [])))),
];

/** Field names a step uses in each table, for the check that they exist. */
export function fieldsUsed(step: CollectionStep, columns: readonly string[]): Map<Selection, string[]> {
  const all = [...step.through, step];
  return new Map(all.map((selection) => [selection, [...new Set([
    ...selection.where.map(({ field }) => field),
    ...fieldsNeeded(selection.collectionId, all),
    ...(selection === step ? [...columns, ...step.orderBy] : []),
  ])]]));
}

type Query = { readonly head: string; readonly from: string; readonly where: string };

/** The WITH clause, the table and the condition of a step: linear in the number of collections it leads through, whatever shape the map has. */
function queryOf(step: CollectionStep, catalogue: Catalogue, carried: CarriedKeys): Query {
  const names = new Map<string, string>();
  const whereSql = ({ collectionId, where }: Selection) =>
    where.map((condition) => `(${conditionSql(condition, catalogue.get(collectionId)!, catalogue, names, carried)})`).join(' OR ');
  const parts = step.through.map((selection, index) => {
    const fields = fieldsNeeded(selection.collectionId, [...step.through, step]).map((field) => escapeIdentifier(field));
    const sql = `found_${index} AS (SELECT ${fields.join(', ')} FROM ${tableName(selection.schema, selection.name)} WHERE ${whereSql(selection)})`;
    names.set(selection.collectionId, `found_${index}`);
    return sql;
  });
  return { head: parts.length === 0 ? '' : `WITH ${parts.join(', ')} `, from: tableName(step.schema, step.name), where: whereSql(step) };
}

function columnSql({ name, cast, presenceOnly }: CollectionStep['columns'][number], kind: ColumnKind): string {
  const column = escapeIdentifier(name);
  if (presenceOnly) return `(${column} IS NOT NULL) AS ${column}`;
  if (cast === 'text' || kind === 'bigint' || kind === 'numeric' || kind === 'wide') return `${column}::text AS ${column}`;
  return kind === 'wideArray' ? `${column}::text[] AS ${column}` : column;
}

/** `COPY … TO STDOUT` of the records as JSON objects. COPY takes no parameters: every value is a quoted literal, every name a quoted identifier. */
export function copySql(step: CollectionStep, catalogue: Catalogue, carried: CarriedKeys): string {
  const own = catalogue.get(step.collectionId)!;
  const { head, from, where } = queryOf(step, catalogue, carried);
  const columns = step.columns.map((column) => columnSql(column, own.get(column.name) ?? 'other')).join(', ');
  // Ordered by the stored columns, not by the texts written for them: 2 comes before 10.
  const order = step.orderBy.length === 0 ? '' : ` ORDER BY ${step.orderBy.map((field) => `${from}.${escapeIdentifier(field)}`).join(', ')}`;
  return `COPY (${head}SELECT row_to_json(record) FROM (SELECT ${columns} FROM ${from} WHERE ${where}${order}) AS record) TO STDOUT`;
}

export function countSql(step: CollectionStep, catalogue: Catalogue, carried: CarriedKeys): string {
  const { head, from, where } = queryOf(step, catalogue, carried);
  return `${head}SELECT count(*) AS records FROM ${from} WHERE ${where}`;
}

export function keysSql(step: CollectionStep, field: string, catalogue: Catalogue, carried: CarriedKeys): string {
  const { head, from, where } = queryOf(step, catalogue, carried);
  const column = escapeIdentifier(field);
  return `${head}SELECT DISTINCT ${column}::text AS key FROM ${from} WHERE (${where}) AND ${column} IS NOT NULL ORDER BY key`;
}
