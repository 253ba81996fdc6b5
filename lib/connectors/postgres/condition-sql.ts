import type { Condition, Selection } from '@/lib/domain/datamap/plan';
import type { IdentityForm } from '@/lib/domain/datamap/sought';
import type { CarriedKeys } from '../port';
import { keyOfCircle, type SqlCircle } from './circle';
import { tableName, type Catalogue, type Columns, type ValueKind } from './columns';
import { type Compare, comparedAs, type IdentityCondition, identitySql } from './identity-sql';
import { carriedSql, compared, equals, membership, OWN, valuesAt } from './value-sql';

export type Context = { readonly catalogue: Catalogue; readonly carried: CarriedKeys; readonly unicode: boolean };

/** The context and what a query has given a name: the records found in collections it leads through, and the circles they stand in. */
export type Naming = Context & {
  readonly found: ReadonlyMap<string, string>;
  readonly circles: ReadonlyMap<string, SqlCircle>;
};

export const ownTable = ({ schema, name }: Selection): string => `${tableName(schema, name)} AS ${OWN}`;

const compareAt = ({ at }: IdentityCondition, kind: ValueKind, columns: Columns, unicode: boolean): Compare => ({
  isText: kind === 'text',
  foldsCase: columns.get(at.column)!.type === 'citext',
  unicode,
});

/** In which forms the identities of a selection are compared with its columns. */
export const formsOf = ({ collectionId, where }: Selection, { catalogue, unicode }: Context): IdentityForm[] =>
  where.flatMap((condition) => {
    if (condition.kind !== 'identity') return [];
    const columns = catalogue.get(collectionId)!;
    const compare = compareAt(condition, valuesAt([condition.at], columns, OWN).kinds[0]!, columns, unicode);
    return comparedAs(condition, compare).map((form) => ({ kind: condition.identity, form }));
  });

/** Whether the record at hand is one that the condition means. */
function conditionSql(condition: Condition, selection: Selection, naming: Naming): string {
  const columns = naming.catalogue.get(selection.collectionId)!;
  if (condition.kind === 'identity') {
    const values = valuesAt([condition.at], columns, OWN);
    const [expression, kind] = [values.expressions[0]!, values.kinds[0]!];
    const test =
      identitySql(expression, condition, compareAt(condition, kind, columns, naming.unicode)) ??
      equals(expression, kind, condition.values);
    return membership(values, test);
  }
  const values = valuesAt(condition.at, columns, OWN);
  if (condition.kind === 'carried')
    return membership(values, carriedSql(values, naming.carried.get(condition.carryId) ?? []));
  const circle = naming.circles.get(selection.collectionId);
  if (circle !== undefined && circle === naming.circles.get(condition.of))
    return membership(values, keyOfCircle(circle, condition, values));
  const there = valuesAt(condition.ofAt, naming.catalogue.get(condition.of)!, naming.found.get(condition.of)!);
  const [mine, theirs] = compared(values, there);
  const from = [naming.found.get(condition.of)!, ...there.from].join(', ');
  return membership(values, `(${mine.join(', ')}) IN (SELECT ${theirs.join(', ')} FROM ${from})`);
}

/** `conditions`: those of the selection that count here, all unless given. */
export const whereSql = (
  selection: Selection,
  naming: Naming,
  conditions: readonly Condition[] = selection.where,
): string => conditions.map((condition) => `(${conditionSql(condition, selection, naming)})`).join(' OR ');
