import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { freeJobsOfDeadWorkers, liveness } from '@/lib/jobs/liveness';
import { instanceOfFile } from '@/tests/support/demo-controllers';

const instance = instanceOfFile();

/** A job that a worker of this name took a while ago. */
async function jobLockedBy(workerId: string, ago = '10 minutes'): Promise<string> {
  const { rows } = await instance.sql.query<{ id: string }>(`SELECT id FROM graphile_worker.add_job('nobodyDoesThis')`);
  await instance.sql.query(
    `UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now() - $3::interval WHERE id = $1`,
    [rows[0]!.id, workerId, ago],
  );
  return rows[0]!.id;
}

const holderOf = async (jobId: string): Promise<string | null> => {
  const { rows } = await instance.sql.query<{ locked_by: string | null }>(
    'SELECT locked_by FROM graphile_worker._private_jobs WHERE id = $1',
    [jobId],
  );
  return rows[0]!.locked_by;
};

async function session(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

describe('the jobs of a holder', () => {
  it('are its own while it lives, and free as soon as its connection is gone', async () => {
    const [living, dying, sweeper] = [await session(), await session(), await session()];
    await liveness(living)('living');
    await liveness(dying)('dying');
    const [mine, orphan] = [await jobLockedBy('living'), await jobLockedBy('dying')];
    await freeJobsOfDeadWorkers(sweeper);
    expect([await holderOf(mine), await holderOf(orphan)]).toEqual(['living', 'dying']);
    await dying.end();
    await freeJobsOfDeadWorkers(sweeper);
    expect([await holderOf(mine), await holderOf(orphan)]).toEqual(['living', null]);
    for (const client of [living, sweeper]) await client.end();
  });

  it('that were taken just now are left to a worker that is about to show that it lives', async () => {
    const sweeper = await session();
    const job = await jobLockedBy('starting', '1 second');
    await freeJobsOfDeadWorkers(sweeper);
    expect(await holderOf(job)).toBe('starting');
    await sweeper.end();
  });

  it('are freed by any number of sweepers at once, and none of them keeps a lock', async () => {
    const sweepers = await Promise.all([session(), session(), session()]);
    const jobs = await Promise.all([jobLockedBy('dead-1'), jobLockedBy('dead-2')]);
    await Promise.all(sweepers.map(freeJobsOfDeadWorkers));
    await freeJobsOfDeadWorkers(sweepers[0]!);
    for (const job of jobs) expect(await holderOf(job)).toBeNull();
    const { rows } = await instance.sql.query(
      `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    expect(rows).toEqual([]);
    await Promise.all(sweepers.map((client) => client.end()));
  });
});
