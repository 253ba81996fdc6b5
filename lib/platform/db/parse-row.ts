import type { z } from 'zod';

/**
 * A row with its listed columns as their lists have them: what another version or a hand wrote there is a surprise, and told as one.
 * @param row with an id, where it has one, to be named by
 * @throws naming the row and each column that holds what is in no list
 */
export function parseRow<R extends object, Columns extends z.ZodObject>(
  columns: Columns,
  row: R,
): R & z.output<Columns> {
  const parsed = columns.safeParse(row);
  if (parsed.success) return { ...row, ...parsed.data };
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(`Row ${'id' in row ? String(row.id) : 'without id'} in the database is not readable: ${wrong}`);
}
