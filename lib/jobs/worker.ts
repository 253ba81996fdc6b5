import { EventEmitter } from 'node:events';
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import { Client } from 'pg';
import { controllers } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { errorFields, log } from '@/lib/platform/log';
import { SWEEPS } from './definitions';
import { taskList } from './handlers';
import { freeJobsOfDeadWorkers, showAlive } from './liveness';

const CONCURRENCY = 4;

/** A worker process: jobs and sweeps until `stop` is called; it then finishes or gives back what it is doing. */
export type RunningWorker = { readonly stop: () => Promise<void>; readonly stopped: Promise<void> };

export async function startWorker(): Promise<RunningWorker> {
  controllers();
  const { DATABASE_URL } = env();
  const session = new Client({ connectionString: DATABASE_URL });
  await session.connect();
  await freeJobsOfDeadWorkers(session);
  const events = new EventEmitter() as WorkerEvents;
  let shown = Promise.resolve();
  events.on('worker:create', ({ worker }) => {
    shown = shown.then(() => showAlive(session, worker.workerId));
  });
  const runner = await run({
    connectionString: DATABASE_URL,
    concurrency: CONCURRENCY,
    pollInterval: 1000,
    noHandleSignals: true,
    crontab: SWEEPS,
    taskList: taskList(),
    events,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log('error', 'queue', { message: message.slice(0, 200) });
    }),
  });
  await shown;
  // What came near while nothing ran is told now, not at the next hour.
  await runner.addJob('watchClocks', {}, { jobKey: 'watchClocks' });
  log('info', 'workerStarted', { concurrency: CONCURRENCY });
  // Without its session a worker counts as dead and its jobs are given away: it must not go on beside them. Whoever supervises starts anew.
  const lost = new Promise<never>((_, reject) => {
    session.on('error', (error) => {
      log('error', 'sessionLost', errorFields(error));
      runner.stop().catch(() => undefined).finally(() => reject(error));
    });
  });
  const stopped = Promise.race([runner.promise, lost]).finally(async () => {
    await session.end().catch(() => undefined);
    await closeDb();
  });
  return { stop: () => runner.stop(), stopped };
}
