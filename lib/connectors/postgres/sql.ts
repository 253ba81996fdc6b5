import { escapeIdentifier } from 'pg';
import type { Circle, CollectionStep, Selection } from '@/lib/domain/datamap/plan';
import type { Place } from '@/lib/domain/datamap/types';
import { circleOf, type SqlCircle } from './circle';
import { circleSql } from './circle-sql';
import type { Column } from './columns';
import { ownTable, whereSql, type Context, type Naming } from './condition-sql';
import { OWN, valuesAt } from './value-sql';

const placesOf = ({ where }: Selection): Place[] =>
  where.flatMap((condition) => (condition.kind === 'identity' ? [condition.at] : condition.at));

/** Places of a collection that other selections are found by. */
export const askedOf = (of: string, selections: readonly Selection[]): Place[] =>
  selections.flatMap(({ where }) =>
    where.flatMap((condition) => (condition.kind === 'linked' && condition.of === of ? condition.ofAt : [])),
  );

export const selectionsOf = (step: CollectionStep): Selection[] => [
  ...new Map([...step.through, ...step.circles.flat(), step].map((one) => [one.collectionId, one])).values(),
];

/** The tables a step uses, with the columns it needs of each; `wanted` are those of the step's own table besides. */
export function tablesOf(
  step: CollectionStep,
  wanted: readonly string[],
): (Selection & { readonly columns: readonly string[] })[] {
  const all = selectionsOf(step);
  return all.map((selection) => {
    const places = [...placesOf(selection), ...askedOf(selection.collectionId, all)].map(({ column }) => column);
    const own = selection.collectionId === step.collectionId ? [...wanted, ...step.orderBy] : [];
    return { ...selection, columns: [...new Set([...places, ...own])] };
  });
}

type Query = { readonly head: string; readonly from: string; readonly where: string };

const NOTHING_STANDS: ReadonlyMap<string, string> = new Map();

/**
 * The WITH clause, the table and the condition of a step: linear in the number of collections it leads through, whatever shape the map has.
 * @param standing tables in which what some of these collections hold of the person stands already, by collection
 */
export function queryOf(
  step: CollectionStep,
  context: Context,
  standing: ReadonlyMap<string, string> = NOTHING_STANDS,
): Query {
  const all = selectionsOf(step);
  const circles = new Map<string, SqlCircle>();
  step.circles.forEach((circle: Circle, index) => {
    const made = circleOf(`circle_${index}`, circle, context.catalogue);
    circle.forEach(({ collectionId }) => circles.set(collectionId, made));
  });
  const through = step.through.filter(({ collectionId }) => !standing.has(collectionId));
  const found = new Map([
    ...standing,
    ...through.map(({ collectionId }, index) => [collectionId, `found_${index}`] as const),
  ]);
  const naming: Naming = { ...context, found, circles };
  const parts = [...new Set(circles.values())].map((circle) => circleSql(circle, naming));
  for (const selection of through) {
    const columns = [
      ...new Set(askedOf(selection.collectionId, all).map(({ column }) => `${OWN}.${escapeIdentifier(column)}`)),
    ];
    parts.push(
      `${found.get(selection.collectionId)} AS (SELECT ${columns.join(', ')} FROM ${ownTable(selection)} WHERE ${whereSql(selection, naming)})`,
    );
  }
  const head = parts.length === 0 ? '' : `WITH ${circles.size > 0 ? 'RECURSIVE ' : ''}${parts.join(', ')} `;
  return { head, from: ownTable(step), where: whereSql(step, naming) };
}

function columnSql(
  { name, cast, presenceOnly }: CollectionStep['columns'][number],
  { kind, list, type }: Column,
): string {
  const column = escapeIdentifier(name);
  const own = `${OWN}.${column}`;
  if (presenceOnly) return `(${own} IS NOT NULL) AS ${column}`;
  const wide = kind === 'bigint' || kind === 'numeric' || kind === 'wide';
  if (list)
    return cast === 'text' ? `${own}::text AS ${column}` : wide ? `${own}::text[] AS ${column}` : `${own} AS ${column}`;
  // The text of char(n) in SQL has lost its blanks; written as it is, it keeps them.
  return (cast === 'text' && type !== 'bpchar') || wide ? `${own}::text AS ${column}` : `${own} AS ${column}`;
}

/** `COPY … TO STDOUT` of the records as JSON objects. COPY takes no parameters: every value is a quoted literal, every name a quoted identifier. */
export function copySql(step: CollectionStep, context: Context): string {
  const own = context.catalogue.get(step.collectionId)!;
  const { head, from, where } = queryOf(step, context);
  const columns = step.columns.map((column) => columnSql(column, own.get(column.name)!)).join(', ');
  // Ordered by the stored columns, not by the texts written for them: 2 comes before 10.
  const order =
    step.orderBy.length === 0
      ? ''
      : ` ORDER BY ${step.orderBy.map((field) => `${OWN}.${escapeIdentifier(field)}`).join(', ')}`;
  return `COPY (${head}SELECT row_to_json(record) FROM (SELECT ${columns} FROM ${from} WHERE ${where}${order}) AS record) TO STDOUT`;
}

export function countSql(step: CollectionStep, context: Context): string {
  const { head, from, where } = queryOf(step, context);
  return `${head}SELECT count(*) AS records FROM ${from} WHERE ${where}`;
}

export function keysSql(step: CollectionStep, at: readonly Place[], context: Context): string {
  const { head, from, where } = queryOf(step, context);
  const values = valuesAt(at, context.catalogue.get(step.collectionId)!, OWN);
  const texts = values.expressions.map((expression) => `(${expression})::text`);
  const whole = values.expressions.map((expression) => ` AND ${expression} IS NOT NULL`).join('');
  return `${head}SELECT DISTINCT ARRAY[${texts.join(', ')}] AS key FROM ${[from, ...values.from].join(', ')} WHERE (${where})${whole} ORDER BY key`;
}
