import { db } from './client';

/** Whether the database answers at all. */
export const databaseReachable = (): Promise<boolean> =>
  db().$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
