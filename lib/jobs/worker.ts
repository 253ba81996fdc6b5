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
  events.on('worker:create', ({ worker }) => {
    showAlive(session, worker.workerId).catch((error: unknown) => log('error', 'livenessFailed', errorFields(error)));
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
  log('info', 'workerStarted', { concurrency: CONCURRENCY });
  const stopped = runner.promise.finally(async () => {
    await session.end();
    await closeDb();
  });
  return { stop: () => runner.stop(), stopped };
}
