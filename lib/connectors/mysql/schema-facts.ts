import type { DataSystem } from '@/lib/domain/datamap/types';
import type { SchemaFacts } from '../drift';
import type { Session } from './session';

/** Foreign keys of a database, a row for each of their columns. */
export const FOREIGN_KEYS = `
  SELECT k.CONSTRAINT_NAME, k.TABLE_SCHEMA, k.TABLE_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_SCHEMA, k.REFERENCED_TABLE_NAME, k.REFERENCED_COLUMN_NAME
  FROM information_schema.KEY_COLUMN_USAGE k
  WHERE k.REFERENCED_TABLE_SCHEMA = COALESCE(?, DATABASE()) AND k.REFERENCED_TABLE_NAME IS NOT NULL
  ORDER BY k.TABLE_SCHEMA, k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION`;

export type ForeignKeyRow = [
  name: string,
  childSchema: string,
  child: string,
  column: string,
  parentSchema: string,
  parent: string,
  parentColumn: string,
];

const UNIQUE = `
  SELECT s.TABLE_SCHEMA, s.TABLE_NAME, s.INDEX_NAME, s.COLUMN_NAME FROM information_schema.STATISTICS s
  WHERE s.TABLE_SCHEMA = COALESCE(?, DATABASE()) AND s.NON_UNIQUE = 0 ORDER BY s.TABLE_NAME, s.INDEX_NAME, s.SEQ_IN_INDEX`;

const COLUMNS = `
  SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c
  WHERE c.TABLE_SCHEMA = COALESCE(?, DATABASE()) ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`;

export async function rowsOf<Row>(
  { connection, closed }: Session,
  sql: string,
  values: readonly (string | null)[],
): Promise<Row[]> {
  const asked = connection.promise().execute({ sql, values: [...values], rowsAsArray: true });
  const [rows] = (await Promise.race([asked, closed])) as unknown as [Row[]];
  return rows;
}

/** Rows of one key, index or table together, in their order. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}

/** What the server says of the tables of the map, by `database.table`. Keys from other databases to these tables are among them. */
export async function schemaFacts(session: Session, { collections }: DataSystem): Promise<SchemaFacts> {
  const schema = collections[0]?.schema ?? null;
  const [[current]] = (await rowsOf<[string]>(session, 'SELECT COALESCE(?, DATABASE())', [schema])) as [[string]];
  const idOf = (database: string, table: string): string => `${database}.${table}`;
  const tables = collections.map(({ id, name }) => ({ collectionId: id, table: idOf(current, name), shown: name }));
  const mapped = new Set(tables.map(({ table }) => table));
  const keys = grouped(await rowsOf<ForeignKeyRow>(session, FOREIGN_KEYS, [schema]), (row) =>
    JSON.stringify(row.slice(0, 3)),
  ).filter(([first]) => mapped.has(idOf(first![4], first![5])));
  const unique = grouped(await rowsOf<[string, string, string, string]>(session, UNIQUE, [schema]), (row) =>
    JSON.stringify(row.slice(0, 3)),
  );
  const columns = grouped(await rowsOf<[string, string, string]>(session, COLUMNS, [schema]), ([database, table]) =>
    idOf(database, table),
  );
  const shown = (database: string, table: string): string => (database === current ? table : idOf(database, table));
  return {
    tables,
    foreignKeys: keys.map((own) => {
      const [name, childSchema, child, , parentSchema, parent] = own[0]!;
      return {
        name,
        child: idOf(childSchema, child),
        parent: idOf(parentSchema, parent),
        childColumns: own.map(([, , , column]) => column),
        parentColumns: own.map((row) => row[6]),
      };
    }),
    unique: unique.map((own) => ({ table: idOf(own[0]![0], own[0]![1]), columns: own.map((row) => row[3]) })),
    columns: columns.map((own) => ({ table: idOf(own[0]![0], own[0]![1]), columns: own.map((row) => row[2]) })),
    named: [
      ...new Map(
        keys.map(([first]) => {
          const [, database, table] = first!;
          const id = idOf(database, table);
          return [id, { table: id, shown: shown(database, table), names: [table, id] }] as const;
        }),
      ).values(),
    ],
  };
}
