import type { Db } from '@/lib/platform/db/client';

/**
 * Adds a job in the transaction of the change that needs it: both happen or neither does.
 * @param key jobs with the same key that have not started are one job.
 */
export async function enqueue(
  tx: Db,
  job: { name: string; payload: object; key?: string; maxAttempts?: number; runAt?: Date },
): Promise<void> {
  await tx.$queryRaw`select graphile_worker.add_job(${job.name}, ${JSON.stringify(job.payload)}::json,
    job_key => ${job.key ?? null}, max_attempts => ${job.maxAttempts ?? 12}, run_at => ${job.runAt ?? null}::timestamptz)::text`;
}
