import type { Client, ClientBase } from 'pg';

// Namespace of the advisory locks by which workers show that they live.
const ALIVE = 72_269;

/** Holds a lock in a session of its own for as long as the process lives; the database lets go of it when the process is killed. */
export async function showAlive(session: Client, workerId: string): Promise<void> {
  await session.query('select pg_advisory_lock($1, hashtext($2))', [ALIVE, workerId]);
}

/**
 * Gives the jobs of killed workers back to the queue at once; by itself the queue would wait four hours.
 * A worker lives while its lock is held; the lock is only tried here, and let go with the statement's own transaction.
 */
export async function freeJobsOfDeadWorkers(client: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker._private_jobs where locked_by is not null and locked_at < now() - interval '5 seconds'`,
  );
  for (const { locked_by: workerId } of rows) {
    const { rows: tried } = await client.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1, hashtext($2)) as free', [ALIVE, workerId]);
    if (tried[0]?.free) await client.query('select graphile_worker.force_unlock_workers(array[$1])', [workerId]);
  }
}
