import { escapeIdentifier } from 'pg';
import type { DescribedDatabase, DescribedKey, DescribedTable } from '@/lib/domain/datamap/draft';
import { SourceError } from '../port';
import { once, type SessionOptions } from './session';

// Partitions are part of the table that they divide.
const TABLES = `
  SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS comment,
    coalesce((SELECT json_agg(json_build_object('name', a.attname, 'type', coalesce(element.typname, base.typname), 'comment', col_description(c.oid, a.attnum)) ORDER BY a.attnum)
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        JOIN pg_catalog.pg_type base ON base.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
        LEFT JOIN pg_catalog.pg_type element ON base.typcategory = 'A' AND element.oid = base.typelem
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]') AS columns,
    coalesce((SELECT json_agg(a.attname ORDER BY k.n) FROM pg_catalog.pg_index i, unnest(i.indkey) WITH ORDINALITY k(num, n)
      JOIN pg_catalog.pg_attribute a ON a.attnum = k.num WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid), '[]') AS "primaryKey"
  FROM pg_catalog.pg_class c
  WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition
  ORDER BY c.oid`;

const columnsOf = (table: string, numbers: string): string =>
  `(SELECT json_agg(a.attname ORDER BY k.n) FROM unnest(con.${numbers}) WITH ORDINALITY k(num, n) JOIN pg_catalog.pg_attribute a ON a.attrelid = con.${table} AND a.attnum = k.num)`;

const KEYS = `
  SELECT child.relname AS "from", ${columnsOf('conrelid', 'conkey')} AS columns, parent.relname AS "to", ${columnsOf('confrelid', 'confkey')} AS "toColumns"
  FROM pg_catalog.pg_constraint con JOIN pg_catalog.pg_class child ON child.oid = con.conrelid JOIN pg_catalog.pg_class parent ON parent.oid = con.confrelid
  WHERE con.contype = 'f' AND con.conparentid = 0 AND child.relnamespace = $1::regnamespace AND parent.relnamespace = $1::regnamespace
  ORDER BY con.conrelid, con.conname`;

/** Tables of one schema and the foreign keys between them; no record is read. @throws SourceError */
export const describeDatabase = (options: SessionOptions, schema: string): Promise<DescribedDatabase> =>
  once(options, async ({ client }) => {
    const { rows: found } = await client.query<{ there: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS there', [
      escapeIdentifier(schema),
    ]);
    if (!found[0]?.there) throw new SourceError('badMap', `there is no schema "${schema}"`);
    const { rows: tables } = await client.query<DescribedTable>(TABLES, [escapeIdentifier(schema)]);
    const { rows: keys } = await client.query<DescribedKey>(KEYS, [escapeIdentifier(schema)]);
    return { tables, keys };
  });
