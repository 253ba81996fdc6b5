import { type Client, escapeIdentifier } from 'pg';

/** A table and the columns whose values it was given; what it computes itself is not among them. */
export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly string[] };

// What says how the tables are made is made again by the migrations.
const MADE_BY_MIGRATIONS = ['public._prisma_migrations', 'graphile_worker.migrations'];

const TABLES = `
  SELECT n.nspname AS schema, c.relname AS name,
    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    ARRAY(SELECT DISTINCT k.confrelid::regclass::text FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS needs,
    c.oid::regclass::text AS known_as
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname IN ('public', 'graphile_worker') AND NOT (n.nspname || '.' || c.relname) = ANY ($1)
  ORDER BY 1, 2`;

type Row = Table & { readonly needs: readonly string[]; readonly known_as: string };

/** The tables of the application and its queue, each after those that its rows refer to. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Row>(TABLES, [MADE_BY_MIGRATIONS]);
  const ordered: Row[] = [];
  while (ordered.length < rows.length) {
    const there = new Set(ordered.map(({ known_as }) => known_as));
    const next = rows.filter((row) => !there.has(row.known_as) && row.needs.every((name) => there.has(name)));
    if (next.length === 0)
      throw new Error('Tables refer to each other in a circle: there is no order in which they can be filled');
    ordered.push(...next);
  }
  return ordered.map(({ schema, name, columns }) => ({ schema, name, columns }));
}

export const quoted = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;

/** For both directions of COPY: the columns by name, so that their order in a table says nothing. */
export const copied = (table: Table): string => `${quoted(table)} (${table.columns.map(escapeIdentifier).join(', ')})`;

export async function versionsOf(client: Client): Promise<{ migrations: string[]; queueMigration: number }> {
  const applied = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  );
  const queue = await client.query<{ newest: number }>('SELECT max(id)::int AS newest FROM graphile_worker.migrations');
  return { migrations: applied.rows.map(({ name }) => name), queueMigration: queue.rows[0]?.newest ?? 0 };
}
