import type { CollectionStep } from '@/lib/domain/datamap/plan';
import type { CarriedKeys } from '../port';
import { readColumns, tableName, type Columns } from './columns';
import type { Context } from './condition-sql';
import type { Session } from './session';
import { tablesOf } from './sql';

/** What a query of a step has to know: the columns of every table it touches, each read once in a session. @throws SourceError */
export async function contextOf(
  session: Session,
  step: CollectionStep,
  wanted: readonly string[],
  carried: CarriedKeys = new Map(),
): Promise<Context> {
  const catalogue = new Map<string, Columns>();
  for (const { collectionId, schema, name, columns } of tablesOf(step, wanted)) {
    const table = tableName(schema, name);
    const known = session.tables.get(table);
    const found =
      known && columns.every((column) => known.has(column))
        ? known
        : await readColumns(session.client, schema, name, columns);
    session.tables.set(table, found);
    catalogue.set(collectionId, found);
  }
  return { catalogue, carried, unicode: session.unicode };
}
