import { expect, test } from 'vitest';
import { connectedClient } from '../../support/connected-client';
import { describedDatabase } from './described';

const client = connectedClient();

const names = (table: string, numbers: string) =>
  `(SELECT string_agg(a.attname, ',' ORDER BY at) FROM unnest(${numbers}) WITH ORDINALITY AS n(no, at)
    JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = n.no)`;

const ACTION = (column: string) =>
  `CASE ${column} WHEN 'r' THEN 'Restrict' WHEN 'c' THEN 'Cascade' WHEN 'n' THEN 'SetNull' WHEN 'd' THEN 'SetDefault' ELSE 'NoAction' END`;

// Indexes on a part of the rows or on an expression are the migrations' own: the schema has no words for them.
const FOUND = `
  WITH tables AS (SELECT oid, relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations')
  SELECT t.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
      || coalesce(' default ' || regexp_replace(regexp_replace(pg_get_expr(d.adbin, d.adrelid), '^nextval.*', 'nextval'), '^''(.*)''::\\w+$', '\\1'), '') AS line
    FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
  UNION ALL
  SELECT CASE WHEN i.indisprimary THEN 'primary' WHEN i.indisunique THEN 'unique' ELSE 'index' END
      || ' ' || t.relname || '(' || ${names('t.oid', 'i.indkey::int2[]')} || ')'
    FROM tables t JOIN pg_index i ON i.indrelid = t.oid AND i.indpred IS NULL AND i.indexprs IS NULL
  UNION ALL
  SELECT t.relname || '(' || ${names('t.oid', 'c.conkey')} || ') references ' || to_table.relname
      || '(' || ${names('to_table.oid', 'c.confkey')} || ') on delete ' || ${ACTION('c.confdeltype')} || ' on update ' || ${ACTION('c.confupdtype')}
    FROM tables t JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' JOIN pg_class to_table ON to_table.oid = c.confrelid`;

const found = async (): Promise<string[]> =>
  (await client().query<{ line: string }>(FOUND)).rows.map(({ line }) => line).sort();

test('the migrations make exactly the database that the schema describes', async () => {
  const described = await describedDatabase();
  expect(await found()).toEqual(described);
  expect(described.length).toBeGreaterThan(300);
});

test.each([
  ['a column', 'ALTER TABLE "Case" ADD COLUMN "more" text'],
  ['a type', 'ALTER TABLE "Case" ALTER COLUMN "dueOn" TYPE timestamp(6) with time zone'],
  ['what may be missing', 'ALTER TABLE "Case" ALTER COLUMN "nextStep" DROP NOT NULL'],
  ['a default', 'ALTER TABLE "CollectionTask" ALTER COLUMN "attempts" SET DEFAULT 1'],
  ['an index', 'DROP INDEX "Case_indexedAs_idx"'],
  [
    'what happens to rows that point',
    'ALTER TABLE "CaseKey" DROP CONSTRAINT "CaseKey_caseId_fkey", ADD FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE',
  ],
])('a difference in %s is found', async (_, change) => {
  const before = await found();
  await client().query(`BEGIN; ${change}`);
  try {
    expect(await found()).not.toEqual(before);
  } finally {
    await client().query('ROLLBACK');
  }
});
