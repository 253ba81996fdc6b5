import type { DescribedDatabase } from '@/lib/domain/datamap/draft';
import { SourceError } from '../port';
import { FOREIGN_KEYS, type ForeignKeyRow, grouped, rowsOf } from './schema-facts';
import { once, type SessionOptions } from './session';

const COLUMNS = `
  SELECT t.TABLE_NAME, t.TABLE_COMMENT, c.COLUMN_NAME, c.DATA_TYPE, c.COLUMN_COMMENT, c.COLUMN_KEY
  FROM information_schema.TABLES t JOIN information_schema.COLUMNS c ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME
  WHERE t.TABLE_SCHEMA = COALESCE(?, DATABASE()) AND t.TABLE_TYPE = 'BASE TABLE'
  ORDER BY t.CREATE_TIME, t.TABLE_NAME, c.ORDINAL_POSITION`;

/** The names that a draft knows types of days and instants by. */
const TYPES: Readonly<Record<string, string>> = { datetime: 'timestamp' };

/** Tables of one database and the foreign keys between them; no record is read. @throws SourceError */
export const describeMysql = (options: SessionOptions, schema: string | null): Promise<DescribedDatabase> =>
  once(options, async (session) => {
    type Row = [string, string, string, string, string, string];
    const tables = grouped(await rowsOf<Row>(session, COLUMNS, [schema]), ([table]) => table);
    if (tables.length === 0 && schema !== null)
      throw new SourceError('badMap', `there is no database "${schema}", or the login may not read a table in it`);
    const own = new Set(tables.map(([first]) => first![0]));
    const keys = grouped(await rowsOf<ForeignKeyRow>(session, FOREIGN_KEYS, [schema]), (row) =>
      JSON.stringify(row.slice(0, 3)),
    ).filter(([first]) => own.has(first![2]));
    return {
      tables: tables.map((rows) => ({
        name: rows[0]![0],
        comment: rows[0]![1] || null,
        columns: rows.map(([, , name, type, comment]) => ({
          name,
          type: TYPES[type] ?? type,
          comment: comment || null,
        })),
        primaryKey: rows.filter((row) => row[5] === 'PRI').map((row) => row[2]),
      })),
      keys: keys.map((rows) => ({
        from: rows[0]![2],
        columns: rows.map((row) => row[3]),
        to: rows[0]![5],
        toColumns: rows.map((row) => row[6]),
      })),
    };
  });
