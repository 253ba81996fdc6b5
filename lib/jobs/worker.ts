import { Logger, run, type Runner } from 'graphile-worker';
import { Client, Pool } from 'pg';
import { controllers } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { errorFields, log } from '@/lib/platform/log';
import { LANES, type LaneName, PROCESSES, SWEEPS, type WorkerKind } from './definitions';
import { taskList } from './handlers';
import { freeJobsOfDeadWorkers, liveness, type ShowAlive } from './liveness';

/** A worker process: jobs and sweeps until `stop` is called; it then finishes or gives back what it is doing. */
export type RunningWorker = { readonly stop: () => Promise<void>; readonly stopped: Promise<void> };

/** Does the jobs of some lanes, the sweeps among them where `upkeep` is one. */
export async function startWorker(kind: WorkerKind): Promise<RunningWorker> {
  controllers();
  const { DATABASE_URL } = env();
  const lanes: readonly LaneName[] = PROCESSES[kind];
  const session = new Client({ connectionString: DATABASE_URL });
  await session.connect();
  await freeJobsOfDeadWorkers(session);
  // Of each lane one connection listens for new jobs, and its jobs take turns at the others.
  const pgPool = new Pool({ connectionString: DATABASE_URL, max: 2 * lanes.length + 2 });
  pgPool.on('error', (error) => log('warn', 'idleConnectionLost', errorFields(error)));
  pgPool.on(
    'connect',
    (client) => void client.on('error', (error) => log('warn', 'connectionLost', errorFields(error))),
  );
  const showAlive = liveness(session);
  const runners = await Promise.all(lanes.map((lane) => runLane(lane, pgPool, showAlive)));
  const stopRunners = () => Promise.all(runners.map((runner) => runner.stop()));
  // What came near while nothing ran is told now, not at the next hour.
  if (lanes.includes('upkeep')) await runners[0]?.addJob('watchClocks', {}, { jobKey: 'watchClocks' });
  log('info', 'workerStarted', { kind, lanes: lanes.join(' ') });
  // Without its session a worker counts as dead and its jobs are given away: it must not go on beside them. Whoever supervises starts anew.
  const lost = new Promise<never>((_, reject) => {
    session.on('error', (error) => {
      log('error', 'sessionLost', errorFields(error));
      stopRunners()
        .catch(() => undefined)
        .finally(() => reject(error));
    });
  });
  const stopped = Promise.race([
    Promise.all(runners.map(({ promise }) => promise)).then(() => undefined),
    lost,
  ]).finally(async () => {
    await pgPool.end().catch(() => undefined);
    await session.end().catch(() => undefined);
    await closeDb();
  });
  // The pool ends after its last statement: the one that says that a job is done among them.
  return { stop: () => stopRunners().then(() => stopped), stopped };
}

const runLane = (lane: LaneName, pgPool: Pool, showAlive: ShowAlive): Promise<Runner> =>
  run({
    pgPool,
    concurrency: LANES[lane].concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    taskList: taskList(lane, showAlive),
    // Only a batch is waited for at the end: without one, a job that ends while the worker stops would be done again by the next.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    ...(lane === 'upkeep' && { crontab: SWEEPS }),
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log('error', 'queue', { message: message.slice(0, 200) });
    }),
  });
