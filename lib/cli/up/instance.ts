import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '@/lib/platform/migrate';
import { assertPortFree } from '@/lib/platform/ports';
import { step } from '../bootstrap/steps.js';
import { requireBlobs } from '../own-blobs';
import { buildCommands } from '../build-commands';
import { buildPages } from '../build';
import { runChild, startChild, type Child } from './child';
import { endLeftovers, openDataFolder, rememberProcesses, takeDataFolder } from './data-folder';
import { openDatabase, type InstanceDatabase } from './database';
import { loadDemo, type DemoFacts } from './demo';
import { instanceEnvironment, type InstanceEnvironment } from './environment';
import { waitUntilHealthy } from './health';
import { secretsOf } from './secrets';
import { writeSettings } from './settings-file';

export type InstanceOptions = {
  /** Absolute. */
  folder: string;
  port: number;
  /** How many call records the person with the most of them has; null keeps what is there. */
  callRecords: number | null;
  /** Whether a new demo begins with three months of cases behind it. */
  history: boolean;
  /** Whether the demo may go into the database of DATABASE_URL. */
  demoMayGoThere: boolean;
};

/** What whoever opens the instance has to know; printed by `up`, and as JSON for the browser tests. */
export type InstanceFacts = { baseUrl: string; demo: DemoFacts; env: InstanceEnvironment };

export type Instance = { facts: InstanceFacts; stop: () => Promise<void> };

// Files that are only there once something was kept with the secrets of this folder.
const SIGNS_OF_DATA = ['postgres.port', 'environment.json'];

type Failed = (reason: string) => void;
type Undo = (() => Promise<void> | void)[];

/**
 * Starts everything: database, schema, demo data, pages, worker, web; back when they are healthy.
 * Whatever was started before a failure is stopped again.
 * @param signal stops a start halfway
 * @param onFailure is told when a part cannot be kept running afterwards
 */
export async function startInstance(
  options: InstanceOptions,
  signal: AbortSignal,
  onFailure: Failed,
): Promise<Instance> {
  const { folder, port } = options;
  openDataFolder(folder);
  const undo: Undo = [takeDataFolder(folder, 'up')];
  const stop = async (): Promise<void> => {
    for (let action = undo.pop(); action; action = undo.pop()) await action();
  };
  const next = <T>(done: T): T => {
    signal.throwIfAborted();
    return done;
  };
  try {
    await endLeftovers(folder);
    await assertPortFree(port);
    const secrets = secretsOf(
      folder,
      SIGNS_OF_DATA.some((name) => existsSync(join(folder, name))),
    );
    const { DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl } = process.env;
    const own = { url: url || undefined, ownerUrl: ownerUrl || undefined, demoMayGoThere: options.demoMayGoThere };
    const database = next(await openStep(folder, () => openDatabase(folder, secrets, own), undo, onFailure));
    next(
      await step(
        'migrate',
        () => migrate(database.ownerUrl, database.url),
        (applied) => (applied.length ? `applied ${applied.join(', ')}` : 'schema is up to date'),
      ),
    );
    const env = instanceEnvironment(folder, port, secrets, database.url);
    const demo = next(
      await step(
        'demo data',
        () => loadDemo({ database, env, secrets, callRecords: options.callRecords }),
        ({ summary }) => summary,
      ),
    );
    Object.assign(env, demo.sources);
    next(await step('blobs', requireBlobs, (place) => place));
    writeSettings(folder, env);
    const history = demo.fresh && options.history ? tellDemoHistory(folder, env, signal) : null;
    next(
      await step(
        'build',
        async (note): Promise<string[]> => [
          await buildPages((line) => isPhase(line) && note(line), signal),
          await buildCommands(),
        ],
        (done) => (done.includes('built') ? 'pages and commands built' : 'pages and commands are up to date'),
      ),
    );
    // The worker would do what is still being told, and at its own time.
    if (history)
      next(
        await step(
          'demo cases',
          () => history,
          (said) => said,
        ),
      );
    next(await startProcesses(folder, env, undo, signal, onFailure));
    await step(
      'healthy',
      () => waitUntilHealthy(env.BASE_URL),
      (said) => said,
    );
    return { facts: { baseUrl: env.BASE_URL, demo: demo.facts, env }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The build says a lot; these lines say how far it is. */
const isPhase = (line: string): boolean => /^(✓|Creating|Running|Checking|Collecting|Generating|Finalizing)/.test(line);

async function openStep(
  folder: string,
  open: () => Promise<InstanceDatabase>,
  undo: Undo,
  onFailure: Failed,
): Promise<InstanceDatabase> {
  const database = await step('database', open, ({ summary }) => summary);
  if (database.server) {
    undo.push(database.server.stop);
    database.server.onExit(() =>
      onFailure(`PostgreSQL ended unasked (its log: ${join(folder, 'logs', 'postgres.log')}).`),
    );
  }
  return database;
}

/** Beside the build: neither needs the other. @returns what there is of it */
async function tellDemoHistory(folder: string, env: InstanceEnvironment, signal: AbortSignal): Promise<string> {
  const logFile = join(folder, 'logs', 'demo.log');
  const code = await runChild({ command: 'demo', env: { ...process.env, ...env }, logFile, signal });
  return code === 0 ? 'three months of cases behind today' : `left out in part (its log: ${logFile})`;
}

async function startProcesses(
  folder: string,
  env: InstanceEnvironment,
  undo: Undo,
  signal: AbortSignal,
  onFailure: Failed,
): Promise<void> {
  const children = new Map<string, Child>();
  const remember = (): void =>
    rememberProcesses(folder, Object.fromEntries([...children].map(([name, child]) => [name, child.pid()])));
  for (const command of ['worker', 'web'] as const) {
    const logFile = join(folder, 'logs', `${command}.log`);
    const start = (): Promise<Child> =>
      startChild({
        command,
        env: { ...process.env, ...env, NODE_ENV: 'production' },
        logFile,
        signal,
        onRestart: remember,
        onGivenUp: onFailure,
      });
    const child = await step(command, start, (started) => `process ${started.pid()}`);
    children.set(command, child);
    undo.push(child.stop);
    remember();
  }
}
