import type { Condition, Selection } from '@/lib/domain/datamap/plan';
import type { CarriedKeys } from '../port';
import { keyOfCircle, type SqlCircle } from './circle';
import { tableName, type Catalogue } from './columns';
import { identitySql } from './identity-sql';
import { carriedSql, compared, equals, membership, OWN, valuesAt } from './value-sql';

export type Context = { readonly catalogue: Catalogue; readonly carried: CarriedKeys; readonly unicode: boolean };

/** The context and what a query has given a name: the records found in collections it leads through, and the circles they stand in. */
export type Naming = Context & { readonly found: ReadonlyMap<string, string>; readonly circles: ReadonlyMap<string, SqlCircle> };

export const ownTable = ({ schema, name }: Selection): string => `${tableName(schema, name)} AS ${OWN}`;

/** Whether the record at hand is one that the condition means. */
function conditionSql(condition: Condition, selection: Selection, naming: Naming): string {
  const columns = naming.catalogue.get(selection.collectionId)!;
  if (condition.kind === 'identity') {
    const values = valuesAt([condition.at], columns, OWN);
    const [expression, kind] = [values.expressions[0]!, values.kinds[0]!];
    const compare = { isText: kind === 'text', foldsCase: columns.get(condition.at.column)!.type === 'citext', unicode: naming.unicode };
    const test = identitySql(expression, condition, compare) ?? equals(expression, kind, condition.values);
    return membership(values, test);
  }
  const values = valuesAt(condition.at, columns, OWN);
  if (condition.kind === 'carried') return membership(values, carriedSql(values, naming.carried.get(condition.carryId) ?? []));
  const circle = naming.circles.get(selection.collectionId);
  if (circle !== undefined && circle === naming.circles.get(condition.of)) return membership(values, keyOfCircle(circle, condition, values));
  const there = valuesAt(condition.ofAt, naming.catalogue.get(condition.of)!, naming.found.get(condition.of)!);
  const [mine, theirs] = compared(values, there);
  const from = [naming.found.get(condition.of)!, ...there.from].join(', ');
  return membership(values, `(${mine.join(', ')}) IN (SELECT ${theirs.join(', ')} FROM ${from})`);
}

/** `conditions`: those of the selection that count here, all unless given. */
export const whereSql = (selection: Selection, naming: Naming, conditions: readonly Condition[] = selection.where): string =>
  conditions.map((condition) => `(${conditionSql(condition, selection, naming)})`).join(' OR ');
