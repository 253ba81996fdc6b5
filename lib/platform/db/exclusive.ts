import { Client } from 'pg';
import { env } from '@/lib/platform/env';

// Namespace of the advisory locks of work that may be done by one process at a time.
const EXCLUSIVE = 72_270;

/** Another process is at this work. */
export class Busy extends Error {}

/**
 * Does work that nobody else does at the same time, in this process or another. The database lets the next one in as soon as this
 * process is gone, however it went.
 * @param work is told by its signal to end when the session that holds the lock is lost.
 * @throws Busy when somebody else is at it
 */
export async function exclusively<T>(
  name: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const session = new Client({ connectionString: env().DATABASE_URL });
  const lost = new AbortController();
  session.on('error', (error) => lost.abort(error));
  await session.connect();
  try {
    const { rows } = await session.query<{ taken: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as taken', [
      EXCLUSIVE,
      name,
    ]);
    if (!rows[0]?.taken) throw new Busy(name);
    return await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    await session.end().catch(() => undefined);
  }
}
