import type { Client, ClientBase } from 'pg';

// Namespace of the advisory locks by which workers show that they live.
const ALIVE = 72_269;

// A job may be taken a moment before its worker has shown itself; nobody is given up for dead within this time.
const GRACE = '15 seconds';

/** Shows that whoever holds a job lives. `holder` is what the queue itself wrote into the job, whatever that names. */
export type ShowAlive = (holder: string) => Promise<void>;

/** Holds one lock for each holder in a session of its own for as long as the process lives; the database lets go of them when it is killed. */
export function liveness(session: Pick<Client, 'query'>): ShowAlive {
  const shown = new Map<string, Promise<void>>();
  return (holder) => {
    const known = shown.get(holder);
    if (known) return known;
    const showing = session.query('select pg_advisory_lock($1, hashtext($2))', [ALIVE, holder]).then(() => undefined);
    shown.set(holder, showing);
    return showing;
  };
}

/**
 * Gives the jobs of killed workers back to the queue at once; by itself the queue would wait four hours.
 * A holder lives while its lock is held; the lock is only tried here, and let go with the statement's own transaction.
 */
export async function freeJobsOfDeadWorkers(client: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<{ locked_by: string }>(
    'select distinct locked_by from graphile_worker._private_jobs where locked_by is not null and locked_at < now() - $1::interval',
    [GRACE],
  );
  for (const { locked_by: holder } of rows) {
    const { rows: tried } = await client.query<{ free: boolean }>(
      'select pg_try_advisory_xact_lock($1, hashtext($2)) as free',
      [ALIVE, holder],
    );
    if (tried[0]?.free) await client.query('select graphile_worker.force_unlock_workers(array[$1])', [holder]);
  }
}
